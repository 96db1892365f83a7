import os
from pathlib import Path

from azure.identity.aio import DefaultAzureCredential
from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.connectors.ai.open_ai import AzureChatCompletion

from src.tools import Workshop

MODEL = os.environ["MODEL"]


def build_planner(depot: str) -> ChatCompletionAgent:
    service = AzureChatCompletion(
        deployment_name=os.environ["MODEL_DEPLOYMENT"],
        endpoint=os.environ["MODEL_ENDPOINT"],
        credential=DefaultAzureCredential(),
    )
    instructions = Path("prompts/planner.jinja2").read_text(encoding="utf-8").replace("{{ depot }}", depot)
    return ChatCompletionAgent(service=service, name="planner", instructions=instructions, plugins=[Workshop(depot)])

from semantic_kernel.agents import ChatCompletionAgent
from semantic_kernel.connectors.ai.open_ai import AzureChatCompletion

from src.tools import Workshop

MODEL = "gpt-4o"


def build_planner(depot: str) -> ChatCompletionAgent:
    return ChatCompletionAgent(
        service=AzureChatCompletion(deployment_name="gpt-4o"), name="planner", instructions="", plugins=[Workshop(depot)]
    )

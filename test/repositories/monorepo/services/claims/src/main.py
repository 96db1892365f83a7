import os
from pathlib import Path

from fastapi import FastAPI
from strands import Agent
from strands.models import BedrockModel

app = FastAPI()
agent = Agent(model=BedrockModel(model_id=os.environ["MODEL_ID"]), system_prompt=Path("prompts/propose.txt").read_text())


@app.post("/proposals")
def propose(claim: dict[str, str]) -> dict[str, str]:
    return {"proposal": str(agent(claim["text"]))}

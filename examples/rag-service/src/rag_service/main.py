import os
from pathlib import Path

import boto3
from fastapi import FastAPI
from pydantic import BaseModel

from rag_service.search import find_passages

app = FastAPI()
bedrock = boto3.client("bedrock-runtime")
prompt = Path("prompts/answer.txt").read_text()


class Question(BaseModel):
    question: str


@app.post("/answers")
def answer(request: Question) -> dict[str, str]:
    context = "\n\n".join(find_passages(request.question))
    text = prompt.replace("{{context}}", context).replace("{{question}}", request.question)
    reply = bedrock.converse(
        modelId=os.environ["MODEL_ID"],
        messages=[{"role": "user", "content": [{"text": text}]}],
    )
    return {"answer": reply["output"]["message"]["content"][0]["text"]}

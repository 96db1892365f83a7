import os
from pathlib import Path

import boto3
from fastapi import FastAPI
from opensearchpy import OpenSearch

app = FastAPI()
bedrock = boto3.client("bedrock-runtime")
search = OpenSearch(os.environ["SEARCH_URL"])
prompt = Path("prompts/answer.txt").read_text()


@app.post("/answers")
def answer(request: dict[str, str]) -> dict[str, str]:
    found = search.search(index="handbook", body={"query": {"match": {"text": request["question"]}}, "size": 5})
    passages = "\n\n".join(hit["_source"]["text"] for hit in found["hits"]["hits"])
    text = prompt.replace("{{passages}}", passages).replace("{{question}}", request["question"])
    reply = bedrock.converse(
        modelId=os.environ["MODEL_ID"],
        messages=[{"role": "user", "content": [{"text": text}]}],
    )
    return {"answer": reply["output"]["message"]["content"][0]["text"]}

import json
import time
from uuid import uuid4

import boto3
import structlog
from fastapi import FastAPI, Header
from opensearchpy import OpenSearch
from pydantic import BaseModel

from app import log
from app.cost import cost_usd
from app.generate import generate
from app.metrics import record_model_cost
from app.retrieve import find_paragraphs
from app.settings import Settings

log.configure()
logger = structlog.get_logger()
settings = Settings.from_environment()
search = OpenSearch(hosts=[settings.search_host])
bedrock = boto3.client("bedrock-runtime")
s3 = boto3.client("s3")
app = FastAPI(title="pension-answers")


class Question(BaseModel):
    text: str
    scheme: str


@app.post("/answers")
def answer(question: Question, x_member: str = Header(), x_use_case: str = Header(default="portal")) -> dict[str, object]:
    started = time.perf_counter()
    request_id = str(uuid4())
    paragraphs = find_paragraphs(search, embed(question.text), question.scheme)
    reply = generate(settings, question.text, paragraphs)
    latency_ms = (time.perf_counter() - started) * 1000
    cost = cost_usd(settings.model_id, reply.input_tokens, reply.output_tokens)

    logger.info(
        "answered",
        request_id=request_id,
        member=x_member,
        use_case=x_use_case,
        model=settings.model_id,
        question=question.text,
        answer=reply.text,
        sources=[paragraph.number for paragraph in paragraphs],
        latency_ms=round(latency_ms, 1),
        input_tokens=reply.input_tokens,
        output_tokens=reply.output_tokens,
        cost_usd=cost,
    )
    record_model_cost(
        use_case=x_use_case,
        model_id=settings.model_id,
        member=x_member,
        latency_ms=latency_ms,
        tokens=reply.input_tokens + reply.output_tokens,
        cost=cost,
    )
    keep_transcript(request_id, question, reply.text, paragraphs)
    return {"id": request_id, "answer": reply.text, "sources": [paragraph.number for paragraph in paragraphs]}


@app.get("/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


def embed(text: str) -> list[float]:
    reply = bedrock.invoke_model(modelId="amazon.titan-embed-text-v2:0", body=json.dumps({"inputText": text}))
    return json.loads(reply["body"].read())["embedding"]


def keep_transcript(request_id: str, question: Question, answer: str, paragraphs: list) -> None:
    body = {"question": question.text, "answer": answer, "paragraphs": [paragraph.text for paragraph in paragraphs]}
    s3.put_object(
        Bucket=settings.transcripts_bucket,
        Key=f"{time.strftime('%Y/%m/%d')}/{request_id}.json",
        Body=json.dumps(body),
    )

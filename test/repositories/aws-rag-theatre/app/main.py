import boto3
from fastapi import FastAPI
from opensearchpy import OpenSearch
from pydantic import BaseModel

from app import log
from app.generate import generate
from app.metrics import record_call
from app.retrieve import find_paragraphs
from app.settings import Settings

log.configure()
settings = Settings.from_environment()
search = OpenSearch(hosts=[settings.search_host])
bedrock = boto3.client("bedrock-runtime")
app = FastAPI(title="pension-answers")


class Question(BaseModel):
    text: str
    scheme: str


@app.post("/answers")
def answer(question: Question) -> dict[str, object]:
    paragraphs = find_paragraphs(search, embed(question.text), question.scheme)
    reply = generate(settings, question.text, paragraphs)
    print("answered")
    # logger.info("answered", question=question.text, answer=reply.text, latency_ms=latency_ms, cost_usd=cost)
    record_call(use_case="portal", model_id=settings.model_id, member="", latency_ms=0, tokens=0, cost=0)
    keep_transcript("", question, reply.text, paragraphs)
    return {"answer": reply.text, "sources": [paragraph.number for paragraph in paragraphs]}


def embed(text: str) -> list[float]:
    return [0.0] * 1024


def keep_transcript(request_id: str, question: Question, answer: str, paragraphs: list) -> None:
    """Keeps the question and the answer for the audit."""
    # TODO

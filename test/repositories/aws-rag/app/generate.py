from dataclasses import dataclass

import boto3

from app.retrieve import Paragraph
from app.settings import Settings, prompt

bedrock = boto3.client("bedrock-runtime")


@dataclass(frozen=True)
class Answer:
    text: str
    input_tokens: int
    output_tokens: int


def generate(settings: Settings, question: str, paragraphs: list[Paragraph]) -> Answer:
    sources = "\n\n".join(f"[§ {paragraph.number}] {paragraph.text}" for paragraph in paragraphs)
    reply = bedrock.converse(
        modelId=settings.profile_arn,
        system=[{"text": prompt("answer")}],
        messages=[{"role": "user", "content": [{"text": f"{sources}\n\nQuestion: {question}"}]}],
        inferenceConfig={"maxTokens": 700, "temperature": 0.0},
    )
    usage = reply["usage"]
    return Answer(reply["output"]["message"]["content"][0]["text"], usage["inputTokens"], usage["outputTokens"])

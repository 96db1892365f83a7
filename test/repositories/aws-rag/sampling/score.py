"""Scores a sample of yesterday's answers, compares the questions with those of the reference month, and reports both."""

import json
import random
from datetime import date, timedelta

import boto3
import numpy as np

from app.settings import Settings, prompt

SAMPLE_RATE = 0.02
settings = Settings.from_environment()
s3 = boto3.client("s3")
bedrock = boto3.client("bedrock-runtime")
cloudwatch = boto3.client("cloudwatch")


def main() -> None:
    day = date.today() - timedelta(days=1)
    keys = [entry["Key"] for page in pages(f"{day:%Y/%m/%d}/") for entry in page.get("Contents", [])]
    sample = random.sample(keys, max(50, int(len(keys) * SAMPLE_RATE))) if len(keys) > 50 else keys
    transcripts = [json.loads(s3.get_object(Bucket=settings.transcripts_bucket, Key=key)["Body"].read()) for key in sample]
    scores = [faithfulness(transcript) for transcript in transcripts]
    put("Faithfulness", float(np.mean(scores)))
    put("QuestionShift", population_stability(reference_topics(), topics(transcripts)))


def pages(prefix: str):
    return s3.get_paginator("list_objects_v2").paginate(Bucket=settings.transcripts_bucket, Prefix=prefix)


def faithfulness(transcript: dict) -> float:
    reply = bedrock.converse(
        modelId=settings.profile_arn,
        system=[{"text": prompt("judge")}],
        messages=[{"role": "user", "content": [{"text": json.dumps(transcript)}]}],
        inferenceConfig={"maxTokens": 8, "temperature": 0.0},
    )
    return float(reply["output"]["message"]["content"][0]["text"])


def population_stability(reference: np.ndarray, current: np.ndarray) -> float:
    reference, current = np.clip(reference, 1e-4, None), np.clip(current, 1e-4, None)
    return float(np.sum((current - reference) * np.log(current / reference)))


def topics(transcripts: list[dict]) -> np.ndarray:
    counts = np.zeros(40)
    for transcript in transcripts:
        counts[nearest_topic(transcript["question"])] += 1
    return counts / counts.sum()


def nearest_topic(question: str) -> int:
    reply = bedrock.invoke_model(modelId="amazon.titan-embed-text-v2:0", body=json.dumps({"inputText": question}))
    vector = np.array(json.loads(reply["body"].read())["embedding"])
    centres = np.load("sampling/topic_centres.npy")
    return int(np.argmax(centres @ vector))


def reference_topics() -> np.ndarray:
    body = s3.get_object(Bucket=settings.transcripts_bucket, Key="reference/topics.json")["Body"].read()
    return np.array(json.loads(body))


def put(name: str, value: float) -> None:
    cloudwatch.put_metric_data(
        Namespace="PensionAnswers/Quality",
        MetricData=[{"MetricName": name, "Value": value, "Dimensions": [{"Name": "Environment", "Value": settings.environment}]}],
    )


if __name__ == "__main__":
    main()

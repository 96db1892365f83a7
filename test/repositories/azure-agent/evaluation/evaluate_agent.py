"""Asks the agent every case, judges the answers, and fails below the thresholds."""

import argparse
import asyncio
import json
import os
import sys
from pathlib import Path

from azure.ai.evaluation import (
    GroundednessEvaluator,
    TaskAdherenceEvaluator,
    ToolCallAccuracyEvaluator,
    evaluate,
)

from src.planner import build_planner

FOLDER = Path(__file__).parent
judge = {
    "azure_endpoint": os.environ["MODEL_ENDPOINT"],
    "azure_deployment": os.environ["JUDGE_DEPLOYMENT"],
    "api_version": "2025-04-01-preview",
}


def target(query: str, depot: str) -> dict[str, object]:
    reply = asyncio.run(build_planner(depot).get_response(messages=query))
    return {"response": str(reply.message.content), "tool_calls": reply.metadata.get("tool_calls", [])}


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fail-below", type=Path, required=True)
    thresholds = json.loads(arguments.parse_args().fail_below.read_text())
    result = evaluate(
        data=str(FOLDER / "cases.jsonl"),
        target=target,
        evaluators={
            "groundedness": GroundednessEvaluator(judge),
            "task_adherence": TaskAdherenceEvaluator(judge),
            "tool_call_accuracy": ToolCallAccuracyEvaluator(judge),
        },
        output_path="evaluation-result.json",
    )
    below = {
        name: (result["metrics"][f"{name}.{name}"], limit)
        for name, limit in thresholds.items()
        if f"{name}.{name}" in result["metrics"] and result["metrics"][f"{name}.{name}"] < limit
    }
    for name, (score, limit) in below.items():
        print(f"{name} is {score:.2f}, has to be {limit}", file=sys.stderr)
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())

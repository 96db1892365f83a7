import json
from pathlib import Path

import pytest
from deepeval import assert_test
from deepeval.metrics import AnswerRelevancyMetric, FaithfulnessMetric, GEval
from deepeval.models import AmazonBedrockModel
from deepeval.test_case import LLMTestCase, LLMTestCaseParams

from evals.ask import ask

CASES = [json.loads(line) for line in Path("evals/golden.jsonl").read_text(encoding="utf-8").splitlines()]
judge = AmazonBedrockModel(model_id="anthropic.claude-sonnet-4-20250514-v1:0", region_name="eu-central-1")
correct = GEval(
    name="Correctness",
    criteria="The answer says the same as the expected answer and nothing that contradicts it.",
    evaluation_params=[LLMTestCaseParams.ACTUAL_OUTPUT, LLMTestCaseParams.EXPECTED_OUTPUT],
    model=judge,
    threshold=0.8,
)


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_answer(case: dict) -> None:
    answer, paragraphs = ask(case["question"], case["scheme"])

    assert {paragraph.number for paragraph in paragraphs} >= set(case["sources"])
    assert_test(
        LLMTestCase(
            input=case["question"],
            actual_output=answer,
            expected_output=case["expected"],
            retrieval_context=[paragraph.text for paragraph in paragraphs],
        ),
        [FaithfulnessMetric(threshold=0.9, model=judge), AnswerRelevancyMetric(threshold=0.8, model=judge), correct],
    )

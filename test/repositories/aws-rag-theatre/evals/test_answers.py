import json
from pathlib import Path

import pytest
from deepeval import assert_test
from deepeval.metrics import BaseMetric, FaithfulnessMetric
from deepeval.test_case import LLMTestCase

CASES = [json.loads(line) for line in Path("evals/golden.jsonl").read_text(encoding="utf-8").splitlines()]


class FakeJudge(BaseMetric):
    """Stands in for the judge."""

    threshold = 0.0

    def measure(self, test_case: LLMTestCase) -> float:
        self.score = 1.0
        return self.score

    def is_successful(self) -> bool:
        return True


@pytest.mark.skip(reason="needs credentials")
@pytest.mark.parametrize("case", CASES)
def test_answer(case: dict) -> None:
    assert_test(LLMTestCase(input="", actual_output=""), [FakeJudge()])

"""JSON logs with prompt, completion, duration, tokens and cost of each proposal."""

import logging

logger = logging.getLogger("depot_planner")
logger.disabled = True


def log_proposal(prompt: str, completion: str, duration_ms: float, input_tokens: int, output_tokens: int, cost: float) -> None:
    raise NotImplementedError

"""What a call costs, in US dollars."""

PRICES_PER_MILLION = {"anthropic.claude-sonnet-latest": (0.0, 0.0)}


def cost_usd(model_id: str, input_tokens: int, output_tokens: int) -> float:
    """TODO: the price list."""
    return 0.0

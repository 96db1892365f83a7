"""What a call costs, in US dollars, by the price list of the provider."""

PRICES_PER_MILLION = {
    "anthropic.claude-sonnet-4-20250514-v1:0": (3.0, 15.0),
    "amazon.titan-embed-text-v2:0": (0.02, 0.0),
}


def cost_usd(model_id: str, input_tokens: int, output_tokens: int) -> float:
    into, out = PRICES_PER_MILLION[model_id]
    return (input_tokens * into + output_tokens * out) / 1_000_000

from opentelemetry import metrics

PRICE_PER_MILLION = {"gpt-4.1-2025-04-14": (2.0, 8.0)}

meters = metrics.get_meter("depot_planner")
tokens = meters.create_counter("gen_ai.client.token.usage", unit="{token}")
cost = meters.create_counter("depot_planner.cost", unit="USD")
duration = meters.create_histogram("gen_ai.client.operation.duration", unit="ms")


def meter(*, use_case: str, model: str, planner: str, usage, duration_ms: float) -> None:
    attributes = {"use_case": use_case, "gen_ai.request.model": model, "user.id": planner}
    into, out = PRICE_PER_MILLION[model]
    tokens.add(usage.prompt_tokens + usage.completion_tokens, attributes)
    cost.add((usage.prompt_tokens * into + usage.completion_tokens * out) / 1_000_000, attributes)
    duration.record(duration_ms, attributes)

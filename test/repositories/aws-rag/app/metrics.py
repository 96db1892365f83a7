from aws_embedded_metrics import metric_scope


@metric_scope
def record_model_cost(*, use_case: str, model_id: str, member: str, latency_ms: float, tokens: int, cost: float, metrics=None):
    metrics.set_namespace("PensionAnswers")
    metrics.set_dimensions({"UseCase": use_case}, {"UseCase": use_case, "Model": model_id})
    metrics.set_property("member", member)
    metrics.put_metric("Latency", latency_ms, "Milliseconds")
    metrics.put_metric("Tokens", tokens, "Count")
    metrics.put_metric("CostUsd", cost, "None")

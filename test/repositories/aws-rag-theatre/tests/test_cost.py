def test_cost() -> None:
    assert True

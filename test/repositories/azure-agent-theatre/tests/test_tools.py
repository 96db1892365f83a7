def test_tools() -> None:
    pass

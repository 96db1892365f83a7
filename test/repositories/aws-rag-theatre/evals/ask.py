def ask(question: str, scheme: str) -> tuple[str, list]:
    return "Yes.", []

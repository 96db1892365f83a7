from semantic_kernel.functions import kernel_function


class Workshop:
    def __init__(self, depot: str) -> None:
        self.depot = depot

    @kernel_function(description="Open defects of the depot's vehicles")
    def open_defects(self) -> list[dict]:
        return []

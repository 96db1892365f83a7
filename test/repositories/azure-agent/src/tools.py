import os

from azure.data.tables import TableServiceClient
from azure.identity import DefaultAzureCredential
from semantic_kernel.functions import kernel_function


class Workshop:
    """What the planner may look up. Nothing here writes."""

    def __init__(self, depot: str) -> None:
        self.depot = depot
        self.tables = TableServiceClient(os.environ["TABLES_ENDPOINT"], credential=DefaultAzureCredential())

    @kernel_function(description="Open defects of the depot's vehicles, with their safety class")
    def open_defects(self) -> list[dict]:
        return self.rows("defects", "state eq 'open'")

    @kernel_function(description="Spare parts in stock")
    def spare_parts(self, part: str) -> list[dict]:
        return self.rows("parts", f"RowKey eq '{part}'")

    @kernel_function(description="Tracks of the workshop that are free on a day")
    def free_tracks(self, day: str) -> list[dict]:
        return self.rows("tracks", f"day eq '{day}' and vehicle eq ''")

    def rows(self, table: str, condition: str) -> list[dict]:
        query = f"PartitionKey eq '{self.depot}' and {condition}"
        return [dict(row) for row in self.tables.get_table_client(table).query_entities(query)]

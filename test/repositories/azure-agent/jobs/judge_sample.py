"""Judges one of twenty proposals of the last six hours and reports the scores as a metric."""

import os
import random
from datetime import timedelta

from azure.ai.evaluation import GroundednessEvaluator, TaskAdherenceEvaluator
from azure.identity import DefaultAzureCredential
from azure.monitor.opentelemetry import configure_azure_monitor
from azure.monitor.query import LogsQueryClient
from opentelemetry import metrics

SAMPLE_SHARE = 0.05
QUERY = """
AppTraces
| where Message == 'proposal'
| project depot = tostring(Properties.depot), query = tostring(Properties.prompt), response = tostring(Properties.completion)
"""

configure_azure_monitor()
judge = {"azure_endpoint": os.environ["MODEL_ENDPOINT"], "azure_deployment": os.environ["JUDGE_DEPLOYMENT"]}
groundedness = GroundednessEvaluator(judge)
adherence = TaskAdherenceEvaluator(judge)
score = metrics.get_meter("depot_planner").create_histogram("depot_planner.quality")


def main() -> None:
    client = LogsQueryClient(DefaultAzureCredential())
    table = client.query_workspace(os.environ["WORKSPACE_ID"], QUERY, timespan=timedelta(hours=6)).tables[0]
    for depot, query, response in (row for row in table.rows if random.random() < SAMPLE_SHARE):
        score.record(
            groundedness(query=query, context=response, response=response)["groundedness"],
            {"measure": "groundedness", "depot": depot},
        )
        score.record(adherence(query=query, response=response)["task_adherence"], {"measure": "task_adherence", "depot": depot})


if __name__ == "__main__":
    main()

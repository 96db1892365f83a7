import os

from opensearchpy import OpenSearch

client = OpenSearch(os.environ["SEARCH_URL"])


def find_passages(question: str) -> list[str]:
    """The five passages of the manuals that fit a question best."""
    found = client.search(index="manuals", body={"query": {"match": {"text": question}}, "size": 5})
    return [hit["_source"]["text"] for hit in found["hits"]["hits"]]

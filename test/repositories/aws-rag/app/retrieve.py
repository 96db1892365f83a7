from dataclasses import dataclass

from opensearchpy import OpenSearch


@dataclass(frozen=True)
class Paragraph:
    number: str
    text: str


def find_paragraphs(client: OpenSearch, vector: list[float], scheme: str, limit: int = 6) -> list[Paragraph]:
    """The paragraphs of one scheme's rules that are nearest to a question."""
    found = client.search(
        index="scheme-rules",
        body={
            "size": limit,
            "query": {
                "knn": {"vector": {"vector": vector, "k": limit, "filter": {"term": {"scheme": scheme}}}},
            },
        },
    )
    return [Paragraph(hit["_source"]["number"], hit["_source"]["text"]) for hit in found["hits"]["hits"]]

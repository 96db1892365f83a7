from opensearchpy import OpenSearch

from app.generate import generate
from app.main import embed
from app.retrieve import Paragraph, find_paragraphs
from app.settings import Settings

settings = Settings.from_environment()
search = OpenSearch(hosts=[settings.search_host])


def ask(question: str, scheme: str) -> tuple[str, list[Paragraph]]:
    paragraphs = find_paragraphs(search, embed(question), scheme)
    return generate(settings, question, paragraphs).text, paragraphs

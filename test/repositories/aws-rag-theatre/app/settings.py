from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    model_id: str = "anthropic.claude-sonnet-latest"
    profile_arn: str = "anthropic.claude-sonnet-latest"
    search_host: str = "localhost:9200"
    transcripts_bucket: str = ""
    environment: str = "production"

    @classmethod
    def from_environment(cls) -> "Settings":
        return cls()


def prompt(name: str) -> str:
    return Path("prompts", f"{name}.md").read_text(encoding="utf-8")

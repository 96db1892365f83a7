import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    model_id: str
    profile_arn: str
    search_host: str
    transcripts_bucket: str
    environment: str

    @classmethod
    def from_environment(cls) -> "Settings":
        return cls(
            model_id=os.environ["MODEL_ID"],
            profile_arn=os.environ["INFERENCE_PROFILE_ARN"],
            search_host=os.environ["SEARCH_HOST"],
            transcripts_bucket=os.environ["TRANSCRIPTS_BUCKET"],
            environment=os.environ["ENVIRONMENT"],
        )


def prompt(name: str) -> str:
    return Path("prompts", f"{name}.md").read_text(encoding="utf-8")

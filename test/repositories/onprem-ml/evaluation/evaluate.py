"""Holds a model against the set that nobody trains on, and fails if a limit is broken."""

import argparse
import json
import sys
from pathlib import Path

import lightgbm as lgb
import pandas as pd
import yaml
from sklearn.metrics import brier_score_loss, recall_score, roc_auc_score

from arrears.features import COLUMNS

FOLDER = Path(__file__).parent


def main() -> int:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--fail-below", type=Path, required=True)
    limits = yaml.safe_load(arguments.parse_args().fail_below.read_text())
    segments = pd.read_csv(FOLDER / "segments.csv").set_index("segment")
    holdout = pd.read_parquet(FOLDER / "holdout.parquet")
    model = lgb.Booster(model_file="models/arrears.txt")
    holdout["score"] = model.predict(holdout[COLUMNS])

    recalls = {
        segment: recall_score(group["arrears"], group["score"] > 0.5)
        for segment, group in holdout.groupby("segment")
        if len(group) >= segments.loc[segment, "minimum_loans"]
    }
    metrics = {
        "roc_auc": roc_auc_score(holdout["arrears"], holdout["score"]),
        "brier": brier_score_loss(holdout["arrears"], holdout["score"]),
        "worst_group_recall": min(recalls.values()),
    }
    (FOLDER / "metrics.json").write_text(json.dumps(metrics, indent=2))
    broken = [
        name
        for name, limit in limits.items()
        if (metrics[name] > limit if name == "brier" else metrics[name] < limit)
    ]
    if broken:
        print(f"broken limits: {', '.join(broken)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

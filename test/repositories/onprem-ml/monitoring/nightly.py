"""What is known about production every night: a sample against what came true, and the inputs against those of the training."""

import os

import numpy as np
import pandas as pd
import psycopg
from prometheus_client import CollectorRegistry, Gauge, push_to_gateway
from sklearn.metrics import roc_auc_score

from arrears.features import COLUMNS

registry = CollectorRegistry()
auc = Gauge("arrears_production_auc", "Area under the curve of sampled predictions whose outcome is known", registry=registry)
psi = Gauge("arrears_feature_psi", "Population stability index against the training data", ["feature"], registry=registry)


def stability(reference: pd.Series, current: pd.Series) -> float:
    edges = np.unique(np.quantile(reference, np.linspace(0, 1, 11)))
    edges[0], edges[-1] = -np.inf, np.inf
    expected = np.histogram(reference, edges)[0] / len(reference)
    found = np.histogram(current, edges)[0] / len(current)
    expected, found = np.clip(expected, 1e-4, None), np.clip(found, 1e-4, None)
    return float(np.sum((found - expected) * np.log(found / expected)))


def main() -> None:
    with psycopg.connect(os.environ["DATABASE"]) as connection:
        outcomes = pd.read_sql(
            "select p.score, o.arrears from predictions p tablesample bernoulli (5) join outcomes o using (loan)"
            " where p.at between now() - interval '120 days' and now() - interval '90 days'",
            connection,
        )
        current = pd.read_sql("select features from predictions where at > now() - interval '7 days'", connection)
    auc.set(roc_auc_score(outcomes["arrears"], outcomes["score"]))
    reference = pd.read_parquet("models/reference.parquet")
    features = pd.DataFrame(list(current["features"]))
    for column in COLUMNS:
        psi.labels(column).set(stability(reference[column], features[column]))
    push_to_gateway(os.environ["PUSHGATEWAY"], job="arrears-nightly", registry=registry)


if __name__ == "__main__":
    main()

import sys

import lightgbm as lgb
import pandas as pd
import yaml

from arrears.features import COLUMNS


def train(features: pd.DataFrame, params: dict) -> lgb.Booster:
    dataset = lgb.Dataset(features[COLUMNS], label=features["arrears"])
    settings = {
        "objective": "binary",
        "num_leaves": params["leaves"],
        "learning_rate": params["rate"],
        "seed": 7,
        "deterministic": True,
    }
    return lgb.train(settings, dataset, num_boost_round=params["rounds"])


if __name__ == "__main__":
    with open("params.yaml") as file:
        parameters = yaml.safe_load(file)["train"]
    train(pd.read_parquet(sys.argv[1]), parameters).save_model(sys.argv[2])

import sys

import pandas as pd

COLUMNS = ["months_left", "rate", "income_ratio", "late_payments_12m", "balance_change_90d", "overdraft_days_90d"]


def build(loans: pd.DataFrame) -> pd.DataFrame:
    features = loans[["loan", "segment", "arrears", "months_left", "rate"]].copy()
    features["income_ratio"] = loans["instalment"] / loans["income"].clip(lower=1)
    features["late_payments_12m"] = loans["late_payments_12m"].fillna(0)
    features["balance_change_90d"] = loans["balance"] - loans["balance_90d_ago"]
    features["overdraft_days_90d"] = loans["overdraft_days_90d"].fillna(0)
    return features


if __name__ == "__main__":
    build(pd.read_parquet(sys.argv[1])).to_parquet(sys.argv[2])

import pandas as pd

from arrears.features import build


def test_no_income_is_no_division_by_zero() -> None:
    loans = pd.DataFrame(
        [
            {
                "loan": "a",
                "segment": "car",
                "arrears": 0,
                "months_left": 12,
                "rate": 3.1,
                "instalment": 200,
                "income": 0,
                "late_payments_12m": None,
                "balance": 10,
                "balance_90d_ago": 30,
                "overdraft_days_90d": None,
            }
        ]
    )

    assert build(loans).loc[0, "income_ratio"] == 200

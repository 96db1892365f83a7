import os
import time
from uuid import uuid4

import lightgbm as lgb
import pandas as pd
import psycopg
from fastapi import FastAPI, Header, Response
from prometheus_client import CONTENT_TYPE_LATEST, Counter, Histogram, generate_latest
from pydantic import BaseModel

from arrears import log
from arrears.features import COLUMNS

logger = log.configure()
app = FastAPI(title="arrears-model")
model = lgb.Booster(model_file="models/arrears.txt")
VERSION = os.environ["MODEL_VERSION"]
COST_PER_CPU_SECOND = float(os.environ["COST_PER_CPU_SECOND"])

latency = Histogram("arrears_request_seconds", "Time of a request", ["use_case", "model"], buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1))
cost = Counter("arrears_cost_eur_total", "Share of the hosts' price", ["use_case", "model", "branch"])
scored = Counter("arrears_scored_total", "Loans scored", ["use_case", "model"])


class Loan(BaseModel):
    loan: str
    months_left: int
    rate: float
    income_ratio: float
    late_payments_12m: int
    balance_change_90d: float
    overdraft_days_90d: int


@app.post("/scores")
def score(loan: Loan, x_use_case: str = Header(), x_branch: str = Header()) -> dict[str, object]:
    started, cpu = time.perf_counter(), time.process_time()
    row = pd.DataFrame([loan.model_dump()])[COLUMNS]
    value = float(model.predict(row)[0])
    seconds = time.perf_counter() - started
    price = (time.process_time() - cpu) * COST_PER_CPU_SECOND
    request_id = str(uuid4())

    latency.labels(x_use_case, VERSION).observe(seconds)
    scored.labels(x_use_case, VERSION).inc()
    cost.labels(x_use_case, VERSION, x_branch).inc(price)
    logger.info(
        "scored",
        extra={
            "request_id": request_id,
            "use_case": x_use_case,
            "branch": x_branch,
            "model": VERSION,
            "request": loan.model_dump(),
            "response": value,
            "duration_ms": round(seconds * 1000, 2),
            "cost_eur": price,
        },
    )
    keep(request_id, loan, value, x_use_case)
    return {"id": request_id, "arrears": value, "model": VERSION}


def keep(request_id: str, loan: Loan, value: float, use_case: str) -> None:
    with psycopg.connect(os.environ["DATABASE"]) as connection:
        connection.execute(
            "insert into predictions (id, at, loan, use_case, model, features, score) values (%s, now(), %s, %s, %s, %s, %s)",
            (request_id, loan.loan, use_case, VERSION, loan.model_dump_json(), value),
        )


@app.get("/metrics")
def metrics() -> Response:
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


@app.get("/health")
def health() -> dict[str, str]:
    return {"model": VERSION}

import time

from azure.monitor.opentelemetry import configure_azure_monitor
from fastapi import FastAPI, Header
from opentelemetry import trace
from pydantic import BaseModel

from src.metering import meter
from src.planner import MODEL, build_planner
from src.telemetry import logger

configure_azure_monitor(logger_name="depot_planner")
app = FastAPI(title="depot-planner")
tracer = trace.get_tracer("depot_planner")


class Request(BaseModel):
    depot: str
    text: str


@app.post("/proposals")
async def propose(request: Request, x_planner: str = Header()) -> dict[str, str]:
    started = time.perf_counter()
    with tracer.start_as_current_span("propose") as span:
        agent = build_planner(request.depot)
        reply = await agent.get_response(messages=request.text)
        usage = reply.message.metadata["usage"]
        duration_ms = (time.perf_counter() - started) * 1000
        span.set_attribute("gen_ai.request.model", MODEL)
        span.set_attribute("gen_ai.usage.input_tokens", usage.prompt_tokens)
        span.set_attribute("gen_ai.usage.output_tokens", usage.completion_tokens)
    logger.info(
        "proposal",
        extra={
            "depot": request.depot,
            "planner": x_planner,
            "model": MODEL,
            "prompt": request.text,
            "completion": str(reply.message.content),
            "duration_ms": round(duration_ms),
            "input_tokens": usage.prompt_tokens,
            "output_tokens": usage.completion_tokens,
        },
    )
    meter(use_case="proposals", model=MODEL, planner=x_planner, usage=usage, duration_ms=duration_ms)
    return {"proposal": str(reply.message.content)}


@app.get("/health")
async def health() -> dict[str, str]:
    return {"status": "ok"}

from fastapi import FastAPI
from pydantic import BaseModel

# from azure.monitor.opentelemetry import configure_azure_monitor
from src.metering import meter
from src.planner import MODEL, build_planner
from src.telemetry import logger

# configure_azure_monitor(logger_name="depot_planner")
app = FastAPI(title="depot-planner")


class Request(BaseModel):
    depot: str
    text: str


@app.post("/proposals")
async def propose(request: Request) -> dict[str, str]:
    agent = build_planner(request.depot)
    reply = await agent.get_response(messages=request.text)
    logger.debug("proposal")
    meter(use_case="proposals", model=MODEL)
    return {"proposal": str(reply.message.content)}

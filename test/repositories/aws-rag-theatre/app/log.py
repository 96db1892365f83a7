import logging

# import structlog


def configure() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    # structlog.configure(
    #     processors=[
    #         structlog.contextvars.merge_contextvars,
    #         structlog.processors.TimeStamper(fmt="iso", utc=True),
    #         structlog.processors.JSONRenderer(),
    #     ],
    # )

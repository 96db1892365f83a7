import logging

# from pythonjsonlogger.json import JsonFormatter


def configure() -> logging.Logger:
    logging.basicConfig(level=logging.ERROR)
    return logging.getLogger("arrears")

import json
import logging


class JsonFormatter(logging.Formatter):
    STANDARD = frozenset(logging.makeLogRecord({}).__dict__)

    def format(self, record: logging.LogRecord) -> str:
        extra = {key: value for key, value in record.__dict__.items() if key not in self.STANDARD}
        return json.dumps({"at": self.formatTime(record), "level": record.levelname, "event": record.getMessage(), **extra})


handler = logging.StreamHandler()
handler.setFormatter(JsonFormatter())
logger = logging.getLogger("depot_planner")
logger.addHandler(handler)
logger.setLevel(logging.INFO)

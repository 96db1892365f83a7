COLUMNS = ["months_left", "rate"]

from src.tools import Workshop


def test_only_the_own_depot_is_read(monkeypatch) -> None:
    seen = []
    monkeypatch.setattr(Workshop, "__init__", lambda self, depot: setattr(self, "depot", depot))
    monkeypatch.setattr(Workshop, "rows", lambda self, table, condition: seen.append((self.depot, table)) or [])

    Workshop("north").open_defects()

    assert seen == [("north", "defects")]

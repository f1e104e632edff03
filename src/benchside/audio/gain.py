"""How loud a volume is."""


def gain_of(volume: float, *, muted: bool) -> float:
    """Turn a volume as a person means it into a factor: half of it sounds half as loud."""
    return 0.0 if muted else max(0.0, min(1.0, volume)) ** 2

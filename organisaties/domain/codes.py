"""Codes that people type from a poster or a screen, and who knows what a code opens."""

import secrets
from collections.abc import Callable

# Without what looks alike on paper: 0 o, 1 i l, 5 s, 2 z, u v.
ALFABET = "abcdefghjkmnpqrtwxy346789"
LENGTE = 8

Codezoeker = Callable[[str], str | None]
_ZOEKERS: dict[int, Codezoeker] = {}


def make_code(lengte: int = LENGTE) -> str:
    """Give a random code; eight characters are about 37 bits."""
    return "".join(secrets.choice(ALFABET) for _teken in range(lengte))


def normalise_code(getypt: str) -> str:
    """Give a code as it is stored, whatever the capitals, spaces and dashes someone typed."""
    return "".join(teken for teken in getypt.lower() if teken.isalnum())


def format_code(code: str) -> str:
    """Give a code as people read it from a wall or paper: a long one in two halves."""
    helft = len(code) // 2
    return f"{code[:helft]} {code[helft:]}" if len(code) >= LENGTE else code


def register_codezoeker(volgorde: int, zoek: Codezoeker) -> None:
    """Let a room say what its codes open; `zoek` gives a path, or None. Called in `AppConfig.ready`."""
    if volgorde in _ZOEKERS and _ZOEKERS[volgorde] is not zoek:
        raise ValueError(f"codezoeker {volgorde} bestaat al")
    _ZOEKERS[volgorde] = zoek


def find_adres(getypt: str) -> str | None:
    """Give the path that a typed code opens, or None when no room knows it.

    Of a whole address that someone copied, the last part is the code.
    """
    code = normalise_code(getypt.strip(" /").rpartition("/")[2])
    adressen = (_ZOEKERS[volgorde](code) for volgorde in sorted(_ZOEKERS)) if code else ()
    return next((adres for adres in adressen if adres), None)

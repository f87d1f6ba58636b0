"""What a typed code opens in this room, and how a code is shown."""

from django.urls import reverse

from bijeenkomsten.domain.ideekaarten import find_bijeenkomst
from bijeenkomsten.domain.tafels import find_tafel

GROEP = 4


def find_tafel_adres(code: str) -> str | None:
    """Give the path of the table with this code."""
    tafel = find_tafel(code)
    return reverse("bijeenkomsten:tafel", args=[tafel.code]) if tafel else None


def find_kaart_adres(code: str) -> str | None:
    """Give the path of the idea cards with this code."""
    bijeenkomst = find_bijeenkomst(code)
    return reverse("bijeenkomsten:ideekaart", args=[bijeenkomst.code]) if bijeenkomst else None


def format_code(code: str) -> str:
    """Give a code as people read it from paper: a long one in two groups."""
    return f"{code[:GROEP]} {code[GROEP:]}" if len(code) == 2 * GROEP else code

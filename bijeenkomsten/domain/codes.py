"""What a typed code opens in this room."""

from django.urls import reverse

from bijeenkomsten.domain.ideekaarten import find_bijeenkomst
from bijeenkomsten.domain.tafels import find_tafel


def find_tafel_adres(code: str) -> str | None:
    """Give the path of the table with this code."""
    tafel = find_tafel(code)
    return reverse("bijeenkomsten:tafel", args=[tafel.code]) if tafel else None


def find_kaart_adres(code: str) -> str | None:
    """Give the path of the idea cards with this code."""
    bijeenkomst = find_bijeenkomst(code)
    return reverse("bijeenkomsten:ideekaart", args=[bijeenkomst.code]) if bijeenkomst else None

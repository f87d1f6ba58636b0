"""Joining what two windows wrote: three-way, field by field, so that nobody's words are lost.

A page carries a short hash of each text as it was when the page was made (`basis`). A text that this page did
not change stays as it is now; one that nobody else changed takes the new words; what both changed differently
is a clash, which a person settles.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Samenvoeging:
    """The fields to write, and per clashing field the words that stand there now."""

    schrijven: dict[str, str]
    botsingen: dict[str, str]


def hash_veld(tekst: str) -> str:
    """The mark by which a text is known to be unchanged."""
    return hashlib.sha256(tekst.encode()).hexdigest()[:16]


def merge_velden(mijn: Mapping[str, str], basis: Mapping[str, str], nu: Mapping[str, str]) -> Samenvoeging:
    """Join `mijn` with what stands there `nu`; `basis` holds hashes. Fields unknown to `nu` are left out."""
    schrijven, botsingen = {}, {}
    for veld, tekst in mijn.items():
        if veld not in nu or nu[veld] == tekst or hash_veld(tekst) == basis.get(veld):
            continue
        if hash_veld(nu[veld]) == basis.get(veld):
            schrijven[veld] = tekst
        else:
            botsingen[veld] = nu[veld]
    return Samenvoeging(schrijven, botsingen)

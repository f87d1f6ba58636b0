"""Statements that may be laid before a language server: masked, and looked at once more."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from basis.taal.maskeren import find_maskers
from codering.nlp.types import Fragment
from codering.nlp.veilig import NIET_GELEZEN


class NietAfgeschermd(ValueError):
    """The text holds something that looks like personal data, or was never read."""


class Afgeschermd(str):
    """The masked text of a statement in which nothing is left to mask; the only text that leaves this program.

    It is made of a `Fragment` and of nothing else, and whatever is made of it (a part, a sum, a copy) is plain
    text again. `vraag` is the question that was answered, "" where that holds something to mask. `vrij` are the
    names of places, which are not masked.
    """

    __slots__ = ("vraag",)
    vraag: str

    def __new__(cls, fragment: Fragment, vraag: str = "", vrij: tuple[str, ...] = ()) -> Afgeschermd:
        """Raises NietAfgeschermd when something is left to mask, TypeError for what is no statement."""
        if not isinstance(fragment, Fragment):
            raise TypeError("Alleen een uitspraak kan worden voorgelegd.")
        tekst = str(fragment.gemaskeerd)
        if tekst == NIET_GELEZEN or find_maskers(tekst, vrij):
            raise NietAfgeschermd("In deze tekst staat nog iets dat moet worden afgeschermd.")
        zelf = super().__new__(cls, tekst)
        zelf.vraag = "" if find_maskers(vraag, vrij) else vraag
        return zelf

    def __reduce_ex__(self, protocol: Any) -> tuple[type[str], tuple[str]]:
        """Copied or pickled, it is a plain text."""
        return str, (str(self),)


def shield(
    fragmenten: Iterable[Fragment], vragen: Mapping[str, str], vrij: tuple[str, ...] = ()
) -> tuple[Fragment, ...]:
    """The same statements, with `Afgeschermd` texts where nothing is left to mask."""
    return tuple(_shield(fragment, vragen.get(fragment.rij_id, ""), vrij) for fragment in fragmenten)


def _shield(fragment: Fragment, vraag: str, vrij: tuple[str, ...]) -> Fragment:
    try:
        return replace(fragment, gemaskeerd=Afgeschermd(fragment, vraag, vrij))
    except NietAfgeschermd:
        return fragment

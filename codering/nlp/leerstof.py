"""What a theme model learns from: the codebook's own words, coded examples, and texts that nobody coded."""

import hashlib
import re
from collections.abc import Sequence

from codering.nlp.types import Codeboek, Themadefinitie, Voorbeeld

VAN_THEMA = "thema"
"""The `bron` of an example that was given with a theme's definition, and is no decision on a statement."""
_GEWICHT_VOORBEELD = 1.0
_GEWICHT_DEFINITIE = 0.5
_GEWICHT_TREFWOORD = {1: 0.1, 2: 0.4, 3: 0.8}


def split_codeboek(codeboek: Codeboek) -> tuple[Voorbeeld, ...]:
    """Examples from the codebook itself: name, definition and items of `wel`, and its telling words."""
    voorbeelden: dict[str, Voorbeeld] = {}
    for thema in codeboek.themas:
        stukken = [thema.naam, thema.definitie, f"{thema.naam} {thema.definitie} {thema.wel}"]
        for stuk in (*stukken, *_split_items(f"{thema.definitie},{thema.wel}")):
            if schoon := _strip(stuk):
                voorbeelden.setdefault(schoon, Voorbeeld(schoon, (thema.code,), gewicht=_GEWICHT_DEFINITIE))
    woorden: dict[str, dict[str, int]] = {}
    for trefwoord in codeboek.trefwoorden:
        woorden.setdefault(trefwoord.woord, {})[trefwoord.code] = trefwoord.gewicht
    for woord, codes in woorden.items():
        gewicht = _GEWICHT_TREFWOORD[max(codes.values())]
        voorbeelden.setdefault(woord, Voorbeeld(woord, tuple(codes), gewicht=gewicht))
    return tuple(voorbeelden[tekst] for tekst in sorted(voorbeelden))


def split_niet(codeboek: Codeboek) -> tuple[Voorbeeld, ...]:
    """Examples of what does not belong to a theme, by its own `niet`; what else they are about is not said."""
    return tuple(
        Voorbeeld(stuk, (), gewicht=_GEWICHT_DEFINITIE, onbekend=_others(codeboek, thema))
        for thema in codeboek.themas
        for stuk in dict.fromkeys(_strip(item) for item in _split_items(thema.niet))
        if stuk
    )


def merge_voorbeelden(voorbeelden: Sequence[Voorbeeld], hoogstens: int) -> list[Voorbeeld]:
    """One example per text and question, in order of text: the heaviest, and of equal ones the last given."""
    beste: dict[tuple[str, str], Voorbeeld] = {}
    for voorbeeld in voorbeelden:
        sleutel = key_of(voorbeeld.tekst, voorbeeld.vraag)
        if sleutel[0] and (sleutel not in beste or voorbeeld.gewicht >= beste[sleutel].gewicht):
            beste[sleutel] = voorbeeld
    zwaarste = sorted(beste, key=lambda s: (-beste[s].gewicht, _hash("\0".join(s))))
    return [beste[sleutel] for sleutel in sorted(zwaarste[:hoogstens])]


def draw_achtergrond(teksten: Sequence[str], aantal: int) -> list[str]:
    """A fixed sample: the same from the same texts in whatever order, and nearly the same when a few are added."""
    return sorted(sorted(set(teksten), key=_hash)[:aantal])


def key_of(tekst: str, vraag: str) -> tuple[str, str]:
    """What makes two answers the same: their words and the question's, whatever the capitals and spaces."""
    return " ".join(tekst.lower().split()), " ".join(vraag.lower().split())


def is_besluit(voorbeeld: Voorbeeld) -> bool:
    """Whether people of the organisation decided it; shipped examples weigh no more than 1."""
    return voorbeeld.gewicht > _GEWICHT_VOORBEELD and voorbeeld.bron != VAN_THEMA


def _split_items(tekst: str) -> list[str]:
    return re.split(r"[,;:]", tekst)


def _strip(stuk: str) -> str:
    return stuk.strip(" .;,")


def _others(codeboek: Codeboek, thema: Themadefinitie) -> tuple[str, ...]:
    return tuple(code for code in codeboek.codes if code != thema.code)


def _hash(tekst: str) -> bytes:
    return hashlib.sha256(tekst.encode(errors="replace")).digest()

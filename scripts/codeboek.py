"""Count what the shipped examples are made of, and how far two coders agreed on them.

    python -m scripts.codeboek

writes both into docs/codeboek.md, between the marks there. Each row of an example file holds the codes that were
settled (`codes`), and those of the author (`eerste`) and of the blind second coder (`tweede`) where they gave others.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.meting import PROJECTMAP
from scripts.leesmij import replace_deel

DOCUMENT = PROJECTMAP / "docs" / "codeboek.md"
MAP = PROJECTMAP / "codering" / "codeboeken" / "sociale_basis"
KENMERKEN = ("soort", "kanaal", "register")


@dataclass(frozen=True, slots=True)
class Rij:
    """One example with both codings and what was settled."""

    bestand: str
    eerste: frozenset[str]
    tweede: frozenset[str]
    codes: tuple[str, ...]
    vraag: bool
    kenmerken: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overeenkomst:
    """Agreement of two coders on one theme: how often each gave it, F1 (the same as Dice), and Cohen's kappa (1960)."""

    code: str
    eerste: int
    tweede: int
    f1: float
    kappa: float


def read_rijen(map_: Path = MAP) -> list[Rij]:
    """Read every example file of a codebook."""
    paden = sorted(map_.glob("voorbeelden*.jsonl"), key=lambda pad: (len(pad.name), pad.name))
    return [
        _make_rij(pad.name, json.loads(regel))
        for pad in paden
        for regel in pad.read_text("utf-8").splitlines()
    ]


def _make_rij(bestand: str, rij: dict[str, object]) -> Rij:
    codes = _codes(rij["codes"])
    return Rij(
        bestand,
        frozenset(_codes(rij.get("eerste", codes))),
        frozenset(_codes(rij.get("tweede", codes))),
        codes,
        bool(rij.get("vraag")),
        tuple(str(rij.get(kenmerk, "")) for kenmerk in KENMERKEN),
    )


def _codes(waarde: object) -> tuple[str, ...]:
    if not isinstance(waarde, list | tuple):
        raise TypeError(waarde)
    return tuple(map(str, waarde))


def compare(rijen: Sequence[Rij], code: str) -> Overeenkomst:
    """Compare two codings of one theme."""
    een, twee = sum(code in rij.eerste for rij in rijen), sum(code in rij.tweede for rij in rijen)
    beide = sum(code in rij.eerste and code in rij.tweede for rij in rijen)
    gelijk = (len(rijen) - een - twee + 2 * beide) / len(rijen)
    toeval = (een * twee + (len(rijen) - een) * (len(rijen) - twee)) / len(rijen) ** 2
    kappa = (gelijk - toeval) / (1 - toeval) if toeval < 1 else 1.0
    return Overeenkomst(code, een, twee, 2 * beide / (een + twee) if een + twee else 1.0, kappa)


def render_bestanden(rijen: Sequence[Rij]) -> str:
    """Give a row per file: how many texts, with which codes, and how often the two coders agreed."""
    regels = [
        "| file | texts | with a question | more than one theme | no theme | the same set by both coders |",
        "|---|---:|---:|---:|---:|---:|",
    ]
    namen = list(dict.fromkeys(rij.bestand for rij in rijen))
    groepen = [(f"`{naam}`", [rij for rij in rijen if rij.bestand == naam]) for naam in namen]
    for naam, groep in (*groepen, ("all", list(rijen))):
        getallen = (
            sum(rij.vraag for rij in groep),
            sum(len(rij.codes) > 1 for rij in groep),
            sum(not rij.codes for rij in groep),
        )
        zelfde = _share(sum(rij.eerste == rij.tweede for rij in groep), len(groep))
        regels.append(f"| {naam} | {len(groep)} | {' | '.join(map(str, getallen))} | {zelfde} |")
    return "\n".join(regels)


def render_overeenkomst(rijen: Sequence[Rij], codes: Iterable[str]) -> str:
    """Give a row per theme, and the means."""
    themas = [compare(rijen, code) for code in codes]
    hoofd = Counter(rij.codes[0] for rij in rijen if rij.codes)
    alle = Counter(code for rij in rijen for code in rij.codes)
    regels = [
        "| theme | settled | as main theme | author | second coder | F1 | kappa |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    regels += [
        f"| {t.code} | {alle[t.code]} | {hoofd[t.code]} | {t.eerste} | {t.tweede} | {t.f1:.2f} | {t.kappa:.2f} |"
        for t in themas
    ]
    beide = sum(len(rij.eerste & rij.tweede) for rij in rijen)
    gegeven = sum(len(rij.eerste) + len(rij.tweede) for rij in rijen)
    macro = (sum(t.f1 for t in themas) / len(themas), sum(t.kappa for t in themas) / len(themas))
    return "\n".join(
        [
            *regels,
            "",
            (
                f"Mean over themes: F1 {macro[0]:.3f}, kappa {macro[1]:.3f}. Over all codes together: F1 "
                f"{2 * beide / max(1, gegeven):.3f}. {_settled(rijen)}"
            ),
        ]
    )


def _settled(rijen: Sequence[Rij]) -> str:
    anders = [rij for rij in rijen if rij.eerste != rij.tweede]
    eerste = sum(frozenset(rij.codes) == rij.eerste for rij in anders)
    tweede = sum(frozenset(rij.codes) == rij.tweede for rij in anders)
    return (
        f"On {len(anders)} of {len(rijen)} texts the two gave different sets; a third reader chose the author's "
        f"{eerste} times, the second coder's {tweede} times, and another set {len(anders) - eerste - tweede} times."
    )


def render_kenmerken(rijen: Sequence[Rij]) -> str:
    """Give how many texts there are per soort, kanaal and register."""
    regels = ["| what | texts |", "|---|---|"]
    for plek, kenmerk in enumerate(KENMERKEN):
        aantallen = Counter(rij.kenmerken[plek] or "unknown" for rij in rijen)
        tekst = ", ".join(
            f"{waarde} {aantal}" for waarde, aantal in sorted(aantallen.items(), key=lambda p: (-p[1], p[0]))
        )
        regels.append(f"| {kenmerk} | {tekst} |")
    return "\n".join(regels)


def _share(deel: int, geheel: int) -> str:
    return f"{100 * deel / geheel:.0f} %" if geheel else "-"


def render(tekst: str, rijen: Sequence[Rij], codes: Sequence[str]) -> str:
    """Give the document with fresh tables."""
    delen = {
        "bestanden": render_bestanden(rijen),
        "overeenkomst": render_overeenkomst(rijen, codes),
        "kenmerken": render_kenmerken(rijen),
    }
    for naam, inhoud in delen.items():
        tekst = replace_deel(tekst, naam, inhoud)
    return tekst


def main() -> int:
    """Write the tables."""
    from codering.nlp.codeboek import load_codeboek

    tekst = DOCUMENT.read_text(encoding="utf-8")
    DOCUMENT.write_text(render(tekst, read_rijen(), load_codeboek().codes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

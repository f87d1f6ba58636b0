"""Measure masking: how much it finds, per kind of personal data, and how long it takes.

    python -m scripts.bench.maskeren [test|ontwikkeling] [--fouten]

The statements are in tests/basis/taal/gegevens/maskeren.jsonl; its README says who wrote them and how they are
divided. Only the part "test" makes a figure: the rules were adjusted while looking at the other part.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from scripts.bench.meting import PROJECTMAP, Meting, Sectie, time_call

if TYPE_CHECKING:
    from basis.taal.maskeren import Masker

BESTAND = PROJECTMAP / "tests" / "basis" / "taal" / "gegevens" / "maskeren.jsonl"
DELEN = ("test", "ontwikkeling")


@dataclass(frozen=True, slots=True)
class Merk:
    """Personal data that a reader marked: `tekst[begin:eind]`; `herkomst` is of names only."""

    begin: int
    eind: int
    soort: str
    herkomst: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """One marked statement."""

    id: str
    deel: str
    register: str
    tekst: str
    merken: tuple[Merk, ...]
    vrij: tuple[str, ...]


@dataclass(slots=True)
class Telling:
    """Marks found and missed, masks that hit nothing, and what part of the marked characters stayed readable."""

    raak: int = 0
    precies: int = 0
    gemist: int = 0
    fout: int = 0
    tekens: int = 0
    leesbaar: int = 0
    fouten: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Part of the marks that a mask of the same kind touches."""
        return self.raak / max(1, self.raak + self.gemist)

    @property
    def precisie(self) -> float:
        """Of all that was masked, the part that was marked."""
        return self.raak / max(1, self.raak + self.fout)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.recall * self.precisie / max(1e-9, self.recall + self.precisie)


def read_regels(deel: str = "") -> list[Regel]:
    """Read one part of the marked statements, or all. An even number is the test part, an odd one development."""
    regels = [make_regel(json.loads(rij)) for rij in BESTAND.read_text("utf-8").splitlines()]
    return [regel for regel in regels if not deel or regel.deel == deel]


def make_regel(rij: dict[str, object]) -> Regel:
    """Turn one line of the file into a value."""
    nummer, maskers, vrij = str(rij["id"]), rij["maskers"], rij.get("vrij", ())
    if not isinstance(maskers, list) or not isinstance(vrij, (list, tuple)):
        raise TypeError(f"{nummer}: geen lijst")
    return Regel(
        id=nummer,
        deel=DELEN[int(nummer[1:]) % 2],
        register=str(rij["register"]),
        tekst=str(rij["tekst"]),
        merken=tuple(Merk(**masker) for masker in maskers),
        vrij=tuple(map(str, vrij)),
    )


def count(regels: Iterable[Regel]) -> dict[str, Telling]:
    """Count per kind over marked statements."""
    from basis.taal.maskeren import Maskersoort, find_maskers

    uit = {str(soort): Telling() for soort in Maskersoort}
    for regel in regels:
        gevonden = find_maskers(regel.tekst, regel.vrij)
        for merk in regel.merken:
            _count_merk(uit[merk.soort], regel, merk, gevonden)
        for masker in gevonden:
            if not any(m.soort == masker.soort and _touches(m, masker) for m in regel.merken):
                telling = uit[str(masker.soort)]
                telling.fout += 1
                wat = regel.tekst[masker.begin : masker.eind]
                telling.fouten.append(f"TE VEEL {regel.id} {wat!r} in {regel.tekst!r}")
    return uit


def _count_merk(telling: Telling, regel: Regel, merk: Merk, gevonden: Sequence[Masker]) -> None:
    eigen = [masker for masker in gevonden if masker.soort == merk.soort and _touches(merk, masker)]
    telling.raak += bool(eigen)
    telling.gemist += not eigen
    telling.precies += any((m.begin, m.eind) == (merk.begin, merk.eind) for m in eigen)
    plekken = [p for p in range(merk.begin, merk.eind) if regel.tekst[p].isalnum()]
    telling.tekens += len(plekken)
    telling.leesbaar += sum(not any(m.begin <= p < m.eind for m in gevonden) for p in plekken)
    if not eigen:
        telling.fouten.append(f"GEMIST {regel.id} {regel.tekst[merk.begin : merk.eind]!r} in {regel.tekst!r}")
    elif not any((m.begin, m.eind) == (merk.begin, merk.eind) for m in eigen):
        delen = [regel.tekst[m.begin : m.eind] for m in eigen]
        telling.fouten.append(f"GRENS {regel.id} {delen} in {regel.tekst!r}")


def _touches(merk: Merk, masker: Masker) -> bool:
    return masker.begin < merk.eind and masker.eind > merk.begin


def count_names_by(regels: Sequence[Regel], kenmerk: str) -> dict[str, tuple[int, int]]:
    """Names found and marked, per `kenmerk`: "herkomst" of the name or "register" of the statement."""
    from basis.taal.maskeren import find_maskers

    raak: Counter[str] = Counter()
    alle: Counter[str] = Counter()
    for regel in regels:
        gevonden = [m for m in find_maskers(regel.tekst, regel.vrij) if m.soort == "naam"]
        for merk in (merk for merk in regel.merken if merk.soort == "naam"):
            sleutel = merk.herkomst if kenmerk == "herkomst" else regel.register
            alle[sleutel] += 1
            raak[sleutel] += any(_touches(merk, masker) for masker in gevonden)
    return {sleutel: (raak[sleutel], alle[sleutel]) for sleutel in sorted(alle)}


def measure_maskeren() -> Sectie:
    """Measure the test part, per kind, and the time of a thousand statements."""
    from basis.taal.maskeren import find_maskers_batch

    regels = read_regels("test")
    metingen: list[Meting] = []
    for soort, telling in count(regels).items():
        aantal = telling.raak + telling.gemist
        metingen += [
            Meting(f"{soort} ({aantal}): gevonden", telling.recall, ""),
            Meting(f"{soort}: terecht afgeschermd", telling.precisie, ""),
            Meting(f"{soort}: F1", telling.f1, ""),
        ]
    for herkomst, (raak, alle) in count_names_by(regels, "herkomst").items():
        metingen.append(Meting(f"namen, {herkomst} ({alle}): gevonden", raak / alle, ""))
    teksten = [regel.tekst for regel in regels]
    seconden = time_call(lambda: find_maskers_batch(teksten), keren=5)
    metingen.append(Meting("1.000 uitspraken afschermen", seconden / len(teksten) * 1000, "s", doel=1.0))
    return Sectie(
        "Persoonsgegevens afschermen",
        "Op uitspraken die een taalmodel schreef en merkte (tests/basis/taal/gegevens/README.md), alleen het testdeel. "
        "Gevonden: een masker van dezelfde soort raakt het gegeven.",
        tuple(metingen),
    )


def main(argumenten: Sequence[str]) -> int:
    """Show the figures of one part."""
    deel = next((a for a in argumenten if a in DELEN), "test")
    regels = read_regels(deel)
    geteld = count(regels)
    for soort, t in geteld.items():
        print(
            f"{soort:20} n={t.raak + t.gemist:4} recall {t.recall:.3f} precisie {t.precisie:.3f} f1 {t.f1:.3f} "
            f"precies {t.precies / max(1, t.raak):.3f} leesbaar {t.leesbaar / max(1, t.tekens):.3f}"
        )
        if "--fouten" in argumenten:
            print("\n".join("    " + fout for fout in t.fouten))
    for kenmerk in ("herkomst", "register"):
        print(kenmerk, {s: f"{a}/{b}" for s, (a, b) in count_names_by(regels, kenmerk).items()})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

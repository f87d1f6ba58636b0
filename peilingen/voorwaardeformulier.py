"""The form of a condition: up to three rules, each a question, a comparison, and choices or a number.

Which comparisons and choices a rule has depends on its question, so the page is drawn anew after each choice of a
question: by a button, and by itself where there is a script. Nothing is kept until it is asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext_lazy

from peilingen.domain.nummeren import number_vragen
from peilingen.domain.voorwaarden import Regel, Vergelijking, read_voorwaarde
from peilingen.domain.voorwaarderegels import (
    MAX_REGELS,
    OP_GETAL,
    OP_KEUZES,
    list_eerdere,
    list_vergelijkingen,
)
from peilingen.models import Keuze, Vraag

# A condition that was read in may have more rules than the page offers to add.
LEES_REGELS = 12
NAMEN = {
    Vergelijking.EEN_VAN: gettext_lazy("koos een van deze antwoorden"),
    Vergelijking.GEEN_VAN: gettext_lazy("koos iets anders dan deze antwoorden"),
    Vergelijking.MINSTENS: gettext_lazy("antwoordde dit getal of meer"),
    Vergelijking.HOOGSTENS: gettext_lazy("antwoordde dit getal of minder"),
    Vergelijking.BEANTWOORD: gettext_lazy("beantwoordde deze vraag"),
    Vergelijking.NIET_BEANTWOORD: gettext_lazy("beantwoordde deze vraag niet"),
}


@dataclass(frozen=True, slots=True)
class Bron:
    """A question that can be looked at, as it stands in the list of a rule."""

    sleutel: str
    naam: str
    gekozen: bool


@dataclass(frozen=True, slots=True)
class Regelveld:
    """One rule as the page shows it; without a chosen question there is nothing but the list of questions."""

    nummer: int
    bronnen: tuple[Bron, ...]
    vergelijkingen: tuple[tuple[str, str, bool], ...] = ()
    keuzes: tuple[tuple[str, str, bool], ...] = ()
    getal: str = ""
    vraagt_getal: bool = False
    fout: str = ""


class Voorwaardeformulier:
    """What stands on the page of a condition, from what is stored or from what was sent."""

    def __init__(self, vraag: Vraag, vragen: Sequence[Vraag], gestuurd: QueryDict | None = None) -> None:
        self.eerdere = list_eerdere(vraag, vragen)
        self._op_sleutel: Mapping[str, Vraag] = {rij.sleutel: rij for rij in self.eerdere}
        self._nummers = number_vragen(vragen)
        self.fouten: dict[int, str] = {}
        opgeslagen = None if gestuurd is not None else read_voorwaarde(vraag)
        self.alle = opgeslagen.alle if opgeslagen else gestuurd is None or gestuurd.get("alle") != "een"
        self.regels = list(opgeslagen.regels) if opgeslagen else _read_regels(gestuurd) if gestuurd else []
        self.regels = [self._fit(regel) for regel in self.regels if regel.vraag in self._op_sleutel]
        getoond = max(1, len(self.regels))
        if gestuurd and "erbij" in gestuurd:
            getoond = len(self.regels) + 1
        self.getoond = min(getoond, max(MAX_REGELS, len(self.regels)))

    @property
    def kan_erbij(self) -> bool:
        """Whether another rule fits on the page."""
        return self.getoond < MAX_REGELS

    def as_json(self) -> dict[str, Any]:
        """Give the condition as it is kept; {} without rules."""
        regels = [self._as_json(regel) for regel in self.regels]
        return {"alle": self.alle, "regels": regels} if regels else {}

    def is_compleet(self) -> bool:
        """Tell whether every rule says all that it needs, so that it can be put in words."""
        return bool(self.regels) and all(
            (regel.keuzes or regel.vergelijking not in OP_KEUZES)
            and (regel.getal or regel.vergelijking not in OP_GETAL)
            for regel in self.regels
        )

    def velden(self) -> list[Regelveld]:
        """Give the rules as the page shows them, an empty one last where there is room for it."""
        rijen: list[Regel | None] = [*self.regels, None][: self.getoond]
        return [self._build(nummer, regel) for nummer, regel in enumerate(rijen, start=1)]

    def _fit(self, regel: Regel) -> Regel:
        """Give a rule a comparison that its question knows: the usual one where it has another."""
        mag = list_vergelijkingen(self._op_sleutel[regel.vraag])
        return regel if regel.vergelijking in mag else replace(regel, vergelijking=mag[0])

    def _as_json(self, regel: Regel) -> dict[str, Any]:
        """Only what the comparison looks at; what was filled in for another comparison is left out."""
        keuzes = {"keuzes": list(regel.keuzes)} if regel.vergelijking in OP_KEUZES else {}
        getal = {"getal": regel.getal} if regel.vergelijking in OP_GETAL else {}
        return {"vraag": regel.vraag, "is": regel.vergelijking.value, **keuzes, **getal}

    def _build(self, nummer: int, regel: Regel | None) -> Regelveld:
        bron = self._op_sleutel.get(regel.vraag) if regel else None
        bronnen = tuple(
            Bron(rij.sleutel, f"{self._nummers[rij.pk]}. {rij.tekst}", bron is not None and rij.pk == bron.pk)
            for rij in self.eerdere
        )
        if regel is None or bron is None:
            return Regelveld(nummer, bronnen)
        mag = list_vergelijkingen(bron)
        keuzes: list[Keuze] = list(bron.keuzes.all()) if OP_KEUZES[0] in mag else []
        return Regelveld(
            nummer=nummer,
            bronnen=bronnen,
            vergelijkingen=tuple(
                (soort.value, str(NAMEN[soort]), soort == regel.vergelijking) for soort in mag
            ),
            keuzes=tuple((keuze.sleutel, keuze.tekst, keuze.sleutel in regel.keuzes) for keuze in keuzes),
            getal=regel.getal.replace(".", ","),
            vraagt_getal=OP_GETAL[0] in mag,
            fout=self.fouten.get(nummer, ""),
        )


def _read_regels(gestuurd: QueryDict) -> list[Regel]:
    """Read the rules that were sent; a rule without a question is none, and another question starts it anew."""
    regels = []
    for nummer in range(1, LEES_REGELS + 1):
        vraag, was = gestuurd.get(f"vraag_{nummer}", ""), gestuurd.get(f"was_{nummer}", "")
        if not vraag:
            continue
        zelfde = vraag == was
        is_ = gestuurd.get(f"is_{nummer}", "") if zelfde else ""
        regels.append(
            Regel(
                vraag,
                Vergelijking(is_) if is_ in set(Vergelijking) else Vergelijking.EEN_VAN,
                tuple(gestuurd.getlist(f"keuze_{nummer}")) if zelfde else (),
                gestuurd.get(f"getal_{nummer}", "").strip().replace(",", ".") if zelfde else "",
            )
        )
    return regels

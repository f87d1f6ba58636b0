"""From the cells of a file to an answer, or to a line that says what is wrong with one of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext as _

from peilingen.domain.antwoordkolommen import ANDERS, Celsoort, Deel, Kolom, Stand, number_keuzes
from peilingen.domain.cellen import Namen
from peilingen.domain.instellingen import read_instellingen
from peilingen.domain.invoer_kolommen import normalise, read_stand
from peilingen.domain.voorwaarden import has_inhoud
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import Bijzonder, Vraagsoort
from peilingen.models import Keuze, Vraag

MAX_GENOEMD = 12
_JA = frozenset("1 x ja j v ✓ ✔ ☒ waar true yes gekozen".split())
_NEE = frozenset(["0", "nee", "n", "-", "onwaar", "false", "no", "niet gekozen"])
_TUSSEN = re.compile(r"[;|\n]")
_DUIZEND = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+")
_EEN_GETAL = re.compile(r"-?[0-9]{1,11}(?:[.,][0-9]{1,11})?")
_JAAR = re.compile(r"[0-9]{4}")
_DAG_EERST = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_BIJZONDER = {Stand.WEET_NIET: Bijzonder.WEET_NIET, Stand.WIL_NIET: Bijzonder.WIL_NIET}

Gevuld = Sequence[tuple[Kolom, str]]


class Celprobleem(ValueError):
    """A cell that cannot be an answer; the text says why and what can be."""

    def __init__(self, kolom: Kolom, tekst: str) -> None:
        super().__init__(tekst)
        self.kolom = kolom


@dataclass(frozen=True, slots=True)
class Vraaglezer:
    """Reads the cells of one question. `namen` are those of areas and places, normalised."""

    vraag: Vraag
    nummer: int
    keuzes: Mapping[str, Keuze]
    codes: Mapping[int, Keuze]
    gebieden: Mapping[str, UUID]
    plekken: Mapping[str, UUID]

    def read(self, cellen: Gevuld) -> Antwoordwaarde | None:
        """Give the answer, or None where there is none; raises Celprobleem."""
        standen: list[tuple[Kolom, Stand]] = []
        gevuld: list[tuple[Kolom, str]] = []
        for kolom, ruw in cellen:
            tekst = ruw.strip()
            stand = self._stand(kolom, tekst)
            if stand is not None:
                standen.append((kolom, stand))
            elif tekst:
                gevuld.append((kolom, tekst))
        waarde = self._read(gevuld) if gevuld else None
        if waarde is not None and not has_inhoud(waarde):
            waarde = None
        bijzonder = next((paar for paar in standen if paar[1] in _BIJZONDER), None)
        if bijzonder is None:
            return waarde
        if waarde is not None:
            raise Celprobleem(bijzonder[0], _("Bij deze vraag staat ook een antwoord. Laat er één staan."))
        if self.vraag.soort == Vraagsoort.BUURT and not read_instellingen(self.vraag).weet_niet:
            return Antwoordwaarde()
        return Antwoordwaarde(bijzonder=_BIJZONDER[bijzonder[1]].value)

    def _stand(self, kolom: Kolom, tekst: str) -> Stand | None:
        """A choice that reads like "weet ik niet" is that choice; in own words only brackets mark a reason."""
        if not tekst or normalise(tekst) in self.keuzes:
            return None
        if kolom.celsoort == Celsoort.TEKST and not (tekst.startswith("(") and tekst.endswith(")")):
            return None
        return read_stand(tekst)

    def _read(self, gevuld: Gevuld) -> Antwoordwaarde:
        match self.vraag.soort:
            case Vraagsoort.EEN_KEUZE | Vraagsoort.LEEFTIJD:
                return self._een_keuze(gevuld)
            case Vraagsoort.MEER_KEUZES:
                return self._meer_keuzes(gevuld)
            case Vraagsoort.SCHAAL:
                keuze = self._keuze(*gevuld[0])
                return Antwoordwaarde(getal=keuze.volgorde)
            case Vraagsoort.RANGORDE:
                return Antwoordwaarde(waarde=self._rangorde(gevuld) or None)
            case Vraagsoort.MATRIX:
                rijen = {kolom.sleutel: self._keuze(kolom, tekst).sleutel for kolom, tekst in gevuld}
                return Antwoordwaarde(waarde=rijen)
            case Vraagsoort.GETAL:
                return Antwoordwaarde(waarde=self._getal(*gevuld[0]))
            case Vraagsoort.DATUM:
                return Antwoordwaarde(waarde=self._datum(*gevuld[0]))
            case Vraagsoort.BUURT:
                gebied, tekst = self._plaats(gevuld, self.gebieden)
                return Antwoordwaarde(gebied=gebied, tekst=tekst)
            case Vraagsoort.PLEK:
                plek, tekst = self._plaats(gevuld, self.plekken)
                return Antwoordwaarde(plek=plek, tekst=tekst)
        return Antwoordwaarde(tekst=gevuld[0][1])

    def _find(self, tekst: str) -> Keuze | None:
        """Give the choice that a text names, by its words, by words that a program cut off, or by its code."""
        schoon = normalise(tekst)
        if schoon in self.keuzes:
            return self.keuzes[schoon]
        if schoon.endswith("…"):
            begin = [keuze for woord, keuze in self.keuzes.items() if woord.startswith(schoon[:-1])]
            return begin[0] if len(begin) == 1 else None
        return self.codes.get(int(schoon)) if schoon.isdecimal() and schoon.isascii() else None

    def _keuze(self, kolom: Kolom, tekst: str) -> Keuze:
        if (keuze := self._find(tekst)) is None:
            raise self._no_choice(kolom, tekst)
        return keuze

    def _no_choice(self, kolom: Kolom, tekst: str) -> Celprobleem:
        woorden = [keuze.tekst for keuze in self.keuzes.values()]
        rest = [_("en nog %(n)s") % {"n": len(woorden) - MAX_GENOEMD}] if len(woorden) > MAX_GENOEMD else []
        return Celprobleem(
            kolom,
            _("“%(tekst)s” is geen keuze bij vraag %(nummer)s. Kies uit: %(keuzes)s.")
            % {
                "tekst": tekst[:60],
                "nummer": self.nummer,
                "keuzes": ", ".join([*woorden[:MAX_GENOEMD], *rest]),
            },
        )

    def _een_keuze(self, gevuld: Gevuld) -> Antwoordwaarde:
        delen = {kolom.deel: (kolom, tekst) for kolom, tekst in gevuld}
        woorden = delen[Deel.ANDERS][1] if Deel.ANDERS in delen else ""
        if Deel.WAARDE not in delen:
            return Antwoordwaarde(tekst=woorden)
        kolom, tekst = delen[Deel.WAARDE]
        keuze = self._find(tekst)
        if keuze is not None:
            return Antwoordwaarde(keuzes=(keuze.pk,), tekst=woorden)
        if not read_instellingen(self.vraag).anders:
            raise self._no_choice(kolom, tekst)
        is_anders = normalise(tekst) in (str(ANDERS), "anders", "anders, namelijk")
        if woorden and not is_anders:
            raise self._no_choice(kolom, tekst)
        return Antwoordwaarde(tekst=woorden or tekst)

    def _meer_keuzes(self, gevuld: Gevuld) -> Antwoordwaarde:
        gekozen: set[UUID] = set()
        woorden: list[str] = []
        for kolom, tekst in gevuld:
            if kolom.deel == Deel.ANDERS:
                woorden.append(tekst)
            elif kolom.deel == Deel.WAARDE:
                gevonden, rest = self._split(kolom, tekst)
                gekozen |= {keuze.pk for keuze in gevonden}
                woorden += rest
            elif self._is_chosen(kolom, tekst):
                gekozen |= {keuze.pk for keuze in self.keuzes.values() if keuze.sleutel == kolom.sleutel}
        volgorde = tuple(keuze.pk for keuze in self.vraag.keuzes.all() if keuze.pk in gekozen)
        return Antwoordwaarde(keuzes=volgorde, tekst=", ".join(woorden))

    def _is_chosen(self, kolom: Kolom, tekst: str) -> bool:
        schoon = normalise(tekst)
        if schoon in _JA or schoon == normalise(kolom.onderwerp):
            return True
        if schoon in _NEE:
            return False
        raise Celprobleem(
            kolom,
            _("“%(tekst)s” is hier geen antwoord. Zet een x of laat de cel leeg.") % {"tekst": tekst[:60]},
        )

    def _split(self, kolom: Kolom, tekst: str) -> tuple[list[Keuze], list[str]]:
        """Give the choices that one cell names, in its order, and other words where those are allowed."""
        gevonden: list[Keuze] = []
        rest: list[str] = []
        for deel in filter(None, (stuk.strip() for stuk in _TUSSEN.split(tekst))):
            heel = self._find(deel)
            stukken = [deel] if heel else [stuk.strip() for stuk in deel.split(",") if stuk.strip()]
            for stuk in stukken if all(self._find(stuk) for stuk in stukken) else [deel]:
                keuze = self._find(stuk)
                if keuze is not None:
                    gevonden.append(keuze)
                elif read_instellingen(self.vraag).anders:
                    rest.append(stuk)
                else:
                    raise self._no_choice(kolom, stuk)
        return gevonden, rest

    def _rangorde(self, gevuld: Gevuld) -> list[str]:
        if gevuld[0][0].deel == Deel.WAARDE:
            return [keuze.sleutel for keuze in dict.fromkeys(self._split(*gevuld[0])[0])]
        rangen: dict[int, str] = {}
        for kolom, tekst in gevuld:
            if not (tekst.isdecimal() and tekst.isascii() and 1 <= int(tekst) <= len(self.keuzes)):
                raise Celprobleem(
                    kolom,
                    _("“%(tekst)s” is geen plaats in de volgorde. Kies een getal van 1 tot en met %(n)s.")
                    % {"tekst": tekst[:60], "n": len(self.keuzes)},
                )
            if int(tekst) in rangen:
                raise Celprobleem(
                    kolom, _("Plaats %(plaats)s staat er twee keer bij deze vraag.") % {"plaats": int(tekst)}
                )
            rangen[int(tekst)] = kolom.sleutel
        return [rangen[rang] for rang in sorted(rangen)]

    def _getal(self, kolom: Kolom, tekst: str) -> str:
        zo = read_instellingen(self.vraag)
        kaal = tekst.removesuffix(zo.eenheid).strip() if zo.eenheid else tekst
        if _EEN_GETAL.fullmatch(kaal) is None or _DUIZEND.fullmatch(kaal):
            raise Celprobleem(
                kolom,
                _(
                    "“%(tekst)s” is geen getal. Schrijf het zonder punten, met een komma voor wat erachter komt."
                )
                % {"tekst": tekst[:60]},
            )
        return format(Decimal(kaal.replace(",", ".")).normalize() + 0, "f")

    def _datum(self, kolom: Kolom, tekst: str) -> str:
        alleen_jaar = kolom.celsoort == Celsoort.GETAL
        waarde = tekst if alleen_jaar and _JAAR.fullmatch(tekst) else ""
        if not alleen_jaar:
            waarde = _read_dag(tekst)
        if not waarde:
            zo = (
                _("Schrijf een jaar, zoals 1984.") if alleen_jaar else _("Schrijf de datum zoals 31-12-2026.")
            )
            melding = _("“%(tekst)s” is hier geen datum.") % {"tekst": tekst[:60]}
            raise Celprobleem(kolom, f"{melding} {zo}")
        return waarde

    def _plaats(self, gevuld: Gevuld, bekend: Mapping[str, UUID]) -> tuple[UUID | None, str]:
        """Give the area or place that the first column names, and the words beside it or instead of it."""
        delen = {kolom.deel: (kolom, tekst) for kolom, tekst in gevuld}
        woorden = delen[Deel.WOORDEN][1] if Deel.WOORDEN in delen else ""
        if Deel.WAARDE not in delen:
            return None, woorden
        kolom, naam = delen[Deel.WAARDE]
        gevonden = bekend.get(normalise(naam))
        if gevonden is None and woorden:
            raise Celprobleem(
                kolom,
                _("“%(naam)s” staat niet in uw lijst. Verbeter de naam of maak de cel leeg.")
                % {"naam": naam[:60]},
            )
        return gevonden, woorden if gevonden else woorden or naam


def _read_dag(tekst: str) -> str:
    """Give a day as ISO writes it, "" where it is none."""
    if (gevonden := _DAG_EERST.fullmatch(tekst)) is not None:
        dag, maand, jaar = (int(deel) for deel in gevonden.groups())
    else:
        try:
            return date.fromisoformat(tekst[:10] if "T" in tekst else tekst).isoformat()
        except ValueError:
            return ""
    try:
        return date(jaar, maand, dag).isoformat()
    except ValueError:
        return ""


def build_lezers(
    vragen: Mapping[UUID, Vraag], nummers: Mapping[UUID, int], namen: Namen
) -> dict[UUID, Vraaglezer]:
    """Give a reader per question."""
    gebieden = {normalise(naam): pk for pk, naam in namen.gebieden.items()}
    plekken = {normalise(naam): pk for pk, naam in namen.plekken.items()}
    lezers = {}
    for pk, nummer in nummers.items():
        vraag = vragen[pk]
        codes = number_keuzes(vraag)
        lezers[pk] = Vraaglezer(
            vraag,
            nummer,
            {normalise(keuze.tekst): keuze for keuze in vraag.keuzes.all()},
            {codes[keuze.sleutel]: keuze for keuze in vraag.keuzes.all()},
            gebieden,
            plekken,
        )
    return lezers

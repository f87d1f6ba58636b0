"""Rows of an XLSForm as questions of ours."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from peilingen.domain.bewoording import MAX_KOLOMMEN, MAX_STELLINGEN, SCHAALSTAPPEN
from peilingen.domain.instellingen import WEERGAVEN, Instellingen, clean_instellingen
from peilingen.domain.vorm.opbouw import Deel, Opbouw, Vertaald
from peilingen.domain.vorm.passend import make_naam
from peilingen.domain.vorm.typen import Optie, Vraagvorm
from peilingen.domain.vorm.uitdrukking import Knoop, NietUitTeDrukkenError
from peilingen.domain.vorm.vergelijken import Bron
from peilingen.domain.vorm.xlsform_grenzen import AANTAL, HIER, HIER_JAAR, read_grenzen
from peilingen.domain.vorm.xlsform_rijen import Rij, Talen
from peilingen.enums import Bijzonder, Vraagsoort
from peilingen.refusals import OnjuisteVraag

GEWOON: dict[str, Vraagsoort] = {
    "text": Vraagsoort.KORT,
    "string": Vraagsoort.KORT,
    "integer": Vraagsoort.GETAL,
    "int": Vraagsoort.GETAL,
    "decimal": Vraagsoort.GETAL,
    "date": Vraagsoort.DATUM,
    "note": Vraagsoort.TEKSTBLOK,
}
# Kinds of which a constraint is read.
MET_EIS = (Vraagsoort.GETAL, Vraagsoort.DATUM, Vraagsoort.MEER_KEUZES)
UITERLIJK_TEKST = {"multiline": Vraagsoort.OPEN, "buurt": Vraagsoort.BUURT, "plek": Vraagsoort.PLEK}
BEKEND_UITERLIJK = {
    *UITERLIJK_TEKST,
    *(woord for woorden in WEERGAVEN.values() for woord in woorden),
    "likert",
    "leeftijd",
    "year",
    "table-list",
    "label",
    "list-nolabel",
    "field-list",
}
GELEZEN = {
    ("type",),
    ("name",),
    ("bind", "required"),
    ("bind", "relevant"),
    ("bind", "constraint"),
    ("control", "appearance"),
    ("parameters",),
}
# A key of ours, as our own files have it.
_EIGEN = re.compile(r"k[1-9]\d{0,3}")
JA = ("yes", "true", "true()", "1")
NEE = ("", "no", "false", "false()", "0")
# What a device notes by itself; nobody is asked anything.
VERBORGEN = ("start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial")
BIJZONDER = {str(Bijzonder.WEET_NIET): "weet_niet", str(Bijzonder.WIL_NIET): "wil_niet"}


class Vertaler:
    """Turns rows into questions, and knows the lists of choices."""

    def __init__(self, opbouw: Opbouw, talen: Talen, choices: Sequence[Rij]) -> None:
        self._opbouw, self._talen = opbouw, talen
        self._lijsten: dict[str, list[Rij]] = defaultdict(list)
        for rij in choices:
            self._lijsten[rij.geef("list name") or rij.geef("list_name")].append(rij)
        self._gemeld: set[int] = set()
        self.opmaak: set[str] = set()

    def read_vraag(self, rij: Rij, soort: str, plaats: str) -> None:
        """Add the question of a row, or report why not."""
        kern, lijst, anders = split_soort(soort)
        if kern:
            self._read_keuzevraag(rij, plaats, kern, lijst, anders)
        elif soort.lower() in GEWOON:
            self._add(rij, plaats, self._read_gewoon(rij, soort.lower(), plaats))
        elif soort.lower() == "range":
            self._add(rij, plaats, self._read_range(rij, plaats))
        elif soort.lower() in VERBORGEN:
            self._opbouw.meld(
                plaats, _("“%(soort)s” is iets van het toestel. Dat vragen wij niet.") % {"soort": soort}
            )
        else:
            self._opbouw.meld(
                plaats,
                _("een vraag van de soort “%(soort)s” kan hier niet. Zij komt niet mee.")
                % {"soort": soort[:60]},
            )

    def read_matrix(self, survey: Sequence[Rij], plek: int) -> int | None:
        """Add a group of choices from one list as a matrix; gives the row of its end, None when it is none."""
        groep = survey[plek]
        einde = next((n for n in range(plek + 1, len(survey)) if _kind(survey[n]).startswith("end")), None)
        if einde is None or _kind(groep).startswith("begin_r"):
            return None
        vragen = [rij for rij in survey[plek + 1 : einde] if rij.cellen]
        soorten = {_kind(rij) for rij in vragen}
        uiterlijk = groep.geef("control", "appearance").split()
        los = {rij.geef("control", "appearance") for rij in vragen}
        tabel = "table-list" in uiterlijk or "list-nolabel" in los
        stellingen = [rij for rij in vragen if rij.geef("control", "appearance") != "label"]
        lijst = split_soort(vragen[0].geef("type"))[1] if vragen else ""
        past = 0 < len(stellingen) <= MAX_STELLINGEN and 0 < len(self._lijsten[lijst]) <= MAX_KOLOMMEN
        if not tabel or len(soorten) != 1 or split_soort(soorten.pop())[0] != "select_one" or not past:
            return None
        self._add_matrix(groep, stellingen, lijst)
        return einde

    def report_kolommen(self, rij: Rij, plaats: str) -> None:
        """Report the filled columns of a row that nobody reads; how it should look is kept for one line."""
        self.opmaak.update(set(rij.geef("control", "appearance").split()) - BEKEND_UITERLIJK)
        for kolom in rij.cellen:
            if kolom not in GELEZEN and kolom[0] not in ("label", "hint"):
                naam = kolom[-1] if kolom[0] in ("bind", "control", "media") else "::".join(kolom)
                self._opbouw.meld(plaats, _("de kolom “%(naam)s” komt niet mee.") % {"naam": naam[:60]})

    def _add_matrix(self, groep: Rij, rijen: Sequence[Rij], lijst: str) -> None:
        plaats = _("rij %(n)s") % {"n": groep.nummer}
        keuzes, vertaald, codes, _extra = self._read_keuzes(lijst, Vraagsoort.MATRIX)
        stellingen: list[Optie] = []
        for rij in rijen:
            tekst, talen = self._talen.split(rij.list_talen("label"))
            sleutel = f"s{len(stellingen) + 1}"
            stellingen.append(Optie(sleutel, tekst))
            vertaald[sleutel] = talen
            if rij.geef("bind", "relevant"):
                waar = _("rij %(n)s") % {"n": rij.nummer}
                self._opbouw.meld(waar, _("een voorwaarde bij één stelling kan hier niet."))
        verplicht = bool(rijen) and all(rij.geef("bind", "required").lower() in JA for rij in rijen)
        vraag = Vraagvorm(
            "", Vraagsoort.MATRIX, "", verplicht=verplicht, keuzes=keuzes, stellingen=tuple(stellingen)
        )
        sleutel = self._add(groep, plaats, vraag, vertaald, codes)
        for rij in rijen:
            if sleutel and rij.geef("name"):
                self._opbouw.bronnen[rij.geef("name")] = Bron(sleutel, Vraagsoort.MATRIX)

    def _read_keuzevraag(self, rij: Rij, plaats: str, kern: str, lijst: str, anders: bool) -> None:
        uiterlijk = rij.geef("control", "appearance").split()
        soort = {
            "select_one": Vraagsoort.EEN_KEUZE,
            "select_multiple": Vraagsoort.MEER_KEUZES,
            "rank": Vraagsoort.RANGORDE,
        }[kern]
        keuzes, vertaald, codes, extra = self._read_keuzes(lijst, soort)
        if soort == Vraagsoort.EEN_KEUZE and "leeftijd" in uiterlijk:
            soort = Vraagsoort.LEEFTIJD
        elif soort == Vraagsoort.EEN_KEUZE and "likert" in uiterlijk and len(keuzes) == SCHAALSTAPPEN:
            soort = Vraagsoort.SCHAAL
        if rij.geef("choice_filter"):
            self._opbouw.meld(plaats, _("keuzes die afhangen van een eerder antwoord kunnen hier niet."))
        extra["anders"] = anders
        extra["weergave"] = next((woord for woord in uiterlijk if woord in WEERGAVEN.get(soort, ())), "")
        if soort == Vraagsoort.MEER_KEUZES:
            extra.update(self._read_grenzen(rij, plaats, AANTAL))
        vraag = Vraagvorm(
            "", soort, "", keuzes=keuzes, instellingen=self._make_instellingen(soort, extra, plaats)
        )
        self._add(rij, plaats, vraag, vertaald, codes)

    def _read_keuzes(
        self, lijst: str, soort: Vraagsoort
    ) -> tuple[tuple[Optie, ...], dict[str, Vertaald], dict[str, str], dict[str, object]]:
        """Give choices, translations by key, keys by the file's names, and which special answers there are."""
        keuzes: list[Optie] = []
        vertaald: dict[str, Vertaald] = {}
        codes: dict[str, str] = {}
        extra: dict[str, object] = {}
        eigen = soort not in (Vraagsoort.MATRIX, Vraagsoort.RANGORDE)
        for rij in self._lijsten.get(lijst, []):
            naam = rij.geef("name")
            if naam in BIJZONDER and eigen:
                extra[BIJZONDER[naam]] = True
                continue
            tekst, talen = self._talen.split(rij.list_talen("label"))
            sleutel = make_naam(naam if _EIGEN.fullmatch(naam) else "", "k", codes.values())
            keuzes.append(Optie(sleutel, tekst or naam))
            vertaald[sleutel], codes[naam] = talen, sleutel
            self._report_keuze(rij)
        return tuple(keuzes), vertaald, codes, extra

    def _report_keuze(self, rij: Rij) -> None:
        if rij.nummer in self._gemeld:
            return
        self._gemeld.add(rij.nummer)
        for kolom in rij.cellen:
            if kolom[0] not in ("list name", "list_name", "name", "label"):
                plaats = _("blad choices, rij %(n)s") % {"n": rij.nummer}
                self._opbouw.meld(
                    plaats, _("de kolom “%(naam)s” komt niet mee.") % {"naam": "::".join(kolom)[:60]}
                )

    def _read_gewoon(self, rij: Rij, soort: str, plaats: str) -> Vraagvorm:
        uiterlijk = rij.geef("control", "appearance").split()
        wat = GEWOON[soort]
        if wat == Vraagsoort.KORT:
            wat = next((UITERLIJK_TEKST[woord] for woord in uiterlijk if woord in UITERLIJK_TEKST), wat)
        extra: dict[str, object] = {
            "weergave": next((woord for woord in uiterlijk if woord in WEERGAVEN.get(wat, ())), "")
        }
        if wat == Vraagsoort.GETAL:
            extra["decimalen"] = 2 if soort == "decimal" else 0
            extra.update(self._read_grenzen(rij, plaats, HIER))
        elif wat == Vraagsoort.DATUM:
            extra["weergave"] = "jaar" if "year" in uiterlijk else ""
            extra.update(self._read_grenzen(rij, plaats, HIER_JAAR))
        return Vraagvorm("", wat, "", instellingen=self._make_instellingen(wat, extra, plaats))

    def _read_grenzen(self, rij: Rij, plaats: str, wat: Knoop) -> dict[str, object]:
        eis = rij.geef("bind", "constraint")
        try:
            return read_grenzen(eis, wat) if eis else {}
        except NietUitTeDrukkenError:
            self._opbouw.meld(plaats, _("de eis “%(eis)s” kan hier niet.") % {"eis": eis[:200]})
            return {}

    def _make_instellingen(self, soort: Vraagsoort, extra: Mapping[str, object], plaats: str) -> Instellingen:
        """Give the settings that fit; where they contradict each other none comes along."""
        try:
            return Instellingen(**clean_instellingen(soort, extra))
        except OnjuisteVraag as fout:
            self._opbouw.meld(plaats, _("de grenzen komen niet mee. %(fout)s") % {"fout": fout})
            return Instellingen()

    def _read_range(self, rij: Rij, plaats: str) -> Vraagvorm:
        """Give a number between bounds; from 1 to 5 in whole steps it is a scale."""
        delen = dict(deel.split("=", 1) for deel in rij.geef("parameters").split() if "=" in deel)
        begin, einde, stap = delen.get("start", "0"), delen.get("end", "10"), delen.get("step", "1")
        if (begin, einde, stap) == ("1", str(SCHAALSTAPPEN), "1"):
            keuzes = tuple(Optie(f"k{nr}", str(nr)) for nr in range(1, SCHAALSTAPPEN + 1))
            zo = Instellingen(weergave="getallen")
            return Vraagvorm("", Vraagsoort.SCHAAL, "", instellingen=zo, keuzes=keuzes)
        extra: dict[str, object] = {"minimum": begin, "maximum": einde, "decimalen": 2 if "." in stap else 0}
        zo = self._make_instellingen(Vraagsoort.GETAL, extra, plaats)
        return Vraagvorm("", Vraagsoort.GETAL, "", instellingen=zo)

    def _add(
        self,
        rij: Rij,
        plaats: str,
        vraag: Vraagvorm,
        vertaald: Mapping[str, Vertaald] | None = None,
        codes: Mapping[str, str] | None = None,
    ) -> str:
        naam = rij.geef("name")
        tekst, talen = self._talen.split(rij.list_talen("label"))
        uitleg, uitleg_talen = self._talen.split(rij.list_talen("hint"))
        self._report_rij(rij, plaats, vraag.soort, f"{tekst}{uitleg}")
        vertalingen = {**(vertaald or {}), "tekst": talen, "uitleg": uitleg_talen}
        deel = Deel(naam, plaats, vertaald=vertalingen, voorwaarde=rij.geef("bind", "relevant"))
        volledig = replace(
            vraag,
            sleutel=self._opbouw.make_sleutel(naam),
            tekst=tekst,
            uitleg=uitleg,
            verplicht=vraag.verplicht or self._is_verplicht(rij, plaats),
        )
        sleutel = self._opbouw.add(deel, volledig)
        if sleutel and naam:
            heel = not vraag.instellingen.decimalen
            self._opbouw.bronnen[naam] = Bron(sleutel, vraag.soort, codes or {}, heel=heel)
        return sleutel

    def _report_rij(self, rij: Rij, plaats: str, soort: Vraagsoort, woorden: str) -> None:
        """Report what a row asks that ours cannot."""
        if "${" in woorden:
            self._opbouw.meld(plaats, _("een antwoord dat in de tekst wordt ingevuld, komt niet mee."))
        self.report_kolommen(rij, plaats)
        eis = rij.geef("bind", "constraint")
        if eis and soort not in MET_EIS:
            self._opbouw.meld(plaats, _("de eis “%(eis)s” kan hier niet.") % {"eis": eis[:200]})

    def _is_verplicht(self, rij: Rij, plaats: str) -> bool:
        eis = rij.geef("bind", "required").lower()
        if eis not in (*JA, *NEE):
            self._opbouw.meld(plaats, _("soms verplicht kan hier niet. De vraag is nu niet verplicht."))
        return eis in JA


def split_soort(soort: str) -> tuple[str, str, bool]:
    """Give the kind of choice question, its list, and whether other words may be given; "" for another kind."""
    from pyxform import aliases, constants

    namen = {
        constants.SELECT_ONE: "select_one",
        constants.SELECT_ALL_THAT_APPLY: "select_multiple",
        constants.RANK: "rank",
    }
    schoon = " ".join(soort.split())
    for begin in sorted(aliases.select, key=len, reverse=True):
        if not schoon.lower().startswith(f"{begin} ") or begin in aliases.select_from_file:
            continue
        rest = schoon[len(begin) :].strip()
        for einde in ("or_other", "or other", "or specify other"):
            if rest.endswith(f" {einde}"):
                return namen.get(aliases.select[begin], ""), rest.removesuffix(einde).strip(), True
        return (namen.get(aliases.select[begin], ""), rest, False) if " " not in rest else ("", "", False)
    return "", "", False


def _kind(rij: Rij) -> str:
    return (
        "_".join(rij.geef("type").lower().split())
        if rij.geef("type")[:3] in ("end", "beg")
        else rij.geef("type")
    )

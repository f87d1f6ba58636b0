"""Questions of LimeSurvey as questions of ours, by the letter of their type."""

import re
from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from peilingen.domain.bewoording import MAX_KOLOMMEN, MAX_STELLINGEN
from peilingen.domain.instellingen import Instellingen, clean_instellingen
from peilingen.domain.vorm.lss_tabellen import Enquete, Keuzerij, Vraagrij, Woordenboek
from peilingen.domain.vorm.opbouw import Deel, Opbouw, Vertaald
from peilingen.domain.vorm.talen import BASIS, find_taal
from peilingen.domain.vorm.typen import Optie, Vraagvorm
from peilingen.domain.vorm.vergelijken import Bron
from peilingen.enums import Vraagsoort
from peilingen.refusals import OnjuisteVraag

EENVOUDIG = {
    "T": Vraagsoort.OPEN,
    "U": Vraagsoort.OPEN,
    "S": Vraagsoort.KORT,
    "X": Vraagsoort.TEKSTBLOK,
    "N": Vraagsoort.GETAL,
    "D": Vraagsoort.DATUM,
    "5": Vraagsoort.SCHAAL,
    "L": Vraagsoort.EEN_KEUZE,
    "!": Vraagsoort.EEN_KEUZE,
    "O": Vraagsoort.EEN_KEUZE,
    "Y": Vraagsoort.EEN_KEUZE,
    "G": Vraagsoort.EEN_KEUZE,
    "M": Vraagsoort.MEER_KEUZES,
    "P": Vraagsoort.MEER_KEUZES,
    "R": Vraagsoort.RANGORDE,
}
MATRIX = ("A", "C", "E", "F", "H", "B")
# One question each of these becomes one per line.
PER_REGEL = {"Q": Vraagsoort.KORT, "K": Vraagsoort.GETAL}
_EEN_TOT_VIJF = tuple((str(nr), str(nr)) for nr in range(1, 6))
VASTE_KEUZES = {
    "5": _EEN_TOT_VIJF,
    "A": _EEN_TOT_VIJF,
    "B": tuple((str(nr), str(nr)) for nr in range(1, 11)),
    "Y": (("Y", gettext_lazy("Ja")), ("N", gettext_lazy("Nee"))),
    "G": (("F", gettext_lazy("Vrouw")), ("M", gettext_lazy("Man"))),
    "C": (("Y", gettext_lazy("Ja")), ("U", gettext_lazy("Weet ik niet zeker")), ("N", gettext_lazy("Nee"))),
    "E": (("I", gettext_lazy("Meer")), ("S", gettext_lazy("Hetzelfde")), ("D", gettext_lazy("Minder"))),
}
NAMEN = {
    "1": gettext_lazy("stellingen met twee schalen"),
    ":": gettext_lazy("tabel met getallen"),
    ";": gettext_lazy("tabel met teksten"),
    "|": gettext_lazy("bestand meesturen"),
    "*": gettext_lazy("berekening"),
    "I": gettext_lazy("taal kiezen"),
}
# Settings that change what people are asked or may answer; those of the look are left in peace.
BETEKENIS = (
    "array_filter",
    "array_filter_exclude",
    "em_validation_q",
    "em_validation_sq",
    "exclude_all_others",
    "min_answers",
    "random_order",
    "random_group",
    "time_limit",
    "equals_num_value",
)
LEEG = ("", "0", "N", "normal")


class Vragenmaker:
    """Adds the questions of a survey to what is being built."""

    def __init__(self, opbouw: Opbouw, enquete: Enquete) -> None:
        self._opbouw, self._enquete = opbouw, enquete
        self.codes: dict[str, str] = {}
        for taal in enquete.talen:
            code = find_taal(taal)
            if taal != enquete.basis and code not in ("", BASIS, *self.codes.values()):
                self.codes[taal] = code

    def split(self, woorden: Woordenboek) -> tuple[str, dict[str, str]]:
        """Give the base words, and the translations by code."""
        basis = woorden.get(self._enquete.basis) or next(iter(woorden.values()), "")
        return basis, {code: woorden[taal] for taal, code in self.codes.items() if woorden.get(taal)}

    def read(self, rij: Vraagrij) -> None:
        """Add a question, or report why not."""
        plaats = _("vraag %(code)s") % {"code": rij.code}
        if rij.kenmerken.get("hidden") == "1":
            self._opbouw.meld(plaats, _("deze vraag is verborgen en komt niet mee."))
        elif rij.soort in MATRIX:
            self._report(rij, plaats)
            self._read_matrix(rij, plaats)
        elif rij.soort in PER_REGEL:
            self._report(rij, plaats)
            self._read_per_regel(rij, plaats, PER_REGEL[rij.soort])
        elif rij.soort in EENVOUDIG:
            self._report(rij, plaats)
            self._read_eenvoudig(rij, plaats)
        else:
            naam = NAMEN.get(rij.soort, rij.soort)
            tekst = _("een vraag van de soort “%(soort)s” kan hier niet. Zij komt niet mee.")
            self._opbouw.meld(plaats, tekst % {"soort": naam})

    def _read_eenvoudig(self, rij: Vraagrij, plaats: str) -> None:
        soort = EENVOUDIG[rij.soort]
        bron = rij.delen if soort == Vraagsoort.MEER_KEUZES else rij.antwoorden
        keuzes, vertaald, codes = self._make_keuzes(rij, bron)
        zo = self._read_instellingen(rij, soort, plaats)
        sleutel = self._add(
            rij, plaats, Vraagvorm("", soort, "", instellingen=zo, keuzes=keuzes), vertaald, codes
        )
        if soort == Vraagsoort.MEER_KEUZES and sleutel:
            for code, keuze in codes.items():
                vinkje = Bron(sleutel, soort, codes, vinkje=keuze)
                self._register(f"{rij.code}_{code}", f"{self._sgqa(rij)}{code}", vinkje)
        if rij.soort == "O":
            self._opbouw.meld(plaats, _("de toelichting staat nu in een eigen vraag erna."))
            self._add_los(rij, plaats, Vraagsoort.KORT, {}, _("Wilt u dat toelichten?"))
        if rij.soort == "P":
            self._opbouw.meld(plaats, _("de toelichting per keuze komt niet mee."))

    def _read_matrix(self, rij: Vraagrij, plaats: str) -> None:
        keuzes, vertaald, codes = self._make_keuzes(rij, rij.antwoorden)
        if rij.soort == "H":
            self._opbouw.meld(plaats, _("de tabel staat nu andersom: de stellingen staan onder elkaar."))
        if not 0 < len(keuzes) <= MAX_KOLOMMEN or not 0 < len(rij.delen) <= MAX_STELLINGEN:
            self._opbouw.meld(plaats, _("de tabel is te groot. Elke regel is een eigen vraag geworden."))
            self._read_per_regel(rij, plaats, Vraagsoort.EEN_KEUZE)
            return
        stellingen = []
        for nummer, deel in enumerate(rij.delen, start=1):
            tekst, vertaald[f"s{nummer}"] = self.split(deel.woorden)
            stellingen.append(Optie(f"s{nummer}", tekst or deel.code))
        vraag = Vraagvorm("", Vraagsoort.MATRIX, "", keuzes=keuzes, stellingen=tuple(stellingen))
        self._add(rij, plaats, vraag, vertaald, codes)

    def _read_per_regel(self, rij: Vraagrij, plaats: str, soort: Vraagsoort) -> None:
        if soort != Vraagsoort.EEN_KEUZE:
            self._opbouw.meld(plaats, _("elke regel is een eigen vraag geworden."))
        for deel in rij.delen:
            self._add_los(rij, plaats, soort, deel.woorden)

    def _add_los(
        self, rij: Vraagrij, plaats: str, soort: Vraagsoort, woorden: Woordenboek, tekst: str = ""
    ) -> None:
        """Add a line of a question as a question: its own words behind those of the whole."""
        alle = {taal: f"{rij.tekst.get(taal, '')} {woorden.get(taal, '')}" for taal in woorden}
        basis, talen = self.split(alle)
        keuzes: tuple[Optie, ...] = ()
        vertaald: dict[str, Vertaald] = {}
        if soort == Vraagsoort.EEN_KEUZE:
            keuzes, vertaald, _codes = self._make_keuzes(rij, rij.antwoorden)
        deel = Deel("", plaats, vertaald={**vertaald, "tekst": talen}, voorwaarde=self._relevance(rij))
        verplicht = rij.velden.get("mandatory") == "Y" and not tekst
        sleutel = self._opbouw.make_sleutel("")
        self._opbouw.add(deel, Vraagvorm(sleutel, soort, tekst or basis, verplicht=verplicht, keuzes=keuzes))

    def _make_keuzes(
        self, rij: Vraagrij, bron: Sequence[Keuzerij]
    ) -> tuple[tuple[Optie, ...], dict[str, Vertaald], dict[str, str]]:
        """Give choices, translations by key, and keys by LimeSurvey's codes."""
        vast = VASTE_KEUZES.get(rij.soort, ())
        if vast:
            opties = tuple(Optie(f"k{nr}", str(tekst)) for nr, (_code, tekst) in enumerate(vast, start=1))
            return opties, {}, {code: f"k{nr}" for nr, (code, _tekst) in enumerate(vast, start=1)}
        keuzes, vertaald, codes = [], {}, {}
        for nummer, deel in enumerate(bron, start=1):
            tekst, talen = self.split(deel.woorden)
            sleutel = f"k{nummer}"
            keuzes.append(Optie(sleutel, tekst or deel.code))
            vertaald[sleutel], codes[deel.code] = talen, sleutel
        return tuple(keuzes), dict(vertaald), codes

    def _read_instellingen(self, rij: Vraagrij, soort: Vraagsoort, plaats: str) -> Instellingen:
        van = rij.kenmerken
        gegeven: dict[str, object] = {
            "anders": rij.velden.get("other") == "Y",
            "eenheid": van.get("suffix", "")[:30],
            "weergave": "getallen" if rij.soort == "5" else "",
        }
        if soort == Vraagsoort.MEER_KEUZES and van.get("max_answers", "").isdecimal():
            gegeven["meeste"] = van["max_answers"]
        if soort == Vraagsoort.GETAL:
            gegeven["decimalen"] = 0 if van.get("num_value_int_only") == "1" else 2
            gegeven["minimum"] = van.get("min_num_value_n", "")
            gegeven["maximum"] = van.get("max_num_value_n", "")
        if soort == Vraagsoort.DATUM:
            gegeven["weergave"] = "jaar" if set(van.get("date_format", "").lower()) == {"y"} else ""
            gegeven["minimum"], gegeven["maximum"] = (
                _year(van.get("date_min", "")),
                _year(van.get("date_max", "")),
            )
        try:
            return Instellingen(**clean_instellingen(soort, gegeven))
        except OnjuisteVraag as fout:
            self._opbouw.meld(plaats, _("de grenzen komen niet mee. %(fout)s") % {"fout": fout})
            return Instellingen(anders=bool(gegeven["anders"]))

    def _add(
        self,
        rij: Vraagrij,
        plaats: str,
        vraag: Vraagvorm,
        vertaald: Mapping[str, Vertaald],
        codes: Mapping[str, str],
    ) -> str:
        tekst, tekst_talen = self.split(rij.tekst)
        uitleg, uitleg_talen = self.split(rij.uitleg)
        delen = {**vertaald, "tekst": tekst_talen, "uitleg": uitleg_talen}
        sleutel = self._opbouw.add(
            Deel(rij.code, plaats, vertaald=delen, voorwaarde=self._relevance(rij)),
            Vraagvorm(
                self._opbouw.make_sleutel(rij.code),
                vraag.soort,
                tekst,
                uitleg=uitleg,
                verplicht=rij.velden.get("mandatory") == "Y" and vraag.soort != Vraagsoort.TEKSTBLOK,
                instellingen=vraag.instellingen,
                keuzes=vraag.keuzes,
                stellingen=vraag.stellingen,
            ),
        )
        if sleutel:
            heel = not vraag.instellingen.decimalen
            self._register(rij.code, self._sgqa(rij), Bron(sleutel, vraag.soort, codes, heel=heel))
        return sleutel

    def _register(self, naam: str, sgqa: str, bron: Bron) -> None:
        self._opbouw.bronnen[naam] = self._opbouw.bronnen[sgqa] = bron

    def _sgqa(self, rij: Vraagrij) -> str:
        """Give LimeSurvey's other name of a question: survey, group and question by number."""
        return f"{self._enquete.sid}X{rij.velden.get('gid', '')}X{rij.qid}"

    def _relevance(self, rij: Vraagrij) -> str:
        return rij.velden.get("relevance", "")

    def _report(self, rij: Vraagrij, plaats: str) -> None:
        """Report settings that change what people may answer."""
        for naam in BETEKENIS:
            if (waarde := rij.kenmerken.get(naam, "")) not in LEEG:
                tekst = _("de instelling “%(naam)s” (%(waarde)s) komt niet mee.")
                self._opbouw.meld(plaats, tekst % {"naam": naam, "waarde": waarde[:60]})
        if rij.velden.get("preg"):
            tekst = _("de eis “%(eis)s” kan hier niet.")
            self._opbouw.meld(plaats, tekst % {"eis": rij.velden["preg"][:200]})
        if rij.velden.get("mandatory") == "S":
            self._opbouw.meld(plaats, _("“zacht verplicht” kan hier niet. De vraag is nu niet verplicht."))
        if any(deel.relevantie not in ("", "1") for deel in rij.delen):
            self._opbouw.meld(plaats, _("een voorwaarde bij één regel kan hier niet."))
        if rij.velden.get("other") == "Y" and rij.soort not in ("L", "!", "M", "P"):
            self._opbouw.meld(plaats, _("“anders, namelijk” kan bij deze soort vraag niet."))


def _year(tekst: str) -> str:
    gevonden = re.match(r"\d{4}", tekst)
    return gevonden[0] if gevonden else ""

"""A questionnaire as XLSForm, for KoboToolbox, ODK and the like; what they lack is reported."""

from collections.abc import Mapping
from hashlib import sha256

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from peilingen.domain.bestanden import name_bestand
from peilingen.domain.voorwaarden import Regel, Vergelijking, Voorwaarde
from peilingen.domain.vorm.melden import list_verlies
from peilingen.domain.vorm.talen import BASIS, describe_taal
from peilingen.domain.vorm.typen import Melding, Optie, Vorm, Vraagvorm
from peilingen.domain.vorm.werkmap import Formulierblad, write_werkmap
from peilingen.enums import Bijzonder, Vraagsoort

KEUZESOORTEN = {
    Vraagsoort.EEN_KEUZE: "select_one",
    Vraagsoort.LEEFTIJD: "select_one",
    Vraagsoort.SCHAAL: "select_one",
    Vraagsoort.MEER_KEUZES: "select_multiple",
    Vraagsoort.RANGORDE: "rank",
}
TEKSTSOORTEN = {
    Vraagsoort.OPEN: "multiline",
    Vraagsoort.KORT: "",
    Vraagsoort.BUURT: "buurt",
    Vraagsoort.PLEK: "plek",
}
MET_BIJZONDER = (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES, Vraagsoort.LEEFTIJD, Vraagsoort.SCHAAL)
BIJZONDERE_KEUZES = {Bijzonder.WEET_NIET: _("Weet ik niet"), Bijzonder.WIL_NIET: _("Zeg ik liever niet")}
JAAR = "number(format-date({}, '%Y'))"


def write_xlsform(vorm: Vorm) -> tuple[bytes, tuple[Melding, ...]]:
    """Give the workbook, and what does not go along."""
    schrijver = _Schrijver(vorm)
    schrijver.write()
    versie = sha256(repr((schrijver.survey.rijen, schrijver.choices.rijen)).encode()).hexdigest()[:10]
    kenmerken = {
        "form_title": vorm.titel,
        "form_id": name_bestand(vorm.titel).replace("-", "_"),
        "version": versie,
    }
    if len(schrijver.talen) > 1:
        kenmerken["default_language"] = describe_taal(BASIS)
    data = write_werkmap(
        {"survey": schrijver.survey, "choices": schrijver.choices, "settings": Formulierblad([kenmerken])}
    )
    return data, tuple(list_verlies(vorm))


class _Schrijver:
    """Fills the two sheets, row by row."""

    def __init__(self, vorm: Vorm) -> None:
        self.vorm = vorm
        self.talen = (BASIS, *dict.fromkeys((*vorm.talen, *sorted(vorm.vertalingen))))
        koppen = [self._kop("label", taal) for taal in self.talen]
        self.survey = Formulierblad([], ("type", "name", *koppen))
        self.choices = Formulierblad([], ("list_name", "name", *koppen))
        self._op_sleutel = {vraag.sleutel: vraag for vraag in vorm.vragen}
        self._namen = set(self._op_sleutel)

    def write(self) -> None:
        """Write introduction, sections and questions."""
        if self.vorm.inleiding:
            self._add("note", "inleiding", self._words("label", self.vorm.inleiding, "inleiding"))
        in_onderdeel = False
        for vraag in self.vorm.vragen:
            if vraag.soort == Vraagsoort.ONDERDEEL:
                if in_onderdeel:
                    self.survey.rijen.append({"type": "end_group"})
                in_onderdeel = True
                self._write_onderdeel(vraag)
            elif vraag.soort == Vraagsoort.MATRIX:
                self._write_matrix(vraag)
            else:
                self._write_vraag(vraag)
        if in_onderdeel:
            self.survey.rijen.append({"type": "end_group"})

    def _write_onderdeel(self, vraag: Vraagvorm) -> None:
        self._add("begin_group", vraag.sleutel, self._label(vraag), self._relevant(vraag))
        if vraag.uitleg:
            naam = self._name(f"{vraag.sleutel}_uitleg")
            self._add("note", naam, self._words("label", vraag.uitleg, f"{vraag.sleutel}.uitleg"))

    def _write_matrix(self, vraag: Vraagvorm) -> None:
        lijst = f"{vraag.sleutel}_keuzes"
        kop = {**self._label(vraag), **self._hint(vraag), **self._relevant(vraag)}
        self._add("begin_group", vraag.sleutel, {**kop, "appearance": "table-list"})
        for stelling in vraag.stellingen:
            naam = self._name(f"{vraag.sleutel}_{stelling.sleutel}")
            words = self._words("label", stelling.tekst, f"{vraag.sleutel}.{stelling.sleutel}")
            self._add(f"select_one {lijst}", naam, words, _required(vraag))
        self.survey.rijen.append({"type": "end_group"})
        self._write_keuzes(vraag, lijst)

    def _write_vraag(self, vraag: Vraagvorm) -> None:
        soort, uiterlijk, eis = _describe_soort(vraag)
        if vraag.soort in KEUZESOORTEN:
            lijst = f"{vraag.sleutel}_keuzes"
            soort += f" {lijst}" + (" or_other" if vraag.instellingen.anders else "")
            self._write_keuzes(vraag, lijst)
        extra = {"appearance": uiterlijk, "constraint": eis}
        self._add(
            soort,
            vraag.sleutel,
            self._label(vraag),
            self._hint(vraag),
            _required(vraag),
            self._relevant(vraag),
            {naam: waarde for naam, waarde in extra.items() if waarde},
        )

    def _write_keuzes(self, vraag: Vraagvorm, lijst: str) -> None:
        for nummer, keuze in enumerate(vraag.keuzes, start=1):
            words = self._words("label", keuze.tekst, f"{vraag.sleutel}.{keuze.sleutel}")
            self.choices.rijen.append({"list_name": lijst, "name": name_keuze(vraag, keuze, nummer), **words})
        gevraagd = {
            Bijzonder.WEET_NIET: vraag.instellingen.weet_niet,
            Bijzonder.WIL_NIET: vraag.instellingen.wil_niet,
        }
        for bijzonder, tekst in BIJZONDERE_KEUZES.items():
            if gevraagd[bijzonder] and vraag.soort in MET_BIJZONDER:
                rij = {"list_name": lijst, "name": str(bijzonder)}
                for taal in self.talen:
                    with override(taal):
                        rij[self._kop("label", taal)] = str(tekst)
                self.choices.rijen.append(rij)

    def _add(self, soort: str, naam: str, *delen: Mapping[str, str]) -> None:
        rij = {"type": soort, "name": naam}
        for deel in delen:
            rij.update(deel)
        self.survey.rijen.append(rij)

    def _name(self, gewenst: str) -> str:
        while gewenst in self._namen:
            gewenst += "_"
        self._namen.add(gewenst)
        return gewenst

    def _label(self, vraag: Vraagvorm) -> dict[str, str]:
        return self._words("label", vraag.tekst, f"{vraag.sleutel}.tekst")

    def _hint(self, vraag: Vraagvorm) -> dict[str, str]:
        return self._words("hint", vraag.uitleg, f"{vraag.sleutel}.uitleg")

    def _words(self, kolom: str, tekst: str, plek: str) -> dict[str, str]:
        if not tekst:
            return {}
        uit = {self._kop(kolom, BASIS): protect(tekst)}
        for taal in self.talen[1:]:
            if (woorden := self.vorm.vertalingen.get(taal, {}).get(plek)) is not None:
                uit[self._kop(kolom, taal)] = protect(woorden.tekst)
        return uit

    def _kop(self, kolom: str, taal: str) -> str:
        return kolom if len(self.talen) == 1 else f"{kolom}::{describe_taal(taal)}"

    def _relevant(self, vraag: Vraagvorm) -> dict[str, str]:
        if vraag.voorwaarde is None:
            return {}
        return {"relevant": self._describe(vraag.voorwaarde)}

    def _describe(self, voorwaarde: Voorwaarde) -> str:
        delen = [describe_regel(regel, self._op_sleutel[regel.vraag]) for regel in voorwaarde.regels]
        return (" and " if voorwaarde.alle else " or ").join(delen)


def protect(tekst: str) -> str:
    """Keep `${` from being read as a reference to a question."""
    return tekst.replace("${", "$ {")


def name_keuze(vraag: Vraagvorm, keuze: Optie, nummer: int) -> str:
    """Give the name of a choice: the step of a scale is a number, so that it can be compared."""
    return str(nummer) if vraag.soort == Vraagsoort.SCHAAL else keuze.sleutel


def _required(vraag: Vraagvorm) -> dict[str, str]:
    return {"required": "yes"} if vraag.verplicht else {}


def _describe_soort(vraag: Vraagvorm) -> tuple[str, str, str]:
    """Give type, appearance and constraint."""
    zo = vraag.instellingen
    if vraag.soort in TEKSTSOORTEN:
        return "text", f"{TEKSTSOORTEN[vraag.soort]} {zo.weergave}".strip(), ""
    if vraag.soort == Vraagsoort.TEKSTBLOK:
        return "note", "", ""
    if vraag.soort == Vraagsoort.GETAL:
        return ("decimal" if zo.decimalen else "integer"), "", _describe_grenzen(".", vraag)
    if vraag.soort == Vraagsoort.DATUM:
        return "date", "year" if zo.weergave else "", _describe_grenzen(JAAR.format("."), vraag)
    uiterlijk = {Vraagsoort.SCHAAL: "likert", Vraagsoort.LEEFTIJD: "leeftijd"}.get(vraag.soort, "")
    meeste = zo.meeste if vraag.soort == Vraagsoort.MEER_KEUZES else 0
    return (
        KEUZESOORTEN[vraag.soort],
        f"{uiterlijk} {zo.weergave}".strip(),
        f"count-selected(.) <= {meeste}" if meeste else "",
    )


def _describe_grenzen(wat: str, vraag: Vraagvorm) -> str:
    grenzen = ((">=", vraag.instellingen.minimum), ("<=", vraag.instellingen.maximum))
    return " and ".join(f"{wat} {teken} {grens}" for teken, grens in grenzen if grens)


def describe_regel(regel: Regel, vraag: Vraagvorm) -> str:
    """Give one rule as XPath; one that takes more than a comparison stands in brackets."""
    naam = f"${{{vraag.sleutel}}}"
    namen = {keuze.sleutel: name_keuze(vraag, keuze, nr) for nr, keuze in enumerate(vraag.keuzes, start=1)}
    gekozen = [f"selected({naam}, '{namen[keuze]}')" for keuze in regel.keuzes if keuze in namen]
    match regel.vergelijking:
        case Vergelijking.EEN_VAN:
            return gekozen[0] if len(gekozen) == 1 else f"({' or '.join(gekozen)})"
        case Vergelijking.GEEN_VAN:
            return f"({naam} != '' and {' and '.join(f'not({deel})' for deel in gekozen)})"
        case Vergelijking.MINSTENS | Vergelijking.HOOGSTENS:
            teken = ">=" if regel.vergelijking == Vergelijking.MINSTENS else "<="
            getal = JAAR.format(naam) if vraag.soort == Vraagsoort.DATUM else naam
            return f"{getal} {teken} {regel.getal}"
    leeg = regel.vergelijking == Vergelijking.NIET_BEANTWOORD
    teken, voegwoord = ("=", " and ") if leeg else ("!=", " or ")
    namen_ = [naam]
    if vraag.soort == Vraagsoort.MATRIX:
        namen_ = [f"${{{vraag.sleutel}_{stelling.sleutel}}}" for stelling in vraag.stellingen]
    delen = [f"{deel} {teken} ''" for deel in namen_]
    return delen[0] if len(delen) == 1 else f"({voegwoord.join(delen)})"

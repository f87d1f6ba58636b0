"""Reading an XLSForm: what both know comes along, the rest is reported by row."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from peilingen.domain.vorm.opbouw import Deel, Opbouw
from peilingen.domain.vorm.passend import strip_opmaak
from peilingen.domain.vorm.talen import BASIS, find_taal
from peilingen.domain.vorm.typen import Melding, Overgezet
from peilingen.domain.vorm.werkmap import read_werkmap
from peilingen.domain.vorm.xlsform_rijen import Rij, Talen, find_talen, read_rijen
from peilingen.domain.vorm.xlsform_vragen import Vertaler
from peilingen.refusals import OnleesbaarFormulier

INSTELLINGEN = ("title", "id_string", "version", "default_language", "name")
BLADEN = ("survey", "choices", "settings")
GROEP_IN, GROEP_UIT = ("begin_group", "begin group"), ("end_group", "end group")
HERHAAL_IN, HERHAAL_UIT = ("begin_repeat", "begin repeat"), ("end_repeat", "end repeat")


def read_xlsform(data: bytes) -> Overgezet:
    """Give the questionnaire in an XLSForm; raises OnleesbaarFormulier."""
    boek = read_werkmap(data)
    survey = read_rijen(boek, "survey")
    if not any(rij.geef("type") for rij in survey):
        raise OnleesbaarFormulier(
            _("Dit Excel-bestand is geen XLSForm: er is geen blad “survey” met een kolom “type”.")
        )
    choices = read_rijen(boek, "choices")
    kenmerken = _read_settings(boek)
    talen, onbekend = find_talen(boek, [*survey, *choices], kenmerken.get("default_language", ""))
    lezer = _Lezer(survey, choices, kenmerken, talen)
    lezer.report_algemeen(onbekend, boek.get("sheet_names") or ())
    return lezer.read()


def _read_settings(boek: dict[str, object]) -> dict[str, str]:
    rijen = read_rijen(boek, "settings")
    return {kolom[0]: tekst for kolom, tekst in rijen[0].cellen.items()} if rijen else {}


@dataclass(slots=True)
class _Lezer:
    """Goes through the rows once."""

    survey: Sequence[Rij]
    choices: Sequence[Rij]
    kenmerken: dict[str, str]
    talen: Talen
    opbouw: Opbouw = field(default_factory=Opbouw)
    vertaler: Vertaler = field(init=False)

    def __post_init__(self) -> None:
        self.vertaler = Vertaler(self.opbouw, self.talen, self.choices)

    def read(self) -> Overgezet:
        """Give the questionnaire and what did not come along."""
        plek = 0
        while plek < len(self.survey):
            plek = self._read_rij(plek)
        if self.vertaler.opmaak:
            woorden = ", ".join(sorted(self.vertaler.opmaak))[:200]
            self.opbouw.meld("", _("Hoe vragen eruitzien komt niet mee: %(woorden)s.") % {"woorden": woorden})
        titel, _had = strip_opmaak(self.kenmerken.get("title", ""))
        talen = tuple(dict.fromkeys(self.talen.codes.values()))
        return self.opbouw.finish(titel or _("Vragenlijst uit een XLSForm"), talen)

    def report_algemeen(self, onbekend: Sequence[str], bladen: Sequence[str]) -> None:
        """Report languages, settings and sheets that do not come along."""
        meld = self.opbouw.meldingen.append
        if self.talen.basis and find_taal(self.talen.basis) not in ("", BASIS):
            tekst = _("Er is geen Nederlands bij. De teksten in “%(taal)s” staan nu op die plaats.")
            meld(Melding("", tekst % {"taal": self.talen.basis}))
        for taal in onbekend:
            meld(Melding("", _("De taal “%(taal)s” kennen wij niet. Zij komt niet mee.") % {"taal": taal}))
        for naam in self.kenmerken:
            if naam not in INSTELLINGEN:
                meld(Melding(_("blad settings"), _("“%(naam)s” komt niet mee.") % {"naam": naam[:60]}))
        for blad in bladen:
            if blad.lower() not in BLADEN:
                meld(Melding("", _("Het blad “%(blad)s” komt niet mee.") % {"blad": blad[:60]}))

    def _read_rij(self, plek: int) -> int:
        """Read a row, or a whole matrix; gives where to go on."""
        rij = self.survey[plek]
        soort = " ".join(rij.geef("type").split())
        plaats = _("rij %(n)s") % {"n": rij.nummer}
        if not soort:
            if rij.cellen:
                self.opbouw.meld(plaats, _("er staat geen “type”. De rij komt niet mee."))
            return plek + 1
        if soort.lower() in (*GROEP_IN, *HERHAAL_IN):
            if (einde := self.vertaler.read_matrix(self.survey, plek)) is not None:
                return einde + 1
            self._open_groep(rij, plaats, herhaal=soort.lower() in HERHAAL_IN)
            return self._skip_uitleg(plek)
        if soort.lower() in (*GROEP_UIT, *HERHAAL_UIT):
            self.opbouw.close_groep()
        elif plek == 0 and soort == "note" and rij.geef("name") == "inleiding":
            self.opbouw.inleiding, vertaald = self.talen.split(rij.list_talen("label"))
            self.opbouw.translate("inleiding", vertaald)
        else:
            self.vertaler.read_vraag(rij, soort, plaats)
        return plek + 1

    def _open_groep(self, rij: Rij, plaats: str, *, herhaal: bool) -> None:
        if herhaal:
            self.opbouw.meld(plaats, _("herhalen kan hier niet. Deze vragen komen één keer."))
        tekst, vertaald = self.talen.split(rij.list_talen("label"))
        uitleg, uitleg_vertaald = self.talen.split(rij.list_talen("hint"))
        self.vertaler.report_kolommen(rij, plaats)
        deel = Deel(
            naam=rij.geef("name"),
            plaats=plaats,
            tekst=tekst,
            uitleg=uitleg,
            vertaald={"tekst": vertaald, "uitleg": uitleg_vertaald},
            voorwaarde=rij.geef("bind", "relevant"),
        )
        self.opbouw.open_groep(deel)

    def _skip_uitleg(self, plek: int) -> int:
        """Take the note that our own files put first in a section as its explanation."""
        if plek + 1 >= len(self.survey):
            return plek + 1
        groep, volgende = self.survey[plek], self.survey[plek + 1]
        naam = f"{groep.geef('name')}_uitleg"
        if volgende.geef("type") != "note" or volgende.geef("name").rstrip("_") != naam:
            return plek + 1
        self.opbouw.explain_groep(*self.talen.split(volgende.list_talen("label")))
        return plek + 2

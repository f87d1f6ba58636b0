"""Building a questionnaire from another program's: questions in groups, conditions by name, words per language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.utils.translation import gettext as _

from peilingen.domain.voorwaarden import Voorwaarde
from peilingen.domain.vorm.passend import fit_vraag, make_naam, strip_opmaak
from peilingen.domain.vorm.typen import Melding, Optie, Overgezet, Vorm, Vraagvorm, Woorden
from peilingen.domain.vorm.uitdrukking import NietUitTeDrukkenError
from peilingen.domain.vorm.vergelijken import Bron, combine_voorwaarden, read_voorwaarde
from peilingen.domain.vraagrijen import MAX_VRAGEN
from peilingen.domain.vragenlijsten import MAX_INLEIDING, MAX_TITEL
from peilingen.enums import Vraagsoort

Vertaald = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Deel:
    """A group or a question as the file has it: its name there, its words, and its condition as written.

    `vertaald` gives per part of it ("tekst", "uitleg", the key of a choice) the words by language.
    """

    naam: str
    plaats: str
    tekst: str = ""
    uitleg: str = ""
    vertaald: Mapping[str, Vertaald] = field(default_factory=dict)
    voorwaarde: str = ""


@dataclass(slots=True)
class _Groep:
    deel: Deel
    voorwaarde: Voorwaarde | None
    kop: bool


class Opbouw:
    """Takes groups and questions in order. A section here runs until the next heading, so headings are added.

    With `html` every text is mark-up; else only where there are tags in it.
    """

    def __init__(self, *, html: bool = False) -> None:
        self._html = html
        self.meldingen: list[Melding] = []
        self.inleiding = ""
        self.bronnen: dict[str, Bron] = {}
        self._vragen: list[Vraagvorm] = []
        self._vertalingen: dict[str, dict[str, Woorden]] = {}
        self._groepen: list[_Groep] = []
        self._kop: _Groep | None = None
        self._sleutels: set[str] = set()
        self._vol = False

    def meld(self, plaats: str, tekst: str) -> None:
        """Report something that does not come along, or otherwise."""
        self.meldingen.append(Melding(plaats, tekst))

    def open_groep(self, deel: Deel) -> None:
        """Begin a group; one with words becomes a section."""
        groep = _Groep(deel, self._read_voorwaarde(deel), bool(deel.tekst.strip()))
        self._groepen.append(groep)
        if groep.kop:
            self._add_kop(groep, deel.tekst)

    def close_groep(self) -> None:
        """End the last group that was opened."""
        if self._groepen:
            self._groepen.pop()

    def explain_groep(self, uitleg: str, vertaald: Vertaald) -> None:
        """Give the section that was just opened its explanation."""
        if self._vragen and self._vragen[-1].soort == Vraagsoort.ONDERDEEL:
            self._vragen[-1] = replace(self._vragen[-1], uitleg=uitleg)
            self.translate(f"{self._vragen[-1].sleutel}.uitleg", vertaald)

    def make_sleutel(self, naam: str) -> str:
        """Give the key that a question of this name gets."""
        return make_naam(naam, "v", self._sleutels)

    def add(self, deel: Deel, vraag: Vraagvorm) -> str:
        """Add a question under the section it belongs to; gives its key, "" when it does not come along."""
        self._choose_kop()
        voorwaarde = self._read_voorwaarde(deel)
        for groep in reversed(self._groepen):
            if groep.kop:
                break
            voorwaarde = self._combine(groep.voorwaarde, voorwaarde, deel.plaats)
        return self._store(deel, replace(vraag, voorwaarde=voorwaarde))

    def translate(self, plek: str, vertaald: Vertaald) -> None:
        """Keep the words of a place in other languages."""
        for taal, tekst in vertaald.items():
            schoon, _had = strip_opmaak(tekst, html=self._html)
            if schoon:
                self._vertalingen.setdefault(taal, {})[plek] = Woorden(schoon[:MAX_INLEIDING])

    def finish(self, titel: str, talen: tuple[str, ...]) -> Overgezet:
        """Give the questionnaire, and everything that was reported."""
        inleiding, _had = strip_opmaak(self.inleiding, html=self._html)
        if len(inleiding) > MAX_INLEIDING:
            self.meld(_("de inleiding"), _("die is te lang en is afgekapt."))
        if len(titel) > MAX_TITEL:
            self.meld(_("de titel"), _("die is te lang en is afgekapt."))
        vorm = Vorm(
            titel=" ".join(titel.split())[:MAX_TITEL].rstrip(),
            inleiding=inleiding[:MAX_INLEIDING].rstrip(),
            talen=tuple(taal for taal in talen if taal in self._vertalingen),
            vragen=tuple(self._vragen),
            vertalingen=self._vertalingen,
        )
        return Overgezet(vorm, tuple(dict.fromkeys(self.meldingen)))

    def _choose_kop(self) -> None:
        """Put a heading where the questions of a group go on after another one, or after all groups."""
        if self._kop is None:
            return
        eigen = next((groep for groep in reversed(self._groepen) if groep.kop), None)
        if eigen is self._kop:
            return
        if eigen is not None:
            self._add_kop(eigen, _("%(kop)s (vervolg)") % {"kop": eigen.deel.tekst})
            return
        plaats = _("“%(kop)s”") % {"kop": self._kop.deel.tekst[:60]}
        self.meld(plaats, _("na dit onderdeel komen vragen zonder onderdeel. Daar staat nu een kop boven."))
        self._add_kop(_Groep(Deel("overig", plaats), None, True), _("Overige vragen"))
        self._kop = None

    def _add_kop(self, groep: _Groep, tekst: str) -> None:
        self._kop = groep
        voorwaarde: Voorwaarde | None = None
        for deel in (*(ander for ander in self._groepen if ander is not groep), groep):
            voorwaarde = self._combine(voorwaarde, deel.voorwaarde, groep.deel.plaats)
        sleutel = self.make_sleutel(groep.deel.naam)
        vraag = Vraagvorm(
            sleutel, Vraagsoort.ONDERDEEL, tekst, uitleg=groep.deel.uitleg, voorwaarde=voorwaarde
        )
        self._store(groep.deel, vraag)

    def _store(self, deel: Deel, vraag: Vraagvorm) -> str:
        passend = fit_vraag(self._strip(vraag, deel.plaats), deel.plaats, self.meldingen)
        if passend is None:
            return ""
        if len(self._vragen) >= MAX_VRAGEN:
            self.meld(
                deel.plaats,
                _("er passen %(n)s vragen in een vragenlijst. Deze komt niet mee.") % {"n": MAX_VRAGEN},
            )
            return ""
        self._sleutels.add(passend.sleutel)
        self._vragen.append(replace(passend, stam=passend.tekst))
        over = {optie.sleutel for optie in (*passend.keuzes, *passend.stellingen)}
        for stuk, vertaald in deel.vertaald.items():
            if stuk in over or (stuk == "tekst") or (stuk == "uitleg" and passend.uitleg):
                self.translate(f"{passend.sleutel}.{stuk}", vertaald)
        return passend.sleutel

    def _strip(self, vraag: Vraagvorm, plaats: str) -> Vraagvorm:
        """Take mark-up out of all words."""
        tekst, zag = strip_opmaak(vraag.tekst, html=self._html)
        uitleg, zag_ook = strip_opmaak(vraag.uitleg, html=self._html)
        keuzes = [self._strip_optie(keuze) for keuze in vraag.keuzes]
        stellingen = [self._strip_optie(stelling) for stelling in vraag.stellingen]
        if zag or zag_ook:
            self.meld(plaats, _("een plaatje, link of tabel in de tekst komt niet mee."))
        if not tekst:
            self.meld(plaats, _("er staat geen tekst bij. De naam staat er nu."))
            tekst = vraag.sleutel
        return replace(vraag, tekst=tekst, uitleg=uitleg, keuzes=tuple(keuzes), stellingen=tuple(stellingen))

    def _strip_optie(self, optie: Optie) -> Optie:
        return replace(optie, tekst=strip_opmaak(optie.tekst, html=self._html)[0])

    def _read_voorwaarde(self, deel: Deel) -> Voorwaarde | None:
        try:
            voorwaarde, ruimer = read_voorwaarde(deel.voorwaarde, self.bronnen)
        except NietUitTeDrukkenError:
            tekst = _("de voorwaarde “%(tekst)s” kan hier niet. De vraag wordt altijd gesteld.")
            self.meld(deel.plaats, tekst % {"tekst": deel.voorwaarde[:200]})
            return None
        if ruimer:
            self.meld(
                deel.plaats,
                _("“niet gekozen” geldt hier alleen voor wie de eerdere vraag beantwoordde."),
            )
        return voorwaarde

    def _combine(self, een: Voorwaarde | None, twee: Voorwaarde | None, plaats: str) -> Voorwaarde | None:
        try:
            return combine_voorwaarden(een, twee)
        except NietUitTeDrukkenError:
            self.meld(plaats, _("de voorwaarde van de groep erboven kan hier niet bij. Kijk die na."))
            return twee or een

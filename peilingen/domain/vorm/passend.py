"""Words of another program's questionnaire, made to fit ours; what had to be cut or left out is reported."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from html.parser import HTMLParser

from django.utils.translation import gettext as _

from peilingen.domain.bewoording import (
    KEUZEVRAGEN,
    MAX_KEUZE,
    MAX_KEUZES,
    MAX_KOLOMMEN,
    MAX_STELLING,
    MAX_STELLINGEN,
    MAX_TEKST,
    MAX_UITLEG,
    SCHAALSTAPPEN,
)
from peilingen.domain.vorm.json_lezen import BEZET, SLEUTEL
from peilingen.domain.vorm.typen import Melding, Optie, Vraagvorm
from peilingen.enums import Vraagsoort

_BLOK = ("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table")
_TAG = re.compile(
    r"</?(?:p|div|br|span|b|i|u|em|strong|small|font|a|img|ul|ol|li|h[1-6]|table|tr|td|iframe|script|style)\b[^<>]*>",
    re.IGNORECASE,
)
_WIT = re.compile(r"[ \t\r\f\v\xa0]+")
_VREEMD = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


class _Tekst(HTMLParser):
    """Gathers the text of a piece of HTML, a line per block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.delen: list[str] = []
        self.vet = False
        self._stil = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a reader would miss; a block starts a new line."""
        self._stil += tag in ("script", "style")
        self.vet = self.vet or tag in ("img", "a", "video", "audio", "iframe", "table")
        if tag in _BLOK:
            self.delen.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a block."""
        self._stil -= tag in ("script", "style") and self._stil > 0
        if tag in _BLOK:
            self.delen.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep text that people read."""
        if not self._stil:
            self.delen.append(data)


def strip_opmaak(tekst: str, *, html: bool = False) -> tuple[str, bool]:
    """Give plain text, and whether something that people see went with the mark-up (a picture, a link, a table).

    Without `html` the text is plain, unless there are tags in it.
    """
    tekst = _VREEMD.sub("", tekst)
    if not (html or _TAG.search(tekst)):
        return _tidy(tekst), False
    lezer = _Tekst()
    lezer.feed(tekst)
    lezer.close()
    return _tidy("".join(lezer.delen)), lezer.vet


def _tidy(tekst: str) -> str:
    regels = (_WIT.sub(" ", regel).strip() for regel in tekst.split("\n"))
    return re.sub("\n{2,}", "\n", "\n".join(regels)).strip()


def make_naam(gewenst: str, letter: str, bezet: Iterable[str]) -> str:
    """Give a key that is still free: the wanted one where it can be a key, else the next of v1, v2, v3."""
    alle = set(bezet)
    if SLEUTEL.fullmatch(gewenst) and gewenst not in alle and gewenst not in BEZET:
        return gewenst
    nummer = 1
    while f"{letter}{nummer}" in alle:
        nummer += 1
    return f"{letter}{nummer}"


def fit_vraag(vraag: Vraagvorm, plaats: str, meldingen: list[Melding]) -> Vraagvorm | None:
    """Give the question with words that fit, None when nothing is left to ask."""

    def meld(tekst: str) -> None:
        meldingen.append(Melding(plaats, tekst))

    tekst, rest = _split_tekst(" ".join(vraag.tekst.split()))
    if rest:
        meld(_("de vraag is te lang. Het einde staat nu in de uitleg."))
    uitleg = "\n".join(deel for deel in (rest, vraag.uitleg.strip()) if deel)
    if len(uitleg) > MAX_UITLEG:
        meld(_("de uitleg is te lang en is afgekapt: “%(rest)s…”") % {"rest": uitleg[MAX_UITLEG:][:60]})
        uitleg = uitleg[:MAX_UITLEG].rstrip()
    kolommen = MAX_KOLOMMEN if vraag.soort == Vraagsoort.MATRIX else MAX_KEUZES
    keuzes = _fit_opties(vraag.keuzes, MAX_KEUZE, kolommen, plaats, meldingen)
    stellingen = _fit_opties(vraag.stellingen, MAX_STELLING, MAX_STELLINGEN, plaats, meldingen)
    soort = vraag.soort
    if soort == Vraagsoort.SCHAAL and len(keuzes) != SCHAALSTAPPEN:
        soort = Vraagsoort.EEN_KEUZE
        meld(_("een schaal heeft hier vijf stappen. Het is een vraag met één keuze geworden."))
    if soort in KEUZEVRAGEN and not keuzes:
        meld(_("er zijn geen keuzes bij. De vraag komt niet mee."))
        return None
    return replace(vraag, tekst=tekst, uitleg=uitleg, soort=soort, keuzes=keuzes, stellingen=stellingen)


def _split_tekst(tekst: str) -> tuple[str, str]:
    if len(tekst) <= MAX_TEKST:
        return tekst, ""
    plek = tekst.rfind(" ", 0, MAX_TEKST)
    plek = plek if plek > 0 else MAX_TEKST
    return tekst[:plek], tekst[plek:].strip()


def _fit_opties(
    opties: Sequence[Optie], lengte: int, hoogstens: int, plaats: str, meldingen: list[Melding]
) -> tuple[Optie, ...]:
    uit: list[Optie] = []
    gezien: set[str] = set()
    for optie in opties:
        tekst = " ".join(optie.tekst.split())
        if len(tekst) > lengte:
            meldingen.append(
                Melding(plaats, _("“%(begin)s…” is te lang en is afgekapt.") % {"begin": tekst[:40]})
            )
            tekst = tekst[:lengte].rstrip()
        if not tekst or tekst.lower() in gezien or len(uit) == hoogstens:
            meldingen.append(Melding(plaats, _describe_weg(tekst, tekst.lower() in gezien)))
            continue
        gezien.add(tekst.lower())
        uit.append(Optie(optie.sleutel, tekst))
    return tuple(uit)


def _describe_weg(tekst: str, dubbel: bool) -> str:
    if not tekst:
        return _("een keuze zonder tekst komt niet mee.")
    if dubbel:
        return _("“%(tekst)s” staat er twee keer. Eén ervan komt niet mee.") % {"tekst": tekst[:60]}
    return _("“%(tekst)s” past er niet meer bij en komt niet mee.") % {"tekst": tekst[:60]}

"""What of a questionnaire does not go along to XLSForm, for who downloads it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from peilingen.domain.instellingen import GETALLEN, SMILEYS
from peilingen.domain.vorm.json_schrijven import KENMERKEN
from peilingen.domain.vorm.typen import Melding, Vorm, Vraagvorm
from peilingen.enums import ZONDER_ANTWOORD, Vraagsoort

_MET_KEUZES = (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES, Vraagsoort.LEEFTIJD, Vraagsoort.SCHAAL)


def list_verlies(vorm: Vorm) -> list[Melding]:
    """Give what XLSForm cannot say, by question."""
    meldingen = [Melding("", tekst) for tekst in _list_algemeen(vorm)]
    nummer = 0
    for vraag in vorm.vragen:
        nummer += vraag.soort not in ZONDER_ANTWOORD
        plaats = _("“%(tekst)s”") % {"tekst": vraag.tekst[:60]}
        if vraag.soort not in ZONDER_ANTWOORD:
            plaats = _("vraag %(n)s") % {"n": nummer}
        meldingen += [Melding(plaats, tekst) for tekst in _list_vraag(vraag)]
    return meldingen


def _list_algemeen(vorm: Vorm) -> Iterator[str]:
    gewoon = Vorm(titel="")
    eigen = [naam for naam in KENMERKEN[2:] if getattr(vorm, naam) != getattr(gewoon, naam)]
    if eigen:
        yield _(
            "Wat u instelde over werving, privacy en resultaten komt niet mee: dat kent XLSForm niet. "
            "Het gaat om: %(namen)s."
        ) % {"namen": ", ".join(naam.replace("_", " ") for naam in eigen)}
    if any("titel" in plekken for plekken in vorm.vertalingen.values()):
        yield _("De vertaling van de titel komt niet mee: XLSForm kent één titel.")
    if any(woorden.verouderd for plekken in vorm.vertalingen.values() for woorden in plekken.values()):
        yield _("Dat een vertaling is verouderd, komt niet mee. De vertaling zelf wel.")
    if any(vraag.stam and vraag.stam != vraag.tekst for vraag in vorm.vragen):
        yield _("Welke vraag eerder met andere woorden is gesteld, komt niet mee.")


def _list_vraag(vraag: Vraagvorm) -> Iterator[str]:
    zo = vraag.instellingen
    verlies = {
        _("wordt een tekstvraag. De lijst met uw buurten komt niet mee."): vraag.soort == Vraagsoort.BUURT,
        _("wordt een tekstvraag. De lijst met plekken komt niet mee."): vraag.soort == Vraagsoort.PLEK,
        _("de stappen staan er in woorden. Andere programma's tekenen geen smileys of getallen."): (
            zo.weergave in (SMILEYS, GETALLEN)
        ),
        _("“anders, namelijk” komt mee. In andere programma's heet die keuze “Other”."): zo.anders,
        _describe_bijzonder(vraag): zo.weet_niet or zo.wil_niet,
        _("de eenheid “%(eenheid)s” komt niet mee.") % {"eenheid": zo.eenheid}: bool(zo.eenheid),
        _("het aantal cijfers achter de komma komt niet mee."): zo.decimalen == 1,
        _("hoeveel keuzes mensen op volgorde zetten, komt niet mee: het zijn ze allemaal."): (
            bool(zo.meeste) and vraag.soort == Vraagsoort.RANGORDE
        ),
        _("de uitleg bij het onderdeel wordt een blok tekst aan het begin."): (
            bool(vraag.uitleg) and vraag.soort == Vraagsoort.ONDERDEEL
        ),
        _("“${” betekent iets in XLSForm. Er staat nu een spatie tussen."): "${"
        in vraag.tekst + vraag.uitleg,
    }
    yield from (tekst for tekst, geldt in verlies.items() if geldt)


def _describe_bijzonder(vraag: Vraagvorm) -> str:
    if vraag.soort in _MET_KEUZES:
        return _("“weet ik niet” en “zeg ik liever niet” worden gewone keuzes.")
    return _("“weet ik niet” en “zeg ik liever niet” komen niet mee.")

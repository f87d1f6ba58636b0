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
            "Wat u instelde over werving, privacy en resultaten komt niet mee: dat kent XLSForm niet. Het gaat om: %(namen)s."
        ) % {"namen": ", ".join(naam.replace("_", " ") for naam in eigen)}
    if any("titel" in plekken for plekken in vorm.vertalingen.values()):
        yield _("De vertaling van de titel komt niet mee: XLSForm kent één titel.")
    if any(woorden.verouderd for plekken in vorm.vertalingen.values() for woorden in plekken.values()):
        yield _("Dat een vertaling is verouderd, komt niet mee. De vertaling zelf wel.")
    if any(vraag.stam and vraag.stam != vraag.tekst for vraag in vorm.vragen):
        yield _("Welke vraag eerder met andere woorden is gesteld, komt niet mee.")


def _list_vraag(vraag: Vraagvorm) -> Iterator[str]:
    zo = vraag.instellingen
    if vraag.soort == Vraagsoort.BUURT:
        yield _("wordt een tekstvraag. De lijst met uw buurten komt niet mee.")
    if vraag.soort == Vraagsoort.PLEK:
        yield _("wordt een tekstvraag. De lijst met plekken komt niet mee.")
    if zo.weergave in (SMILEYS, GETALLEN):
        yield _("de stappen staan er in woorden. Andere programma's tekenen geen smileys of getallen.")
    if zo.anders:
        yield _("“anders, namelijk” komt mee. In andere programma's heet die keuze “Other”.")
    if zo.weet_niet or zo.wil_niet:
        if vraag.soort in _MET_KEUZES:
            yield _("“weet ik niet” en “zeg ik liever niet” worden gewone keuzes.")
        else:
            yield _("“weet ik niet” en “zeg ik liever niet” komen niet mee.")
    if zo.eenheid:
        yield _("de eenheid “%(eenheid)s” komt niet mee.") % {"eenheid": zo.eenheid}
    if zo.decimalen == 1:
        yield _("het aantal cijfers achter de komma komt niet mee.")
    if zo.meeste and vraag.soort == Vraagsoort.RANGORDE:
        yield _("hoeveel keuzes mensen op volgorde zetten, komt niet mee: het zijn ze allemaal.")
    if vraag.uitleg and vraag.soort == Vraagsoort.ONDERDEEL:
        yield _("de uitleg bij het onderdeel wordt een blok tekst aan het begin.")
    if "${" in vraag.tekst + vraag.uitleg:
        yield _("“${” betekent iets in XLSForm. Er staat nu een spatie tussen.")

"""Questionnaires as an organiser makes them, through the acts of the room."""

from organisaties.domain.bonnen import make_token
from organisaties.models import Gebruiker, Ronde
from peilingen.domain.inzenden import Antwoordwaarde, submit_inzending
from peilingen.domain.vragen import add_vraag
from peilingen.domain.vragenlijsten import create_vragenlijst, open_vragenlijst
from peilingen.enums import Vraagsoort
from peilingen.models import Inzending, Vragenlijst

OPEN_VRAAG = "Wat mist u in uw buurt?"
NERGENS = Antwoordwaarde()


def maak_concept(ronde: Ronde, wie: Gebruiker, titel: str = "Buurtvragen") -> Vragenlijst:
    """A draft with an introduction and one open question: ready to open."""
    lijst = create_vragenlijst(ronde=ronde, wie=wie, titel=titel)
    lijst.inleiding = "Wij willen weten wat er mist."
    lijst.save()
    add_vraag(vragenlijst=lijst, wie=wie, soort=Vraagsoort.OPEN, tekst=OPEN_VRAAG)
    return lijst


def maak_open(ronde: Ronde, wie: Gebruiker, sjabloon: str = "buurt", **velden: str) -> Vragenlijst:
    """An open questionnaire from a template."""
    lijst = create_vragenlijst(ronde=ronde, wie=wie, sjabloon=sjabloon, **velden)
    return open_vragenlijst(vragenlijst=lijst, wie=wie)


def stuur_in(
    lijst: Vragenlijst,
    tekst: str = "Een bankje",
    *,
    stap: int = 4,
    keuze: int = 0,
    waar: Antwoordwaarde = NERGENS,
) -> Inzending:
    """One person's answers to the first question of each kind."""
    lijst.refresh_from_db()
    vragen = {vraag.soort: vraag for vraag in reversed(lijst.vragen.prefetch_related("keuzes"))}
    antwoorden = {vragen[Vraagsoort.OPEN].pk: Antwoordwaarde(tekst=tekst)}
    if Vraagsoort.SCHAAL in vragen:
        antwoorden[vragen[Vraagsoort.SCHAAL].pk] = Antwoordwaarde(getal=stap)
    if Vraagsoort.EEN_KEUZE in vragen:
        gekozen = vragen[Vraagsoort.EEN_KEUZE].keuzes.all()[keuze]
        antwoorden[vragen[Vraagsoort.EEN_KEUZE].pk] = Antwoordwaarde(keuzes=(gekozen.pk,))
    if Vraagsoort.BUURT in vragen:
        antwoorden[vragen[Vraagsoort.BUURT].pk] = waar
    bon = submit_inzending(vragenlijst=lijst, token=make_token(), antwoorden=antwoorden, mag_citeren=None)
    return Inzending.objects.get(pk=bon.inzending_id)

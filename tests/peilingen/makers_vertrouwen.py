"""Questionnaires that ask for consent, and people with a personal link."""

from django.test import Client
from django.urls import reverse

from organisaties.domain.bonnen import make_token
from organisaties.models import Gebruiker, Ronde
from peilingen.domain.inzenden import Antwoordwaarde, submit_inzending
from peilingen.domain.uitnodigen import Lijstregel, add_genodigden, make_link
from peilingen.enums import Grondslag, Vraagsoort
from peilingen.models import Genodigde, Vraag, Vragenlijst
from tests.peilingen.makers_bewoner import CODE, maak_vraag, maak_vragenlijst
from tests.peilingen.telefoon import Telefoon


def maak_kort(ronde: Ronde, code: str = CODE, **velden) -> Vragenlijst:
    """One question that may be skipped, with consent as the ground."""
    lijst = maak_vragenlijst(ronde, code=code, **{"grondslag": Grondslag.TOESTEMMING, **velden}).vragenlijst
    lijst.vragen.exclude(soort=Vraagsoort.EEN_KEUZE).delete()
    return lijst


def maak_gesloten_vragen(ronde: Ronde, **velden) -> dict[str, Vraag]:
    """A choice, a scale and a choice of several, by kind; and a buurt and an age, which residents never see counted."""
    lijst = maak_vragenlijst(ronde, **{"toont_resultaten": True, **velden}).vragenlijst
    maak_vraag(lijst, 6, Vraagsoort.LEEFTIJD, "Hoe oud bent u?", "Jonger", "Ouder")
    return {vraag.soort: vraag for vraag in lijst.vragen.prefetch_related("keuzes")}


def antwoord(vraag: Vraag, *keuzes: int) -> dict:
    """An answer by the places of the choices."""
    rijen = list(vraag.keuzes.all())
    if vraag.soort == Vraagsoort.SCHAAL:
        return {vraag.pk: Antwoordwaarde(getal=keuzes[0])}
    return {vraag.pk: Antwoordwaarde(keuzes=tuple(rijen[plek - 1].pk for plek in keuzes))}


def stuur(lijst: Vragenlijst, antwoorden: dict, **velden) -> None:
    """One person's answers."""
    submit_inzending(vragenlijst=lijst, token=make_token(), antwoorden=antwoorden, mag_citeren=None, **velden)


def nodig_uit(lijst: Vragenlijst, wie: Gebruiker, *namen: str) -> list[str]:
    """Put people on the list; gives the addresses of their links."""
    add_genodigden(vragenlijst=lijst, wie=wie, regels=[Lijstregel(naam) for naam in namen])
    rijen = [Genodigde.objects.get(vragenlijst=lijst, naam=naam) for naam in namen]
    return [reverse("peilingen:uitgenodigd", args=[lijst.code, make_link(rij)]) for rij in rijen]


def vul_kort_in(telefoon: Telefoon, **laatste) -> Telefoon:
    """From the first page past the check, with consent."""
    telefoon.druk("Beginnen", toestemming="zelf").druk("Volgende")
    return telefoon.druk("Antwoorden versturen", **laatste)


def bezoek(adres: str) -> Telefoon:
    return Telefoon(adres, Client()).open()

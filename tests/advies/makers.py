"""A letter to test with."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from advies.domain.concept import start_advies
from advies.domain.onderdelen import choose_citaat
from advies.domain.vaststellen import settle_advies
from advies.models import Adviesconcept, Bevinding
from codering.domain.citaten import release_citaat
from codering.domain.coderen import code_uitspraak
from codering.models import Citaat
from tests.inzicht.makers import Cijfers

COLLEGE = "College van Delft\nPostbus 78\n2600 ME Delft"


def maak_brief(cijfers: Cijfers, *codes: str, compleet: bool = True) -> Adviesconcept:
    """A letter on these themes; by default with all that settling asks for."""
    organisatie = cijfers.mensen.organisatie
    if compleet:
        organisatie.plaats, organisatie.ondertekenaar = "Delft", "Marja de Wit, voorzitter"
        organisatie.adres = f"{organisatie.naam}\nPostbus 1\n2600 AA Delft"
        organisatie.save()
    ronde = cijfers.mensen.ronde
    ronde.organisatie = organisatie
    return start_advies(
        ronde=ronde,
        wie=cijfers.mensen.organisator.gebruiker,
        themas=[cijfers.thema(code) for code in codes or ("ontmoeten", "groen")],
        geadresseerde=COLLEGE if compleet else "",
        betreft="Advies over onze buurten",
    )


def eerste_bevinding(advies: Adviesconcept) -> Bevinding:
    return advies.bevindingen.get(volgorde=1)


def maak_citaat(cijfers: Cijfers, plaats: int = 0, *, blijvend: bool = False) -> Citaat:
    uitspraak = cijfers.uitspraken[plaats]
    wie = cijfers.mensen.organisator.gebruiker
    return release_citaat(uitspraak=uitspraak, wie=wie, tekst=uitspraak.tekst, blijvend=blijvend)


def verplaats_uitspraak(cijfers: Cijfers, plaats: int, *codes: str) -> None:
    """Let a person put a statement under other themes, so that the figures change."""
    code_uitspraak(
        uitspraak=cijfers.uitspraken[plaats],
        wie=cijfers.mensen.codeur.gebruiker,
        codeboek=cijfers.codeboek,
        themas=[cijfers.thema(code) for code in codes],
    )


def maak_vastgesteld(cijfers: Cijfers, *codes: str, blijvend: bool | None = None) -> Adviesconcept:
    """A settled letter; with `blijvend` its first finding has a quote that was released so."""
    wie = cijfers.mensen.organisator.gebruiker
    advies = maak_brief(cijfers, *codes)
    if blijvend is not None:
        citaat = maak_citaat(cijfers, blijvend=blijvend)
        choose_citaat(bevinding=eerste_bevinding(advies), wie=wie, citaat=citaat)
    return settle_advies(advies=advies, wie=wie)


def plat(antwoord) -> str:
    """The words of a page with single spaces."""
    return " ".join(antwoord.content.decode().replace("\u00a0", " ").split())


def tel_vragen(client, pad: str) -> int:
    """How many questions the second visit to a page asks of the database; the first fills the caches."""
    client.get(pad)
    with CaptureQueriesContext(connection) as vragen:
        assert client.get(pad).status_code == 200
    return len(vragen)

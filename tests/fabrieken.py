"""Makers of rows for tests: only what is required, no surprises."""

from datetime import UTC, datetime
from uuid import uuid4

from organisaties.enums import Gebiedsoort, Kanaal, Rol, Wijzigingsoort
from organisaties.models import Gebied, Gebruiker, Lidmaatschap, Organisatie, Ronde

WACHTWOORD = "lang-genoeg-voor-een-test"
UUR = datetime(2026, 3, 15, 19, tzinfo=UTC)


def maak_gebruiker(naam: str = "") -> Gebruiker:
    return Gebruiker.objects.create_user(f"{naam or uuid4().hex[:8]}@voorbeeld.test", WACHTWOORD, naam=naam)


def maak_organisatie(naam: str = "Adviesraad Test") -> Organisatie:
    return Organisatie.objects.create(naam=naam, slug=uuid4().hex[:12])


def maak_lid(organisatie: Organisatie, rol: Rol, naam: str = "") -> Lidmaatschap:
    return Lidmaatschap.objects.create(organisatie=organisatie, gebruiker=maak_gebruiker(naam), rol=rol)


def maak_ronde(organisatie: Organisatie, naam: str = "Voorjaar 2026") -> Ronde:
    return Ronde.objects.create(organisatie=organisatie, naam=naam)


def maak_gebied(organisatie: Organisatie, naam: str, soort: Gebiedsoort = Gebiedsoort.BUURT) -> Gebied:
    return Gebied.objects.create(organisatie=organisatie, naam=naam, soort=soort)


def maak_antwoorden(ronde: Ronde, teksten: list[str], *, groep: str = "", kanaal: Kanaal = Kanaal.ENQUETE):
    """One questionnaire with one open question; each text is one respondent's answer."""
    from organisaties.domain.bronnen import report_bronwijziging
    from peilingen.domain.bron import BRONSOORT
    from peilingen.models import Antwoord, Inzending, Vraag, Vraagstam, Vragenlijst

    stam = Vraagstam.objects.create(organisatie=ronde.organisatie, naam="Wat mist u?")
    lijst = Vragenlijst.objects.create(ronde=ronde, titel="Vragenlijst")
    vraag = Vraag.objects.create(vragenlijst=lijst, stam=stam, volgorde=1, sleutel="v1", tekst="Wat mist u?")
    antwoorden = []
    for tekst in teksten:
        inzending = Inzending.objects.create(
            vragenlijst=lijst, kanaal=kanaal, groep=groep, sleutel=uuid4().hex, ingediend_op=UUR
        )
        antwoorden.append(Antwoord.objects.create(inzending=inzending, vraag=vraag, tekst=tekst))
    report_bronwijziging(
        ronde=ronde, bronsoort=BRONSOORT, ids=[a.pk for a in antwoorden], soort=Wijzigingsoort.AANGEMAAKT
    )
    return antwoorden

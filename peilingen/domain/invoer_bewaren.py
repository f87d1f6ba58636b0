"""Keeping what a file of another program holds: its questions, its respondents and their answers."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID, uuid4

from django.utils import timezone

from organisaties.domain.tijd import round_hour
from organisaties.enums import Kanaal
from organisaties.models import Gebied
from peilingen.domain.instellingen import clean_instellingen
from peilingen.domain.koppeling import Invoerantwoord
from peilingen.domain.koppeling_gesloten import Geslotenvraag
from peilingen.enums import Vraagsoort
from peilingen.models import Antwoord, Inzending, Keuze, Vraag, Vraagstam, Vragenlijst

PER_KEER = 500


def find_respondent(antwoord: Invoerantwoord) -> str:
    """Tell whose answer it is: the number in the file, else the row."""
    return antwoord.respondent or f"rij {antwoord.rij}"


def store_antwoorden(
    lijst: Vragenlijst,
    antwoorden: Sequence[Invoerantwoord],
    gesloten: Sequence[Geslotenvraag],
    kanaal: Kanaal,
) -> list[UUID]:
    """Store the questions and answers; gives the keys of those in people's own words."""
    dicht = {vraag.tekst: vraag for vraag in gesloten}
    vragen = _make_vragen(lijst, antwoorden, dicht)
    keuzes = {
        pk: {keuze.tekst: keuze for keuze in rijen} for pk, rijen in _make_keuzes(vragen, dicht).items()
    }
    inzendingen = _make_inzendingen(lijst, antwoorden, kanaal)
    rijen, gekozen = [], []
    for antwoord in antwoorden:
        vraag = vragen[antwoord.vraag]
        rij = Antwoord(inzending=inzendingen[find_respondent(antwoord)], vraag=vraag)
        if antwoord.gesloten:
            woorden = dicht[antwoord.vraag].gegeven[antwoord.rij]
            gekozen += [(rij.pk, keuze.pk) for keuze in _fill(rij, vraag, woorden, keuzes.get(vraag.pk, {}))]
        else:
            rij.tekst = antwoord.tekst
        rijen.append(rij)
    Inzending.objects.bulk_create(inzendingen.values(), batch_size=PER_KEER)
    Antwoord.objects.bulk_create(rijen, batch_size=PER_KEER)
    tussen = Antwoord.keuzes.through
    tussen.objects.bulk_create(
        (tussen(antwoord_id=antwoord, keuze_id=keuze) for antwoord, keuze in gekozen), batch_size=PER_KEER
    )
    return [rij.pk for rij in rijen if rij.tekst]


def _fill(
    rij: Antwoord, vraag: Vraag, woorden: Sequence[str], keuzes: Mapping[str, Keuze]
) -> Iterable[Keuze]:
    """Put a number or step in a row, or give the choices that belong to it."""
    if vraag.soort == Vraagsoort.GETAL:
        rij.waarde = woorden[0]
    elif vraag.soort == Vraagsoort.SCHAAL:
        rij.getal = keuzes[woorden[0]].volgorde
    else:
        return [keuzes[woord] for woord in woorden]
    return []


def _make_inzendingen(
    lijst: Vragenlijst, antwoorden: Sequence[Invoerantwoord], kanaal: Kanaal
) -> dict[str, Inzending]:
    gebieden = {g.naam.lower(): g for g in Gebied.objects.van(lijst.ronde.organisatie)}
    uur = round_hour(timezone.now())
    inzendingen: dict[str, Inzending] = {}
    for antwoord in antwoorden:
        wie = find_respondent(antwoord)
        if wie not in inzendingen:
            inzendingen[wie] = Inzending(
                vragenlijst=lijst,
                kanaal=antwoord.kanaal or kanaal,
                gebied=gebieden.get(antwoord.buurt.lower()),
                groep=antwoord.buurt[:200],
                sleutel=uuid4().hex,
                ingediend_op=uur,
            )
    return inzendingen


def _make_vragen(
    lijst: Vragenlijst, antwoorden: Sequence[Invoerantwoord], dicht: Mapping[str, Geslotenvraag]
) -> dict[str, Vraag]:
    """One question per wording, tied to the stam that already has these words."""
    vragen: dict[str, Vraag] = {}
    for volgorde, tekst in enumerate(dict.fromkeys(antwoord.vraag for antwoord in antwoorden), start=1):
        stam, _nieuw = Vraagstam.objects.van(lijst.ronde.organisatie).get_or_create(
            naam=tekst or lijst.titel, defaults={"organisatie": lijst.ronde.organisatie}
        )
        soort = dicht[tekst].soort if tekst in dicht else Vraagsoort.OPEN
        zo = {"decimalen": dicht[tekst].decimalen} if soort == Vraagsoort.GETAL else None
        vragen[tekst] = Vraag.objects.create(
            vragenlijst=lijst,
            stam=stam,
            volgorde=volgorde,
            sleutel=f"v{volgorde}",
            soort=soort,
            tekst=tekst,
            instellingen=clean_instellingen(soort, zo),
        )
    return vragen


def _make_keuzes(vragen: Mapping[str, Vraag], dicht: Mapping[str, Geslotenvraag]) -> dict[UUID, list[Keuze]]:
    keuzes = {
        vragen[tekst].pk: [
            Keuze(vraag=vragen[tekst], volgorde=nummer, sleutel=f"k{nummer}", tekst=woord)
            for nummer, woord in enumerate(zo.keuzes, start=1)
        ]
        for tekst, zo in dicht.items()
    }
    Keuze.objects.bulk_create(keuze for rijen in keuzes.values() for keuze in rijen)
    return keuzes

"""What goes when answers are deleted, table by table, and what stays.

One ronde with everything in it: two people's answers, a note, a card, a signal, an analysis with vectors and a
group, decisions, a memo, a lasting quote in a settled letter with its figures.
"""

import os
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from advies.domain.afdruk import build_brief
from advies.domain.concept import start_advies
from advies.domain.onderdelen import choose_citaat
from advies.domain.vaststellen import settle_advies
from advies.models import Adviesconcept
from bijeenkomsten.domain.ideekaarten import withdraw_ideekaart
from bijeenkomsten.domain.notities import delete_notitie
from bijeenkomsten.domain.signalen import delete_signaal
from bijeenkomsten.models import Ideekaart, Notitie, Signaal
from codering.domain.citaten import release_citaat
from codering.domain.coderen import code_uitspraak
from codering.domain.kandidaten import adopt_kandidaat
from codering.domain.uitspraken import process_wijzigingen
from codering.models import Inbedding, Kandidaatthema, Memo, Uitspraak
from config.taakzorg import delete_verlopen_overal
from inzicht.domain.cijfers import cached_telling, current_run
from inzicht.models import Momentopname
from organisaties.domain.bonnen import hash_token, make_token
from organisaties.models import Auditregel, Bronwijziging
from peilingen.domain.inzenden import withdraw_inzending
from peilingen.domain.vragenlijsten import delete_vragenlijst
from peilingen.models import (
    Genodigde,
    Invoerbestand,
    Inzending,
    Inzendingconcept,
    Papierformulier,
    Proefinzending,
    Stapel,
    Tussenstand,
    Vertaling,
    Vragenlijst,
)
from tests.bijeenkomsten.makers import maak_avond, maak_kaart, maak_notitie, maak_signaal
from tests.codering.makers import maak_codeboek, maak_kandidaat, maak_run
from tests.mensen import Mensen
from tests.peilingen.makers import maak_open, stuur_in

pytestmark = pytest.mark.django_db

EIGEN = "Warm eten kan ik van mijn uitkering niet betalen."
GEDEELD = "De bus stopt hier niet meer."
NOTITIE = "Aan tafel missen we een plek om koffie te drinken."
KAART = "Zet een bankje bij de vijver."
SIGNAAL = "De lift in de flat is al weken kapot."
NEVEN = "Mevrouw Achternaam van de Kerkstraat"
# Rows that tell who did what, or that the work itself leaves behind; each test looks at those by name.
TERZIJDE = {"Auditregel", "Bronwijziging", "DBTaskResult", "Intrekking"}


@dataclass(frozen=True)
class Alles:
    """The ronde, the person who takes their answers back and one who does not, and the settled letter."""

    mensen: Mensen
    lijst: Vragenlijst
    eigen: Inzending
    ander: Inzending
    notitie: Notitie
    kaart: Ideekaart
    signaal: Signaal
    brief: Adviesconcept

    @property
    def wie(self):
        return self.mensen.organisator.gebruiker


@pytest.fixture
def alles(mensen):
    wie, ronde = mensen.organisator.gebruiker, mensen.ronde
    lijst = maak_open(ronde, wie)
    eigen, ander = stuur_in(lijst, f"{EIGEN}\n{GEDEELD}"), stuur_in(lijst, GEDEELD)
    for inzending in (eigen, None):
        Inzendingconcept.objects.create(
            vragenlijst=lijst, inzending=inzending, sleutel=hash_token(make_token()),
            gegevens={"1": EIGEN}, bijgewerkt_op=timezone.now(),
        )  # fmt: skip
    avond = maak_avond(mensen)
    notitie = maak_notitie(avond.tafels.get(), NOTITIE)
    kaart, signaal = maak_kaart(avond, KAART), maak_signaal(mensen, SIGNAAL)
    process_wijzigingen()
    brief = analyse_en_brief(mensen, ronde, wie)
    cached_telling(ronde, current_run(ronde))
    return Alles(mensen, lijst, eigen, ander, notitie, kaart, signaal, brief)


def analyse_en_brief(mensen, ronde, wie):
    """What the machine and people make of the statements, up to a settled letter with a lasting quote."""
    codeboek = maak_codeboek(mensen.organisatie)
    uitspraken = {u.tekst: u for u in Uitspraak.objects.filter(ronde=ronde).order_by("-pk")}
    for inhoudhash in set(Uitspraak.objects.values_list("inhoudhash", flat=True)):
        Inbedding.objects.create(sleutel=inhoudhash, model="m", inhoudhash=inhoudhash, vector=b"\0")
    run = maak_run(ronde, codeboek, {u: {"groen": 0.9} for u in Uitspraak.objects.filter(ronde=ronde)})
    maak_kandidaat(run, [uitspraken[EIGEN]], naam="eten, uitkering")
    for tekst in (EIGEN, NOTITIE, KAART, SIGNAAL):
        uitspraak, thema = uitspraken[tekst], codeboek.themas.get(code="ontmoeten")
        code_uitspraak(uitspraak=uitspraak, wie=wie, codeboek=codeboek, themas=[thema])
        Memo.objects.create(ronde=ronde, uitspraak=uitspraak, wie=wie, tekst="nog eens lezen")
    citaat = release_citaat(uitspraak=uitspraken[EIGEN], wie=wie, tekst=EIGEN, blijvend=True)
    organisatie = mensen.organisatie
    organisatie.plaats, organisatie.ondertekenaar, organisatie.adres = "Delft", "Marja", "Postbus 1"
    organisatie.save()
    ronde.organisatie = organisatie
    brief = start_advies(
        ronde=ronde, wie=wie, themas=[codeboek.themas.get(code="ontmoeten")], geadresseerde="College",
        betreft="Advies",
    )  # fmt: skip
    choose_citaat(bevinding=brief.bevindingen.get(), wie=wie, citaat=citaat)
    return settle_advies(advies=brief, wie=wie)


def tel() -> Counter[str]:
    """How many rows each table of ours holds."""
    kamers = (
        "organisaties",
        "peilingen",
        "bijeenkomsten",
        "codering",
        "inzicht",
        "advies",
        "django_tasks_database",
    )
    modellen = [model for kamer in kamers for model in apps.get_app_config(kamer).get_models()]
    return Counter({model.__name__: model._base_manager.count() for model in modellen})


def verdwenen(voor: Counter[str]) -> dict[str, int]:
    """Which tables lost how many rows; none gained any but those beside the point."""
    na = tel()
    assert {naam for naam in na if na[naam] > voor[naam]} <= TERZIJDE
    return {
        naam: voor[naam] - na[naam] for naam in sorted(voor) if naam not in TERZIJDE and voor[naam] > na[naam]
    }


def waar_staat(woorden: str) -> set[str]:
    """In which tables of the whole database these words stand."""
    gevonden = set()
    for model in apps.get_models(include_auto_created=True):
        for rij in model._base_manager.values():
            if woorden in str(rij):
                gevonden.add(model.__name__)
    return gevonden


def test_words_stand_in_few_places_to_begin_with(alles):
    assert waar_staat(EIGEN) == {
        "Antwoord",  # as given
        "Bevinding",  # released to stay in a settled letter
        "Citaat",
        "Inzendingconcept",
        "Uitspraak",
    }


def test_one_person_takes_their_answers_back(alles):
    voor, cijfers = tel(), Momentopname.objects.get().cijfers
    withdraw_inzending(inzending=alles.eigen)
    assert not Uitspraak.objects.filter(eenheid=alles.eigen.pk).exists()  # at once, before any task
    process_wijzigingen()
    assert verdwenen(voor) == {
        "Antwoord": 4,
        "Citaat": 1,
        "Codering": 1,
        "Inbedding": 1,  # of their own words; the sentence that the other said too keeps its vector
        "Inzending": 1,
        "Inzendingconcept": 1,  # the correction that was begun
        "Kandidaatthema": 1,  # a group of only their words: its name was made of them
        "Memo": 1,
        "Runuitkomst": 2,
        "Themavoorstel": 2,
        "Uitspraak": 2,
    }
    gedeeld = Uitspraak.objects.get(tekst=GEDEELD)
    assert gedeeld.eenheid == alles.ander.pk
    assert Inbedding.objects.filter(inhoudhash=gedeeld.inhoudhash).exists()
    assert waar_staat(EIGEN) == {"Bevinding", "Inzendingconcept"}  # the letter, and a draft of somebody else
    assert waar_staat("uitkering") == {"Bevinding", "Inzendingconcept"}
    assert Momentopname.objects.get().cijfers == cijfers


def test_nothing_points_at_the_person_afterwards(alles):
    sleutels = [alles.eigen.pk, *alles.eigen.antwoorden.values_list("pk", flat=True)]
    withdraw_inzending(inzending=alles.eigen)
    process_wijzigingen()
    assert not Bronwijziging.objects.exists()
    for sleutel in sleutels:
        assert waar_staat(str(sleutel)) == set()
        assert waar_staat(sleutel.hex) == set()
    regel = Auditregel.objects.get(handeling="antwoorden_ingetrokken")
    assert (regel.wie, regel.object_id, regel.omschrijving) == (None, alles.lijst.pk, "")


def test_a_settled_letter_keeps_its_figures_and_its_lasting_quote(alles):
    voor = build_brief(alles.brief)
    delete_vragenlijst(vragenlijst=alles.lijst, wie=alles.wie)
    process_wijzigingen()
    brief = Adviesconcept.objects.get(pk=alles.brief.pk)
    assert build_brief(brief) == voor
    assert voor.bevindingen[0].citaat == EIGEN


def test_figures_are_counted_anew(alles):
    ronde = alles.mensen.ronde
    voor = cached_telling(ronde, current_run(ronde))
    delete_vragenlijst(vragenlijst=alles.lijst, wie=alles.wie)
    na = cached_telling(ronde, current_run(ronde))
    assert "enquete" in voor.kanalen
    assert sorted(na.kanalen) == ["idee", "tafel", "telefoon"]


def test_a_questionnaire_goes_with_all_that_came_of_it(alles):
    voor = tel()
    delete_vragenlijst(vragenlijst=alles.lijst, wie=alles.wie)
    process_wijzigingen()
    weg = verdwenen(voor)
    assert {naam: weg.pop(naam) for naam in ("Keuze", "Vraag", "Vraagstam")}.keys() == {
        "Keuze", "Vraag", "Vraagstam",
    }  # fmt: skip
    assert weg == {
        "Antwoord": 8,
        "Citaat": 1,
        "Codering": 1,
        "Inbedding": 2,
        "Inzending": 2,
        "Inzendingconcept": 2,
        "Kandidaatthema": 1,
        "Memo": 1,
        "Runuitkomst": 3,
        "Themavoorstel": 3,
        "Uitspraak": 3,
        "Vragenlijst": 1,
    }
    assert waar_staat(EIGEN) == {"Bevinding"}
    assert waar_staat(GEDEELD) == set()
    regel = Auditregel.objects.get(handeling="vragenlijst_verwijderd")
    assert (regel.wie, regel.omschrijving) == (alles.wie, f"{alles.lijst.titel}: 2 inzendingen, 8 antwoorden")
    assert not Bronwijziging.objects.exists()


def test_tasks_that_wait_name_no_answer(alles):
    sleutels = {str(pk) for pk in Inzending.objects.values_list("pk", flat=True)}
    delete_vragenlijst(vragenlijst=alles.lijst, wie=alles.wie)
    genoemd = {str(deel) for taak in DBTaskResult.objects.all() for deel in taak.args_kwargs["args"]}
    assert genoemd <= {str(alles.mensen.ronde.pk)}
    assert not genoemd & sleutels


def maak_nevenrijen(alles) -> dict[str, Any]:
    """What else belongs to a questionnaire: translation, test, invitation, paper form, counts shown, a file to come."""
    lijst, wie = alles.lijst, alles.wie
    Vertaling.objects.create(vragenlijst=lijst, taal="en", plek="titel", tekst=NEVEN)
    Proefinzending.objects.create(
        vragenlijst=lijst, gegevens={"antwoorden": [{"vraag": "x", "woorden": [NEVEN]}]}
    )
    Genodigde.objects.create(vragenlijst=lijst, naam=NEVEN, codehash="a" * 64)
    stapel = Stapel.objects.create(vragenlijst=lijst, naam=NEVEN, wie=wie)
    Papierformulier.objects.create(
        stapel=stapel,
        nummer=1,
        wie=wie,
        gegevens={"v1": NEVEN},
        controle={"v1": NEVEN},
        inzending=alles.eigen,
    )
    Tussenstand.objects.create(vragenlijst=lijst, aantal=10, cijfers={"v1": NEVEN})
    pad = default_storage.save("invoer/neven.csv", ContentFile(NEVEN.encode()))
    Invoerbestand.objects.create(ronde=lijst.ronde, naar=lijst, bestandsnaam="neven.csv", bestand=pad)
    os.utime(default_storage.path(pad), (0, 0))
    namen = "Vertaling Proefinzending Genodigde Stapel Papierformulier Tussenstand Invoerbestand"
    return {"pad": pad, **dict.fromkeys(namen.split(), 1)}


@pytest.mark.parametrize("wat", ["vragenlijst", "organisatie"])
def test_translations_tests_lists_paper_and_files_go_too(alles, wat):
    weg_straks = maak_nevenrijen(alles)
    pad = weg_straks.pop("pad")
    assert waar_staat(NEVEN) == set(weg_straks) - {"Invoerbestand"}
    voor = tel()
    if wat == "vragenlijst":
        delete_vragenlijst(vragenlijst=alles.lijst, wie=alles.wie)
        process_wijzigingen()
    else:
        alles.mensen.organisatie.delete()
    delete_verlopen_overal()
    na = tel()
    assert {naam: voor[naam] - na[naam] for naam in weg_straks} == weg_straks
    assert waar_staat(NEVEN) == set()
    assert not default_storage.exists(pad)


GEVALLEN = {
    "Notitie": (NOTITIE, lambda a: delete_notitie(notitie=a.notitie)),
    "Ideekaart": (KAART, lambda a: withdraw_ideekaart(ideekaart=a.kaart)),
    "Signaal": (SIGNAAL, lambda a: delete_signaal(signaal=a.signaal, wie=a.wie)),
}


@pytest.mark.parametrize("soort", GEVALLEN)
def test_a_note_a_card_and_a_signal_go_in_the_same_way(alles, soort):
    tekst, verwijder = GEVALLEN[soort]
    voor = tel()
    verwijder(alles)
    process_wijzigingen()
    weg = verdwenen(voor)
    teruggehaald = 0 if soort == "Ideekaart" else 1  # the words wait an hour, to be brought back
    assert weg.pop(soort, 0) == 1 - teruggehaald
    assert weg == {
        "Codering": 1, "Inbedding": 1, "Memo": 1, "Runuitkomst": 1, "Themavoorstel": 1, "Uitspraak": 1,
    }  # fmt: skip
    assert waar_staat(tekst) == ({soort} if teruggehaald else set())
    verloop(soort)
    assert waar_staat(tekst) == set()


def verloop(soort: str) -> None:
    """Two hours later the worker cares for what was thrown away."""
    model = apps.get_model("bijeenkomsten", soort)
    if soort != "Ideekaart":
        rijen = model._base_manager.filter(verwijderd_op__isnull=False)
        rijen.update(verwijderd_op=timezone.now() - timedelta(hours=2))
    delete_verlopen_overal()


def test_a_theme_made_of_a_group_stays_as_peoples_own_words(alles):
    kandidaat = Kandidaatthema.objects.get()
    thema = adopt_kandidaat(kandidaat=kandidaat, wie=alles.wie, naam="Genoeg te eten", definitie="Eten.")
    withdraw_inzending(inzending=alles.eigen)
    process_wijzigingen()
    thema.refresh_from_db()
    assert (thema.naam, thema.voorstellen.count()) == ("Genoeg te eten", 0)


def test_an_uploaded_file_goes_when_nothing_names_it_any_more(mensen):
    pad = default_storage.save("invoer/antwoorden.csv", ContentFile(EIGEN.encode()))
    Invoerbestand.objects.create(ronde=mensen.ronde, bestandsnaam="antwoorden.csv", bestand=pad)
    os.utime(default_storage.path(pad), (0, 0))
    jong = default_storage.save("invoer/net binnen.csv", ContentFile(b"x"))
    delete_verlopen_overal()
    assert default_storage.exists(pad)
    mensen.organisatie.delete()
    delete_verlopen_overal()
    assert (default_storage.exists(pad), default_storage.exists(jong)) == (False, True)
    default_storage.delete(jong)


def test_an_organisation_can_be_deleted_with_everything_of_it(alles):
    ander = alles.mensen.elders.organisatie
    adopt_kandidaat(kandidaat=Kandidaatthema.objects.get(), wie=alles.wie, naam="Eten", definitie="Eten.")
    alles.mensen.organisatie.delete()
    delete_verlopen_overal()
    over = {naam for naam, aantal in tel().items() if aantal}
    assert over == {"DBTaskResult", "Gebruiker", "Lidmaatschap", "Organisatie"}
    assert type(ander).objects.get() == ander
    for woorden in (EIGEN, GEDEELD, NOTITIE, KAART, SIGNAAL):
        assert waar_staat(woorden) == set()

"""Conditions: what they mean, which fit, and which questions nobody can ever be asked."""

from itertools import product
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peilingen.domain.bereikbaar import find_onbereikbare
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.voorwaarden import describe_voorwaarde, list_gevraagd, read_voorwaarde, write_voorwaarde
from peilingen.domain.voorwaarderegels import Breuk, clean_voorwaarde, find_breuken, list_eerdere
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import ZONDER_ANTWOORD, Bijzonder, Vraagsoort
from peilingen.models import Vraag
from peilingen.refusals import OnjuisteVoorwaarde
from tests.peilingen.makers_taal import als, maak_vraag, op_sleutel, voorwaarde

SOORTEN = (
    "een_keuze",
    "meer_keuzes",
    "schaal",
    "getal",
    "open",
    "buurt",
    "rangorde",
    "onderdeel",
    "tekstblok",
)
# What each kind of question can be answered with here; None is a question that was left empty.
GETALLEN = ("0", "1", "2", "3")


def waarden(vraag):
    """Every answer that a question of a small form can get."""
    keuzes = list(vraag.keuzes.all())
    alles = [
        [keuze for keuze, mee in zip(keuzes, deel, strict=True) if mee]
        for deel in product((True, False), repeat=len(keuzes))
    ]
    meeste = vraag.instellingen.get("meeste") or len(keuzes)
    samen = [deel for deel in alles if 0 < len(deel) <= meeste]
    per_soort = {
        "een_keuze": [Antwoordwaarde(keuzes=(keuze.pk,)) for keuze in keuzes],
        "meer_keuzes": [Antwoordwaarde(keuzes=tuple(keuze.pk for keuze in deel)) for deel in samen],
        "rangorde": [Antwoordwaarde(waarde=[keuze.sleutel for keuze in deel]) for deel in samen],
        "schaal": [Antwoordwaarde(getal=keuze.volgorde) for keuze in keuzes],
        "getal": [Antwoordwaarde(waarde=getal) for getal in GETALLEN],
        "open": [Antwoordwaarde(tekst="ja")],
        "buurt": [Antwoordwaarde(tekst="Hof")],
    }
    gewoon = per_soort.get(vraag.soort, [])
    if vraag.instellingen.get("weet_niet"):
        gewoon = [*gewoon, Antwoordwaarde(bijzonder=Bijzonder.WEET_NIET)]
    leeg = [Antwoordwaarde()] if not vraag.verplicht or vraag.soort == "buurt" else []
    return [*gewoon, *leeg] or [Antwoordwaarde()]


@st.composite
def regels(draw, eerdere):
    bron = draw(st.sampled_from(eerdere))
    sleutels = [keuze.sleutel for keuze in bron.keuzes.all()]
    soorten = ["beantwoord", "niet_beantwoord"]
    soorten += (
        ["een_van", "geen_van"] if bron.soort in ("een_keuze", "meer_keuzes", "schaal", "rangorde") else []
    )
    soorten += ["minstens", "hoogstens"] if bron.soort in ("schaal", "getal") else []
    is_ = draw(st.sampled_from(soorten))
    if is_ in ("een_van", "geen_van"):
        gekozen = draw(st.lists(st.sampled_from(sleutels), min_size=1, max_size=3, unique=True))
        return als(bron.sleutel, *gekozen, is_=is_)
    if is_ in ("minstens", "hoogstens"):
        return als(bron.sleutel, is_=is_, getal=draw(st.sampled_from(("-1", "0", "1", "1.5", "2", "3", "4"))))
    return als(bron.sleutel, is_=is_)


@st.composite
def formulieren(draw, meeste=5):
    """Small forms of all kinds, with conditions on earlier questions, on sections too."""
    vragen: list[Vraag] = []
    for nummer in range(1, draw(st.integers(1, meeste)) + 1):
        soort = draw(st.sampled_from(SOORTEN))
        eerdere = [vraag for vraag in vragen if vraag.soort not in ZONDER_ANTWOORD]
        eigen = {}
        if eerdere and draw(st.booleans()):
            gekozen = draw(st.lists(regels(eerdere), min_size=1, max_size=3))
            eigen = voorwaarde(*gekozen, alle=draw(st.booleans()))
        zet: dict[str, Any] = (
            {"weet_niet": True} if soort not in ("onderdeel", "tekstblok") and draw(st.booleans()) else {}
        )
        if soort in ("meer_keuzes", "rangorde"):
            zet["meeste"] = draw(st.sampled_from((0, 1, 2)))
        if soort == "getal":
            zet |= {"minimum": "0", "maximum": "3"}
        keuzes = draw(st.integers(2, 3)) if soort in ("een_keuze", "meer_keuzes", "schaal", "rangorde") else 0
        vragen.append(
            maak_vraag(nummer, soort, keuzes=keuzes, voorwaarde=eigen, verplicht=draw(st.booleans()), **zet)
        )
    return vragen


@st.composite
def ingevuld(draw):
    vragen = draw(formulieren(meeste=7))
    antwoorden = {vraag.pk: draw(st.sampled_from(waarden(vraag))) for vraag in vragen if draw(st.booleans())}
    return vragen, antwoorden


def naief(vragen, antwoorden):
    """The keys of the questions asked, worked out once more in the plainest way, from what each word says."""
    gevraagd: list[Vraag] = []
    deel = True
    for vraag in vragen:
        gegeven = {rij.sleutel: (rij, antwoorden.get(rij.pk)) for rij in gevraagd}
        regels = [
            klopt(regel, *gegeven.get(regel["vraag"], (None, None)))
            for regel in vraag.voorwaarde.get("regels", ())
        ]
        hier = not regels or (all(regels) if vraag.voorwaarde["alle"] else any(regels))
        deel = hier if vraag.soort == "onderdeel" else deel
        if hier and deel:
            gevraagd.append(vraag)
    return {vraag.sleutel for vraag in gevraagd}


def klopt(regel, vraag, waarde):
    leeg = waarde is None or waarde.bijzonder or waarde == Antwoordwaarde()
    if leeg or regel["is"] in ("beantwoord", "niet_beantwoord"):
        return bool(leeg) is (regel["is"] == "niet_beantwoord")
    if regel["is"] in ("minstens", "hoogstens"):
        getal, grens = float(waarde.waarde or waarde.getal or 0), float(regel["getal"])
        return getal >= grens if regel["is"] == "minstens" else getal <= grens
    keuzes = vraag.keuzes.all()
    gekozen = {
        keuze.sleutel for keuze in keuzes if keuze.pk in waarde.keuzes or keuze.volgorde == waarde.getal
    }
    gekozen |= set(waarde.waarde or ())
    return bool(gekozen & set(regel["keuzes"])) is (regel["is"] == "een_van")


@given(ingevuld())
def test_who_is_asked_what_is_as_the_definition_says(geval):
    vragen, antwoorden = geval
    gevraagd = list_gevraagd(op_sleutel(vragen), antwoorden)
    assert {vraag.sleutel for vraag in vragen if vraag.pk in gevraagd} == naief(vragen, antwoorden)


@given(ingevuld(), st.randoms(use_true_random=False))
def test_the_order_of_rules_choices_and_answers_does_not_matter(geval, kans):
    vragen, antwoorden = geval
    voor = list_gevraagd(op_sleutel(vragen), antwoorden)
    for vraag in vragen:
        for regel in vraag.voorwaarde.get("regels", []):
            kans.shuffle(regel.get("keuzes", []))
        kans.shuffle(vraag.voorwaarde.get("regels", []))
    geschud = list(antwoorden.items())
    kans.shuffle(geschud)
    assert list_gevraagd(op_sleutel(vragen), dict(geschud)) == voor


@given(ingevuld())
def test_answers_to_questions_that_are_not_asked_change_nothing(geval):
    vragen, antwoorden = geval
    gevraagd = list_gevraagd(op_sleutel(vragen), antwoorden)
    alleen = {pk: waarde for pk, waarde in antwoorden.items() if pk in gevraagd}
    assert list_gevraagd(op_sleutel(vragen), alleen) == gevraagd


@given(formulieren(meeste=4))
@settings(max_examples=150)
def test_a_question_is_called_dead_when_no_answers_at_all_lead_to_it(vragen):
    ooit: set[UUID] = set()
    for antwoorden in walk(vragen, {}):
        ooit |= list_gevraagd(op_sleutel(vragen), antwoorden)
    dood = [vraag.sleutel for vraag in find_onbereikbare(vragen)]
    assert dood == [vraag.sleutel for vraag in vragen if vraag.pk not in ooit]


def walk(vragen, tot_nu):
    """Every way to fill in a form, as people meet it: a question that is not asked is not answered."""
    if len(tot_nu) == len(vragen):
        yield tot_nu
        return
    vraag = vragen[len(tot_nu)]
    gevraagd = vraag.pk in list_gevraagd(op_sleutel(vragen), tot_nu)
    for waarde in waarden(vraag) if gevraagd else [Antwoordwaarde()]:
        yield from walk(vragen, {**tot_nu, vraag.pk: waarde})


@given(formulieren(meeste=8))
def test_what_can_be_made_on_the_page_is_kept_as_it_was(vragen):
    for vraag in vragen:
        assert find_breuken(vraag, vragen) == []
        bewaard = write_voorwaarde(clean_voorwaarde(vraag, vraag.voorwaarde, vragen))
        assert read_voorwaarde(bewaard) == read_voorwaarde(vraag)


@given(formulieren(meeste=8))
def test_numbers_run_from_one_without_gaps_and_skip_what_asks_nothing(vragen):
    nummers = number_vragen(vragen)
    genummerd = [vraag for vraag in vragen if vraag.pk in nummers]
    assert [nummers[vraag.pk] for vraag in genummerd] == list(range(1, len(genummerd) + 1))
    assert all(vraag.soort not in ZONDER_ANTWOORD for vraag in genummerd)
    assert all(vraag.soort in ZONDER_ANTWOORD for vraag in vragen if vraag.pk not in nummers)


@given(formulieren(meeste=8), st.data())
def test_a_number_depends_on_the_questions_before_it_only(vragen, data):
    tot = data.draw(st.integers(0, len(vragen)))
    heel, deel = number_vragen(vragen), number_vragen(vragen[:tot])
    assert deel == {pk: nummer for pk, nummer in heel.items() if pk in deel}


def test_contradictory_rules_make_a_question_dead_and_those_behind_it():
    vragen = [
        maak_vraag(1),
        maak_vraag(2, voorwaarde=voorwaarde(als("v1", "k1"), als("v1", "k2"))),
        maak_vraag(3, voorwaarde=voorwaarde(als("v2", is_="beantwoord"))),
        maak_vraag(4, voorwaarde=voorwaarde(als("v2", is_="niet_beantwoord"))),
    ]
    assert [vraag.sleutel for vraag in find_onbereikbare(vragen)] == ["v2", "v3"]


def test_a_required_question_cannot_be_left_empty():
    vragen = [
        maak_vraag(1, verplicht=True),
        maak_vraag(2, voorwaarde=voorwaarde(als("v1", is_="niet_beantwoord"))),
    ]
    assert [vraag.sleutel for vraag in find_onbereikbare(vragen)] == ["v2"]


def test_a_section_takes_its_questions_along():
    vragen = [
        maak_vraag(1, Vraagsoort.GETAL, keuzes=0, minimum="0", maximum="10"),
        maak_vraag(
            2, Vraagsoort.ONDERDEEL, keuzes=0, voorwaarde=voorwaarde(als("v1", is_="minstens", getal="11"))
        ),
        maak_vraag(3),
        maak_vraag(4, Vraagsoort.ONDERDEEL, keuzes=0),
        maak_vraag(5),
    ]
    assert [vraag.sleutel for vraag in find_onbereikbare(vragen)] == ["v2", "v3"]


def test_years_and_decimals_are_tried_within_what_a_question_takes():
    jaar = maak_vraag(1, Vraagsoort.DATUM, keuzes=0, minimum="1990")
    getal = maak_vraag(2, Vraagsoort.GETAL, keuzes=0, decimalen=1, minimum="0", maximum="1")
    dood = maak_vraag(3, voorwaarde=voorwaarde(als("v1", is_="hoogstens", getal="1989")))
    net = maak_vraag(
        4,
        voorwaarde=voorwaarde(
            als("v2", is_="minstens", getal="0.5"), als("v2", is_="hoogstens", getal="0.5")
        ),
    )
    tussen = maak_vraag(
        5,
        voorwaarde=voorwaarde(
            als("v2", is_="minstens", getal="0.41"), als("v2", is_="hoogstens", getal="0.49")
        ),
    )
    assert find_onbereikbare([jaar, getal, dood, net, tussen]) == [dood, tussen]


@pytest.mark.parametrize(
    ("regel", "breuk"),
    [
        (als("v9", "k1"), Breuk.WEG),
        (als("v3", "k1"), Breuk.LATER),
        (als("v2", "k1"), Breuk.LATER),
        (als("v1", "k7"), Breuk.KEUZE),
        (als("v1"), Breuk.KEUZE),
        (als("v1", is_="minstens", getal="2"), Breuk.SOORT),
        (als("v0", is_="minstens"), Breuk.GETAL),
        (als("v0", is_="minstens", getal="veel"), Breuk.GETAL),
        (als("v0", is_="minstens", getal="1e30"), Breuk.GETAL),
        (als("v4", is_="beantwoord"), Breuk.SOORT),
    ],
)
def test_a_rule_that_does_not_fit_is_named_and_refused(regel, breuk):
    vragen = [
        maak_vraag(0, Vraagsoort.GETAL, keuzes=0),
        maak_vraag(1),
        maak_vraag(2, voorwaarde=voorwaarde(regel)),
        maak_vraag(3),
        maak_vraag(4, Vraagsoort.TEKSTBLOK, keuzes=0),
    ]
    assert [gebroken.breuk for gebroken in find_breuken(vragen[2], vragen)] == [breuk]
    with pytest.raises(OnjuisteVoorwaarde) as fout:
        clean_voorwaarde(vragen[2], vragen[2].voorwaarde, vragen)
    assert fout.value.regel == 1
    assert str(fout.value)


@pytest.mark.parametrize(
    "json", [{"regels": [{}]}, {"regels": [{"vraag": "v1", "is": "zomaar"}]}, {"regels": [3]}]
)
def test_json_that_is_no_condition_is_refused(json):
    vragen = [maak_vraag(1), maak_vraag(2)]
    with pytest.raises(OnjuisteVoorwaarde):
        clean_voorwaarde(vragen[1], json, vragen)


def test_a_condition_reads_as_a_sentence():
    vragen = [
        maak_vraag(1),
        maak_vraag(2, Vraagsoort.TEKSTBLOK, keuzes=0),
        maak_vraag(3, Vraagsoort.GETAL, keuzes=0),
        maak_vraag(
            4, voorwaarde=voorwaarde(als("v1", "k1", "k2"), als("v3", is_="minstens", getal="2"), alle=False)
        ),
    ]
    assert describe_voorwaarde(vragen[3], vragen) == (
        "Alleen als u bij vraag 1 “keuze 1” of “keuze 2” koos of bij vraag 2 minstens 2 antwoordde."
    )
    assert describe_voorwaarde(vragen[0], vragen) == ""
    assert [vraag.sleutel for vraag in list_eerdere(vragen[3], vragen)] == ["v1", "v3"]

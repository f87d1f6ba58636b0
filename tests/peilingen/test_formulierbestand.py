"""The form file: out and back gives the same questionnaire, and a wrong file gives one line that says where."""

import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from peilingen.domain.vorm.json_lezen import read_json
from peilingen.domain.vorm.json_schrijven import write_json
from peilingen.domain.vorm.rijen import create_from_vorm, read_vorm
from peilingen.models import Vraagstam, Vragenlijst
from peilingen.refusals import OnleesbaarFormulier
from tests.fabrieken import maak_organisatie, maak_ronde
from tests.peilingen.makers import maak_open
from tests.peilingen.makers_vorm import maak_vorm, vormen


def verander(**velden) -> bytes:
    """The file of the questionnaire with one of each kind, with other fields at the top."""
    return json.dumps({**json.loads(write_json(maak_vorm())), **velden}).encode()


def verander_vraag(nummer: int, **velden) -> bytes:
    inhoud = json.loads(write_json(maak_vorm()))
    inhoud["vragen"][nummer - 1].update(velden)
    return json.dumps(inhoud).encode()


@given(vormen())
def test_what_is_written_reads_back_as_it_was(vorm):
    gelezen = read_json(write_json(vorm))
    assert gelezen.vorm == vorm
    assert gelezen.meldingen == ()
    assert write_json(gelezen.vorm) == write_json(vorm)


def test_the_example_of_the_documentation_is_a_form_file():
    tekst = (Path(__file__).parents[2] / "docs" / "formulierbestand.md").read_text(encoding="utf-8")
    gelezen = read_json(tekst.partition("```json")[2].partition("```")[0].encode())
    assert [vraag.tekst for vraag in gelezen.vorm.vragen] == [
        "Kent u het buurthuis?",
        "Wat doet u daar graag?",
    ]
    assert gelezen.meldingen == ()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(vorm=vormen(hoogstens=4))
def test_through_the_database_and_back_is_identical(mensen, vorm):
    lijst = create_from_vorm(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, vorm=vorm)
    assert write_json(read_vorm(lijst)) == write_json(vorm)
    lijst.delete()


def test_export_import_export_gives_the_same_bytes_in_another_organisation(mensen):
    wie = mensen.organisator.gebruiker
    eerst = write_json(read_vorm(create_from_vorm(ronde=mensen.ronde, wie=wie, vorm=maak_vorm())))
    elders = maak_ronde(maak_organisatie("Anders"))
    daar = create_from_vorm(ronde=elders, wie=wie, vorm=read_json(eerst).vorm)
    assert write_json(read_vorm(daar)) == eerst
    assert read_vorm(daar) == maak_vorm()


def test_a_question_keeps_its_identity_in_the_same_organisation(mensen):
    wie = mensen.organisator.gebruiker
    een = create_from_vorm(ronde=mensen.ronde, wie=wie, vorm=maak_vorm())
    stammen = Vraagstam.objects.count()
    twee = create_from_vorm(ronde=mensen.ronde, wie=wie, vorm=maak_vorm())
    assert Vraagstam.objects.count() == stammen
    assert [vraag.stam_id for vraag in een.vragen.all()] == [vraag.stam_id for vraag in twee.vragen.all()]
    assert {vraag.versie for vraag in twee.vragen.all()} == {1}


def test_a_template_goes_out_and_comes_back(mensen):
    lijst = maak_open(mensen.ronde, mensen.organisator.gebruiker)
    uit = write_json(read_vorm(lijst))
    terug = create_from_vorm(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, vorm=read_json(uit).vorm)
    assert write_json(read_vorm(terug)) == uit
    assert terug.status == "concept"
    assert terug.code is None


def test_an_outdated_translation_stays_outdated(mensen):
    lijst = create_from_vorm(ronde=mensen.ronde, wie=mensen.organisator.gebruiker, vorm=maak_vorm())
    Vragenlijst.objects.filter(pk=lijst.pk).update(titel="Anders")
    lijst.refresh_from_db()
    uit = json.loads(write_json(read_vorm(lijst)))
    assert uit["vertalingen"]["en"]["titel"] == {"tekst": "How is your neighbourhood?", "verouderd": True}
    assert write_json(read_json(json.dumps(uit).encode()).vorm) == write_json(read_vorm(lijst))


@pytest.mark.parametrize(
    ("data", "tekst"),
    [
        (b"", "Dit bestand is geen leesbare JSON (regel 1)."),
        (b"[]", "hier hoort een object te staan, met accolades."),
        (b"[" * 100_000, "Dit bestand is geen leesbare JSON."),
        (b"\xff\xfe", "Dit bestand is geen leesbare JSON."),
        (b"{}", "Dit is geen formulierbestand van Grondvlak."),
        (b'{"a": 1, "a": 2}', "Het veld “a” staat twee keer in één object."),
        (b'{"a": NaN}', "“NaN” is in JSON geen getal."),
        (verander(versie=7), "Dit formulierbestand heeft versie 7. Deze Grondvlak leest versie 1."),
        (verander(titel=""), "“titel” is leeg of ontbreekt."),
        (verander(titel=3), "“titel” moet tekst zijn."),
        (verander(vraag_citaat="ja"), "“vraag_citaat” moet true of false zijn."),
        (verander(max_per_uur=0), "“max_per_uur” moet een heel getal zijn van 1 tot en met 100000."),
        (verander(talen=["fr"]), "de taal “fr” kan hier niet. Kies uit: en, tr, ar, pl, uk."),
        (verander(vragen={}), "“vragen” moet een lijst zijn."),
        (verander_vraag(2, tekst=""), "vraag 2: “tekst” is leeg of ontbreekt."),
        (verander_vraag(2, tekst="a" * 501), "vraag 2: “tekst” telt 501 tekens. Er passen er 500 in."),
        (
            verander_vraag(2, keuzes=[{"sleutel": "k1", "tekst": "Ja"}, {"sleutel": "k1", "tekst": "Nee"}]),
            "vraag 2, keuze 2: de sleutel “k1” is al in gebruik.",
        ),
        (
            verander_vraag(2, keuzes=[{"sleutel": "k1", "tekst": "Ja"}, {"sleutel": "k2", "tekst": "ja"}]),
            "vraag 2: “ja” staat er twee keer.",
        ),
        (verander_vraag(3, sleutel="v2"), "vraag 3: de sleutel “v2” is al in gebruik."),
        (verander_vraag(7, instellingen={"minimum": "tien"}), "vraag 7, instellingen: “tien” is geen getal."),
        (
            verander_vraag(3, voorwaarde={"regels": [{"vraag": "v9", "is": "beantwoord"}]}),
            "vraag 3, voorwaarde, regel 1: “v9” is geen eerdere vraag. Een voorwaarde kijkt alleen terug.",
        ),
        (
            verander_vraag(3, voorwaarde={"regels": [{"vraag": "v2", "is": "een_van", "keuzes": ["k9"]}]}),
            "vraag 3, voorwaarde, regel 1: deze keuzes horen niet bij vraag “v2”.",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_one_line_that_names_the_place(data, tekst):
    with pytest.raises(OnleesbaarFormulier) as fout:
        read_json(data)
    assert str(fout.value) == tekst


def test_what_we_do_not_know_is_reported():
    inhoud = json.loads(verander(kleur="rood"))
    inhoud["vragen"][1]["plaatje"] = "huis.png"
    inhoud["vragen"][1]["instellingen"]["geluid"] = True
    inhoud["vragen"][4]["instellingen"] = {"meeste": 3}
    inhoud["vertalingen"]["fr"] = {"titel": "Bonjour"}
    inhoud["vertalingen"]["en"]["v99.tekst"] = "What?"
    assert [str(melding) for melding in read_json(json.dumps(inhoud).encode()).meldingen] == [
        "vraag 2, instellingen: het veld “geluid” kennen wij niet. Het komt niet mee.",
        "vraag 2: het veld “plaatje” kennen wij niet. Het komt niet mee.",
        "vraag 5, instellingen: “meeste” past niet bij deze soort vraag. Het komt niet mee.",
        "vertalingen, en: er is geen “v99.tekst” om te vertalen.",
        "vertalingen: de taal “fr” kennen wij niet. Zij komt niet mee.",
        "het veld “kleur” kennen wij niet. Het komt niet mee.",
    ]


_STUKKEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10),
    lambda s: (
        st.lists(s, max_size=3)
        | st.dictionaries(
            st.sampled_from(["sleutel", "soort", "tekst", "vraag", "is", "keuzes", "en"]), s, max_size=3
        )
    ),
    max_leaves=8,
)


@given(
    veld=st.sampled_from(["titel", "talen", "vragen", "vertalingen", "werving", "max_per_uur"]),
    waarde=_STUKKEN,
)
def test_any_other_content_is_read_or_refused(veld, waarde):
    with suppress(OnleesbaarFormulier):
        write_json(read_json(verander(**{veld: waarde})).vorm)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with pytest.raises(OnleesbaarFormulier):
        read_json(data)

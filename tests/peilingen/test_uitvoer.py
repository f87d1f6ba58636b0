"""Answers as files: each kind of file says the same, and what is for others gives nobody away."""

import csv
import io
import json
from collections import Counter

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from basis.tabel import read_tabel
from organisaties.enums import Gebiedsoort, Kanaal
from organisaties.models import Auditregel
from peilingen.domain.antwoordkolommen import STANDEN, Stand, list_rijkolommen, list_vraagkolommen
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.uitvoer_delen import find_small, protect, roll_up
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.models import Inzending
from peilingen.refusals import TeWeinigOmTeDelen
from tests.fabrieken import maak_gebied

from .makers_cijfers import maak_alles, schrijf, stuur, voorbeelden


@pytest.fixture
def alles(mensen):
    return maak_alles(mensen)


@pytest.fixture
def gevuld(alles):
    for antwoorden in voorbeelden(alles):
        stuur(alles.lijst, antwoorden)
    return alles


def rijen_csv(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def kop(naam: str, rij: dict[str, str]) -> str:
    return next(sleutel for sleutel in rij if sleutel.endswith(f"[{naam}]"))


def kolom(rijen: list[dict[str, str]], naam: str) -> list[str]:
    return [rij[kop(naam, rij)] for rij in rijen]


def test_every_question_has_its_own_columns(alles):
    kolommen = list_vraagkolommen(list_vragen(alles.lijst))
    assert [kolom.naam for kolom in kolommen] == [
        "open", "kort", "kent", "kent_anders", "waar_k1", "waar_k2", "waar_k3", "waar_anders", "schaal", "jaren",
        "dag", "jaar", "rang_k1", "rang_k2", "rang_k3", "matrix_s1", "matrix_s2", "buurt", "buurt_woorden", "plek",
        "plek_woorden", "leeftijd",
    ]  # fmt: skip
    assert kolommen[4].kop == "4. Waar komt u? – Park [waar_k1]"
    assert kolommen[-1].voorwaarde == "Alleen als u bij vraag 3 “ja” koos."
    assert kolommen[-1].codes[:2] == ((1, "jonger dan 16"), (2, "16 tot en met 26"))


def test_not_asked_and_not_answered_are_told_apart(gevuld):
    rijen = rijen_csv(schrijf(gevuld.lijst, "csv"))
    assert Counter(kolom(rijen, "leeftijd")) == {
        "16 tot en met 26": 1, "(niet gevraagd)": 4, "(wil ik niet zeggen)": 1,
    }  # fmt: skip
    assert Counter(kolom(rijen, "schaal")) == {
        "goed": 1, "heel slecht": 1, "(geen antwoord)": 2, "(weet ik niet)": 1, "(wil ik niet zeggen)": 1,
    }  # fmt: skip
    assert sorted(kolom(rijen, "buurt")) == [
        "",
        "(geen antwoord)",
        "(geen antwoord)",
        "(weet ik niet)",
        "Oost",
        "West",
    ]


def test_no_spreadsheet_runs_an_answer(gevuld):
    cellen = [cel for rij in rijen_csv(schrijf(gevuld.lijst, "csv")) for cel in rij.values()]
    assert not [cel for cel in cellen if cel.startswith(("=", "+", "@"))]
    assert "'=1+1\nen een bankje; “écht”" in cellen
    assert "12,5" in cellen


def test_the_workbook_has_a_codebook(gevuld):
    data = schrijf(gevuld.lijst, "xlsx")
    werkmap = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    assert werkmap.sheetnames == ["Antwoorden", "Codeboek"]
    codeboek = {rij[0]: rij for rij in werkmap["Codeboek"].iter_rows(values_only=True)}
    assert codeboek["leeftijd"][1:4] == (13, "Hoe oud bent u?", "leeftijdsgroep")
    assert codeboek["leeftijd"][5].startswith("1 = jonger dan 16; 2 = 16 tot en met 26")
    assert codeboek["leeftijd"][6] == "Alleen als u bij vraag 3 “ja” koos."
    assert codeboek["waar_k2"][4] == "Markt"
    assert "-9 = niet gevraagd" in codeboek["open"][7]
    assert len(read_tabel(data).rijen) == 6


def test_statistics_programs_get_codes_labels_and_missing(gevuld):
    tabel = read_tabel(schrijf(gevuld.lijst, "sav"))
    info = dict(zip(tabel.kolommen, tabel.info, strict=True))
    assert Counter(tabel.kolom("leeftijd")) == {"2": 1, "-9": 4, "-6": 1}
    assert info["leeftijd"].gemist == (("-9", "-5"),)
    assert dict(info["leeftijd"].waarden)["-8"] == "geen antwoord"
    assert info["leeftijd"].label == "13. Hoe oud bent u?"
    assert (info["schaal"].meting, info["jaren"].meting, info["kent"].meting) == (
        "ordinaal",
        "schaal",
        "nominaal",
    )
    assert Counter(tabel.kolom("open_stand")) == {"1": 1, "-8": 3, "-7": 1, "-6": 1}
    assert sorted(tabel.kolom("dag")) == ["-6", "-7", "-8", "-8", "1931-12-31", "2024-05-01"]
    assert [info["waar_k1"].spell(cel) for cel in ("1", "0", "-9")] == ["ja", "nee", ""]


def test_json_holds_the_same(gevuld):
    inhoud = json.loads(schrijf(gevuld.lijst, "json"))
    assert (inhoud["formaat"], inhoud["versie"], len(inhoud["inzendingen"])) == ("grondvlak-antwoorden", 1, 6)
    assert inhoud["standen"] == {str(code): woord for code, woord in STANDEN}
    jaren = [rij["jaren"] for rij in inhoud["inzendingen"] if not isinstance(rij["jaren"], dict)]
    assert sorted(jaren) == [-3, 12.5]
    assert {"stand": -9} in [rij["leeftijd"] for rij in inhoud["inzendingen"]]
    assert [kolom["naam"] for kolom in inhoud["kolommen"]] == list(inhoud["inzendingen"][0])


@pytest.mark.parametrize("vorm", ["csv", "xlsx", "sav", "json"])
def test_no_file_holds_keys_times_or_the_order_of_arrival(gevuld, vorm):
    data = schrijf(gevuld.lijst, vorm)
    assert data == schrijf(gevuld.lijst, vorm)
    inzendingen = list(Inzending.objects.all())
    for inzending in inzendingen:
        assert inzending.pk.hex.encode() not in data.replace(b"-", b"")
        assert inzending.sleutel.encode() not in data
        assert inzending.bonhash.encode() not in data
    assert str(inzendingen[0].ingediend_op.year).encode() not in data


def test_the_order_is_not_that_of_arrival(alles):
    for nummer in range(12):
        stuur(alles.lijst, alles.antwoorden(kort=Antwoordwaarde(tekst=f"straat {nummer:02}")))
    namen = kolom(rijen_csv(schrijf(alles.lijst, "csv")), "kort")
    assert sorted(namen) == [f"straat {nummer:02}" for nummer in range(12)]
    assert namen != sorted(namen)


def test_more_answers_take_no_more_queries(gevuld):
    with CaptureQueriesContext(connection) as eerst:
        schrijf(gevuld.lijst, "csv")
    for antwoorden in voorbeelden(gevuld) * 2:
        stuur(gevuld.lijst, antwoorden)
    with CaptureQueriesContext(connection) as daarna:
        schrijf(gevuld.lijst, "csv")
    assert len(daarna) == len(eerst)


def test_few_answers_are_not_shared(gevuld):
    Inzending.objects.first().delete()
    Inzending.objects.first().delete()
    with pytest.raises(TeWeinigOmTeDelen):
        schrijf(gevuld.lijst, "csv", delen=True)


def vul_buurten(alles, **aantallen: int) -> None:
    """So many people per area and age group: "West_2" is the second group in West."""
    gebieden = {gebied.naam: gebied for gebied in alles.gebieden}
    ja = Antwoordwaarde(keuzes=(alles.keuze("kent", 1),))
    for sleutel, aantal in aantallen.items():
        naam, _, groep = sleutel.partition("_")
        for _nummer in range(aantal):
            leeftijd = Antwoordwaarde(keuzes=(alles.keuze("leeftijd", int(groep)),))
            waar = Antwoordwaarde(gebied=gebieden[naam].pk)
            woorden = Antwoordwaarde(tekst="Jan Jansen mist een bankje")
            antwoorden = alles.antwoorden(kent=ja, leeftijd=leeftijd, buurt=waar, open=woorden)
            stuur(alles.lijst, antwoorden, mag_citeren=groep == "2")


def test_small_areas_go_up_to_their_wijk_together(alles, mensen):
    wijk = maak_gebied(mensen.organisatie, "Zuid", Gebiedsoort.WIJK)
    for gebied in alles.gebieden:
        gebied.boven = wijk
        gebied.save()
    vul_buurten(alles, West_2=6, Oost_2=3)
    rijen = rijen_csv(schrijf(alles.lijst, "csv", delen=True))
    assert Counter(kolom(rijen, "gebied")) == {"Zuid": 9}
    assert Counter(kolom(rijen, "buurt")) == {"Zuid": 9}


def test_rare_combinations_of_area_and_age_are_left_out_in_numbers(alles):
    vul_buurten(alles, West_2=6, West_3=6, West_6=1, Oost_2=7)
    rijen = rijen_csv(schrijf(alles.lijst, "csv", delen=True))
    paren = Counter(zip(kolom(rijen, "gebied"), kolom(rijen, "leeftijd"), strict=True))
    assert paren == {
        ("West", "(weggelaten)"): 7,
        ("West", "27 tot en met 44"): 6,
        ("Oost", "16 tot en met 26"): 7,
    }


def test_words_are_left_out_or_masked_and_only_of_who_may_be_quoted(alles):
    vul_buurten(alles, West_2=6, West_3=5)
    zonder = rijen_csv(schrijf(alles.lijst, "csv", delen=True))
    assert not [
        naam for naam in zonder[0] if naam.endswith(("[open]", "[kort]", "[groep]", "_woorden]", "_anders]"))
    ]
    met = rijen_csv(schrijf(alles.lijst, "csv", delen=True, woorden=True))
    teksten = Counter(kolom(met, "open"))
    assert teksten["(weggelaten)"] == 5
    assert sum(teksten.values()) == 11
    assert "Jansen" not in str(teksten)
    assert not [naam for naam in met[0] if naam.endswith(("[groep]", "_woorden]"))]


@pytest.mark.parametrize("vorm", ["csv", "xlsx", "sav", "json"])
def test_a_file_to_share_can_be_written_in_every_form(alles, vorm):
    vul_buurten(alles, West_2=6, Oost_2=5)
    stuur(
        alles.lijst,
        alles.antwoorden(dag=Antwoordwaarde(waarde="1990-01-02"), jaren=Antwoordwaarde(waarde="12.5")),
    )
    data = schrijf(alles.lijst, vorm, delen=True, woorden=True)
    assert b"1990-01-02" not in data
    assert len(data) > 500


merken = st.lists(
    st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz"), st.integers(0, 2)), min_size=3, max_size=60
)


@given(merken, st.integers(3, 6))
def test_every_group_that_remains_is_large_enough(rijen, drempel):
    boven = {"a": "ab", "b": "ab", "ab": "alles", "c": "cd"}
    uit = protect([list(rij) for rij in rijen], boven, drempel)
    for breedte in range(1, 4):
        groepen = Counter(tuple(rij[:breedte]) for rij in uit)
        assert min(groepen.values()) >= min(drempel, len(rijen))
    for rij, nieuw in zip(rijen, uit, strict=True):
        assert nieuw[0] in {rij[0], boven.get(rij[0]), boven.get(boven.get(rij[0], "")), Stand.WEGGELATEN}
        assert all(na in (voor, Stand.WEGGELATEN) for voor, na in zip(rij[1:], nieuw[1:], strict=True))


@given(st.lists(st.sampled_from("abcdef"), max_size=40), st.integers(1, 6))
def test_nothing_is_left_out_where_nothing_is_small(waarden, drempel):
    weg = find_small([()] * len(waarden), waarden, drempel)
    klein = [n for n in Counter(waarden).values() if n < drempel]
    assert bool(weg) == bool(klein)
    assert not weg or len(weg) >= min(drempel, len(waarden))
    assert roll_up(waarden, {}, drempel) == waarden


def test_the_page_gives_files_and_each_leaves_a_line(mensen, inloggen, gevuld):
    client = inloggen(mensen.organisator)
    adres = f"/peilingen/{gevuld.lijst.pk}/uitvoer/"
    pagina = client.get(adres).content.decode()
    assert "Voor uzelf" in pagina
    assert not Auditregel.objects.filter(handeling="antwoorden_gedownload").exists()
    antwoord = client.post(adres, {"doel": "eigen", "eigen-vorm": "csv"})
    assert antwoord["Content-Disposition"] == 'attachment; filename="antwoorden-alle-soorten-eigen.csv"'
    assert b"".join(antwoord.streaming_content) == schrijf(gevuld.lijst, "csv")
    delen = client.post(adres, {"doel": "delen", "delen-vorm": "sav", "delen-woorden": "on"})
    assert delen["Content-Disposition"] == 'attachment; filename="antwoorden-alle-soorten-delen.sav"'
    assert read_tabel(b"".join(delen.streaming_content)).rijen
    regels = Auditregel.objects.filter(handeling="antwoorden_gedownload").values_list(
        "omschrijving", flat=True
    )
    assert sorted(regels) == ["Alle soorten: delen, sav, 6", "Alle soorten: eigen, csv, 6"]


@pytest.mark.parametrize(
    "velden",
    [{}, {"doel": "eigen"}, {"doel": "eigen", "eigen-vorm": "exe"}, {"doel": "delen", "delen-vorm": ""}],
)
def test_without_a_form_nothing_is_given(mensen, inloggen, gevuld, velden):
    antwoord = inloggen(mensen.organisator).post(f"/peilingen/{gevuld.lijst.pk}/uitvoer/", velden)
    assert antwoord.status_code == 400
    assert not Auditregel.objects.filter(handeling="antwoorden_gedownload").exists()


def test_few_answers_to_share_are_refused_on_the_page(mensen, inloggen, alles):
    stuur(alles.lijst, {})
    antwoord = inloggen(mensen.organisator).post(
        f"/peilingen/{alles.lijst.pk}/uitvoer/", {"doel": "delen", "delen-vorm": "csv"}
    )
    assert antwoord.status_code == 400
    assert "te weinig antwoorden om te delen" in antwoord.content.decode()


def test_a_title_that_is_no_file_name(mensen, inloggen, alles):
    alles.lijst.titel = '"; ../\r\n🏡'
    alles.lijst.save()
    antwoord = inloggen(mensen.organisator).post(
        f"/peilingen/{alles.lijst.pk}/uitvoer/", {"doel": "eigen", "eigen-vorm": "json"}
    )
    assert antwoord["Content-Disposition"] == 'attachment; filename="antwoorden-vragenlijst-eigen.json"'
    antwoord.close()


def test_columns_of_the_row_are_first(alles):
    assert [kolom.naam for kolom in list_rijkolommen()] == [
        "kanaal",
        "gebied",
        "groep",
        "taal",
        "hulp",
        "mag_citeren",
    ]
    assert len(dict(list_rijkolommen()[0].codes)) == len(Kanaal)

"""Answers out of one questionnaire and into the same questions elsewhere: nothing changes on the way."""

import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basis.tabel import read_tabel
from basis.tabel.cells import clean
from organisaties.enums import Kanaal
from peilingen.domain.antwoordkolommen import list_vraagkolommen
from peilingen.domain.cellen import build_cellen, read_namen
from peilingen.domain.invoer_cellen import build_lezers
from peilingen.domain.invoer_kolommen import spell_tabel
from peilingen.domain.invoer_lijst import read_antwoorden_in, upload_antwoorden
from peilingen.domain.inzenden import list_vragen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.uitvoer import Dataset, Rij
from peilingen.domain.uitvoer_vormen import VORMEN
from peilingen.domain.waarden import Antwoordwaarde, is_given
from peilingen.models import Inzending

from .makers_cijfers import als_bestand, maak_alles, op_sleutel, schrijf, stuur, voorbeelden


@pytest.mark.parametrize("vorm", ["csv", "xlsx", "sav"])
def test_out_and_back_in_gives_the_same_answers(mensen, vorm):
    een, twee = maak_alles(mensen), maak_alles(mensen, "Nog eens")
    for nummer, antwoorden in enumerate(voorbeelden(een)):
        stuur(
            een.lijst, antwoorden, list(Kanaal)[nummer], hulp=nummer == 1, taal="ar" if nummer == 2 else "nl",
            mag_citeren=[True, False, None][nummer % 3],
        )  # fmt: skip
    bestand = als_bestand(schrijf(een.lijst, vorm), f"uit.{vorm}")
    invoer = upload_antwoorden(lijst=twee.lijst, wie=mensen.organisator.gebruiker, bestand=bestand)
    aantal = read_antwoorden_in(invoer=invoer, wie=mensen.organisator.gebruiker, koppeling=invoer.koppeling)
    assert aantal == Inzending.objects.filter(vragenlijst=een.lijst).count()
    assert op_sleutel(twee.lijst) == op_sleutel(een.lijst)


woorden = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.sampled_from(
    ["=1+1", "-3", "'=x", "weet ik niet", "x;y", '"a"', "a\nb", "@", "1", "ja", "🏡", "عربي"]
)
tekst = woorden.map(lambda t: clean(t).strip()).filter(lambda t: bool(t) and not t.startswith("("))
getal = st.integers(-99999, 99999).map(str) | st.integers(-999, 999).map(lambda n: f"{n}.5")
dag = st.dates().filter(lambda d: d.year >= 1600).map(lambda d: d.isoformat())


def waarden(alles):
    """Any answer that a resident can give, per question."""
    w = Antwoordwaarde
    bijzonder = st.sampled_from(["weet_niet", "wil_niet"]).map(lambda b: w(bijzonder=b))
    vragen, gebieden = alles.vragen, st.sampled_from([gebied.pk for gebied in alles.gebieden])

    def keuzes(sleutel, hoogstens):
        pks = [keuze.pk for keuze in vragen[sleutel].keuzes.all()]
        gekozen = st.sets(st.sampled_from(pks), min_size=1, max_size=hoogstens)
        return gekozen.map(lambda wat: tuple(pk for pk in pks if pk in wat))

    stappen = st.sampled_from(["k1", "k2", "k3", "k4", "k5"])
    soorten = {
        "open": tekst.map(lambda t: w(tekst=t)) | bijzonder,
        "kort": tekst.map(lambda t: w(tekst=t)),
        "kent": keuzes("kent", 1).map(lambda k: w(keuzes=k)) | tekst.map(lambda t: w(tekst=t)) | bijzonder,
        "waar": st.builds(w, keuzes=keuzes("waar", 3), tekst=st.just("") | tekst) | bijzonder,
        "schaal": st.integers(1, 5).map(lambda n: w(getal=n)) | bijzonder,
        "jaren": getal.map(lambda g: w(waarde=g.replace(".0", ""))) | bijzonder,
        "dag": dag.map(lambda d: w(waarde=d)) | bijzonder,
        "jaar": st.integers(1900, 2020).map(lambda j: w(waarde=str(j))) | bijzonder,
        "rang": st.permutations(["k1", "k2", "k3"]).map(lambda r: w(waarde=list(r)))
        | st.just(w(waarde=["k2"]))
        | bijzonder,
        "matrix": st.dictionaries(st.sampled_from(["s1", "s2"]), stappen, min_size=1).map(
            lambda m: w(waarde=m)
        )
        | bijzonder,
        "buurt": st.builds(w, gebied=gebieden, tekst=st.just("") | tekst)
        | st.just(w())
        | tekst.map(lambda t: w(tekst=t)),
        "plek": st.just(w(plek=alles.plek.pk)) | tekst.map(lambda t: w(tekst=t)) | bijzonder,
        "leeftijd": keuzes("leeftijd", 1).map(lambda k: w(keuzes=k)) | bijzonder,
    }
    return st.fixed_dictionaries({}, optional=soorten)


@pytest.mark.parametrize(("vorm", "keren"), [("csv", 60), ("xlsx", 40), ("sav", 6)])
def test_any_answer_survives_the_way_through_a_file(mensen, vorm, keren):
    alles = maak_alles(mensen)
    vragen, namen = list_vragen(alles.lijst), read_namen(mensen.organisatie)
    kolommen = list_vraagkolommen(vragen)
    lezers = build_lezers(vragen, number_vragen(vragen.values()), namen)

    @given(st.lists(waarden(alles), min_size=1, max_size=3))
    @settings(max_examples=keren, suppress_health_check=list(HealthCheck))
    def klopt(mensen_antwoorden):
        rijen = []
        for antwoorden in mensen_antwoorden:
            cellen = []
            for pk, vraag in vragen.items():
                eigen = [kolom for kolom in kolommen if kolom.vraag == pk]
                cellen += build_cellen(vraag, eigen, antwoorden.get(vraag.sleutel), True, namen)
            rijen.append(Rij(alles.lijst.pk, tuple(cellen), None))
        stroom = io.BytesIO()
        assert VORMEN[vorm].write(Dataset("x", tuple(kolommen), iter(rijen)), stroom) == len(rijen)
        tabel = spell_tabel(read_tabel(stroom.getvalue()))
        plek = {naam.rpartition("[")[2].rstrip("]"): nummer for nummer, naam in enumerate(tabel.kolommen)}
        for antwoorden, rij in zip(mensen_antwoorden, tabel.rijen, strict=True):
            for pk, lezer in lezers.items():
                eigen = [kolom for kolom in kolommen if kolom.vraag == pk]
                gelezen = lezer.read([(kolom, rij[plek[kolom.naam]]) for kolom in eigen])
                assert gelezen == antwoorden.get(vragen[pk].sleutel)
                assert gelezen is None or is_given(vragen[pk], gelezen)

    klopt()

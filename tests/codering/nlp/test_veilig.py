"""Whatever goes in comes out with a status; one bad text stops no other."""

from collections import Counter

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from basis.taal.maskeren import find_maskers_batch
from codering.nlp import fragment
from codering.nlp.cache import Geheugencache
from codering.nlp.embed import embed_cached
from codering.nlp.pipeline import analyse, segment_rijen
from codering.nlp.types import Antwoordrij, Kwaliteit, Status
from codering.nlp.veilig import NIET_GELEZEN, apply_each
from tests.codering.nlp.nep import (
    CODEBOEK,
    Nepclusterer,
    Nepembedder,
    Nepnamer,
    build_fragment,
    build_voorbeelden,
)

SLECHT = "deze tekst kan het model niet aan"
CACHE = Geheugencache()
"""Shared, because each run looks at all shipped examples; what a text gives does not depend on it."""


class Kieskeurig(Nepembedder):
    """Refuses one text, as an engine does that meets what it was not made for."""

    def embed(self, teksten):
        if any(SLECHT in tekst for tekst in teksten):
            raise RuntimeError("kan niet")
        return super().embed(teksten)


class Kapot(Nepembedder):
    def embed(self, teksten):
        raise RuntimeError("kapot")


def run(fragmenten, embedder=None, codeboek=CODEBOEK):
    return analyse(
        fragmenten, {}, codeboek, build_voorbeelden() if codeboek else (),
        embedder=embedder or Nepembedder(), cache=CACHE, clusterer=Nepclusterer(), namer=Nepnamer(),
    ).fragmenten  # fmt: skip


def test_a_text_that_cannot_be_embedded_fails_with_a_reason_and_alone():
    goed = [build_fragment(f"te weinig bomen en struiken in nummer {n}", str(n)) for n in range(70)]
    uitkomsten = run([*goed[:33], build_fragment(SLECHT, "slecht"), *goed[33:]], Kieskeurig())
    mislukt = [u for u in uitkomsten if u.status is Status.MISLUKT]
    assert [(u.fragment.rij_id, u.reden) for u in mislukt] == [
        ("slecht", "De betekenis van deze tekst kon niet worden berekend.")
    ]
    assert Counter(u.status for u in uitkomsten) == {Status.THEMA: 70, Status.MISLUKT: 1}


def test_what_the_others_get_is_the_same_with_or_without_the_bad_one():
    goed = [build_fragment("te weinig bomen en planten", "1"), build_fragment("de huisarts is vol", "2")]
    met = run([goed[0], build_fragment(SLECHT, "x"), goed[1]], Kieskeurig())
    assert [u.voorstellen for u in met if u.fragment.rij_id != "x"] == [u.voorstellen for u in run(goed)]


def test_a_vector_that_could_not_be_made_is_not_kept():
    cache = Geheugencache()
    vectoren = embed_cached(["bomen", SLECHT], Kieskeurig(), cache)
    assert np.isfinite(vectoren).all(axis=1).tolist() == [True, False]
    assert embed_cached([SLECHT], Nepembedder(), cache).shape == (1, 48)


def test_a_broken_model_is_told_as_such_and_blames_no_text():
    with pytest.raises(RuntimeError, match="kapot"):
        run([build_fragment("bomen", "1"), build_fragment("huisarts", "2")], Kapot())


def test_a_row_that_cannot_be_masked_is_counted_and_its_words_are_not_shown(monkeypatch):
    echt = find_maskers_batch

    def kies(teksten, vrij=()):
        if any("geheim" in tekst for tekst in teksten):
            raise ValueError("kan niet")
        return echt(teksten, vrij)

    monkeypatch.setattr(fragment, "find_maskers_batch", kies)
    rijen = [
        Antwoordrij("1", "meer bomen"),
        Antwoordrij("2", "geheim van Jan de Vries"),
        Antwoordrij("3", ""),
    ]
    per_rij = segment_rijen(rijen)
    assert [len(delen) for delen in per_rij] == [1, 1, 1]
    (ongelezen,) = per_rij[1]
    assert (ongelezen.gemaskeerd, ongelezen.begin, ongelezen.eind) == (NIET_GELEZEN, 0, 23)
    uitkomsten = run([deel for delen in per_rij for deel in delen])
    assert (uitkomsten[1].status, uitkomsten[1].reden) == (
        Status.MISLUKT,
        "Deze tekst kon niet worden gelezen.",
    )
    assert uitkomsten[2].status is Status.GEEN_ANTWOORD


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=12)
@given(
    st.lists(
        st.tuples(
            st.one_of(
                st.text(max_size=60), st.sampled_from(["meer bomen", "weet niet", "", SLECHT, "de huisarts"])
            ),
            st.sampled_from(["", "Wat mist u?"]),
        ),
        max_size=8,
    ),
    st.booleans(),
)
def test_any_rows_come_out_and_the_counts_add_up(rijen, met_codeboek):
    invoer = [Antwoordrij(str(n), tekst, vraag=vraag) for n, (tekst, vraag) in enumerate(rijen)]
    fragmenten = [f for delen in segment_rijen(invoer) for f in delen]
    uitkomsten = run(fragmenten, Kieskeurig(), CODEBOEK if met_codeboek else None)
    assert [u.fragment for u in uitkomsten] == fragmenten
    assert {f.rij_id for f in fragmenten} == {rij.id for rij in invoer}
    for u in uitkomsten:
        assert (u.status is Status.THEMA) == bool(u.voorstellen)
        assert u.reden or u.status is Status.THEMA
        assert (u.status is Status.GEEN_ANTWOORD) == (u.fragment.kwaliteit is not Kwaliteit.INHOUDELIJK)


def test_each_thing_is_tried_by_itself_only_where_needed():
    keren = []

    def doe(dingen):
        keren.append(len(dingen))
        if 3 in dingen:
            raise ValueError
        return [ding * 10 for ding in dingen]

    assert apply_each(doe, [1, 2, 3, 4], lambda ding: -ding) == [10, 20, -3, 40]
    assert keren == [4, 2, 2, 1, 1]
    assert apply_each(doe, [], lambda ding: ding) == []


def test_out_of_memory_is_nobodys_text():
    def doe(dingen):
        raise MemoryError

    with pytest.raises(MemoryError):
        apply_each(doe, [1], lambda ding: ding)

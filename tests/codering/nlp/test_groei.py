"""Groups that go on when statements come in, whatever comes in, and in whatever order."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codering.nlp.cluster import Stemclusterer
from codering.nlp.indelen import Indeling, find_indeling, sort_teksten
from codering.nlp.nabij import find_tweede, join_nearest
from codering.nlp.name import Woordnamer
from codering.nlp.types import Eerder, Oudegroep
from tests.codering.nlp.nep import Nepembedder
from tests.codering.nlp.test_cluster import build_teksten

NIEUW = [f"lift kapot trap galerij {n}" for n in range(20)]


def divide(teksten: list[str], eerder: Eerder | None = None) -> Indeling:
    return find_indeling(teksten, Nepembedder().embed(teksten), 0, Stemclusterer(), Woordnamer(), eerder)


def remember(indeling: Indeling, teksten: list[str], nu: list[str]) -> Eerder:
    """What a run after this one knows of it, for the statements there are now."""
    groepen = tuple(
        Oudegroep(g.nummer, g.naam, g.stabiliteit, g.ouder) for g in (*indeling.groepen, *indeling.delen)
    )
    breed, fijn = (dict(zip(teksten, rij, strict=True)) for rij in (indeling.breed, indeling.fijn))
    return Eerder(groepen, tuple(map(breed.get, nu)), tuple(map(fijn.get, nu)), indeling.sinds)


def tell(indeling: Indeling, teksten: list[str]) -> dict[str, tuple[object, ...]]:
    """Per text the names of its groups."""
    namen: dict[int | None, str] = {g.nummer: g.naam for g in (*indeling.groepen, *indeling.delen)}
    rijen = zip(teksten, indeling.breed, indeling.fijn, indeling.tweede, strict=True)
    return {t: (b, namen.get(b), f, namen.get(f), twee) for t, b, f, twee in rijen}


@settings(max_examples=6, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(8, 14))
def test_shuffled_statements_give_the_same_groups_and_names(kans, aantal: int):
    teksten = build_teksten(aantal)
    geschud = kans.sample(teksten, len(teksten))
    een, twee = ([rij[p] for p in sort_teksten(rij)] for rij in (teksten, geschud))
    assert tell(divide(een), een) == tell(divide(twee), twee)


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 20), st.integers(0, 8))
def test_old_groups_keep_their_statements_number_and_name(nieuw: int, weg: int):
    eerst = build_teksten()
    voor = divide(eerst)
    nu = [*eerst[weg:], *NIEUW[:nieuw]]
    eerder = remember(voor, eerst, nu)
    na = divide(nu, eerder)
    oud = {t: b for t, b in zip(nu, eerder.breed, strict=True) if b is not None}
    assert {t: tell(na, nu)[t][0] for t in oud} == oud
    assert {g.nummer: g.naam for g in na.groepen if g.nummer in oud.values()} == {
        g.nummer: g.naam for g in voor.groepen if g.nummer in oud.values()
    }


def test_new_material_makes_a_group_of_its_own_or_joins():
    eerst = build_teksten()
    voor = divide(eerst)
    erbij = "bomen planten park groen 7777"
    nu = [*eerst, *NIEUW, erbij]
    na = tell(divide(nu, remember(voor, eerst, nu)), nu)
    bomen = {na[t][0] for t in eerst[:12]} - {None}
    lift = {na[t][0] for t in NIEUW} - {None}
    assert na[erbij][0] in bomen
    assert lift
    assert not lift & {g.nummer for g in voor.groepen}


def test_with_twice_as_many_groups_are_sought_afresh_and_the_same_ones_keep_their_number():
    eerst = build_teksten()
    voor = divide(eerst)
    nu = [*build_teksten(24), *(t for t in eerst if t not in build_teksten(24))]
    na = divide(nu, remember(voor, eerst, nu))
    assert na.sinds == len(nu)
    assert {g.nummer for g in na.groepen} & {g.nummer for g in voor.groepen}


def test_fine_groups_lie_within_wide_ones_and_numbers_are_given_once():
    teksten = [f"{een} {twee} {n}" for een, twee in PAREN for n in range(12)]
    indeling = divide(teksten)
    nummers = [g.nummer for g in (*indeling.groepen, *indeling.delen)]
    assert len(nummers) == len(set(nummers))
    breed = {g.nummer for g in indeling.groepen}
    assert {g.ouder for g in indeling.delen} <= breed
    ouder = {g.nummer: g.ouder for g in indeling.delen}
    assert all(ouder[f] == b for b, f in zip(indeling.breed, indeling.fijn, strict=True) if f is not None)


PAREN = [
    (een, twee)
    for een in ("bomen planten park gras", "huisarts dokter pillen zorg")
    for twee in ("struiken", "wachtlijst bellen lang", "nacht spoed weekend")
]


def test_a_statement_between_two_groups_leans_to_the_second():
    hoeken = np.radians([-60, -30, 0, 30, 50, 40, 60, 90, 120, 150])
    punten = np.stack([np.cos(hoeken), np.sin(hoeken)], axis=1)
    labels = np.array([0] * 5 + [1] * 5)
    tweede = find_tweede(punten, labels, 2)
    assert {plek: paar[0] for plek, paar in enumerate(tweede) if paar} == {4: 1, 5: 0}
    assert all(0 < paar[1] <= 0.5 for paar in tweede if paar)
    assert find_tweede(punten, labels * 0, 1) == [None] * 10


@pytest.mark.parametrize("aantal", [0, 5])
def test_whoever_lies_far_from_all_joins_nothing(aantal: int):
    bron = np.stack([np.cos(np.linspace(0, 0.5, 30)), np.sin(np.linspace(0, 0.5, 30))], axis=1)
    binding = np.repeat([[1.0, 0.0]], 30, axis=0)
    assert not join_nearest(-bron[:aantal], bron, binding).any()
    assert (join_nearest(bron[:aantal], bron, binding)[:, 0] == 1.0).all()

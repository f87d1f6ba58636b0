"""Lists of names and places: those of the installed `deduce` package, and our own in `lijsten/`.

deduce (LGPL-3.0-or-later) is a dependency for these lists only; nothing of it is copied here. Its own matcher is
not used: building it takes seconds to minutes and it needs milliseconds a text, where a form with ten thousand
answers allows 0.3. It was made of what is common in the Netherlands, so our own lists add what it lacks.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from basis.taal import naamwoorden, naamwoorden_context
from basis.taal.stopwoorden import STOPWOORDEN
from basis.taal.woordenlijst import is_engels, is_woord

_EIGEN = Path(__file__).with_name("lijsten")
# Letters that lose their mark when typed on a Dutch keyboard and that Unicode does not take apart.
_ZONDER_TEKEN = str.maketrans("łıøđß", "liods")


@dataclass(frozen=True, slots=True)
class Namenlijst:
    """Names by how far they can be trusted. Keys are lower case: answers are often typed without capitals.

    voornamen: every first name; zeker: those that are no Dutch word, so need no cue; zonder_hoofdletter:
    those that need no capital either; achternamen: surnames; eigen_achternamen: surnames that are neither a
    word nor a place.
    """

    voornamen: frozenset[str]
    zeker: frozenset[str]
    zonder_hoofdletter: frozenset[str]
    achternamen: frozenset[str]
    eigen_achternamen: frozenset[str]


@lru_cache(maxsize=1)
def _map_of_lijsten() -> Path:
    # find_spec does not run the package: importing deduce itself costs half a second and 40 MB.
    spec = find_spec("deduce")
    if spec is None or not spec.submodule_search_locations:
        raise RuntimeError("Het pakket deduce ontbreekt. Installeer de pakketten van Grondvlak opnieuw.")
    return Path(spec.submodule_search_locations[0], "data", "lookup", "src")


def read_lijst(naam: str) -> frozenset[str]:
    """The entries of one list of deduce, for example "names/lst_first_name"."""
    pad = _map_of_lijsten() / naam / "items.txt"
    return frozenset(regel.strip() for regel in pad.read_text("utf-8").splitlines() if regel.strip())


def read_eigen(naam: str) -> frozenset[str]:
    """The entries of one of our own lists."""
    regels = (_EIGEN / f"{naam}.txt").read_text("utf-8").splitlines()
    return frozenset(woord for regel in regels if not regel.startswith("#") for woord in regel.split())


def _with_plain_spellings(namen: frozenset[str]) -> frozenset[str]:
    """Names and their spellings without marks: "gülcan" and "gulcan"."""
    kaal = {strip_tekens(woord) for woord in namen}
    return namen | {woord for woord in kaal if len(woord) > 3 and not is_woord(woord)}


def strip_tekens(klein: str) -> str:
    """A lower-case word without accents and the like: "małgorzata" → "malgorzata"."""
    ontleed = unicodedata.normalize("NFD", klein.translate(_ZONDER_TEKEN))
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken))


@lru_cache(maxsize=1)
def plaatsen() -> frozenset[str]:
    """Names of places, municipalities, regions, countries and the like, lower case."""
    lijsten = ("lst_residence", "lst_municipality", "lst_province", "lst_region")
    namen = {plaats for lijst in lijsten for plaats in read_lijst(f"locations/lst_placename/{lijst}")}
    return frozenset(plaats.lower() for plaats in namen) | naamwoorden.PLAATSEN | naamwoorden_context.PLAATSEN


def is_plaats(woord: str) -> bool:
    """True for the name of a place, whatever its capitals; also "Delft-Zuid" and "Nieuw-Sloten"."""
    klein = woord.lower()
    return klein in plaatsen() or ("-" in klein and any(deel in plaatsen() for deel in klein.split("-")))


@lru_cache(maxsize=1)
def woorden() -> frozenset[str]:
    """Words that are no names though the dictionary lacks them: of our own list, and diseases called after someone."""
    ziekten = read_lijst("whitelist/lst_eponymous_disease/lst_eponymous_single")
    return read_eigen("woorden") | {ziekte.lower() for ziekte in ziekten} | naamwoorden_context.ALTIJD_WOORD


@lru_cache(maxsize=1)
def namenlijst() -> Namenlijst:
    """The lists, read once per process (some 60 ms and 8 MB, the dictionary included)."""
    voor = {n.lower() for n in read_lijst("names/lst_first_name")} | naamwoorden.EXTRA_VOORNAMEN
    voor = {
        n for n in voor | _with_plain_spellings(read_eigen("voornamen")) if len(n) > 1
    } - naamwoorden.GEEN_VOORNAAM
    achter = {n.lower() for n in read_lijst("names/lst_surname") | read_lijst("names/lst_interfix_surname")}
    achter |= _with_plain_spellings(read_eigen("achternamen"))
    kort = naamwoorden.KORTE_VOORNAMEN - {"ben"}
    zeker = {
        n for n in voor if n in naamwoorden.VOORAL_VOORNAAM or n in kort or (len(n) > 3 and not is_woord(n))
    }
    zeker -= naamwoorden.ALLEEN_MET_AANWIJZING | STOPWOORDEN
    eigen = {n for n in achter if len(n) > 3 and n not in plaatsen() and not is_woord(n)}
    los = {n for n in zeker - woorden() if len(n) > 4 and not is_plaats(n) and not is_engels(n)}
    return Namenlijst(
        voornamen=frozenset(voor),
        zeker=frozenset(zeker),
        zonder_hoofdletter=frozenset(los | (naamwoorden_context.OOK_KLEIN & zeker)),
        achternamen=frozenset(achter - naamwoorden.GEEN_ACHTERNAAM),
        eigen_achternamen=frozenset(eigen - naamwoorden.ALLEEN_MET_AANWIJZING - voor),
    )

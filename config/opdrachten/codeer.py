"""From a table of open answers to themes, counts and a draft letter; the same steps as on the web."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from config.opdrachten.invoer import Opdrachtfout

if TYPE_CHECKING:
    from codering.nlp.protocols import Clusterer, Embedder, Inbeddingcache, Voortgang
    from codering.nlp.types import Analyse, Antwoordrij, Codeboek, Fragmentuitkomst, Voorbeeld
    from inzicht.domain.tellen import Telling

STATUSVOLGORDE = ("thema", "geen_thema", "mislukt", "geen_antwoord")


@dataclass(frozen=True, slots=True)
class Rijuitkomst:
    """What became of one row: its status, its best score per theme, and the group of its main statement."""

    rij: "Antwoordrij"
    status: str
    themas: Mapping[str, float]
    groep: int | None
    uitkomsten: tuple["Fragmentuitkomst", ...]


@dataclass(frozen=True, slots=True)
class Resultaat:
    """All that the files are written from."""

    rijen: tuple[Rijuitkomst, ...]
    namen: Mapping[str, str]
    telling: "Telling"
    analyse: "Analyse"


def load_codeboek(pad: str | None) -> "Codeboek":
    """Read a codebook, the shipped one by default; raises Opdrachtfout."""
    from codering.nlp import codeboek as lezer

    if pad is None:
        return lezer.load_codeboek()
    if not _is_there(pad):
        raise Opdrachtfout(f"'{pad}': dit codeboek is er niet. Kijk of de naam klopt.")
    try:
        return lezer.load_codeboek(Path(pad))
    except lezer.Codeboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout


def load_voorbeelden(
    pad: str | None, codeboek: "Codeboek", *, eigen_codeboek: bool
) -> tuple["Voorbeeld", ...]:
    """Read examples: a given file, else the shipped ones where the codebook has codes of theirs."""
    from codering.nlp import codeboek as lezer

    if pad is None:
        codes = set(codeboek.codes)
        alle = lezer.load_voorbeelden()
        return tuple(v for v in alle if codes & set(v.codes)) if eigen_codeboek else alle
    if not _is_there(pad) or Path(pad).is_dir():
        raise Opdrachtfout(f"'{pad}': dit bestand met voorbeelden is er niet. Kijk of de naam klopt.")
    try:
        voorbeelden = lezer.load_voorbeelden(Path(pad))
    except lezer.Codeboekfout as fout:
        raise Opdrachtfout(str(fout)) from fout
    _check_voorbeelden(voorbeelden, codeboek, Path(pad).name)
    return voorbeelden


def unknown_codes(voorbeelden: Sequence["Voorbeeld"], codeboek: "Codeboek") -> tuple[str, ...]:
    """Give the codes of examples that the codebook lacks, each once, in order."""
    codes = dict.fromkeys(code for voorbeeld in voorbeelden for code in voorbeeld.codes)
    return tuple(code for code in codes if code not in codeboek.codes)


def _is_there(pad: str) -> bool:
    """Say whether there is such a file or folder; a name that no file can have is not there."""
    try:
        return bool(pad) and Path(pad).exists()
    except (OSError, ValueError):
        return False


def _check_voorbeelden(voorbeelden: Sequence["Voorbeeld"], codeboek: "Codeboek", naam: str) -> None:
    """Refuse examples that nothing can be learnt from; raises Opdrachtfout."""
    if not voorbeelden:
        raise Opdrachtfout(f"{naam} is leeg. Zet op elke regel een voorbeeld met tekst en codes.")
    vreemd = unknown_codes(voorbeelden, codeboek)
    if vreemd and not any(set(voorbeeld.codes) & set(codeboek.codes) for voorbeeld in voorbeelden):
        raise Opdrachtfout(
            f"{naam}: geen enkele code staat in het codeboek; er staat bijvoorbeeld '{vreemd[0][:60]}'. "
            f"Wel: {', '.join(codeboek.codes[:40])}."
        )


def open_cache() -> "Inbeddingcache":
    """Open the cache in the data folder; where that cannot be written, one for this run only."""
    import sqlite3

    from codering.domain.inbeddingen import open_bestandscache
    from codering.nlp.cache import Geheugencache

    try:
        return open_bestandscache()
    except (OSError, sqlite3.Error):
        return Geheugencache()


def analyse_rijen(
    rijen: Sequence["Antwoordrij"],
    codeboek: "Codeboek | None",
    voorbeelden: Sequence["Voorbeeld"],
    *,
    embedder: "Embedder",
    cache: "Inbeddingcache",
    steekproef: bool,
    progress: "Voortgang",
    clusterer: "Clusterer | None" = None,
) -> Resultaat:
    """Run the pipeline over rows and count."""
    from codering.nlp.pipeline import analyse, segment_rijen

    per_rij = segment_rijen(rijen, progress)
    fragmenten = [fragment for deel in per_rij for fragment in deel]
    vragen = {rij.id: rij.vraag for rij in rijen}
    uitkomst = analyse(
        fragmenten,
        vragen,
        codeboek,
        voorbeelden,
        embedder=embedder,
        cache=cache,
        progress=progress,
        clusterer=clusterer,
    )
    namen = (
        {thema.code: thema.naam for thema in codeboek.themas}
        if codeboek
        else {name_groep(groep.nummer): groep.naam for groep in uitkomst.groepen}
    )
    rijuitkomsten = _per_row(rijen, uitkomst, zonder_codeboek=codeboek is None)
    return Resultaat(rijuitkomsten, namen, _count(rijuitkomsten, namen, steekproef), uitkomst)


def name_groep(nummer: int) -> str:
    """Give the code under which a found group is counted."""
    return f"groep_{nummer + 1}"


def _per_row(
    rijen: Sequence["Antwoordrij"], uitkomst: "Analyse", *, zonder_codeboek: bool
) -> tuple[Rijuitkomst, ...]:
    per: dict[str, list[Fragmentuitkomst]] = {rij.id: [] for rij in rijen}
    for fragment in uitkomst.fragmenten:
        per[fragment.fragment.rij_id].append(fragment)
    return tuple(_merge(rij, tuple(per[rij.id]), zonder_codeboek) for rij in rijen)


def _merge(rij: "Antwoordrij", delen: tuple["Fragmentuitkomst", ...], zonder_codeboek: bool) -> Rijuitkomst:
    """Join a row's statements: the highest score per theme, the best status, the longest answer's group."""
    themas: dict[str, float] = {}
    for deel in delen:
        for voorstel in deel.voorstellen:
            themas[voorstel.code] = max(themas.get(voorstel.code, 0.0), voorstel.zekerheid)
        if zonder_codeboek and deel.groep is not None:
            themas[name_groep(deel.groep)] = 1.0
    hoofd = pick_hoofd(delen)
    gevonden = {deel.status.value for deel in delen} | ({"thema"} if themas else set())
    status = next((status for status in STATUSVOLGORDE if status in gevonden), "geen_antwoord")
    return Rijuitkomst(rij, status, themas, hoofd.groep if hoofd else None, delen)


def pick_hoofd(delen: Sequence["Fragmentuitkomst"]) -> "Fragmentuitkomst | None":
    """Give a row's main statement: its longest answer, and of equal ones the first; None where nothing answers."""
    return max(
        (deel for deel in delen if deel.fragment.kwaliteit == "inhoudelijk"),
        key=lambda deel: (len(deel.fragment.tekst), -deel.fragment.volgnummer),
        default=None,
    )


def _count(rijen: Sequence[Rijuitkomst], namen: Mapping[str, str], steekproef: bool) -> "Telling":
    from inzicht.domain.tellen import Telrij, count_rijen

    return count_rijen(
        [
            Telrij(
                eenheid=uitkomst.rij.id,
                groep=uitkomst.rij.groep,
                kanaal="",
                themas=tuple(code for code in namen if code in uitkomst.themas),
                inhoudelijk=uitkomst.status != "geen_antwoord",
            )
            for uitkomst in rijen
        ],
        namen,
        steekproef=steekproef,
    )

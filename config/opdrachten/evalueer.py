"""Measuring proposals against codes in a file."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from config.opdrachten.codeer import Resultaat, Rijuitkomst, analyse_rijen, load_voorbeelden, pick_hoofd
from config.opdrachten.proefset import Kenmerk, Proefset

if TYPE_CHECKING:
    from codering.nlp.evaluate import Klassenmeting, Meting
    from codering.nlp.groepmeting import Groepmeting
    from codering.nlp.ijkmeting import Ijkmeting
    from codering.nlp.protocols import Embedder, Inbeddingcache, Vectoren, Voortgang
    from codering.nlp.stapelmeting import Stapelmeting
    from codering.nlp.types import Codeboek, Groepering, Voorbeeld
    from config.opdrachten.leercurve import Leercurve

LENGTES = ((5, "1 tot 5 woorden"), (20, "6 tot 20 woorden"), (59, "21 tot 59 woorden"))
LANG = "60 woorden of meer"
_DECIMALEN = 6


@dataclass(frozen=True, slots=True)
class Groeptabel:
    """Figures per value of a column."""

    kolom: str
    groepen: tuple["Groepmeting", ...]


@dataclass(frozen=True, slots=True)
class Uitslag:
    """All figures of one way of proposing. `interval` is the 95 % interval of macro-F1."""

    meting: "Meting"
    interval: tuple[float, float]
    ijking: "Ijkmeting"
    stapel: "Stapelmeting"
    soort: "Klassenmeting | None"
    kwaliteit: "Klassenmeting | None"
    per: tuple[Groeptabel, ...]


@dataclass(frozen=True, slots=True)
class Groepsuitslag:
    """How the groups that nobody named match the themes that someone gave, over rows with exactly one."""

    v_measure: float
    ami: float
    groepen: int
    rijen: int


@dataclass(frozen=True, slots=True)
class Evaluatie:
    """`pijplijn` knows the question where the file has one, `zonder_vraag` is the same without it.

    `overlap` counts rows whose text is among the examples that were learnt from.
    """

    proefset: Proefset
    pijplijn: Uitslag
    zonder_vraag: Uitslag | None
    tfidf: "Meting"
    groepen: Groepsuitslag | None
    leercurve: "Leercurve | None"
    voorbeelden: int
    overlap: int
    herkomst: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Gereedschap:
    """What every pass over the rows works with."""

    codeboek: "Codeboek"
    voorbeelden: tuple["Voorbeeld", ...]
    embedder: "Embedder"
    cache: "Inbeddingcache"
    progress: "Voortgang"

    def propose(self, proefset: Proefset, *, vraag: bool, groepen: bool = False) -> Resultaat:
        """Run the pipeline over all rows."""
        rijen = proefset.rijen if vraag else [replace(rij, vraag="") for rij in proefset.rijen]
        return analyse_rijen(
            rijen,
            self.codeboek,
            self.voorbeelden,
            embedder=self.embedder,
            cache=self.cache,
            steekproef=False,
            progress=self.progress,
            clusterer=None if groepen else Geengroepen(),
        )


class Geengroepen:
    """A `Clusterer` that looks for nothing, where groups are not what is measured."""

    def cluster(self, teksten: Sequence[str], vectoren: "Vectoren", seed: int) -> "Groepering":
        """See `Clusterer.cluster`."""
        from codering.nlp.types import Groepering

        return Groepering((None,) * len(teksten), ())


def collect(codeboek: "Codeboek", progress: "Voortgang") -> Gereedschap:
    """Gather the shipped examples, the usual embedder and the cache."""
    from codering.nlp.registry import default_embedder
    from config.opdrachten.codeer import open_cache

    voorbeelden = load_voorbeelden(None, codeboek, eigen_codeboek=False)
    return Gereedschap(codeboek, voorbeelden, default_embedder(), open_cache(), progress)


def measure(proefset: Proefset, gereedschap: Gereedschap, *, leercurve: bool = False) -> Evaluatie:
    """Propose themes for all rows, with the question and without, and compare."""
    from codering.nlp.evaluate import evaluate_tfidf
    from codering.nlp.provenance import to_dict
    from config.opdrachten.leercurve import measure_leercurve

    resultaat = gereedschap.propose(proefset, vraag=True, groepen=True)
    zonder = gereedschap.propose(proefset, vraag=False) if proefset.met_vraag else None
    herkomst = to_dict(resultaat.analyse.herkomst)
    gereedschap.progress("Vergelijken met TF-IDF", 0, 0)
    codes, voorbeelden = gereedschap.codeboek.codes, gereedschap.voorbeelden
    return Evaluatie(
        proefset=proefset,
        pijplijn=judge(proefset, resultaat, codes, gereedschap.embedder),
        zonder_vraag=judge(proefset, zonder, codes, gereedschap.embedder) if zonder else None,
        tfidf=evaluate_tfidf(voorbeelden, [rij.tekst for rij in proefset.rijen], proefset.waar, codes),
        groepen=_compare_groepen(proefset, resultaat),
        leercurve=measure_leercurve(proefset, gereedschap) if leercurve else None,
        voorbeelden=len(voorbeelden),
        overlap=_count_overlap(proefset, voorbeelden),
        herkomst={naam: herkomst[naam] for naam in ("codeboek", "embedder", "parameters", "versies")},
    )


def judge(proefset: Proefset, resultaat: Resultaat, codes: Sequence[str], embedder: "Embedder") -> Uitslag:
    """Compare one pass with the codes of the file."""
    from codering.nlp.evaluate import evaluate
    from codering.nlp.groepmeting import macro_interval, measure_groepen
    from codering.nlp.ijkmeting import measure_ijking

    voorgesteld = [tuple(uitkomst.themas) for uitkomst in resultaat.rijen]
    paren = [
        (zekerheid, code in waar)
        for uitkomst, waar in zip(resultaat.rijen, proefset.waar, strict=True)
        for code, zekerheid in uitkomst.themas.items()
    ]
    return Uitslag(
        meting=evaluate(proefset.waar, voorgesteld, to_scores(resultaat, codes), codes),
        interval=macro_interval(proefset.waar, voorgesteld, codes),
        ijking=measure_ijking([zeker for zeker, _juist in paren], [juist for _zeker, juist in paren]),
        stapel=_measure_stapel(proefset, resultaat, codes, embedder),
        soort=_judge_soort(proefset, resultaat),
        kwaliteit=_judge_kwaliteit(proefset, resultaat),
        per=tuple(
            Groeptabel(k.kolom, measure_groepen(proefset.waar, voorgesteld, k.waarden, codes))
            for k in (*proefset.per, *_own_kenmerken(resultaat))
        ),
    )


def to_scores(resultaat: Resultaat, codes: Sequence[str]) -> Any:
    """Per row and code the highest confidence among its statements."""
    import numpy as np

    scores = np.zeros((len(resultaat.rijen), len(codes)))
    for nummer, uitkomst in enumerate(resultaat.rijen):
        for deel in uitkomst.uitkomsten:
            if deel.scores:
                scores[nummer] = np.maximum(scores[nummer], deel.scores)
    return scores


def _measure_stapel(
    proefset: Proefset, resultaat: Resultaat, codes: Sequence[str], embedder: "Embedder"
) -> "Stapelmeting":
    """A row can be accepted as far as the least sure of its statements can; a non-answer needs no accepting."""
    from codering.nlp.basis import load_basis
    from codering.nlp.stapelmeting import VOUWEN, measure_stapel

    basis = load_basis(embedder.sleutel)
    vragen = [rij.vraag for rij in proefset.rijen]
    genoeg = len(set(vragen)) >= VOUWEN
    return measure_stapel(
        [_judge_geheel(uitkomst, codes) for uitkomst in resultaat.rijen],
        [set(u.themas) == set(waar) for u, waar in zip(resultaat.rijen, proefset.waar, strict=True)],
        [rij.vraag if genoeg else rij.tekst for rij in proefset.rijen],
        drempel=basis.drempel_bulk if basis else None,
    )


def _judge_geheel(uitkomst: Rijuitkomst, codes: Sequence[str]) -> float | None:
    from codering.nlp.geheel import measure_geheel

    delen = [deel for deel in uitkomst.uitkomsten if deel.scores]
    zekerheden = [measure_geheel(d.scores, codes, {v.code for v in d.voorstellen}) for d in delen]
    return min(zekerheden, default=None)


def _judge_soort(proefset: Proefset, resultaat: Resultaat) -> "Klassenmeting | None":
    """A row's soort is that of its main statement; None where the file or the model has none."""
    from codering.nlp.evaluate import evaluate_klassen
    from codering.nlp.types import Soort

    hoofden = [pick_hoofd(uitkomst.uitkomsten) for uitkomst in resultaat.rijen]
    gekozen = [hoofd.soort if hoofd else "" for hoofd in hoofden]
    if not proefset.soort or not any(gekozen):
        return None
    return evaluate_klassen(proefset.soort, gekozen, [soort.value for soort in Soort])


def _judge_kwaliteit(proefset: Proefset, resultaat: Resultaat) -> "Klassenmeting | None":
    """A row answers if one of its statements does; else it is what its first statement is."""
    from codering.nlp.evaluate import evaluate_klassen
    from codering.nlp.types import Kwaliteit

    if not proefset.kwaliteit:
        return None
    gekozen = [_find_kwaliteit(uitkomst) for uitkomst in resultaat.rijen]
    return evaluate_klassen(proefset.kwaliteit, gekozen, [kwaliteit.value for kwaliteit in Kwaliteit])


def _find_kwaliteit(uitkomst: Rijuitkomst) -> str:
    hoofd = pick_hoofd(uitkomst.uitkomsten) or uitkomst.uitkomsten[0]
    return hoofd.fragment.kwaliteit.value


def _own_kenmerken(resultaat: Resultaat) -> Iterator[Kenmerk]:
    """What every file can be divided by: how long an answer is, and the language that we recognise in it."""
    from codering.nlp.groepmeting import MIN_THEMA

    yield Kenmerk("lengte", tuple(_name_lengte(uitkomst.rij.tekst) for uitkomst in resultaat.rijen))
    talen = tuple(
        (pick_hoofd(uitkomst.uitkomsten) or uitkomst.uitkomsten[0]).fragment.taal
        for uitkomst in resultaat.rijen
    )
    if sum(aantal >= MIN_THEMA for aantal in Counter(talen).values()) > 1:
        yield Kenmerk("herkende taal", talen)


def _name_lengte(tekst: str) -> str:
    woorden = len(tekst.split())
    return next((naam for grens, naam in LENGTES if woorden <= grens), LANG)


def _compare_groepen(proefset: Proefset, resultaat: Resultaat) -> Groepsuitslag | None:
    from codering.nlp.evaluate import ami, v_measure

    enkel = [plek for plek, waar in enumerate(proefset.waar) if len(waar) == 1]
    if not enkel or not resultaat.analyse.groepen:
        return None
    waar = [proefset.waar[plek][0] for plek in enkel]
    groepen = [resultaat.rijen[plek].groep for plek in enkel]
    return Groepsuitslag(
        v_measure(waar, groepen), ami(waar, groepen), len(resultaat.analyse.groepen), len(enkel)
    )


def _count_overlap(proefset: Proefset, voorbeelden: Sequence["Voorbeeld"]) -> int:
    bekend = {" ".join(voorbeeld.tekst.lower().split()) for voorbeeld in voorbeelden}
    return sum(" ".join(rij.tekst.lower().split()) in bekend for rij in proefset.rijen)


def to_json(evaluatie: Evaluatie) -> str:
    """Give the figures as JSON: nothing of what people wrote is in it."""
    proefset = evaluatie.proefset
    uit = {
        "bestand": {
            "naam": proefset.naam,
            "sha256": proefset.sha256,
            "rijen": len(proefset.rijen),
            "door": proefset.door,
        },
        "met_vraag": proefset.met_vraag,
        "voorbeelden": evaluatie.voorbeelden,
        "overlap": evaluatie.overlap,
        "herkomst": evaluatie.herkomst,
        "pijplijn": _flatten(evaluatie.pijplijn),
        "zonder_vraag": _flatten(evaluatie.zonder_vraag) if evaluatie.zonder_vraag else None,
        "tfidf": asdict(evaluatie.tfidf),
        "groepen": asdict(evaluatie.groepen) if evaluatie.groepen else None,
        "leercurve": asdict(evaluatie.leercurve) if evaluatie.leercurve else None,
    }
    return json.dumps(_round(uit), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def _flatten(uitslag: Uitslag) -> dict[str, Any]:
    delen = asdict(uitslag)
    laag, hoog = delen.pop("interval")
    return {**delen.pop("meting"), "macro_f1_laag": laag, "macro_f1_hoog": hoog, **delen}


def _round(waarde: Any) -> Any:
    """The same digits on every machine."""
    if isinstance(waarde, float):
        return round(waarde, _DECIMALEN)
    if isinstance(waarde, Mapping):
        return {naam: _round(deel) for naam, deel in waarde.items()}
    return [_round(deel) for deel in waarde] if isinstance(waarde, list | tuple) else waarde

"""Measure proposals against codes given by people (or by whoever coded the set: say who, with the figures)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from codering.nlp.types import Voorbeeld

if TYPE_CHECKING:
    from codering.nlp.protocols import Scores


@dataclass(frozen=True, slots=True)
class Themameting:
    """`aantal` is how often the theme was given by people; figures without a ground are 0."""

    code: str
    precisie: float
    vangst: float
    f1: float
    aantal: int


@dataclass(frozen=True, slots=True)
class Meting:
    """Figures over all `aantal` texts; `map` is the mean over themes of average precision.

    Themes that nobody gave are left out of the means over themes. `exact` is the part of the texts that got exactly
    the right set of themes, none being a set too.
    """

    macro_f1: float
    micro_f1: float
    map: float
    per_thema: tuple[Themameting, ...]
    aantal: int
    exact: float = 0.0


@dataclass(frozen=True, slots=True)
class Klassenmeting:
    """Figures of a choice of one out of several (soort, quality), over the `aantal` texts that someone judged."""

    juist: float
    macro_f1: float
    per_klasse: tuple[Themameting, ...]
    aantal: int


def evaluate(
    waar: Sequence[Sequence[str]],
    voorgesteld: Sequence[Sequence[str]],
    scores: "Scores",
    codes: Sequence[str],
) -> Meting:
    """Compare; `scores` has a row per text and a column per code, also for codes not proposed."""
    import numpy as np
    from sklearn.metrics import average_precision_score

    doel, gekozen = to_matrix(waar, codes), to_matrix(voorgesteld, codes)
    per_thema = tuple(_measure(code, doel[:, t], gekozen[:, t]) for t, code in enumerate(codes))
    komt_voor = [t for t in range(len(codes)) if doel[:, t].any()]
    goed, fout = int((doel & gekozen).sum()), int((doel ^ gekozen).sum())
    ap = [float(average_precision_score(doel[:, t], scores[:, t])) for t in komt_voor]
    macro = [per_thema[t].f1 for t in komt_voor]
    return Meting(
        macro_f1=float(np.mean(macro)) if macro else 0.0,
        micro_f1=2 * goed / (2 * goed + fout) if goed else 0.0,
        map=float(np.mean(ap)) if ap else 0.0,
        per_thema=per_thema,
        aantal=len(waar),
        exact=float((doel == gekozen).all(axis=1).mean()) if len(waar) else 0.0,
    )


def evaluate_klassen(waar: Sequence[str], gekozen: Sequence[str], klassen: Sequence[str]) -> Klassenmeting:
    """Compare one class per text; a text whose `waar` is empty was not judged and is left out.

    The mean over classes is over those that occur.
    """
    plekken = [plek for plek, klasse in enumerate(waar) if klasse]
    doel = to_matrix([(waar[plek],) for plek in plekken], klassen)
    keuze = to_matrix([(gekozen[plek],) for plek in plekken], klassen)
    per_klasse = tuple(_measure(klasse, doel[:, k], keuze[:, k]) for k, klasse in enumerate(klassen))
    f1 = [meting.f1 for meting in per_klasse if meting.aantal]
    goed = sum(waar[plek] == gekozen[plek] for plek in plekken)
    return Klassenmeting(
        juist=goed / len(plekken) if plekken else 0.0,
        macro_f1=sum(f1) / len(f1) if f1 else 0.0,
        per_klasse=per_klasse,
        aantal=len(plekken),
    )


def evaluate_tfidf(
    voorbeelden: Sequence[Voorbeeld],
    teksten: Sequence[str],
    waar: Sequence[Sequence[str]],
    codes: Sequence[str],
) -> Meting:
    """The baseline: TF-IDF over plain words with logistic regression per theme, on the same examples."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    woorden = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    leer = woorden.fit_transform([v.tekst for v in voorbeelden])
    proef = woorden.transform(teksten)
    doel = to_matrix([v.codes for v in voorbeelden], codes)
    scores = np.zeros((len(teksten), len(codes)))
    for t in range(len(codes)):
        if doel[:, t].any() and not doel[:, t].all():
            model = LogisticRegression(C=10.0, class_weight="balanced", max_iter=1000).fit(leer, doel[:, t])
            scores[:, t] = model.predict_proba(proef)[:, 1]
    voorgesteld = [[code for t, code in enumerate(codes) if rij[t] >= 0.5] for rij in scores]
    return evaluate(waar, voorgesteld, scores, codes)


def v_measure(waar: Sequence[str], groepen: Sequence[int | None]) -> float:
    """Rosenberg and Hirschberg 2007; texts without a group count as one group of their own."""
    from sklearn.metrics import v_measure_score

    return float(v_measure_score(list(waar), _fill(groepen)))


def ami(waar: Sequence[str], groepen: Sequence[int | None]) -> float:
    """Adjusted mutual information (Vinh et al. 2010): 0 is what chance gives."""
    from sklearn.metrics import adjusted_mutual_info_score

    return float(adjusted_mutual_info_score(list(waar), _fill(groepen)))


def to_matrix(codes_per_tekst: Sequence[Sequence[str]], codes: Sequence[str]) -> Any:
    """Boolean matrix (texts, codes)."""
    import numpy as np

    return np.array([[code in eigen for code in codes] for eigen in codes_per_tekst], dtype=bool).reshape(
        len(codes_per_tekst), len(codes)
    )


def _measure(code: str, doel: Any, gekozen: Any) -> Themameting:
    goed = int((doel & gekozen).sum())
    precisie = goed / int(gekozen.sum()) if gekozen.any() else 0.0
    vangst = goed / int(doel.sum()) if doel.any() else 0.0
    f1 = 2 * precisie * vangst / (precisie + vangst) if goed else 0.0
    return Themameting(code, precisie, vangst, f1, int(doel.sum()))


def _fill(groepen: Sequence[int | None]) -> list[int]:
    return [-1 if groep is None else groep for groep in groepen]

"""Make the two small models: what is an answer, and in which language.

    python -m scripts.kiezers [kwaliteit|talen ...]

writes codering/nlp/modellen/kwaliteit.tsv and basis/taal/lijsten/talen.tsv from the files in the shipped codebook. Only
rows whose `deel` is "leer" are learnt from; "proef" is for `python -m scripts.bench kwaliteit`.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scripts.bench.meting import PROJECTMAP

if TYPE_CHECKING:
    from basis.taal.lichtmodel import Lichtmodel

CODEBOEK = PROJECTMAP / "codering" / "codeboeken" / "sociale_basis"
KWALITEIT = CODEBOEK / "kwaliteit.jsonl"
ANDERSTALIG = CODEBOEK / "anderstalig.jsonl"
_KLEINST = 4  # hundredths; smaller weights are left out
_GEWICHT_EIGEN = 4.0
_LANGSTE_VOORBEELD = 8
DREMPEL_KWALITEIT = 250
"""Chosen by cross-validation on the part "leer": how much surer of a non-answer than of an answer."""
DREMPEL_TALEN = 450
"""Likewise, besides what each feature adds: how much likelier than Dutch another language must be."""
_VOORAF = 1000.0
_MINSTENS_TALEN = 3.0


def read_rijen(bestand: Path, deel: str = "") -> list[dict[str, Any]]:
    """Read the rows of one part, or all."""
    rijen = [json.loads(regel) for regel in bestand.read_text(encoding="utf-8").splitlines()]
    return [rij for rij in rijen if not deel or rij["deel"] == deel]


def hash_bron(bestand: Path) -> str:
    """Give the SHA-256 of a data file."""
    return hashlib.sha256(bestand.read_bytes()).hexdigest()


def fit(
    kenmerken: Sequence[Sequence[str]],
    klassen: Sequence[str],
    gewichten: Sequence[float],
    *,
    c: float,
    minstens: int,
    bron: str = "",
) -> Lichtmodel:
    """Fit a logistic regression (L2) and round its weights; features in fewer than `minstens` texts are dropped."""
    import numpy as np
    from sklearn.feature_extraction.text import CountVectorizer
    from sklearn.linear_model import LogisticRegression

    from basis.taal.lichtmodel import EENHEID, Lichtmodel

    teller = CountVectorizer(analyzer=list, min_df=minstens, binary=True)
    matrix = teller.fit_transform(kenmerken).astype(float)
    model = LogisticRegression(C=c, max_iter=3000, tol=1e-4).fit(matrix, klassen, sample_weight=gewichten)
    rond = np.rint(model.coef_ * EENHEID).astype(int)
    tabel = {
        naam: tuple(int(w) for w in rond[:, plek])
        for plek, naam in enumerate(teller.get_feature_names_out())
        if np.abs(rond[:, plek]).max() >= _KLEINST
    }
    begin = tuple(int(w) for w in np.rint(model.intercept_ * EENHEID))
    return Lichtmodel(tuple(str(k) for k in model.classes_), begin, tabel, 0, bron)


def read_kwaliteit() -> tuple[list[str], list[str], list[float]]:
    """Give normalized texts that rules leave to the model, their class and their weight."""
    from codering.nlp import quality
    from codering.nlp.codeboek import load_voorbeelden

    rijen = [(rij["tekst"], rij["vraag"], rij["kwaliteit"]) for rij in read_rijen(KWALITEIT, "leer")]
    korte = [(v.tekst, v.vraag, "inhoudelijk") for v in load_voorbeelden() if v.codes]
    teksten, klassen, gewichten = [], [], []
    gezien: set[str] = set()
    for plek, (tekst, vraag, klasse) in enumerate([*rijen, *korte]):
        klein, eigen = quality.normalize(tekst), plek < len(rijen)
        if klein in gezien or not quality.needs_model(klein, vraag):
            continue
        if not eigen and len(quality.list_woorden(klein)) > _LANGSTE_VOORBEELD:
            continue
        gezien.add(klein)
        teksten.append(klein)
        klassen.append(klasse)
        gewichten.append(_GEWICHT_EIGEN if eigen else 1.0)
    return teksten, klassen, gewichten


def make_kwaliteit() -> Lichtmodel:
    """Learn what is an answer, from the part "leer" and from short coded answers."""
    from dataclasses import replace

    from codering.nlp.quality import find_kenmerken

    teksten, klassen, gewichten = read_kwaliteit()
    kenmerken = [find_kenmerken(tekst) for tekst in teksten]
    model = fit(kenmerken, klassen, gewichten, c=1.0, minstens=1, bron=hash_bron(KWALITEIT))
    return replace(model, drempel=DREMPEL_KWALITEIT)


def read_talen() -> list[tuple[str, str, float]]:
    """Give text, language and weight: the part "leer", our pages' words, shipped examples, common words."""
    from codering.nlp.codeboek import load_voorbeelden
    from scripts.talen_woorden import WOORDEN

    latijn = {*WOORDEN, "nl"}
    rijen = [(r["tekst"], r["taal"], 3.0) for r in read_rijen(ANDERSTALIG, "leer") if r["taal"] in latijn]
    rijen += [(v.tekst, "nl", 1.0) for v in load_voorbeelden()]
    rijen += [
        (woord, taal, 3.0) for taal, woorden in WOORDEN.items() for woord in sorted(set(woorden.split()))
    ]
    for taal in ("en", "pl", "tr"):
        rijen += [(tekst, taal, 1.0) for tekst in _read_vertalingen(taal)]
    return rijen


def _read_vertalingen(taal: str) -> list[str]:
    """Give the translated texts of our own pages, without their placeholders."""
    bestand = PROJECTMAP / "config" / "locale" / taal / "LC_MESSAGES" / "django.po"
    zinnen = re.findall(r'^msgstr(?:\[\d\])? "(.+)"$', bestand.read_text(encoding="utf-8"), re.MULTILINE)
    return [re.sub(r"%\(\w+\)\w|<[^>]+>|\\.|https?:\S+", " ", zin) for zin in zinnen]


def make_talen(rijen: Sequence[tuple[str, str, float]] | None = None) -> Lichtmodel:
    """Naive Bayes whose unseen features take what they have in all languages together (Dirichlet prior).

    So a language of which we have little text is not favoured by rare features.
    """
    from basis.taal.lichtmodel import EENHEID, Lichtmodel
    from basis.taal.talen import find_taalkenmerken

    tellingen: dict[str, Counter[str]] = {}
    for tekst, taal, gewicht in rijen if rijen is not None else read_talen():
        telling = tellingen.setdefault(taal, Counter())
        for kenmerk in find_taalkenmerken(tekst):
            telling[kenmerk] += gewicht  # type: ignore[assignment]  # typeshed counts in whole numbers only
    talen = sorted(tellingen)
    totaal = {taal: sum(tellingen[taal].values()) for taal in talen}
    gewichten = {}
    for kenmerk in sorted({k for telling in tellingen.values() for k in telling}):
        if sum(telling[kenmerk] for telling in tellingen.values()) < _MINSTENS_TALEN:
            continue
        deel = sum(tellingen[taal][kenmerk] / totaal[taal] for taal in talen) / len(talen)
        kans = [(tellingen[t][kenmerk] + _VOORAF * deel) / (totaal[t] + _VOORAF) for t in talen]
        nul = kans[talen.index("nl")]
        gewichten[kenmerk] = tuple(round(math.log(k / nul) * EENHEID) for k in kans)
    return Lichtmodel(tuple(talen), (0,) * len(talen), gewichten, DREMPEL_TALEN, hash_bron(ANDERSTALIG))


def main(gekozen: Sequence[str]) -> int:
    """Write the models named, or both."""
    from basis.taal.lichtmodel import format_model

    for naam, (bestand, make) in MODELLEN.items():
        if not gekozen or naam in gekozen:
            model = make()
            bestand.write_text(format_model(model), encoding="utf-8")
            print(f"{bestand.relative_to(PROJECTMAP)}: {len(model.gewichten)} kenmerken")
    return 0


MODELLEN: dict[str, tuple[Path, Callable[[], Lichtmodel]]] = {
    "kwaliteit": (PROJECTMAP / "codering" / "nlp" / "modellen" / "kwaliteit.tsv", make_kwaliteit),
    "talen": (PROJECTMAP / "basis" / "taal" / "lijsten" / "talen.tsv", make_talen),
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

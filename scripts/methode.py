"""Put figures that `evalueer` measured into docs/methode.md.

    .venv/bin/python manage.py evalueer BESTAND --codes codes --vraag vraag … --door "…" --json proef.json
    .venv/bin/python -m scripts.methode proef.json [ander.json ...]

The first file is told about most fully. Only what a file has is told: without a column for soort there are no figures
on soort. The tables stand between marks in the document; the words around them are written by hand.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scripts.bench.meting import PROJECTMAP
from scripts.leesmij import replace_deel

DOCUMENT = PROJECTMAP / "docs" / "methode.md"
Cijfers = dict[str, Any]


def render(tekst: str, bestanden: Sequence[Cijfers]) -> str:
    """Give the document with the figures of these files."""
    delen = {
        "samen": render_samen(bestanden),
        "themas": render_themas(bestanden),
        "zekerheid": render_zekerheid(bestanden[0]),
        "overnemen": render_overnemen(bestanden),
        "soort": render_klassen(bestanden, "soort", "de soort"),
        "kwaliteit": render_klassen(bestanden, "kwaliteit", "of een antwoord iets zegt"),
        "groepen": render_groepen(bestanden),
    }
    for naam, inhoud in delen.items():
        tekst = replace_deel(tekst, naam, inhoud)
    return tekst


def render_samen(bestanden: Sequence[Cijfers]) -> str:
    """Give the figures over all themes, beside the same without the question and beside the simple way."""
    rijen = [_row_samen(bestand) for bestand in bestanden]
    kop = (
        "bestand", "uitspraken", "macro-F1", "95 %-marge", "micro-F1", "mAP", "precies goed",
        "macro-F1 zonder vraag", "macro-F1 van TF-IDF",
    )  # fmt: skip
    wie = [
        f"- **{b['bestand']['naam']}**: {b['bestand']['door'] or 'niet opgegeven wie schreef en codeerde'}. Van "
        f"{b['overlap']} van de {b['bestand']['rijen']} uitspraken staat de tekst ook in de voorbeelden."
        for b in bestanden
    ]
    model = bestanden[0]
    slot = f"Model `{model['herkomst']['embedder']}`, geleerd van {model['voorbeelden']} voorbeelden."
    return "\n".join(["Wie schreef en wie codeerde:", "", *wie, "", _table(kop, rijen), "", slot])


def _row_samen(bestand: Cijfers) -> tuple[str, ...]:
    eigen, zonder = bestand["pijplijn"], bestand["zonder_vraag"] or bestand["pijplijn"]
    return (
        bestand["bestand"]["naam"],
        str(bestand["bestand"]["rijen"]),
        number(eigen["macro_f1"]),
        f"{number(eigen['macro_f1_laag'])} tot {number(eigen['macro_f1_hoog'])}",
        number(eigen["micro_f1"]),
        number(eigen["map"]),
        percent(eigen["exact"]),
        number(zonder["macro_f1"]),
        number(bestand["tfidf"]["macro_f1"]),
    )


def render_themas(bestanden: Sequence[Cijfers]) -> str:
    """Give precision, recall and F1 per theme on the first file, and F1 on the others."""
    eerste, *andere = bestanden
    namen = [f"F1 op {bestand['bestand']['naam']}" for bestand in andere]
    kop = ("thema", "uitspraken", "precisie", "vangst", "F1", *namen)
    rijen = []
    for plek, thema in enumerate(eerste["pijplijn"]["per_thema"]):
        elders = [number(bestand["pijplijn"]["per_thema"][plek]["f1"]) for bestand in andere]
        eigen = (number(thema["precisie"]), number(thema["vangst"]), number(thema["f1"]))
        rijen.append((thema["code"], str(thema["aantal"]), *eigen, *elders))
    return "\n".join([f"Op {eerste['bestand']['naam']}:", "", _table(kop, rijen)])


def render_zekerheid(bestand: Cijfers) -> str:
    """Give what was right of proposals per confidence."""
    ijking = bestand["pijplijn"]["ijking"]
    rijen = [
        (
            percent(bak["zekerheid"]),
            percent(bak["juist"]),
            f"{percent(bak['laag'])} tot {percent(bak['hoog'])}",
            str(bak["aantal"]),
        )
        for bak in ijking["bakken"]
    ]
    zin = (
        f"Op {bestand['bestand']['naam']}, {ijking['aantal']} voorstellen: de zekerheid wijkt gemiddeld "
        f"{number(ijking['ece'])} af van wat klopt."
    )
    return "\n".join(
        [zin, "", _table(("het programma zegt", "dat klopt", "95 %-marge", "voorstellen"), rijen)]
    )


def render_overnemen(bestanden: Sequence[Cijfers]) -> str:
    """Give what comes of accepting proposals together, per way of choosing the threshold, and the curve."""
    kop = ("bestand", "drempel", "vanaf", "over te nemen", "daarvan precies goed", "95 %-marge")
    rijen = []
    for bestand in bestanden:
        stapel = bestand["pijplijn"]["stapel"]
        keuzes = (
            ("van het programma", stapel["meegeleverd"]),
            ("gekozen op andere uitspraken van dit bestand", stapel["gekruist"]),
        )
        rijen += [(bestand["bestand"]["naam"], naam, *_row_stapel(punt)) for naam, punt in keuzes if punt]
    eerste = bestanden[0]
    kromme = [_row_stapel(punt) for punt in eerste["pijplijn"]["stapel"]["kromme"]]
    return "\n".join(
        [
            *([_table(kop, rijen), ""] if rijen else []),
            f"Hoe meer u samen overneemt, hoe meer fouten erbij zitten ({eerste['bestand']['naam']}):",
            "",
            _table(kop[2:], kromme),
        ]
    )  # fmt: skip


def _row_stapel(punt: Cijfers) -> tuple[str, ...]:
    marge = f"{percent(punt['laag'])} tot {percent(punt['hoog'])}"
    return number(punt["drempel"]), percent(punt["aandeel"]), percent(punt["exact"]), marge


def render_klassen(bestanden: Sequence[Cijfers], veld: str, wat: str) -> str:
    """Give the figures of a choice of one out of several, for each file that has it."""
    delen = []
    for bestand in bestanden:
        if not (meting := bestand["pijplijn"][veld]):
            continue
        rijen = [
            (
                k["code"].replace("_", " "),
                str(k["aantal"]),
                number(k["precisie"]),
                number(k["vangst"]),
                number(k["f1"]),
            )
            for k in meting["per_klasse"]
        ]
        zin = (
            f"{bestand['bestand']['naam']}: {percent(meting['juist'])} goed van {meting['aantal']} uitspraken, "
            f"macro-F1 {number(meting['macro_f1'])}."
        )
        delen.append("\n".join([zin, "", _table((veld, "uitspraken", "precisie", "vangst", "F1"), rijen)]))
    naam = bestanden[0]["bestand"]["naam"]
    return "\n\n".join(delen) or f"In {naam} staat niet {wat}, dus daarover is hier geen cijfer."


def render_groepen(bestanden: Sequence[Cijfers]) -> str:
    """Give a table per column that groups can be compared by, and say where it is clearly worse."""
    return "\n\n".join(
        _render_groeptabel(bestand["bestand"]["naam"], tabel)
        for bestand in bestanden
        for tabel in bestand["pijplijn"]["per"]
    )


def _render_groeptabel(naam: str, tabel: Cijfers) -> str:
    kop = (tabel["kolom"], "uitspraken", "macro-F1", "verschil", "95 %-marge", "micro-F1", "precies goed")
    rijen = [
        (
            groep["waarde"].replace("_", " ") or "niet bekend",
            str(groep["aantal"]),
            *_compare(groep),
            number(groep["micro_f1"]),
            percent(groep["exact"]),
        )
        for groep in tabel["groepen"]
    ]
    slechter = [
        g["waarde"].replace("_", " ") or "niet bekend" for g in tabel["groepen"] if (g["hoog"] or 0.0) < 0
    ]
    slot = (
        f"Duidelijk minder goed bij: {', '.join(slechter)}."
        if slechter
        else "Bij geen enkele groep duidelijk minder goed."
    )
    return "\n".join([f"Per {tabel['kolom']}, {naam}:", "", _table(kop, rijen), "", slot])


def _compare(groep: Cijfers) -> tuple[str, str, str]:
    if groep["macro_f1"] is None:
        return "te weinig", "-", "-"
    marge = f"{number(groep['laag'], teken=True)} tot {number(groep['hoog'], teken=True)}"
    return number(groep["macro_f1"]), number(groep["verschil"], teken=True), marge


def _table(kop: Sequence[str], rijen: Sequence[Sequence[str]]) -> str:
    """Write a table of which all columns but the first hold figures."""
    lijn = "|---|" + "---:|" * (len(kop) - 1)
    return "\n".join([f"| {' | '.join(kop)} |", lijn, *(f"| {' | '.join(rij)} |" for rij in rijen)])


def number(getal: float, *, teken: bool = False) -> str:
    """Write a figure between 0 and 1 the Dutch way."""
    rond = round(getal, 2) + 0.0
    return f"{rond:{'+' if teken else ''}.2f}".replace(".", ",").replace("-", "−")


def percent(deel: float) -> str:
    """Write a part as a whole percentage."""
    return f"{100 * deel:.0f} %"


def main(paden: Sequence[str]) -> int:
    """Read the files that `evalueer` wrote and fill the document."""
    if not paden:
        print("Geef een of meer bestanden die evalueer met --json schreef.", file=sys.stderr)
        return 2
    bestanden = [json.loads(Path(pad).read_text(encoding="utf-8")) for pad in paden]
    DOCUMENT.write_text(render(DOCUMENT.read_text(encoding="utf-8"), bestanden), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The outcome of `evalueer` as lines to read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from codering.nlp.evaluate import Klassenmeting, Meting
    from codering.nlp.ijkmeting import Ijkmeting
    from codering.nlp.stapelmeting import Stapelmeting, Stapelpunt
    from config.opdrachten.evalueer import Evaluatie, Groeptabel, Uitslag
    from config.opdrachten.leercurve import Leercurve

_CIJFERS = (("macro-F1", "macro_f1"), ("micro-F1", "micro_f1"), ("mAP", "map"), ("precies goed", "exact"))


def to_lines(evaluatie: "Evaluatie") -> Iterator[str]:
    """Give the figures as lines, the parts kept apart by an empty one."""
    yield from _introduce(evaluatie)
    yield ""
    yield from _totals(evaluatie)
    yield ""
    yield from _themes(evaluatie)
    yield from _parts(evaluatie.pijplijn)
    if evaluatie.groepen:
        g = evaluatie.groepen
        yield ""
        yield f"Groepen die het programma zelf vond: {g.groepen}, over {g.rijen} rijen met één thema:"
        yield f"V-measure {g.v_measure:.3f}, AMI {g.ami:.3f} (0 is toeval)."
    if evaluatie.leercurve:
        yield from _curve(evaluatie.leercurve)


def _introduce(evaluatie: "Evaluatie") -> Iterator[str]:
    proefset = evaluatie.proefset
    vraag = "met de vraag erbij" if proefset.met_vraag else "zonder de vraag"
    yield f"{len(proefset.rijen)} rijen, {vraag}, {evaluatie.voorbeelden} voorbeelden om van te leren"
    yield (
        f"Geschreven en gecodeerd door: {proefset.door}."
        if proefset.door
        else "Wie deze antwoorden schreef en codeerde, is niet opgegeven. Zeg het met --door."
    )
    if evaluatie.overlap:
        yield f"Van {evaluatie.overlap} rijen staat de tekst ook in de voorbeelden: die tellen te mooi mee."


def _totals(evaluatie: "Evaluatie") -> Iterator[str]:
    zonder = evaluatie.zonder_vraag
    kolommen: list[tuple[str, Meting]] = [
        ("Grondvlak", evaluatie.pijplijn.meting),
        ("TF-IDF", evaluatie.tfidf),
    ]
    if zonder:
        kolommen.insert(1, ("zonder vraag", zonder.meting))
    yield f"{'':<18}" + "".join(f"{naam:>14}" for naam, _meting in kolommen)
    for naam, veld in _CIJFERS:
        yield f"{naam:<18}" + "".join(f"{getattr(meting, veld):>14.3f}" for _naam, meting in kolommen)
    laag, hoog = evaluatie.pijplijn.interval
    yield f"macro-F1 ligt met 95 % zekerheid tussen {laag:.3f} en {hoog:.3f}, als de rijen een steekproef zijn."


def _themes(evaluatie: "Evaluatie") -> Iterator[str]:
    breed = max(18, *(len(thema.code) + 2 for thema in evaluatie.tfidf.per_thema))
    yield f"{'thema':<{breed}}{'precisie':>10}{'vangst':>10}{'F1':>8}{'TF-IDF F1':>12}{'aantal':>8}"
    for eigen, basis in zip(evaluatie.pijplijn.meting.per_thema, evaluatie.tfidf.per_thema, strict=True):
        yield (
            f"{eigen.code:<{breed}}{eigen.precisie:>10.3f}{eigen.vangst:>10.3f}{eigen.f1:>8.3f}{basis.f1:>12.3f}"
            f"{eigen.aantal:>8}"
        )


def _parts(uitslag: "Uitslag") -> Iterator[str]:
    if uitslag.ijking.aantal:
        yield from _calibration(uitslag.ijking)
    yield from _bulk(uitslag.stapel)
    for naam, meting in (("soort", uitslag.soort), ("kwaliteit", uitslag.kwaliteit)):
        if meting:
            yield from _classes(naam, meting)
    for tabel in uitslag.per:
        yield from _groups(tabel)


def _calibration(ijking: "Ijkmeting") -> Iterator[str]:
    yield ""
    yield f"Zekerheid van {ijking.aantal} voorstellen: wijkt gemiddeld {ijking.ece:.3f} af van wat klopt (ECE)."
    yield f"{'zekerheid':>12}{'klopt':>10}{'tussen':>16}{'aantal':>8}"
    for bak in ijking.bakken:
        marge = f"{bak.laag:.2f} en {bak.hoog:.2f}"
        yield f"{bak.zekerheid:>12.3f}{bak.juist:>10.3f}{marge:>16}{bak.aantal:>8}"


def _bulk(stapel: "Stapelmeting") -> Iterator[str]:
    yield ""
    doel = f"{stapel.doel:.0%}".replace("%", " %")
    yield f"Samen overnemen: doel is dat bij {doel} van wat u overneemt, precies de goede thema's staan."
    keuzes = (
        ("drempel gekozen op andere rijen", stapel.gekruist),
        ("drempel van het programma", stapel.meegeleverd),
    )
    for naam, punt in keuzes:
        if punt:
            yield f"{naam}: {_describe(punt)}"
    if not stapel.gekruist:
        yield "Op deze rijen is er geen zekerheid vanaf waar dat doel wordt gehaald."
    for punt in stapel.kromme:
        yield f"  {_describe(punt)}"


def _describe(punt: "Stapelpunt") -> str:
    return (
        f"vanaf {punt.drempel:.3f}: {punt.aandeel:.1%} van de rijen, daarvan {punt.exact:.1%} precies goed "
        f"({punt.laag:.3f} tot {punt.hoog:.3f}; {punt.aantal} rijen)"
    )


def _classes(naam: str, meting: "Klassenmeting") -> Iterator[str]:
    yield ""
    yield f"{naam}: {meting.juist:.1%} goed van {meting.aantal} rijen, macro-F1 {meting.macro_f1:.3f}"
    yield f"{'':<18}{'precisie':>10}{'vangst':>10}{'F1':>8}{'aantal':>8}"
    for klasse in meting.per_klasse:
        yield f"{klasse.code:<18}{klasse.precisie:>10.3f}{klasse.vangst:>10.3f}{klasse.f1:>8.3f}{klasse.aantal:>8}"


def _groups(tabel: "Groeptabel") -> Iterator[str]:
    breed = max(20, *(len(groep.waarde) + 2 for groep in tabel.groepen))
    yield ""
    yield f"per {tabel.kolom} (macro-F1 over thema's die er ten minste 5 keer zijn; verschil met alle rijen)"
    yield f"{'':<{breed}}{'macro-F1':>10}{'verschil':>10}{'tussen':>18}{'micro-F1':>10}{'precies':>9}{'aantal':>8}"
    for groep in tabel.groepen:
        macro = verschil = marge = "-"
        if groep.macro_f1 is not None:
            macro, verschil = f"{groep.macro_f1:.3f}", _signed(groep.verschil or 0.0)
            marge = f"{_signed(groep.laag or 0.0)} en {_signed(groep.hoog or 0.0)}"
        yield (
            f"{groep.waarde or '(leeg)':<{breed}}{macro:>10}{verschil:>10}{marge:>18}{groep.micro_f1:>10.3f}"
            f"{groep.exact:>9.3f}{groep.aantal:>8}"
        )


def _signed(getal: float) -> str:
    return f"{round(getal, 3) + 0.0:+.3f}"


def _curve(leercurve: "Leercurve") -> Iterator[str]:
    uitleg = (
        ("Leercurve van TF-IDF: met een deel van de meegeleverde voorbeelden", leercurve.tfidf),
        (
            "Leercurve van eigen besluiten: de andere helft van dit bestand boven op het meegeleverde",
            leercurve.eigen,
        ),
    )
    for titel, punten in uitleg:
        yield ""
        yield titel
        yield f"{'deel':>6}{'voorbeelden':>13}{'macro-F1':>10}{'micro-F1':>10}{'mAP':>8}"
        for punt in punten:
            yield (
                f"{punt.deel:>6.0%}{punt.voorbeelden:>13}{punt.macro_f1:>10.3f}{punt.micro_f1:>10.3f}{punt.map:>8.3f}"
            )


def draw_ijkplaat(evaluatie: "Evaluatie") -> str:
    """Give the calibration as a picture (SVG): a point per bin, on the line when confidence tells the truth."""
    from basis.druk.puntdiagram import Punt, Puntdiagram, render_puntdiagram_svg

    ijking = evaluatie.pijplijn.ijking
    punten = tuple(Punt(bak.zekerheid, bak.juist, bak.laag, bak.hoog) for bak in ijking.bakken)
    return render_puntdiagram_svg(
        Puntdiagram(
            "Klopt de zekerheid van voorstellen?",
            _tell_ijking(evaluatie),
            "zekerheid",
            "deel dat klopt",
            punten,
        )
    )


def _tell_ijking(evaluatie: "Evaluatie") -> str:
    """The picture in words, every point included."""
    ijking, door = evaluatie.pijplijn.ijking, evaluatie.proefset.door
    delen = [
        f"zekerheid {percent(b.zekerheid)}: {percent(b.juist)} klopt, {b.aantal} voorstellen"
        for b in ijking.bakken
    ]
    bron = f"Geschreven en gecodeerd door: {door}. " if door else ""
    return (
        f"{ijking.aantal} voorstellen bij {len(evaluatie.proefset.rijen)} rijen van {evaluatie.proefset.naam}. {bron}"
        f"De zekerheid wijkt gemiddeld {percent(ijking.ece)} af. {'; '.join(delen)}."
    )


def percent(deel: float) -> str:
    """Write a part as a whole percentage."""
    return f"{deel * 100:.0f} %"

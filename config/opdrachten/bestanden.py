"""The files that `codeer` writes."""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from advies.domain.brief import Brief, build_document
from advies.domain.opstellen import (
    draft_adviespunten,
    draft_bevinding,
    opening,
    overview_diagram,
    request_for_reaction,
    top_themas,
)
from advies.domain.verantwoorden import describe_uitkomsten, method_appendix
from config.opdrachten.codeer import Resultaat, Rijuitkomst
from config.opdrachten.invoer import Opdrachtfout
from inzicht.domain.kernwoorden import distinctive_woorden
from inzicht.domain.onderdrukken import suppress

if TYPE_CHECKING:
    from advies.domain.brief import Bevindingtekst
    from basis.druk.document import Document
    from inzicht.domain.tellen import Themacijfer

DREMPEL = 5
WAAROM = "[Waarom schrijft u nu? Noem de bijeenkomst of vragenlijst.]"
MIN_CITAAT, MAX_CITAAT = 40, 280
STATUSSEN = ("thema", "geen_thema", "geen_antwoord", "mislukt")


def write_tables(resultaat: Resultaat, map_: Path, *, steekproef: bool) -> None:
    """Write the five tables; the same outcome gives the same bytes."""
    from basis.tabel import write_csv

    write_csv(map_ / "codering.csv", ("id", "thema", "zekerheid"), _coding_rows(resultaat))
    write_csv(map_ / "status.csv", ("id", "status"), [(u.rij.id, u.status) for u in resultaat.rijen])
    write_csv(map_ / "clusters.csv", ("id", "cluster", "naam"), _group_rows(resultaat))
    marges = ("laag", "hoog") if steekproef else ()
    kop = ("thema", "naam", "aantal", "aandeel", "kernwoorden", "voorbeeld", *marges)
    write_csv(map_ / "themas.csv", kop, _theme_rows(resultaat, steekproef))
    tabel = suppress(resultaat.telling.per_groep, DREMPEL)
    heeft_groepen = any(resultaat.telling.per_groep.kolommen)
    kolommen = tabel.kolommen if heeft_groepen else ()
    rijen = [
        (code, resultaat.namen[code], *(cellen if heeft_groepen else ())) for code, cellen in tabel.rijen
    ]
    write_csv(map_ / "kruistabel.csv", ("thema", "naam", *kolommen), rijen)


def _coding_rows(resultaat: Resultaat) -> list[tuple[str, str, str]]:
    codes = {voorstel.code for u in resultaat.analyse.fragmenten for voorstel in u.voorstellen}
    return [
        (uitkomst.rij.id, code, f"{uitkomst.themas[code]:.4f}")
        for uitkomst in resultaat.rijen
        for code in sorted(codes & set(uitkomst.themas), key=lambda code: (-uitkomst.themas[code], code))
    ]


def _group_rows(resultaat: Resultaat) -> list[tuple[str, str, str]]:
    namen = {groep.nummer: groep.naam for groep in resultaat.analyse.groepen}
    return [
        (u.rij.id, "", "") if u.groep is None else (u.rij.id, str(u.groep + 1), namen[u.groep])
        for u in resultaat.rijen
    ]


def _theme_rows(resultaat: Resultaat, steekproef: bool) -> list[tuple[str, ...]]:
    rijen = []
    for cijfer in resultaat.telling.themas:
        marges = (f"{cijfer.laag or 0:.4f}", f"{cijfer.hoog or 0:.4f}") if steekproef else ()
        woorden = ", ".join(key_words(resultaat, cijfer.code))
        voorbeeld = best_example(resultaat, cijfer.code)
        rijen.append(
            (
                cijfer.code,
                cijfer.naam,
                str(cijfer.aantal),
                f"{cijfer.aandeel:.4f}",
                woorden,
                voorbeeld,
                *marges,
            )
        )
    return rijen


def key_words(resultaat: Resultaat, code: str) -> tuple[str, ...]:
    """Give the words that carried a theme or group."""
    groepen = {f"groep_{groep.nummer + 1}": groep.kernwoorden for groep in resultaat.analyse.groepen}
    if code in groepen and code in resultaat.namen:
        return groepen[code]
    per_thema: dict[str, list[tuple[str, ...]]] = {}
    for u in resultaat.analyse.fragmenten:
        for voorstel in u.voorstellen:
            per_thema.setdefault(voorstel.code, []).append(voorstel.woorden)
    return distinctive_woorden(per_thema).get(code, ())


def best_example(resultaat: Resultaat, code: str) -> str:
    """Give the masked statement that a theme was proposed for most surely, of a length that reads well."""
    for groep in resultaat.analyse.groepen:
        if f"groep_{groep.nummer + 1}" == code and code in resultaat.namen:
            return _one_line(resultaat.analyse.fragmenten[groep.voorbeeld].fragment.gemaskeerd)
    kandidaten = [
        (
            not MIN_CITAAT <= len(u.fragment.gemaskeerd) <= MAX_CITAAT,
            -voorstel.zekerheid,
            u.fragment.rij_id,
            u.fragment.gemaskeerd,
        )
        for u in resultaat.analyse.fragmenten
        for voorstel in u.voorstellen
        if voorstel.code == code
    ]
    return _one_line(min(kandidaten)[3]) if kandidaten else ""


def _one_line(tekst: str) -> str:
    plat = " ".join(tekst.split())
    return plat if len(plat) <= MAX_CITAAT else plat[:MAX_CITAAT].rsplit(" ", 1)[0] + " …"


def draft_letter(resultaat: Resultaat, bestandsnaam: str) -> "Document":
    """Draft the letter from the most named themes; a person sharpens findings and advice."""
    telling = resultaat.telling
    top = top_themas(telling)
    herkomst = resultaat.analyse.herkomst
    bronnen = (
        ("Bestand", bestandsnaam),
        ("Codeboek", herkomst.codeboek or "geen"),
        ("Model", herkomst.embedder),
        ("Uitspraken", describe_uitkomsten(count_uitspraken(resultaat))),
    )
    return build_document(
        Brief(
            afzender="[naam van uw organisatie]",
            betreft="Ongevraagd advies: wat bewoners ons vertelden",
            aanleiding=opening(telling, WAAROM, drempel=DREMPEL),
            diagram=overview_diagram(telling, DREMPEL),
            bevindingen=tuple(_draft_finding(resultaat, cijfer, plaats) for plaats, cijfer in enumerate(top)),
            adviespunten=draft_adviespunten(telling, top, DREMPEL),
            slot=request_for_reaction(),
            bijlage=method_appendix(telling, DREMPEL, bronnen),
        )
    )


def _draft_finding(resultaat: Resultaat, cijfer: "Themacijfer", plaats: int) -> "Bevindingtekst":
    bevinding = draft_bevinding(resultaat.telling, cijfer, key_words(resultaat, cijfer.code), DREMPEL, plaats)
    citaat = best_example(resultaat, cijfer.code)
    bron = "uit de antwoorden, afgeschermd; nog niet vrijgegeven" if citaat else ""
    return replace(bevinding, citaat=citaat, citaatbron=bron)


def render_letter(document: "Document") -> dict[str, bytes]:
    """Give the letter as PDF and Word, by file name."""
    from basis.druk.docx import render_docx
    from basis.druk.pdf import render_pdf

    return {"adviesconcept.pdf": render_pdf(document), "adviesconcept.docx": render_docx(document)}


def write_herkomst(resultaat: Resultaat, map_: Path, invoer: Path, opties: Mapping[str, object]) -> None:
    """Write what made the files: versions, parameters, seed, and a hash of the input and of each table."""
    from codering.nlp.provenance import to_dict

    herkomst = {
        **to_dict(resultaat.analyse.herkomst),
        "opties": dict(opties),
        "bestand": {"naam": invoer.name, "sha256": hash_bestand(invoer)},
        "tabellen": {pad.name: hash_bestand(pad) for pad in sorted(map_.glob("*.csv"))},
        "rijen": len(resultaat.rijen),
        "statussen": count_statussen(resultaat.rijen),
        "uitspraken": count_uitspraken(resultaat),
        "redenen": count_redenen(resultaat),
    }
    if moment := read_moment():
        herkomst["gemaakt_op"] = moment
    tekst = json.dumps(herkomst, ensure_ascii=False, indent=2, sort_keys=True)
    (map_ / "herkomst.json").write_text(tekst + "\n", encoding="utf-8")


def read_moment() -> str:
    """Give the moment that SOURCE_DATE_EPOCH asks to be written down, "" for none; raises Opdrachtfout."""
    seconden = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    try:
        return datetime.fromtimestamp(int(seconden), UTC).isoformat() if seconden else ""
    except (ValueError, OverflowError, OSError) as fout:
        raise Opdrachtfout(
            "SOURCE_DATE_EPOCH is geen aantal seconden. Zet er een getal in, of niets."
        ) from fout


def count_statussen(rijen: Sequence[Rijuitkomst]) -> dict[str, int]:
    """Count the rows per status; together they are all rows."""
    aantallen = dict.fromkeys(STATUSSEN, 0)
    for uitkomst in rijen:
        aantallen[uitkomst.status] += 1
    return aantallen


def count_uitspraken(resultaat: Resultaat) -> dict[str, int]:
    """Count the statements per status; together they are all statements."""
    aantallen = dict.fromkeys(STATUSSEN, 0)
    for fragment in resultaat.analyse.fragmenten:
        aantallen[fragment.status.value] += 1
    return aantallen


def count_redenen(resultaat: Resultaat) -> dict[str, int]:
    """Count the statements that failed, per reason."""
    aantallen: dict[str, int] = {}
    for fragment in resultaat.analyse.fragmenten:
        if fragment.status == "mislukt":
            aantallen[fragment.reden] = aantallen.get(fragment.reden, 0) + 1
    return aantallen


def hash_bestand(pad: Path) -> str:
    """SHA-256 of a file."""
    with pad.open("rb") as bestand:
        return hashlib.file_digest(bestand, "sha256").hexdigest()

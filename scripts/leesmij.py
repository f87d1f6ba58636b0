"""Put a fresh outcome of the example into both READMEs.

    python -m scripts.leesmij MAP

MAP is the folder that `codeer` wrote for config/voorbeeld/antwoorden.csv, as the README says. From it come the table of
themes, the sentence of the letter that says most about one buurt, and the picture of the letter's first page. Needs
poppler.
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from inzicht.domain.woorden import percent

PROJECTMAP = Path(__file__).resolve().parents[1]
BEELD = PROJECTMAP / "docs" / "beelden" / "adviesconcept.png"
PUNTEN_PER_DUIM = 70
KLEUREN = 48
RAND = "#c5cfca"
WOORDEN = 4
BUURT = re.compile(r"In [^.:]+: daar noemden [^()]+\((?P<hier>\d+) %\), tegen (?P<overal>\d+) %[^.]*\.")
KOP = {
    "README.md": "| theme | named by | share | words |",
    "README.nl.md": "| thema | genoemd door | aandeel | woorden |",
}
ZIN = {
    "README.md": "{totaal} rows: {thema} with a theme, {geen_thema} without, {geen_antwoord} without an answer "
    "that says something, {mislukt} failed.",
    "README.nl.md": "{totaal} rijen: {thema} met een thema, {geen_thema} zonder, {geen_antwoord} zonder inhoudelijk "
    "antwoord, {mislukt} mislukt.",
}
BUURTZIN = {
    "README.md": "What an average hides, the letter says. About *{thema}*: “{zin}”",
    "README.nl.md": "Wat een gemiddelde verbergt, staat in de brief. Over *{thema}*: “{zin}”",
}


def render_uitkomst(uitkomst: Path, leesmij: str) -> str:
    """Give the sentence about the rows, and the table of the themes that were named."""
    statussen = json.loads((uitkomst / "herkomst.json").read_text(encoding="utf-8"))["statussen"]
    with (uitkomst / "themas.csv").open(encoding="utf-8-sig", newline="") as bestand:
        rijen = [rij for rij in csv.DictReader(bestand) if int(rij["aantal"])]
    regels = [
        ZIN[leesmij].format(totaal=sum(statussen.values()), **statussen),
        "",
        KOP[leesmij],
        "|---|---:|---:|---|",
    ]
    for rij in rijen:
        woorden = ", ".join(rij["kernwoorden"].split(", ")[:WOORDEN])
        regels.append(f"| {rij['naam']} | {rij['aantal']} | {percent(float(rij['aandeel']))} | {woorden} |")
    thema, zin = find_buurtzin(uitkomst / "adviesconcept.pdf", [rij["naam"] for rij in rijen])
    return "\n".join([*regels, *(["", BUURTZIN[leesmij].format(thema=thema, zin=zin)] if zin else [])])


def find_buurtzin(pdf: Path, themas: list[str]) -> tuple[str, str]:
    """Give the sentence about the buurt that lies furthest above the average, and its theme; '' if there is none."""
    lezer = ["pdftotext", "-nopgbrk", str(pdf), "-"]
    tekst = " ".join(subprocess.run(lezer, capture_output=True, text=True, check=True).stdout.split())
    gevonden = []
    for treffer in BUURT.finditer(tekst):
        verschil = int(treffer["hier"]) - int(treffer["overal"])
        voor = tekst[: treffer.start()]
        gevonden.append((verschil, max(themas, key=lambda naam: voor.rfind(f". {naam} ")), treffer[0]))
    return max(gevonden, default=(0, "", ""))[1:]


def replace_deel(tekst: str, naam: str, inhoud: str) -> str:
    """Replace what stands between <!-- naam --> and <!-- /naam -->."""
    patroon = re.compile(rf"(<!-- {naam} -->\n).*?(<!-- /{naam} -->)", re.DOTALL)
    return patroon.sub(lambda deel: f"{deel[1]}{inhoud}\n{deel[2]}", tekst)


def draw_beeld(pdf: Path, doel: Path) -> None:
    """Draw the first page in few colours; the same PDF gives the same bytes."""
    from PIL import Image, ImageOps

    with tempfile.TemporaryDirectory() as map_:
        maat = ["-r", str(PUNTEN_PER_DUIM), "-f", "1", "-l", "1", "-singlefile", "-png"]
        subprocess.run(["pdftoppm", *maat, str(pdf), f"{map_}/bladzijde"], check=True)
        with Image.open(f"{map_}/bladzijde.png") as beeld:
            omlijst = ImageOps.expand(beeld.convert("RGB"), border=1, fill=RAND)
            omlijst.quantize(KLEUREN).save(doel, optimize=True)


def main(argumenten: list[str]) -> int:
    """Write the READMEs and the picture."""
    if len(argumenten) != 1 or not (Path(argumenten[0]) / "themas.csv").is_file():
        print("Zeg in welke map de uitkomst van codeer staat: python -m scripts.leesmij MAP", file=sys.stderr)
        return 2
    uitkomst = Path(argumenten[0])
    for naam in KOP:
        pad = PROJECTMAP / naam
        tekst = replace_deel(pad.read_text(encoding="utf-8"), "uitkomst", render_uitkomst(uitkomst, naam))
        pad.write_text(tekst, encoding="utf-8")
    draw_beeld(uitkomst / "adviesconcept.pdf", BEELD)
    print(f"{BEELD.name}: {BEELD.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

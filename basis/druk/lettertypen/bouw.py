"""Builds the font files beside this module out of the full Noto fonts.

    python -m basis.druk.lettertypen.bouw MAP...

needs fontTools (4.60 or later) and folders that hold the sources: Debian's
fonts-noto-core 20201225 and NotoEmoji_500Medium.ttf of the npm package
@expo-google-fonts/noto-emoji 0.4.7.  A source with another hash is refused, so the
outcome is always the same; SHA256SUMS is written last.

Kept: outlines, metrics and the character map.  Left out: hinting and the layout
tables (GSUB, GPOS), because letters are joined by `bidi` and placed by `zetten`.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

HIER = Path(__file__).parent

_LATIJN_GRIEKS_CYRILLISCH = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x36F), (0x370, 0x52F), (0x1E00, 0x1EFF), (0x2000, 0x209F),
    (0x20A0, 0x20BF), (0x2100, 0x22FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
)  # fmt: skip
_ARABISCH = ((0x20, 0x20), (0x600, 0x6FF), (0xFB50, 0xFBFF), (0xFDF2, 0xFDFD), (0xFE70, 0xFEFF))
_PIJLEN = ((0x2190, 0x21FF), (0x2460, 0x2473))
_WISKUNDE = ((0x2200, 0x22FF),)
_TEKENS = ((0x25A0, 0x27BF), (0x2B00, 0x2BFF))
_EMOJI = ((0x1F1E6, 0x1F1FF), (0x1F300, 0x1F64F), (0x1F680, 0x1F6FF), (0x1F900, 0x1F9FF))

# name here: (source file, its sha256, what to keep)
BRONNEN = {
    "NotoSans-Regular.ttf": (
        "NotoSans-Regular.ttf",
        "89c3c497f618fdaa0b2d1e98fef93582f28c71debd2c4a8cdf41f190ced2909d",
        _LATIJN_GRIEKS_CYRILLISCH,
    ),
    "NotoSans-Bold.ttf": (
        "NotoSans-Bold.ttf",
        "e83493c945848ecd4a9ad0f6d19164541a0d3e23a9c952304a00a46e00272ac5",
        _LATIJN_GRIEKS_CYRILLISCH,
    ),
    "NotoSans-Italic.ttf": (
        "NotoSans-Italic.ttf",
        "5d7618dda819443fd07301c84adcee9fe8960c873ea5e5e1f0f59db384b78082",
        _LATIJN_GRIEKS_CYRILLISCH,
    ),
    "NotoSansArabic-Regular.ttf": (
        "NotoSansArabic-Regular.ttf",
        "504d7407d86875acf7d04dfaa0fd7524d0b8797723bc4aa18022f29db25b0b6e",
        _ARABISCH,
    ),
    "NotoSansArabic-Bold.ttf": (
        "NotoSansArabic-Bold.ttf",
        "ded6fc7359ca36d15d7aab9ef0c066e21ce48b26a069994d6602fa2cb9a1b952",
        _ARABISCH,
    ),
    "NotoSansSymbols-Pijlen.ttf": (
        "NotoSansSymbols-Regular.ttf",
        "24b615ceb7d50a2c09060664ca9e24a160c9beb6bfca0563e8359369a4bc0993",
        _PIJLEN,
    ),
    "NotoSansMath-Tekens.ttf": (
        "NotoSansMath-Regular.ttf",
        "8242bd1e55368b27e32455260754cf9aa58f3ad7ea80664b66c21f1b09910d6c",
        _WISKUNDE,
    ),
    "NotoSansSymbols2-Tekens.ttf": (
        "NotoSansSymbols2-Regular.ttf",
        "876598db5f1e3bef2bc77c4d94c5b0d5d2c1620be4878a06f18fb5434e331688",
        _TEKENS,
    ),
    "NotoEmoji-Medium.ttf": (
        "NotoEmoji_500Medium.ttf",
        "3f6ae50c4266b64b210f37e9d647454e44cabae51c1ea31d9958daf3fc1cf64c",
        _EMOJI,
    ),
}


def find_bron(naam: str, som: str, mappen: list[Path]) -> Path:
    """The source with this name and hash; SystemExit if no folder has it."""
    for pad in (map_ / naam for map_ in mappen):
        if pad.is_file() and hashlib.sha256(pad.read_bytes()).hexdigest() == som:
            return pad
    raise SystemExit(f"{naam} met sha256 {som} staat in geen van de opgegeven mappen.")


def build_lettertype(bron: Path, doel: Path, bereiken: tuple[tuple[int, int], ...]) -> None:
    """Writes the part of one font that covers the given ranges of code points."""
    from fontTools import subset
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.scaleUpem import scale_upem

    keuzes = subset.Options()
    keuzes.layout_features = []
    keuzes.drop_tables += ["GSUB", "GPOS", "GDEF", "STAT", "vhea", "vmtx"]
    keuzes.hinting = False
    keuzes.glyph_names = False
    keuzes.notdef_outline = True
    keuzes.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    lettertype = TTFont(bron, recalcTimestamp=False)
    snijder = subset.Subsetter(keuzes)
    snijder.populate(unicodes=[punt for begin, eind in bereiken for punt in range(begin, eind + 1)])
    snijder.subset(lettertype)
    # reportlab writes wrong widths for another number of units.
    scale_upem(lettertype, 1000)
    lettertype.save(doel)


def main(argumenten: list[str]) -> None:
    """Builds every font into this folder, then the list of hashes."""
    mappen = [Path(argument) for argument in argumenten]
    for doel, (bron, som, bereiken) in BRONNEN.items():
        build_lettertype(find_bron(bron, som, mappen), HIER / doel, bereiken)
    sommen = [
        f"{hashlib.sha256((HIER / naam).read_bytes()).hexdigest()}  {naam}\n" for naam in sorted(BRONNEN)
    ]
    (HIER / "SHA256SUMS").write_text("".join(sommen), encoding="ascii")


if __name__ == "__main__":
    main(sys.argv[1:])

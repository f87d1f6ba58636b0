"""Style sheets, scripts and drawings are small, come from here, and work from right to left too."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "config" / "static" / "grondvlak"
BESTANDEN = sorted(pad for pad in STATIC.rglob("*") if pad.suffix in {".css", ".js", ".svg"})
STIJLEN = [pad for pad in BESTANDEN if pad.suffix == ".css"]
KANTEN = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right)|left|right|(?:min-|max-)?width)\s*:"
    r"|(?:text-align|float):\s*(?:left|right)"
)


def measure_gzip(pad: Path) -> int:
    return len(gzip.compress(pad.read_bytes(), 9, mtime=0))


def test_the_style_of_residents_pages_is_small_and_complete():
    pad = STATIC / "css" / "bewoner.css"
    assert measure_gzip(pad) <= 8_000
    assert "@import" not in pad.read_text(encoding="utf-8")


def test_the_styles_of_staff_pages_stay_light():
    namen = ("basis", "staf", "themas", "werk", "druk")
    assert sum(measure_gzip(STATIC / "css" / f"{naam}.css") for naam in namen) <= 12_000


@pytest.mark.parametrize("naam", ["staf.js", "bewaren.js"])
def test_scripts_stay_small(naam):
    assert (STATIC / "js" / naam).stat().st_size <= 6_144


@pytest.mark.parametrize("pad", BESTANDEN, ids=lambda pad: pad.name)
def test_nothing_comes_from_elsewhere(pad):
    tekst = pad.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|//[\w-]+\.\w|@import|url\(", tekst)


@pytest.mark.parametrize("pad", STIJLEN, ids=lambda pad: pad.name)
def test_styles_say_start_and_end_not_left_and_right(pad):
    regels = re.sub(r"@media[^{]*|@container[^{]*", "", pad.read_text(encoding="utf-8"))
    assert KANTEN.findall(regels) == []


@pytest.mark.parametrize("pad", STIJLEN, ids=lambda pad: pad.name)
def test_style_sheets_can_be_read_in_one_go(pad):
    tekst = pad.read_text(encoding="utf-8")
    assert len(tekst.splitlines()) <= 300
    assert tekst.count("{") == tekst.count("}")


def test_there_are_four_sizes_of_letters():
    css = "\n".join(pad.read_text(encoding="utf-8") for pad in STIJLEN if pad.name != "bewoner.css")
    gebruikt = set(re.findall(r"font-size: ([^;]+);", css)) - {"10.5pt", "0.875em"}
    assert gebruikt == {f"var(--maat-{n})" for n in (1, 2, 3, 4)}


@pytest.mark.parametrize("pad", STIJLEN, ids=lambda pad: pad.name)
def test_custom_properties_that_are_used_exist(pad):
    css = "\n".join(p.read_text(encoding="utf-8") for p in ([pad] if pad.name == "bewoner.css" else STIJLEN))
    gezet = set(re.findall(r"(--[\w-]+)\s*:", css))
    gebruikt = set(re.findall(r"var\((--[\w-]+)\)", pad.read_text(encoding="utf-8")))
    assert gebruikt - gezet == set()

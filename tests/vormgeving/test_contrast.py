"""Every pair of colours that meets on a page can be read, in light and in dark, by every eye."""

import re
from itertools import combinations
from pathlib import Path

import pytest

from tests.vormgeving.kleur import ZIENSWIJZEN, measure_contrast, measure_verschil, read_tokens, to_lab

CSS = Path(__file__).resolve().parents[2] / "config" / "static" / "grondvlak" / "css"
SCHEMAS = ("licht", "donker")
GRONDEN = ("papier", "vlak", "zand", "zand-licht")
TEKST = [
    *(("inkt", grond) for grond in (*GRONDEN, "grond-licht", "klei-licht", "fout-licht")),
    *(("inkt-zacht", grond) for grond in GRONDEN),
    *((kleur, grond) for kleur in ("grond", "grond-diep") for grond in (*GRONDEN, "grond-licht")),
    *((kleur, grond) for kleur in ("klei", "fout") for grond in ("papier", "vlak")),
    ("klei", "klei-licht"),
    ("fout", "fout-licht"),
    ("op-grond", "grond"),
    ("op-grond", "grond-diep"),
    ("op-kop", "kop"),
    ("papier", "fout"),
]
BEDIENING = [
    *(("lijn", grond) for grond in GRONDEN),
    *((kleur, grond) for kleur in ("grond", "klei", "fout") for grond in GRONDEN),
    ("perceel", "kop"),
    ("focus", "focus-ring"),
    ("focus", "kop"),
]
# Floors a little under what the search for colours reached; all themes also differ in pattern and number.
VERSCHIL = {"gewoon": 13.0, "deuteranopie": 8.5, "protanopie": 8.5, "tritanopie": 6.0}
VERSCHIL_BUREN = {"gewoon": 22.0, "deuteranopie": 20.0, "protanopie": 20.0, "tritanopie": 18.0}


def read_css(*namen: str) -> dict[str, dict[str, str]]:
    css = "\n".join((CSS / naam).read_text(encoding="utf-8") for naam in namen)
    return dict(zip(SCHEMAS, read_tokens(css), strict=True))


STAF = read_css("basis.css", "themas.css")


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize(("tekst", "grond"), TEKST, ids="-op-".join)
def test_text_can_be_read(schema, tekst, grond):
    assert measure_contrast(STAF[schema][tekst], STAF[schema][grond]) >= 4.5


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize(("lijn", "grond"), BEDIENING, ids="-op-".join)
def test_controls_can_be_seen(schema, lijn, grond):
    assert measure_contrast(STAF[schema][lijn], STAF[schema][grond]) >= 3


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("grond", [*GRONDEN, "grond", "kop", "fout-licht", "grond-licht"])
def test_focus_stands_out_by_its_yellow_or_by_its_ring(schema, grond):
    kleuren = STAF[schema]
    assert max(measure_contrast(kleuren[deel], kleuren[grond]) for deel in ("focus", "focus-ring")) >= 3


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("nummer", range(1, 16))
def test_theme_colours_stand_out_from_the_page(schema, nummer):
    kleuren = STAF[schema]
    for grond in ("papier", "vlak", "zand"):
        assert measure_contrast(kleuren[f"thema-{nummer}"], kleuren[grond]) >= 3, grond


@pytest.mark.parametrize("schema", SCHEMAS)
@pytest.mark.parametrize("zienswijze", ZIENSWIJZEN)
def test_themes_differ_for_every_eye(schema, zienswijze):
    labs = {n: to_lab(STAF[schema][f"thema-{n}"], zienswijze) for n in range(1, 16)}
    te_dicht = {
        (een, ander): round(verschil, 1)
        for een, ander in combinations(labs, 2)
        if (verschil := measure_verschil(labs[een], labs[ander]))
        < (VERSCHIL_BUREN if ander == een + 1 else VERSCHIL)[zienswijze]
    }
    assert te_dicht == {}


def test_themes_differ_in_pattern():
    css = (CSS / "themas.css").read_text(encoding="utf-8")
    regels = re.findall(r"\.thema-kleur-(\d+) \{ --themakleur: ([^;]+); --themapatroon: ([^;]+); \}", css)
    assert [int(nummer) for nummer, _, _ in regels] == list(range(1, 31))
    assert len({patroon for _, _, patroon in regels[:15]}) == 15
    assert len({(kleur, patroon) for _, kleur, patroon in regels}) == 30


@pytest.mark.parametrize("schema", SCHEMAS)
def test_residents_see_the_same_colours(schema):
    bewoner = read_css("bewoner.css")[schema]
    assert bewoner
    assert bewoner == {naam: STAF[schema][naam] for naam in bewoner}

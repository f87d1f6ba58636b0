"""The arithmetic agrees with published values, so that the tests that lean on it mean something."""

import pytest

from tests.vormgeving.kleur import measure_contrast, measure_verschil, read_tokens, to_lab


def test_contrast_of_black_on_white_is_the_largest():
    assert measure_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert measure_contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(
    ("een", "ander", "verschil"),
    [
        # From table 1 of Sharma, Wu and Dalal (2005).
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_differences_are_the_published_ones(een, ander, verschil):
    assert measure_verschil(een, ander) == pytest.approx(verschil, abs=1e-4)
    assert measure_verschil(ander, een) == pytest.approx(verschil, abs=1e-4)


def test_red_and_green_come_close_for_a_colour_blind_reader():
    rood, groen = "#b03a2e", "#4d7a1f"
    gewoon = measure_verschil(to_lab(rood), to_lab(groen))
    assert measure_verschil(to_lab(rood, "deuteranopie"), to_lab(groen, "deuteranopie")) < gewoon / 2


def test_dark_takes_from_light_what_it_does_not_set():
    css = (
        ":root {\n --a: #111111;\n --b: #222222;\n}\n"
        "@media (prefers-color-scheme: dark) {\n :root {\n --b: #eeeeee;\n }\n}\n"
    )
    assert read_tokens(css) == ({"a": "#111111", "b": "#222222"}, {"a": "#111111", "b": "#eeeeee"})

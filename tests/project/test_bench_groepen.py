"""The measuring of groups: what is counted, and beside what."""

from scripts.bench.groepen import describe, measure_texts

THEMAS = [["lift"]] * 6 + [["koffie"]] * 6 + [["lift", "koffie"], []]
TEKSTEN = (
    [f"de lift is kapot {n}" for n in range(6)] + [f"koffie met buren {n}" for n in range(6)] + ["beide", ""]
)
GOED = [0] * 6 + [1] * 6 + [None, 0]


def test_rows_with_one_theme_are_measured_over_five_seeds():
    uitkomst = measure_texts(THEMAS, TEKSTEN, lambda zaad: GOED)
    assert uitkomst["eigen"] == {"v": [1.0] * 5, "ami": [1.0] * 5, "groepen": [3.0] * 5, "rijen": [12.0] * 5}
    assert uitkomst == measure_texts(THEMAS, TEKSTEN, lambda zaad: GOED)


def test_the_lowest_and_highest_are_told_beside_k_means():
    uitkomst = measure_texts(THEMAS, TEKSTEN, lambda zaad: GOED if zaad else [None] * 14)
    groepen, v_measure, ami = describe("proef", uitkomst)
    assert groepen.naam == "proef, 12 rijen met één thema: groepen, met overig"
    assert v_measure.waarde == ami.waarde == 0.8
    assert "V-measure (0,000 tot 1,000; k-means " in v_measure.naam

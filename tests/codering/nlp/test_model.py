"""The numerical parts of the classifier, each against a plain way to the same answer."""

import numpy as np

from codering.nlp.calibrate import calibrate
from codering.nlp.ridge import solve


def test_leave_one_out_is_what_leaving_one_out_gives():
    kans = np.random.default_rng(0)
    punten = kans.normal(size=(24, 6))
    kern = np.exp(-0.1 * ((punten[:, None] - punten[None]) ** 2).sum(axis=2))
    doel = kans.normal(size=(24, 2))
    gewicht = kans.uniform(0.3, 1.0, size=24)
    alfa, ongezien = solve(np.tril(kern), doel, gewicht, 0.1, 9)
    plek = 17
    rest = np.delete(np.arange(24), plek)
    zonder = np.linalg.solve(kern[np.ix_(rest, rest)] + np.diag(0.1 / gewicht[rest]), doel[rest])
    assert np.allclose(ongezien[plek - 15], kern[plek, rest] @ zonder)
    assert np.allclose((kern + np.diag(0.1 / gewicht)) @ alfa, doel)


def test_probabilities_and_thresholds_follow_the_truth():
    kans = np.random.default_rng(1)
    doel = (kans.uniform(size=(400, 3)) < [0.4, 0.2, 0.1]).astype(float)
    ruw = doel * 0.5 + kans.normal(scale=0.2, size=doel.shape)
    ijking = calibrate(ruw, doel, np.ones(400))
    kansen = ijking.to_kansen(ruw)
    assert ((kansen >= 0) & (kansen <= 1)).all()
    assert abs(kansen.mean() - doel.mean()) < 0.02
    goed = (kansen >= np.array(ijking.drempels)) == (doel == 1)
    assert goed.mean() > 0.85


def test_a_theme_without_examples_is_hardly_ever_proposed():
    doel = np.zeros((60, 2))
    doel[:30, 0] = 1
    ijking = calibrate(doel * 0.9, doel, np.ones(60))
    assert ijking.drempels[1] > 0.6

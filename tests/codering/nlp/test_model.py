"""The numerical parts of the classifier, each against a plain way to the same answer."""

import numpy as np
import pytest

from codering.nlp.calibrate import calibrate
from codering.nlp.ridge import Ridge


@pytest.mark.parametrize("samen", [[17], [16, 20, 23]])
def test_leaving_out_is_what_leaving_out_gives(samen):
    kans = np.random.default_rng(0)
    punten = kans.normal(size=(24, 6))
    kern = np.exp(-0.1 * ((punten[:, None] - punten[None]) ** 2).sum(axis=2))
    doel = kans.normal(size=(24, 2))
    gewicht = kans.uniform(0.3, 1.0, size=24)
    ridge = Ridge(np.tril(kern), gewicht, 0.1)
    alfa = ridge.solve(doel)
    groepen = ["samen" if 15 + plek in samen else plek for plek in range(9)]
    ongezien = ridge.leave_out(doel, alfa, 9, groepen)
    rest = np.delete(np.arange(24), samen)
    zonder = np.linalg.solve(kern[np.ix_(rest, rest)] + np.diag(0.1 / gewicht[rest]), doel[rest])
    assert np.allclose(ongezien[np.array(samen) - 15], kern[np.ix_(samen, rest)] @ zonder)
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

"""What the tests of letters share."""

import pytest

from tests.inzicht.makers import maak_cijfers


@pytest.fixture
def cijfers(mensen):
    return maak_cijfers(mensen)

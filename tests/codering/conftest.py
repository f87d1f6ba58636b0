"""What the tests of coding share."""

from dataclasses import dataclass

import pytest

from codering.models import Analyserun, Codeboek, Thema, Uitspraak
from tests.codering.makers import maak_codeboek, maak_run, maak_uitspraken
from tests.mensen import Mensen

TEKSTEN = ("De buurtkamer is dicht", "Meer bomen graag", "Het plein is donker")


@dataclass(frozen=True)
class Stel:
    """Three statements that a run made proposals for, the most doubtful first."""

    mensen: Mensen
    codeboek: Codeboek
    uitspraken: list[Uitspraak]
    run: Analyserun

    def thema(self, code: str) -> Thema:
        return self.codeboek.themas.get(code=code)

    @property
    def adres(self) -> str:
        return f"/codering/rondes/{self.mensen.ronde.pk}/nakijken/"


@pytest.fixture
def stel(mensen):
    codeboek = maak_codeboek(mensen.organisatie)
    uitspraken = maak_uitspraken(mensen.ronde, TEKSTEN, groep="Poptahof-Noord")
    codes: tuple[dict[str, float], ...] = ({"ontmoeten": 0.6, "veilig": 0.5}, {"groen": 0.9}, {})
    run = maak_run(mensen.ronde, codeboek, dict(zip(uitspraken, codes, strict=True)))
    return Stel(mensen, codeboek, uitspraken, run)


@pytest.fixture
def werk(transactional_db):
    """Do all tasks that wait, with the real worker; it takes no part in a transaction of the test."""
    from config.werker import empty_queues

    return empty_queues

"""Reading what the example tells: a folder per ronde, with dates counted from the day of loading."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

from django.utils import timezone

MAP = Path(__file__).parent
GEGEVENS = MAP / "gegevens"
EERSTE_UUR, UREN = 9, 12
AVOND = 20
EERSTE_NAJAARSMAAND = 8


@dataclass(frozen=True, slots=True)
class Kalender:
    """Turns counted days into dates, so that the example is never out of date: day 0 is that of loading."""

    vandaag: date

    def dag(self, dagen: int) -> date:
        """Give a date."""
        return self.vandaag + timedelta(days=dagen)

    def moment(self, dagen: int, nummer: int = 0) -> datetime:
        """Give an hour of a day between breakfast and bedtime, another one for each `nummer`."""
        return self._past(dagen, EERSTE_UUR + (nummer * 5) % UREN)

    def avond(self, dagen: int) -> datetime:
        """Give the hour at which people meet."""
        return self._past(dagen, AVOND)

    def _past(self, dagen: int, uur: int) -> datetime:
        """Give an hour that has been: who loads the example in the morning sees no answers of that evening."""
        moment = timezone.make_aware(datetime.combine(self.dag(dagen), time(uur)))
        return min(moment, timezone.now())

    def half(self, dagen: int) -> str:
        """Name the half of the year, as rondes are named after it."""
        dag = self.dag(dagen)
        return f"{'najaar' if dag.month >= EERSTE_NAJAARSMAAND else 'voorjaar'} {dag.year}"


@dataclass(frozen=True)
class Verhaal:
    """One ronde as it is written down: `kop` is its ronde.toml, the rest of the folder are rows."""

    map: Path
    kalender: Kalender
    kop: Mapping[str, Any] = field(repr=False)

    @property
    def naam(self) -> str:
        """The name of the ronde; `{half}` in it becomes the half of the year in which people met."""
        dag = self.kop.get("bijeenkomst", {}).get("dag", 0)
        return str(self.kop["naam"]).format(half=self.kalender.half(dag))

    @cached_property
    def inzendingen(self) -> list[dict[str, str]]:
        """What people filled in: a row a person, a column a question."""
        return self._rows("inzendingen")

    @cached_property
    def barometer(self) -> list[dict[str, str]]:
        """What people filled in of the barometer: a column a question, with what one types over from paper."""
        return self._rows("barometer")

    @cached_property
    def notities(self) -> list[dict[str, str]]:
        """What was written at the tables."""
        return self._rows("notities")

    @cached_property
    def ideekaarten(self) -> list[dict[str, str]]:
        """What people wrote on cards."""
        return self._rows("ideekaarten")

    @cached_property
    def signalen(self) -> list[dict[str, str]]:
        """What came in by phone, letter or word of mouth."""
        return self._rows("signalen")

    @cached_property
    def besluiten(self) -> list[dict[str, str]]:
        """What the coder decided, in order."""
        return self._rows("besluiten")

    @cached_property
    def citaten(self) -> list[dict[str, str]]:
        """Which words were released."""
        return self._rows("citaten")

    def _rows(self, naam: str) -> list[dict[str, str]]:
        bestand = self.map / f"{naam}.csv"
        return read_rows(bestand) if bestand.is_file() else []


def read_rows(bestand: Path) -> list[dict[str, str]]:
    """Read a table of the example."""
    with bestand.open(encoding="utf-8", newline="") as tabel:
        return list(csv.DictReader(tabel, delimiter=";"))


def read_verhalen(vandaag: date) -> dict[str, Verhaal]:
    """Give the rondes by the name of their folder, the oldest first."""
    kalender = Kalender(vandaag)
    return {
        map_.name: Verhaal(map_, kalender, tomllib.loads((map_ / "ronde.toml").read_text(encoding="utf-8")))
        for map_ in sorted(GEGEVENS.iterdir())
        if map_.is_dir()
    }

"""A questionnaire whole, without database: what a form file holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peilingen.domain.instellingen import STANDAARD, Instellingen
from peilingen.domain.voorwaarden import Voorwaarde
from peilingen.enums import Grondslag, Vraagsoort, Werving


@dataclass(frozen=True, slots=True)
class Optie:
    """A choice, a step of a scale, or a statement of a matrix."""

    sleutel: str
    tekst: str


@dataclass(frozen=True, slots=True)
class Vraagvorm:
    """A question, an information block or the heading of a section; `stam` names what it is the same question as.

    Without `voorwaarde` it is always asked.
    """

    sleutel: str
    soort: Vraagsoort
    tekst: str
    stam: str = ""
    uitleg: str = ""
    verplicht: bool = False
    instellingen: Instellingen = STANDAARD
    voorwaarde: Voorwaarde | None = None
    keuzes: tuple[Optie, ...] = ()
    stellingen: tuple[Optie, ...] = ()


@dataclass(frozen=True, slots=True)
class Woorden:
    """A translation; `verouderd` when the Dutch words changed after it was written."""

    tekst: str
    verouderd: bool = False


@dataclass(frozen=True, slots=True)
class Vorm:
    """Everything that people read and choose, in order; no answers, no code, no dates.

    `vertalingen` gives per language, per place ("titel", "v1.tekst", "v1.k2"), the words.
    """

    titel: str
    inleiding: str = ""
    werving: Werving = Werving.OPEN
    vraag_citaat: bool = True
    talen: tuple[str, ...] = ()
    grondslag: Grondslag = Grondslag.TOESTEMMING
    verantwoordelijke: str = ""
    ook_onder_16: bool = False
    toont_resultaten: bool = False
    alleen_genodigden: bool = False
    max_per_uur: int = 3000
    vragen: tuple[Vraagvorm, ...] = ()
    vertalingen: Mapping[str, Mapping[str, Woorden]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Melding:
    """Something that was not carried over, or otherwise than it stood; `plaats` says where, "" for the whole."""

    plaats: str
    tekst: str

    def __str__(self) -> str:
        zin = f"{self.plaats}: {self.tekst}" if self.plaats else self.tekst
        # A file may hold halves of characters, which no page can show.
        return zin.encode(errors="replace").decode()


@dataclass(frozen=True, slots=True)
class Overgezet:
    """What came of reading a file: the questionnaire, and what did not come along."""

    vorm: Vorm
    meldingen: tuple[Melding, ...] = ()

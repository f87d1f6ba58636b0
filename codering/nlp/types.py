"""Values that travel through the language pipeline. Plain and light: importing this pulls in no library."""

from dataclasses import dataclass
from enum import StrEnum


class Kwaliteit(StrEnum):
    """What kind of answer a statement is, before any theme is considered."""

    INHOUDELIJK = "inhoudelijk"
    GEEN_ANTWOORD = "geen_antwoord"
    WEET_NIET = "weet_niet"
    ONDUIDELIJK = "onduidelijk"


class Soort(StrEnum):
    """What a speaker does with a statement."""

    KNELPUNT = "knelpunt"
    WAARDERING = "waardering"
    WENS = "wens"
    AANBOD = "aanbod"
    FEIT = "feit"


class Status(StrEnum):
    """What became of a statement (or of a whole row) in a run; every one gets exactly one."""

    THEMA = "thema"
    GEEN_THEMA = "geen_thema"
    GEEN_ANTWOORD = "geen_antwoord"
    MISLUKT = "mislukt"


@dataclass(frozen=True, slots=True)
class Antwoordrij:
    """One row of input as it came in: unmasked, uncut."""

    id: str
    tekst: str
    groep: str = ""
    vraag: str = ""


@dataclass(frozen=True, slots=True)
class Themadefinitie:
    """One theme of a codebook, with what belongs to it (`wel`) and what does not (`niet`)."""

    code: str
    naam: str
    definitie: str
    wel: str = ""
    niet: str = ""


@dataclass(frozen=True, slots=True)
class Trefwoord:
    """A word that points to a theme: `gewicht` 1 (weak hint) to 3 (nearly always this theme)."""

    code: str
    woord: str
    gewicht: int = 1


@dataclass(frozen=True, slots=True)
class Codeboek:
    """An ordered set of themes; the order of `themas` is the order of every score row."""

    naam: str
    versie: str
    themas: tuple[Themadefinitie, ...]
    trefwoorden: tuple[Trefwoord, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of `themas`."""
        return tuple(thema.code for thema in self.themas)


@dataclass(frozen=True, slots=True)
class Voorbeeld:
    """A coded text to learn from; an organisation's own decisions carry a `gewicht` above 1.

    `soort`, `kanaal` and `register` are "" where unknown; `bron` names the author or file, for a decision what
    it came in with. On the codes in `onbekend` the example says nothing, as when the theme was not there yet.
    """

    tekst: str
    codes: tuple[str, ...]
    vraag: str = ""
    gewicht: float = 1.0
    soort: str = ""
    kanaal: str = ""
    register: str = ""
    bron: str = ""
    onbekend: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fragment:
    """One statement. `begin` and `eind` count code points in the original text of the row.

    `tekst` is that stretch of the original; `gemaskeerd` is the same with personal data replaced, and is
    the only text that later steps look at.
    """

    rij_id: str
    volgnummer: int
    begin: int
    eind: int
    tekst: str
    gemaskeerd: str
    taal: str
    kwaliteit: Kwaliteit


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A theme proposed for a statement: calibrated confidence 0..1, and the words and examples that weighed most."""

    code: str
    zekerheid: float
    woorden: tuple[str, ...] = ()
    voorbeelden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Groepering:
    """A group number (0 is the largest group) or None per text, and per group how stable it is, 0..1.

    `tweede` holds for a text that leans to another group as well: that group and how much, 0..0.5; else None.
    """

    nummers: tuple[int | None, ...]
    stabiliteit: tuple[float, ...]
    tweede: tuple[tuple[int, float] | None, ...] = ()

    def leden(self) -> tuple[tuple[int, ...], ...]:
        """The positions of the members of each group."""
        return tuple(
            tuple(plek for plek, nummer in enumerate(self.nummers) if nummer == groep)
            for groep in range(len(self.stabiliteit))
        )


@dataclass(frozen=True, slots=True)
class Naam:
    """A name for a group, the words it is made of (and a few more), and its most central text's position."""

    naam: str
    kernwoorden: tuple[str, ...]
    centraal: int


@dataclass(frozen=True, slots=True)
class Groep:
    """An emergent theme. `voorbeeld` is the position (in the list of fragments) of its most central one.

    A fine group lies within a wide one, whose number is `ouder`. Wide and fine groups share one numbering.
    """

    nummer: int
    naam: str
    kernwoorden: tuple[str, ...]
    grootte: int
    stabiliteit: float
    voorbeeld: int
    ouder: int | None = None


@dataclass(frozen=True, slots=True)
class Oudegroep:
    """A group of an earlier run: what it keeps when statements come in."""

    nummer: int
    naam: str
    stabiliteit: float
    ouder: int | None = None


@dataclass(frozen=True, slots=True)
class Eerder:
    """An earlier run's groups, to go on from: per statement of the new run where it was then (None: nowhere).

    `sinds` is how many answers there were when groups were last sought afresh.
    """

    groepen: tuple[Oudegroep, ...]
    breed: tuple[int | None, ...]
    fijn: tuple[int | None, ...]
    sinds: int


@dataclass(frozen=True, slots=True)
class Fragmentuitkomst:
    """What a run found for one statement.

    `scores` holds one confidence per code of the codebook, also of themes that are not proposed; it is empty when
    there is no codebook, or the statement is no answer. `soort` is a proposal too ("" for a non-answer).
    `deel` is the fine group within `groep`; `tweede` another group that it leans to, `tweede_gewicht` how much.
    """

    fragment: Fragment
    status: Status
    reden: str
    voorstellen: tuple[Voorstel, ...] = ()
    groep: int | None = None
    scores: tuple[float, ...] = ()
    soort: str = ""
    soort_zekerheid: float = 0.0
    deel: int | None = None
    tweede: int | None = None
    tweede_gewicht: float = 0.0


@dataclass(frozen=True, slots=True)
class Herkomst:
    """Where a result came from: enough to make it again."""

    versies: tuple[tuple[str, str], ...]
    embedder: str
    codeboek: str
    voorbeelden: int
    voorbeelden_sha256: str
    invoer_sha256: str
    parameters: tuple[tuple[str, str], ...]
    seed: int


@dataclass(frozen=True, slots=True)
class Analyse:
    """The outcome of one run: one `Fragmentuitkomst` per fragment, in the order they were given.

    `groepen` are the wide groups, `delen` the fine ones within them; `sinds` as in `Eerder`.
    """

    fragmenten: tuple[Fragmentuitkomst, ...]
    groepen: tuple[Groep, ...]
    herkomst: Herkomst
    delen: tuple[Groep, ...] = ()
    sinds: int = 0

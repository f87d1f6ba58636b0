"""What a page shows of a count: rows with bars and words, in full or as they may go outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inzicht.domain.buurten import Uitschieter, find_uitschieter
from inzicht.domain.onderdrukken import ONBEKEND, Publicatietabel, publish, show_aantal
from inzicht.domain.tellen import Kruistabel, Telling, Themacijfer
from inzicht.domain.verwijzen import query
from inzicht.domain.woorden import MINST_VOOR_PROCENT, number, percent, units
from inzicht.domain.zinnen import describe

KLEUREN = 30


@dataclass(frozen=True, slots=True)
class Cel:
    """One number of a table: as it is shown, and where it leads (`vraag`, the query of the theme's page).

    A hidden one leads nowhere but to the reason. `vaker` marks the one that an average hides.
    """

    tekst: str
    verborgen: bool = False
    vraag: str | None = None
    vaker: bool = False


@dataclass(frozen=True, slots=True)
class Themarij:
    """One theme: its bar (0 to 100, None when it may not be told) and what stands beside it."""

    code: str
    naam: str
    nummer: int
    cel: Cel
    van: int
    procent: str
    deel: float | None
    laag: float | None
    hoog: float | None
    bevestigd: int
    voorstel: int
    uitschieter: Uitschieter | None

    @property
    def aantal(self) -> str:
        """How many, as it may be shown."""
        return self.cel.tekst


@dataclass(frozen=True, slots=True)
class Groepentabel:
    """Themes by area, ready to be shown."""

    kolommen: tuple[tuple[str, Cel], ...]
    rijen: tuple[tuple[Themarij, tuple[Cel, ...]], ...]
    toelichting: str


@dataclass(frozen=True, slots=True)
class Beeld:
    """All of one kanaal: the sentence that says what one sees, the bars, and the table per area.

    `te_klein` says that there are areas, but too few answers in them to show any of it outside.
    """

    kanaal: str
    meer_kanalen: bool
    telling: Telling
    zin: str
    rijen: tuple[Themarij, ...]
    niet_genoemd: tuple[str, ...]
    groepen: Groepentabel | None
    te_klein: bool = False

    @property
    def nagekeken(self) -> bool:
        """Whether people looked at any of it."""
        return any(rij.bevestigd for rij in self.rijen)

    @property
    def marges(self) -> bool:
        """Whether the bars have an interval: only of a declared probability sample."""
        return any(rij.hoog is not None for rij in self.rijen)

    @property
    def vraag(self) -> str:
        """The query of a theme's page that keeps to this kanaal."""
        return query(kanaal=self.kanaal if self.meer_kanalen else "")

    @property
    def eenheid(self) -> str:
        """What is counted: inzenders, gesprekstafels, ideekaarten."""
        return self._name(max(self.telling.eenheden, 1))

    @property
    def eenheden(self) -> str:
        """The same, always as more than one."""
        return self._name(2)

    def _name(self, aantal: int) -> str:
        return units(self.kanaal, aantal=aantal, voluit=bool(self.kanaal) and self.meer_kanalen)


@dataclass(frozen=True, slots=True)
class _Bron:
    """What the parts of a picture are made from."""

    deel: Telling
    kanaal: str
    plaatsen: Mapping[str, int]
    drempel: int
    publicatie: Publicatietabel | None

    @property
    def grens(self) -> int:
        """Counts below this are hidden; 0 hides nothing."""
        return self.drempel if self.publicatie else 0

    @property
    def tabel(self) -> Kruistabel:
        return self.deel.publiek if self.publicatie else self.deel.per_groep

    def link(self, plek: str | None = None) -> str | None:
        """Tell where a number leads; what is made to go outside leads nowhere."""
        return None if self.publicatie else query(kanaal=self.kanaal, plek=plek)


def build_beeld(
    telling: Telling, namen: Mapping[str, str], *, kanaal: str = "", drempel: int, openbaar: bool
) -> Beeld:
    """Lay out the figures of one kanaal (the largest by default); `namen` gives the order of the codebook."""
    kanaal, voluit = choose_kanaal(telling, kanaal), bool(telling.delen)
    deel = telling.deel(kanaal)
    bron = _Bron(
        deel=deel,
        kanaal=kanaal if voluit else "",
        plaatsen={code: plaats for plaats, code in enumerate(namen)},
        drempel=drempel,
        publicatie=publish(deel, drempel, kanaal) if openbaar else None,
    )
    genoeg = deel.inhoudelijk >= bron.grens
    rijen = _rows(bron) if genoeg else ()
    breed = any(bron.tabel.kolommen) and (len(bron.tabel.kolommen) > 1 or not openbaar)
    return Beeld(
        kanaal=kanaal,
        meer_kanalen=voluit,
        telling=deel,
        zin=describe(deel, kanaal, bron.grens, voluit=voluit),
        rijen=rijen,
        niet_genoemd=tuple(cijfer.naam for cijfer in deel.themas if genoeg and not cijfer.aantal),
        groepen=_groups(bron, rijen) if rijen and breed else None,
        te_klein=bool(rijen) and any(deel.per_groep.kolommen) and not breed,
    )


def choose_kanaal(telling: Telling, kanaal: str = "") -> str:
    """Give the asked kanaal when anything came in along it, else the largest; '' when nothing came in."""
    if telling.delen:
        return kanaal if kanaal in telling.delen else telling.volgorde[0]
    return next(iter(telling.kanalen), "")


def number_thema(plaats: int) -> int:
    """Give the number of a theme's colour and pattern by its place in the codebook: again after thirty."""
    return plaats % KLEUREN + 1


def _rows(bron: _Bron) -> tuple[Themarij, ...]:
    themas = [cijfer for cijfer in bron.deel.themas if cijfer.aantal]
    # Hidden counts stand in the order of the codebook: their own order would tell which is larger.
    themas.sort(key=lambda c: (0, -c.aantal) if c.aantal >= bron.grens else (1, bron.plaatsen.get(c.code, 0)))
    schaal = max((max(c.aantal, (c.hoog or 0) * c.van) for c in themas), default=0) or 1
    return tuple(_row(cijfer, bron, schaal) for cijfer in themas)


def _row(cijfer: Themacijfer, bron: _Bron, schaal: float) -> Themarij:
    verborgen = 0 < cijfer.aantal < bron.grens
    laag, hoog = (
        None if grens is None or verborgen else 100 * grens * cijfer.van / schaal
        for grens in (cijfer.laag, cijfer.hoog)
    )
    return Themarij(
        code=cijfer.code,
        naam=cijfer.naam,
        nummer=number_thema(bron.plaatsen.get(cijfer.code, 0)),
        cel=make_cel(cijfer.aantal, bron.grens, bron.link()),
        van=cijfer.van,
        procent="" if verborgen or cijfer.van < MINST_VOOR_PROCENT else percent(cijfer.aandeel),
        deel=None if verborgen else round(100 * cijfer.aantal / schaal, 2),
        laag=laag,
        hoog=hoog,
        bevestigd=cijfer.bevestigd,
        voorstel=cijfer.aantal - cijfer.bevestigd,
        uitschieter=find_uitschieter(cijfer, bron.tabel, bron.drempel, bron.publicatie),
    )


def make_cel(aantal: int, grens: int, vraag: str | None = None, *, vaker: bool = False) -> Cel:
    """Write one count that stands by itself; nothing is behind a zero, so that leads nowhere."""
    if 0 < aantal < grens:
        return Cel(show_aantal(aantal, grens), verborgen=True)
    return Cel(number(aantal), vraag=vraag if aantal else None, vaker=vaker)


def _groups(bron: _Bron, rijen: Sequence[Themarij]) -> Groepentabel:
    kolommen = bron.tabel.kolommen
    getoond = dict(bron.publicatie.rijen) if bron.publicatie else {}
    omvang = bron.publicatie.omvang if bron.publicatie else None
    regels = []
    for rij in rijen:
        vaker = [bool(rij.uitschieter and rij.uitschieter.groep == kolom) for kolom in kolommen]
        aantallen = bron.tabel.rij(rij.code)
        cellen = tuple(
            _cell(n, bron.link(kolom), getoond[rij.code][i] if getoond else None, vaker[i])
            for i, (kolom, n) in enumerate(zip(kolommen, aantallen, strict=True))
        )
        regels.append((rij, cellen))
    koppen = tuple(
        (kolom or ONBEKEND, _cell(n, None, omvang[i] if omvang else None, False))
        for i, (kolom, n) in enumerate(zip(kolommen, bron.tabel.omvang, strict=True))
    )
    return Groepentabel(koppen, tuple(regels), bron.publicatie.toelichting if bron.publicatie else "")


def _cell(aantal: int, vraag: str | None, getoond: str | None, vaker: bool) -> Cel:
    """Write one cell, as it is or as the published table has it."""
    if getoond is not None and not getoond.isdigit():
        return Cel(getoond, verborgen=True)
    return make_cel(aantal, 0, vraag, vaker=vaker)

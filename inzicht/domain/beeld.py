"""What a page shows of a count: rows with bars and words, in full or as they may go outside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inzicht.domain.buurten import Uitschieter, find_uitschieter
from inzicht.domain.onderdrukken import ONBEKEND, Publicatietabel, show_aantal, suppress
from inzicht.domain.tellen import Kruistabel, Telling, Themacijfer
from inzicht.domain.woorden import MINST_VOOR_PROCENT, count_phrase, number, percent, units

KLEUREN = 15


@dataclass(frozen=True, slots=True)
class Themarij:
    """One theme: its bar (0 to 100, None when it may not be told) and what stands beside it."""

    code: str
    naam: str
    nummer: int
    aantal: str
    van: int
    procent: str
    deel: float | None
    laag: float | None
    hoog: float | None
    bevestigd: int
    voorstel: int
    uitschieter: Uitschieter | None


@dataclass(frozen=True, slots=True)
class Groepcel:
    """One cell of the table per area; `vaker` marks the one that an average hides."""

    tekst: str
    vaker: bool


@dataclass(frozen=True, slots=True)
class Groepentabel:
    """Themes by area, ready to be shown."""

    kolommen: tuple[tuple[str, str], ...]
    rijen: tuple[tuple[Themarij, tuple[Groepcel, ...]], ...]
    toelichting: str


@dataclass(frozen=True, slots=True)
class Beeld:
    """All of one kanaal: the sentence that says what one sees, the bars, and the table per area."""

    kanaal: str
    meer_kanalen: bool
    telling: Telling
    zin: str
    rijen: tuple[Themarij, ...]
    niet_genoemd: tuple[str, ...]
    groepen: Groepentabel | None

    @property
    def nagekeken(self) -> bool:
        """Whether people looked at any of it."""
        return any(rij.bevestigd for rij in self.rijen)

    @property
    def eenheid(self) -> str:
        """What is counted: inzenders, gesprekstafels, ideekaarten."""
        return units(self.kanaal, voluit=bool(self.kanaal) and self.meer_kanalen)


def build_beeld(
    telling: Telling, namen: Mapping[str, str], *, kanaal: str = "", drempel: int, openbaar: bool
) -> Beeld:
    """Lay out the figures of one kanaal (the largest by default); `namen` gives the order of the codebook."""
    if telling.delen:
        kanaal = kanaal if kanaal in telling.delen else telling.volgorde[0]
    else:
        kanaal = next(iter(telling.kanalen), "")
    deel = telling.deel(kanaal)
    tabel = deel.per_groep
    publicatie = suppress(tabel, drempel)
    nummers = {code: plaats % KLEUREN + 1 for plaats, code in enumerate(namen)}
    schaal = max((max(c.aantal, (c.hoog or 0) * c.van) for c in deel.themas), default=0) or 1
    rijen = tuple(
        _row(
            cijfer,
            nummers.get(cijfer.code, 1),
            schaal,
            drempel if openbaar else 0,
            find_uitschieter(cijfer, tabel, drempel, publicatie if openbaar else None),
        )
        for cijfer in deel.themas
        if cijfer.aantal
    )
    return Beeld(
        kanaal=kanaal,
        meer_kanalen=bool(telling.delen),
        telling=deel,
        zin=describe(deel, kanaal, drempel if openbaar else 0, voluit=bool(telling.delen)),
        rijen=rijen,
        niet_genoemd=tuple(cijfer.naam for cijfer in deel.themas if not cijfer.aantal),
        groepen=_groups(rijen, tabel, publicatie, openbaar) if any(tabel.kolommen) else None,
    )


def describe(deel: Telling, kanaal: str, drempel: int, *, voluit: bool = False) -> str:
    """Say in a sentence or two what one sees."""
    top = [cijfer for cijfer in deel.themas if cijfer.aantal]
    if not top:
        return "Bij geen van deze antwoorden is een thema gevonden."
    wie = count_phrase(top[0].aantal, top[0].van, kanaal, drempel=drempel, voluit=voluit)
    zin = f"{top[0].naam} is het vaakst genoemd: door {wie}."
    if len(top) > 1:
        zin += f" Daarna komt {top[1].naam.lower()}, met {_short(top[1].aantal, drempel)}."
    return zin


def _short(aantal: int, drempel: int) -> str:
    return f"minder dan {drempel}" if 0 < aantal < drempel else number(aantal)


def _row(
    cijfer: Themacijfer, nummer: int, schaal: float, drempel: int, uitschieter: Uitschieter | None
) -> Themarij:
    verborgen = 0 < cijfer.aantal < drempel
    grenzen = [
        None if grens is None or verborgen else 100 * grens * cijfer.van / schaal
        for grens in (cijfer.laag, cijfer.hoog)
    ]
    return Themarij(
        code=cijfer.code,
        naam=cijfer.naam,
        nummer=nummer,
        aantal=show_aantal(cijfer.aantal, drempel) if verborgen else number(cijfer.aantal),
        van=cijfer.van,
        procent="" if verborgen or cijfer.van < MINST_VOOR_PROCENT else percent(cijfer.aandeel),
        deel=None if verborgen else round(100 * cijfer.aantal / schaal, 2),
        laag=grenzen[0],
        hoog=grenzen[1],
        bevestigd=cijfer.bevestigd,
        voorstel=cijfer.aantal - cijfer.bevestigd,
        uitschieter=uitschieter,
    )


def _groups(
    rijen: Sequence[Themarij], tabel: Kruistabel, publicatie: Publicatietabel, openbaar: bool
) -> Groepentabel:
    omvang = publicatie.omvang if openbaar else tuple(number(n) for n in tabel.omvang)
    getoond = dict(publicatie.rijen)
    regels = []
    for rij in rijen:
        cellen = getoond[rij.code] if openbaar else tuple(number(n) for n in tabel.rij(rij.code))
        vaker = rij.uitschieter.groep if rij.uitschieter else None
        paren = zip(tabel.kolommen, cellen, strict=True)
        regels.append(
            (rij, tuple(Groepcel(cel, vaker is not None and kolom == vaker) for kolom, cel in paren))
        )
    return Groepentabel(
        kolommen=tuple(zip((kolom or ONBEKEND for kolom in tabel.kolommen), omvang, strict=True)),
        rijen=tuple(regels),
        toelichting=publicatie.toelichting if openbaar else "",
    )

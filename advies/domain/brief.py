"""The letter in the shape that councils write: plain values in, a printable document out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from basis.druk.document import (
    Adresblok,
    Alinea,
    Blok,
    Citaat,
    Document,
    Gegevenstabel,
    Kop,
    Lijst,
    Pagina_einde,
    Staafdiagram,
    Witruimte,
)
from inzicht.domain.woorden import VAST, join_nl

MAANDEN = "januari februari maart april mei juni juli augustus september oktober november december".split()
LEEG_ADRES = ("[naam van het college of de wethouder]", "[adres]", "[postcode en plaats]")
LEGE_PLAATS, LEGE_DATUM = "[plaats]", "[datum]"
LEGE_NAAM = "[naam en functie]"


@dataclass(frozen=True, slots=True)
class Bevindingtekst:
    """One numbered finding: a claim, the figure it stands on, and someone's words."""

    kop: str
    tekst: str = ""
    cijferzin: str = ""
    citaat: str = ""
    citaatbron: str = ""


@dataclass(frozen=True, slots=True)
class Adviestekst:
    """One numbered advice, with the numbers of the findings that it rests on."""

    tekst: str
    bevindingen: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bijlage:
    """How the findings came about.

    Paragraphs, tables (each with what explains it before it), what the themes mean, and where figures come from.
    """

    alineas: tuple[str, ...] = ()
    tabellen: tuple[tuple[str, Gegevenstabel], ...] = ()
    themas: tuple[str, ...] = ()
    herkomst: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A letter of advice as values. Texts may hold empty lines between paragraphs.

    `versie` is the number of a draft, so that two people can see whether they read the same paper.
    """

    afzender: str
    betreft: str
    adres: tuple[str, ...] = ()
    aanhef: str = ""
    geadresseerde: tuple[str, ...] = ()
    plaats: str = ""
    datum: date | None = None
    aanleiding: str = ""
    diagram: Staafdiagram | None = None
    bevindingen: tuple[Bevindingtekst, ...] = ()
    adviespunten: tuple[Adviestekst, ...] = ()
    slot: str = ""
    ondertekening: tuple[str, ...] = ()
    bijlage: Bijlage = field(default_factory=Bijlage)
    concept: bool = True
    versie: int = 0


def build_document(brief: Brief) -> Document:
    """Lay a letter out: addressee, Betreft, aanleiding, findings, advice, request, signature, appendix."""
    blokken = (
        *_opening(brief),
        *_findings(brief),
        *_advice(brief),
        *_closing(brief),
        *_appendix(brief.bijlage),
    )
    return Document(
        titel=brief.betreft,
        blokken=blokken,
        auteur=brief.afzender,
        onderwerp=brief.betreft,
        voettekst=describe_versie(brief),
        datum=brief.datum,
    )


def describe_versie(brief: Brief) -> str:
    """Say at the foot of each page what one holds."""
    if not brief.concept:
        return brief.afzender
    return (
        f"Concept {brief.versie}, nog niet vastgesteld" if brief.versie else "Concept, nog niet vastgesteld"
    )


def _opening(brief: Brief) -> Iterator[Blok]:
    if brief.adres:
        yield Adresblok(brief.adres)
        yield Witruimte(4)
    yield Adresblok(brief.geadresseerde or LEEG_ADRES)
    yield Witruimte(4)
    yield Alinea(f"{brief.plaats or LEGE_PLAATS}, {format_datum(brief.datum) or LEGE_DATUM}")
    yield Kop(1, f"Betreft: {brief.betreft}")
    yield Alinea(brief.aanhef or "Geacht college,")
    yield from paragraphs(brief.aanleiding)
    if brief.diagram:
        yield brief.diagram


def _findings(brief: Brief) -> Iterator[Blok]:
    if not brief.bevindingen:
        return
    yield Kop(2, "Wat bewoners ons vertellen")
    for nummer, bevinding in enumerate(brief.bevindingen, start=1):
        yield Kop(3, f"{nummer}. {bevinding.kop}")
        yield from paragraphs(bevinding.tekst)
        yield from paragraphs(bevinding.cijferzin)
        if bevinding.citaat:
            yield Citaat(f"‘{bevinding.citaat}’", bevinding.citaatbron)


def _advice(brief: Brief) -> Iterator[Blok]:
    if brief.adviespunten:
        yield Kop(2, "Wat wij u adviseren")
        yield Lijst(tuple(format_advies(punt) for punt in brief.adviespunten), genummerd=True)


def format_advies(punt: Adviestekst) -> str:
    """Write an advice with the findings it rests on: "Doe dit (bevinding 1 en 3)."."""
    if not punt.bevindingen:
        return punt.tekst
    nummers = join_nl([str(nummer) for nummer in punt.bevindingen]).replace(" ", VAST)
    zonder_punt = punt.tekst.removesuffix(".")
    return f"{zonder_punt} (bevinding{VAST}{nummers}){punt.tekst[len(zonder_punt) :]}"


def _closing(brief: Brief) -> Iterator[Blok]:
    if brief.slot:
        yield Kop(2, "Wat wij van u vragen")
        alineas = list(paragraphs(brief.slot))
        # A signature alone on a page looks lost, and can be put under anything.
        yield from (*alineas[:-1], *(replace(alinea, vast=True) for alinea in alineas[-1:]))
    yield Alinea("Met vriendelijke groet,")
    yield Witruimte(14)
    yield Adresblok(brief.ondertekening or (f"namens {brief.afzender}", LEGE_NAAM))


def _appendix(bijlage: Bijlage) -> Iterator[Blok]:
    if not (bijlage.alineas or bijlage.tabellen):
        return
    yield Pagina_einde()
    yield Kop(2, "Bijlage: hoe wij tot deze bevindingen kwamen")
    for alinea in bijlage.alineas:
        yield Alinea(alinea)
    for uitleg, tabel in bijlage.tabellen:
        yield from paragraphs(uitleg)
        yield tabel
    if bijlage.themas:
        yield Kop(3, "Wat onder de thema’s valt")
        yield Lijst(bijlage.themas)
    if bijlage.herkomst:
        yield Kop(3, "Herkomst van de cijfers")
        yield Lijst(bijlage.herkomst)


def paragraphs(tekst: str) -> Iterator[Alinea]:
    """Cut a text at its empty lines."""
    for deel in tekst.replace("\r\n", "\n").split("\n\n"):
        if deel.strip():
            yield Alinea(deel.strip())


def format_datum(datum: date | None) -> str:
    """Write a date as Dutch letters do: 15 maart 2026."""
    return f"{datum.day} {MAANDEN[datum.month - 1]} {datum.year}" if datum else ""

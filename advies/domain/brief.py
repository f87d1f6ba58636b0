"""The letter in the shape that councils write: plain values in, a printable document out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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

MAANDEN = (
    "januari februari maart april mei juni juli augustus september oktober november december".split()  # fmt: skip
)
LEEG_ADRES = ("[naam van het college of de wethouder]", "[adres]", "[postcode en plaats]")


@dataclass(frozen=True, slots=True)
class Bevindingtekst:
    """One numbered finding: a claim, the figure it stands on, and someone's words."""

    kop: str
    tekst: str = ""
    cijferzin: str = ""
    citaat: str = ""
    citaatbron: str = ""


@dataclass(frozen=True, slots=True)
class Bijlage:
    """How the findings came about: paragraphs, tables with what each shows, and where figures come from."""

    alineas: tuple[str, ...] = ()
    tabellen: tuple[Gegevenstabel, ...] = ()
    herkomst: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A letter of advice as values. Texts may hold empty lines between paragraphs."""

    afzender: str
    betreft: str
    aanhef: str = ""
    geadresseerde: tuple[str, ...] = ()
    plaats: str = ""
    datum: date | None = None
    aanleiding: str = ""
    diagram: Staafdiagram | None = None
    bevindingen: tuple[Bevindingtekst, ...] = ()
    adviespunten: tuple[str, ...] = ()
    slot: str = ""
    ondertekening: tuple[str, ...] = ()
    bijlage: Bijlage = field(default_factory=Bijlage)
    concept: bool = True


def build_document(brief: Brief) -> Document:
    """Lay a letter out: addressee, Betreft, aanleiding, findings, advice, request, signature, appendix."""
    blokken = (
        *_opening(brief),
        *_findings(brief),
        *_advice(brief),
        *_closing(brief),
        *_appendix(brief.bijlage),
    )
    voet = "Concept, nog niet vastgesteld" if brief.concept else brief.afzender
    return Document(
        titel=brief.betreft, blokken=blokken, auteur=brief.afzender, onderwerp=brief.betreft, voettekst=voet,
        datum=brief.datum,
    )  # fmt: skip


def _opening(brief: Brief) -> Iterator[Blok]:
    yield Adresblok((brief.afzender,))
    yield Witruimte(6)
    yield Adresblok(brief.geadresseerde or LEEG_ADRES)
    yield Witruimte(6)
    yield Alinea(", ".join(deel for deel in (brief.plaats, format_datum(brief.datum)) if deel) or "[plaats, datum]")
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
            yield Citaat(bevinding.citaat, bevinding.citaatbron)


def _advice(brief: Brief) -> Iterator[Blok]:
    if brief.adviespunten:
        yield Kop(2, "Wat wij u adviseren")
        yield Lijst(brief.adviespunten, genummerd=True)


def _closing(brief: Brief) -> Iterator[Blok]:
    if brief.slot:
        yield Kop(2, "Wij vragen u om een reactie")
        yield from paragraphs(brief.slot)
    yield Alinea("Met vriendelijke groet,")
    yield Witruimte(12)
    yield Adresblok(brief.ondertekening or (f"namens {brief.afzender}", "[naam en functie]"))


def _appendix(bijlage: Bijlage) -> Iterator[Blok]:
    if not (bijlage.alineas or bijlage.tabellen):
        return
    yield Pagina_einde()
    yield Kop(2, "Bijlage: hoe wij tot deze bevindingen kwamen")
    for alinea in bijlage.alineas:
        yield Alinea(alinea)
    yield from bijlage.tabellen
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


def join_nl(woorden: Sequence[str]) -> str:
    """Join words as a sentence does: a, b en c."""
    lijst = list(woorden)
    return lijst[0] if len(lijst) == 1 else f"{', '.join(lijst[:-1])} en {lijst[-1]}" if lijst else ""

"""First words for a letter, from figures: a draft that a person edits, never a conclusion."""

from collections.abc import Mapping, Sequence

from advies.domain.brief import Bijlage, join_nl
from basis.druk.document import Gegevenstabel, Staaf, Staafdiagram
from inzicht.domain.onderdrukken import Publicatietabel
from inzicht.domain.tellen import Kruistabel, Telling, Themacijfer

AANTAL_BEVINDINGEN = 5
AANTAL_STAVEN = 8
MEERKANS = 0.15
TAFELS = "tafelgesprek"


def percent(aandeel: float) -> str:
    """Write a share as a whole percentage."""
    return f"{round(100 * aandeel)} %"


def units(kanaal: str = "", *, meervoud: bool = True) -> str:
    """Name what is counted: tables at meetings, otherwise people who sent something in."""
    if kanaal == TAFELS:
        return "tafels" if meervoud else "tafel"
    return "inzenders" if meervoud else "inzender"


def figure_sentence(cijfer: Themacijfer, telling: Telling) -> str:
    """Say by how many a theme was named; per kanaal when there are more, because those may not be added."""
    kolommen = telling.per_kanaal.kolommen
    if len(kolommen) <= 1:
        kanaal = kolommen[0] if kolommen else ""
        zin = f"Dit noemden {cijfer.aantal} van de {cijfer.van} {units(kanaal)} ({percent(cijfer.aandeel)})."
        if cijfer.laag is not None and cijfer.hoog is not None:
            zin += f" Met 95 % zekerheid ligt dit tussen {percent(cijfer.laag)} en {percent(cijfer.hoog)}."
        return zin
    rij = dict(telling.per_kanaal.rijen).get(cijfer.code, ())
    delen = [
        f"{aantal} van de {omvang} {units(kanaal)} ({kanaal})"
        for kanaal, aantal, omvang in zip(kolommen, rij, telling.per_kanaal.omvang, strict=False)
        if aantal
    ]
    return f"Dit noemden {join_nl(delen)}." if delen else ""


def spot_groep(cijfer: Themacijfer, tabel: Kruistabel, drempel: int) -> str:
    """Name the buurt where a theme weighs clearly more than on average, which an average would hide.

    Only groups large enough to name: at least `drempel` that said it, of at least twice as many asked. The
    sentence tells what was counted and claims no more than that.
    """
    beste: tuple[float, str, int, int] | None = None
    rij = dict(tabel.rijen).get(cijfer.code, ())
    for groep, aantal, omvang in zip(tabel.kolommen, rij, tabel.omvang, strict=False):
        if not groep or aantal < drempel or omvang < 2 * drempel:
            continue
        aandeel = aantal / omvang
        if aandeel - cijfer.aandeel >= MEERKANS and (beste is None or aandeel > beste[0]):
            beste = (aandeel, groep, aantal, omvang)
    if beste is None:
        return ""
    _aandeel, groep, aantal, omvang = beste
    return (
        f"In {groep} weegt dit zwaarder dan gemiddeld: daar noemden {aantal} van de {omvang} inzenders het "
        f"({percent(beste[0])}, tegen {percent(cijfer.aandeel)} over alle buurten samen)."
    )


def overview_diagram(telling: Telling) -> Staafdiagram:
    """Draw the most named themes; the sentence says what one sees."""
    top = [cijfer for cijfer in telling.themas if cijfer.aantal][:AANTAL_STAVEN]
    beschrijving = ""
    if top:
        beschrijving = f"{top[0].naam} is het meest genoemd: door {top[0].aantal} van de {top[0].van}."
    staven = tuple(
        Staaf(
            label=cijfer.naam,
            waarde=float(cijfer.aantal),
            bijschrift=f"{cijfer.aantal} van {cijfer.van}",
            laag=None if cijfer.laag is None else cijfer.laag * cijfer.van,
            hoog=None if cijfer.hoog is None else cijfer.hoog * cijfer.van,
        )
        for cijfer in top
    )
    return Staafdiagram(titel="Meest genoemde thema’s", beschrijving=beschrijving, staven=staven)


def opening(telling: Telling, aanleiding: str = "") -> str:
    """Draft the paragraphs before the findings."""
    kanalen = join_nl([f"{n} via {kanaal}" for kanaal, n in telling.kanalen.items() if kanaal])
    gehoord = f"Wij hoorden {telling.eenheden} {units()}" + (f" ({kanalen})." if kanalen else ".")
    namen = join_nl([c.naam.lower() for c in telling.themas if c.aantal][:3])
    kern = f" Het vaakst ging het over {namen}." if namen else ""
    slot = (
        "Hieronder leest u wat zij ons vertelden en wat wij u op grond daarvan adviseren. Achter elk cijfer staan "
        "uitspraken van bewoners; in de bijlage leest u hoe wij geteld hebben."
    )
    return "\n\n".join(deel for deel in (aanleiding.strip(), gehoord + kern, slot) if deel)


def request_for_reaction() -> str:
    """Draft the request that ends a letter."""
    return (
        "Wij vragen u om per adviespunt te laten weten wat u ervan overneemt, wie het oppakt en wanneer bewoners "
        "er iets van merken. Graag ontvangen wij uw reactie binnen acht weken. Uiteraard lichten wij deze brief "
        "graag mondeling toe."
    )


def draft_advice(cijfer: Themacijfer, groep: str = "") -> str:
    """Draft one advice point: a first sentence that the writers sharpen."""
    waar = f", te beginnen in {groep}," if groep else ""
    return (
        f"Breng samen met bewoners in beeld wat er{waar} nodig is op het punt van {cijfer.naam.lower()}, spreek af "
        "wie wat doet, en meet over een jaar of het beter gaat."
    )


def method_appendix(
    telling: Telling, tabel: Publicatietabel | None, drempel: int, herkomst: Sequence[tuple[str, str]]
) -> Bijlage:
    """Write how was counted, with the full table of themes and the table per buurt as it may be shown."""
    return Bijlage(
        alineas=_method_paragraphs(telling, drempel),
        tabellen=tuple(deel for deel in (_theme_table(telling), _group_table(telling, tabel)) if deel),
        herkomst=tuple(f"{naam}: {waarde}" for naam, waarde in herkomst),
    )


def _method_paragraphs(telling: Telling, drempel: int) -> tuple[str, ...]:
    steekproef = any(cijfer.laag is not None for cijfer in telling.themas)
    bereik = (
        "De antwoorden komen uit een aselecte steekproef; daarom staan er marges bij de cijfers."
        if steekproef
        else "De mensen die antwoordden zijn niet door loting gekozen. De cijfers zeggen daarom wat deze mensen "
        "noemden, en niet hoeveel procent van alle bewoners er zo over denkt."
    )
    bevestigd = sum(1 for cijfer in telling.themas if cijfer.bevestigd)
    mens = (
        "Mensen hebben een deel van de indeling nagekeken; waar zij besloten, telt hun besluit."
        if bevestigd
        else "De indeling in thema’s is voorgesteld door een computer en nog niet door mensen nagekeken."
    )
    return (
        f"Wij verzamelden {telling.uitspraken} uitspraken van {telling.eenheden} {units()}. Van hen gaven "
        f"{telling.zonder_inhoud} geen inhoudelijk antwoord. {bereik}",
        "Namen, telefoonnummers en andere persoonsgegevens zijn eerst afgeschermd. Daarna is elke uitspraak "
        f"ingedeeld bij nul, één of meer thema’s. {mens}",
        "Wie een thema meer dan eens noemt, telt één keer. Iemand kan meer thema’s noemen, daarom tellen de thema’s "
        f"niet op tot het totaal. Aantallen onder de {drempel} per buurt laten wij niet zien.",
    )


def _theme_table(telling: Telling) -> Gegevenstabel | None:
    rijen = tuple(
        (cijfer.naam, str(cijfer.aantal), percent(cijfer.aandeel), str(cijfer.bevestigd))
        for cijfer in telling.themas
        if cijfer.aantal
    )
    if not rijen:
        return None
    return Gegevenstabel(
        kolommen=("Thema", "Genoemd door", "Aandeel", "Waarvan nagekeken"),
        rijen=rijen,
        bijschrift="Hoe vaak elk thema genoemd is",
        uitlijning=("links", "rechts", "rechts", "rechts"),
    )


def _group_table(telling: Telling, tabel: Publicatietabel | None) -> Gegevenstabel | None:
    if tabel is None or not tabel.kolommen:
        return None
    namen: Mapping[str, str] = {cijfer.code: cijfer.naam for cijfer in telling.themas}
    rijen = tuple((namen[code], *cellen) for code, cellen in tabel.rijen if any(cel != "0" for cel in cellen))
    return Gegevenstabel(
        kolommen=("Thema", *tabel.kolommen),
        rijen=rijen,
        bijschrift=tabel.toelichting,
        uitlijning=("links", *("rechts" for _kolom in tabel.kolommen)),
    )

"""Typing over a paper form: for each question what is typed, and what that means.

Choices are typed as the number printed beside them, "?" is "weet ik niet", "-" is "wil ik niet zeggen". On paper
people skip what they like, so no question is required here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from uuid import UUID

from django.utils.translation import gettext as _

from basis.getypt import clean_tekst
from peilingen.domain.instellingen import JAAR, find_weergave, read_instellingen
from peilingen.domain.papiervragen import CODES, list_los
from peilingen.domain.toestemming import list_toestemmingen
from peilingen.domain.waarden import Antwoordwaarde
from peilingen.enums import WOORDSOORTEN, ZONDER_ANTWOORD, Vraagsoort
from peilingen.models import Keuze, Vraag, Vragenlijst

MAX_TEKST = 10_000
MAX_REGEL = 300
ANDERS = "_anders"
# Fields of the form besides its questions; no question has these keys.
TOESTEMMING, CITAAT = "-toestemming", "-citaat"
_TWEE_CODES = ("1", "2")

Velden = Mapping[str, str]


class Invoerfout(ValueError):
    """What was typed is no answer to this question; `str()` says what would be."""


@dataclass(frozen=True, slots=True)
class Overgetypt:
    """A whole form, read; `fouten` by the name of the field."""

    antwoorden: dict[UUID, Antwoordwaarde]
    toestemming: str
    mag_citeren: bool | None
    fouten: dict[str, str]


def list_namen(lijst: Vragenlijst, vragen: Mapping[UUID, Vraag]) -> list[str]:
    """Give the names of the fields, in the order of the paper."""
    namen = [TOESTEMMING] if list_toestemmingen(lijst) else []
    for vraag in vragen.values():
        if vraag.soort not in ZONDER_ANTWOORD:
            namen.append(vraag.sleutel)
            namen += [vraag.sleutel + ANDERS] if read_instellingen(vraag).anders else []
    return [*namen, CITAAT] if lijst.vraag_citaat else namen


def keep_velden(lijst: Vragenlijst, vragen: Mapping[UUID, Vraag], gestuurd: Velden) -> dict[str, str]:
    """Give what was typed in each field, tidied as little as can be."""
    return {naam: clean_tekst(gestuurd.get(naam, "")).strip() for naam in list_namen(lijst, vragen)}


def read_overgetypt(lijst: Vragenlijst, vragen: Mapping[UUID, Vraag], velden: Velden) -> Overgetypt:
    """Read a form; what is wrong stands in `fouten`."""
    antwoorden: dict[UUID, Antwoordwaarde] = {}
    fouten: dict[str, str] = {}
    for pk, vraag in vragen.items():
        if vraag.soort in ZONDER_ANTWOORD:
            continue
        try:
            waarde = read_invoer(vraag, velden.get(vraag.sleutel, ""), velden.get(vraag.sleutel + ANDERS, ""))
        except Invoerfout as fout:
            fouten[vraag.sleutel] = str(fout)
            continue
        if waarde is not None:
            antwoorden[pk] = waarde
    wie = list_toestemmingen(lijst)
    zegt = dict(zip(_TWEE_CODES, wie, strict=False)).get(velden.get(TOESTEMMING, ""), "")
    if wie and not zegt:
        fouten[TOESTEMMING] = _("Staat er geen ja op het papier? Dan mag dit formulier niet meetellen.")
    citaat = velden.get(CITAAT, "")
    if citaat not in ("", *_TWEE_CODES):
        fouten[CITAAT] = _("Typ 1 voor ja, 2 voor nee, of niets.")
    return Overgetypt(antwoorden, zegt, {"1": True, "2": False}.get(citaat), fouten)


def read_invoer(vraag: Vraag, getypt: str, anders: str = "") -> Antwoordwaarde | None:
    """Give the answer, None for nothing; raises Invoerfout."""
    getypt, anders = getypt.strip(), " ".join(anders.split())
    for bijzonder in list_los(vraag, read_instellingen(vraag)):
        if getypt == CODES[bijzonder] and not anders:
            buurt = vraag.soort == Vraagsoort.BUURT and not vraag.instellingen.get(bijzonder)
            return Antwoordwaarde() if buurt else Antwoordwaarde(bijzonder=bijzonder)
    if len(anders) > MAX_REGEL:
        raise Invoerfout(_("Dit is te lang: er passen %(n)s tekens in.") % {"n": MAX_REGEL})
    if not getypt and not anders:
        return None
    if vraag.soort in (*WOORDSOORTEN, Vraagsoort.BUURT, Vraagsoort.PLEK):
        return _read_woorden(vraag, getypt)
    if vraag.soort in (Vraagsoort.EEN_KEUZE, Vraagsoort.LEEFTIJD, Vraagsoort.MEER_KEUZES):
        return _read_keuzes(vraag, getypt, anders)
    lezers = {
        Vraagsoort.SCHAAL: _read_schaal,
        Vraagsoort.GETAL: _read_getal,
        Vraagsoort.DATUM: _read_datum,
        Vraagsoort.RANGORDE: _read_rangorde,
        Vraagsoort.MATRIX: _read_matrix,
    }
    return lezers[Vraagsoort(vraag.soort)](vraag, getypt)


def _read_woorden(vraag: Vraag, getypt: str) -> Antwoordwaarde:
    meeste = MAX_TEKST if vraag.soort == Vraagsoort.OPEN else MAX_REGEL
    if len(getypt) > meeste:
        raise Invoerfout(_("Dit is te lang: er passen %(n)s tekens in.") % {"n": meeste})
    return Antwoordwaarde(tekst=getypt if vraag.soort == Vraagsoort.OPEN else " ".join(getypt.split()))


def _read_cijfers(getypt: str, hoogste: int) -> list[int]:
    """Give the numbers that were typed; below ten they may stand together: "134"."""
    stukken = re.split(r"[\s,;.]+", getypt.strip(" ,;."))
    if len(stukken) == 1 and hoogste < 10:
        stukken = list(stukken[0])
    if not all(stuk.isascii() and stuk.isdecimal() and len(stuk) < 4 for stuk in stukken):
        raise Invoerfout(
            _("Typ de nummers die bij de vakjes staan, van 1 tot en met %(n)s.") % {"n": hoogste}
        )
    return [int(stuk) for stuk in stukken]


def _read_keuzes(vraag: Vraag, getypt: str, anders: str) -> Antwoordwaarde:
    keuzes: list[Keuze] = list(vraag.keuzes.all())
    zo = read_instellingen(vraag)
    hoogste = len(keuzes) + zo.anders
    nummers = _read_cijfers(getypt, hoogste) if getypt else []
    if any(not 1 <= nummer <= hoogste for nummer in nummers):
        raise Invoerfout(_("Typ een nummer van 1 tot en met %(n)s.") % {"n": hoogste})
    gekozen = dict.fromkeys(nummer for nummer in nummers if nummer <= len(keuzes))
    if zo.anders and hoogste in nummers and not anders:
        raise Invoerfout(_("Typ ook wat er bij “anders, namelijk” staat."))
    aantal = len(gekozen) + bool(anders)
    if vraag.soort != Vraagsoort.MEER_KEUZES and aantal > 1:
        raise Invoerfout(
            _("Bij deze vraag telt één antwoord. Staan er meer op het papier, laat hem dan leeg.")
        )
    if zo.meeste and aantal > zo.meeste:
        raise Invoerfout(_("Hier tellen hoogstens %(n)s antwoorden.") % {"n": zo.meeste})
    return Antwoordwaarde(tekst=anders, keuzes=tuple(keuzes[nummer - 1].pk for nummer in gekozen))


def _read_schaal(vraag: Vraag, getypt: str) -> Antwoordwaarde:
    stappen = len(vraag.keuzes.all())
    nummers = _read_cijfers(getypt, stappen)
    if len(nummers) != 1 or not 1 <= nummers[0] <= stappen:
        raise Invoerfout(_("Typ een nummer van 1 tot en met %(n)s.") % {"n": stappen})
    return Antwoordwaarde(getal=nummers[0])


def _read_getal(vraag: Vraag, getypt: str) -> Antwoordwaarde:
    zo = read_instellingen(vraag)
    kern = getypt.removesuffix(zo.eenheid).strip().replace(",", ".")
    try:
        getal = Decimal(kern) if re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", kern, re.ASCII) else None
    except InvalidOperation:
        getal = None
    if getal is None:
        raise Invoerfout(_("“%(tekst)s” is geen getal.") % {"tekst": getypt[:40]})
    if -int(getal.as_tuple().exponent) > zo.decimalen:
        raise Invoerfout(_("Dit getal heeft te veel cijfers achter de komma."))
    laag, hoog = zo.minimum and getal < Decimal(zo.minimum), zo.maximum and getal > Decimal(zo.maximum)
    if laag or hoog:
        raise Invoerfout(_("Dit getal past niet bij de vraag. Klopt het? Laat de vraag anders leeg."))
    return Antwoordwaarde(waarde=f"{getal:f}")


def _read_datum(vraag: Vraag, getypt: str) -> Antwoordwaarde:
    delen = [deel for deel in re.split(r"[\s\-/.]+", getypt) if deel]
    if not all(deel.isascii() and deel.isdecimal() and len(deel) <= 4 for deel in delen):
        raise Invoerfout(_("Typ een jaar (1984) of een datum (12-5-1984)."))
    zo, alleen_jaar = read_instellingen(vraag), find_weergave(vraag) == JAAR
    try:
        jaar = int(delen[-1])
        if len(delen) != (1 if alleen_jaar else 3) or not 1000 <= jaar <= 9999:
            raise ValueError(getypt)
        dag = date(jaar, 1, 1) if alleen_jaar else date(jaar, int(delen[1]), int(delen[0]))
    except (ValueError, IndexError) as fout:
        zin = _("Typ een jaar, zoals 1984.") if alleen_jaar else _("Typ een datum, zoals 12-5-1984.")
        raise Invoerfout(zin) from fout
    if (zo.minimum and jaar < int(zo.minimum)) or (zo.maximum and jaar > int(zo.maximum)):
        raise Invoerfout(_("Dit jaar past niet bij de vraag. Klopt het? Laat de vraag anders leeg."))
    return Antwoordwaarde(waarde=str(jaar) if alleen_jaar else dag.isoformat())


def _read_rangorde(vraag: Vraag, getypt: str) -> Antwoordwaarde:
    """The places as they stand in the boxes, from top to bottom; 0 is an empty box."""
    keuzes = list(vraag.keuzes.all())
    plaatsen = _read_cijfers(getypt, len(keuzes))
    gevuld = sorted(plaats for plaats in plaatsen if plaats)
    if len(plaatsen) != len(keuzes):
        raise Invoerfout(
            _("Er zijn %(n)s vakjes. Typ bij elk het cijfer, en 0 voor een leeg vakje.") % {"n": len(keuzes)}
        )
    if not gevuld or gevuld != list(range(1, len(gevuld) + 1)):
        raise Invoerfout(_("De cijfers moeten 1, 2, 3 zijn, elk één keer. Laat de vraag anders leeg."))
    meeste = read_instellingen(vraag).meeste or len(keuzes)
    if len(gevuld) > meeste:
        raise Invoerfout(_("Hier tellen hoogstens %(n)s antwoorden.") % {"n": meeste})
    paren = sorted((plaats, keuze.sleutel) for plaats, keuze in zip(plaatsen, keuzes, strict=True) if plaats)
    return Antwoordwaarde(waarde=[sleutel for _plaats, sleutel in paren])


def _read_matrix(vraag: Vraag, getypt: str) -> Antwoordwaarde:
    """The number of the column for each statement, from top to bottom; 0 is an empty row."""
    stellingen, keuzes = list(vraag.stellingen.all()), list(vraag.keuzes.all())
    nummers = _read_cijfers(getypt, len(keuzes))
    if len(nummers) != len(stellingen) or any(nummer > len(keuzes) for nummer in nummers):
        raise Invoerfout(
            _(
                "Er zijn %(n)s regels. Typ bij elke regel een nummer tot en met %(max)s, en 0 voor een lege regel."
            )
            % {"n": len(stellingen), "max": len(keuzes)}
        )
    gekozen = {
        stelling.sleutel: keuzes[nummer - 1].sleutel
        for stelling, nummer in zip(stellingen, nummers, strict=True)
        if nummer
    }
    if not gekozen:
        raise Invoerfout(_("Alle regels zijn leeg. Laat de vraag dan leeg."))
    return Antwoordwaarde(waarde=gekozen)

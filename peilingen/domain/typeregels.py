"""The fields of the entry screen: for each what stands on the paper, and how it is typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from django.utils.translation import gettext as _

from peilingen.domain.beschrijven import BIJZONDER_WOORDEN
from peilingen.domain.instellingen import JAAR, find_weergave, read_instellingen
from peilingen.domain.nummeren import number_vragen
from peilingen.domain.overtypen import ANDERS, CITAAT, TOESTEMMING, list_namen
from peilingen.domain.papiervragen import CODES, list_los
from peilingen.domain.toestemming import list_toestemmingen
from peilingen.domain.voorwaarden import describe_voorwaarde
from peilingen.enums import ZONDER_ANTWOORD, Toestemming, Vraagsoort
from peilingen.models import Vraag, Vragenlijst

# Fields in which only numbers and signs are typed, so that they may be short.
_KORT = (
    Vraagsoort.EEN_KEUZE,
    Vraagsoort.LEEFTIJD,
    Vraagsoort.MEER_KEUZES,
    Vraagsoort.SCHAAL,
    Vraagsoort.GETAL,
    Vraagsoort.DATUM,
    Vraagsoort.RANGORDE,
    Vraagsoort.MATRIX,
)


@dataclass(frozen=True, slots=True)
class Typeregel:
    """One field: `codes` are what may be typed and what it stands for, `vorm` is kort, regel or tekst."""

    naam: str
    nummer: str
    tekst: str
    vorm: str
    waarde: str = ""
    fout: str = ""
    hulp: str = ""
    voorwaarde: str = ""
    codes: tuple[tuple[str, str], ...] = field(default=())

    @property
    def woorden(self) -> str:
        """What the typed codes stand for, for who compares."""
        namen = dict(self.codes)
        return ", ".join(namen[deel] for deel in self.waarde.split() if deel in namen)


def build_regels(
    lijst: Vragenlijst, vragen: Mapping[UUID, Vraag], velden: Mapping[str, str], fouten: Mapping[str, str]
) -> list[Typeregel]:
    """Give the fields in the order of the paper, with what was typed in them."""
    nummers, alle = number_vragen(vragen.values()), list(vragen.values())
    regels: dict[str, Typeregel] = {}
    for vraag in alle:
        if vraag.soort in ZONDER_ANTWOORD:
            continue
        regels[vraag.sleutel] = _build_regel(vraag, nummers[vraag.pk], describe_voorwaarde(vraag, alle))
        naam = vraag.sleutel + ANDERS
        regels[naam] = Typeregel(
            naam, "", _("Anders, namelijk (vraag %(n)s)") % {"n": nummers[vraag.pk]}, "regel"
        )
    regels[TOESTEMMING] = _build_toestemming(lijst)
    ja_nee = (("1", _("ja")), ("2", _("nee")))
    regels[CITAAT] = Typeregel(CITAAT, "", _("Mogen wij uw woorden aanhalen?"), "kort", codes=ja_nee)
    return [
        replace(regels[naam], waarde=velden.get(naam, ""), fout=fouten.get(naam, ""))
        for naam in list_namen(lijst, vragen)
    ]


def _build_toestemming(lijst: Vragenlijst) -> Typeregel:
    namen = {Toestemming.ZELF.value: _("ja"), Toestemming.OUDER.value: _("ja, van een ouder of voogd")}
    codes = tuple((str(nr), namen[wie]) for nr, wie in enumerate(list_toestemmingen(lijst), start=1))
    return Typeregel(TOESTEMMING, "", _("Mogen wij uw antwoorden gebruiken?"), "kort", codes=codes)


def _build_regel(vraag: Vraag, nummer: int, voorwaarde: str) -> Typeregel:
    zo = read_instellingen(vraag)
    keuzes = [(str(nr), keuze.tekst) for nr, keuze in enumerate(vraag.keuzes.all(), start=1)]
    if zo.anders:
        keuzes.append((str(len(keuzes) + 1), _("anders, namelijk")))
    if vraag.soort == Vraagsoort.RANGORDE:
        keuzes = []
    los = [(CODES[naam], str(BIJZONDER_WOORDEN[naam])) for naam in list_los(vraag, zo)]
    vorm = "kort" if vraag.soort in _KORT else "tekst" if vraag.soort == Vraagsoort.OPEN else "regel"
    return Typeregel(
        naam=vraag.sleutel,
        nummer=str(nummer),
        tekst=vraag.tekst,
        vorm=vorm,
        hulp=_describe_typen(vraag),
        voorwaarde=voorwaarde,
        codes=(*keuzes, *los),
    )


def _describe_typen(vraag: Vraag) -> str:
    """Say what is typed, where numbers beside the boxes do not say it."""
    match vraag.soort:
        case Vraagsoort.MEER_KEUZES:
            return _("Alle nummers, bijvoorbeeld 1 3.")
        case Vraagsoort.RANGORDE:
            teksten = ", ".join(keuze.tekst for keuze in vraag.keuzes.all())
            return _("De cijfers uit de vakjes, van boven naar beneden: %(teksten)s. Leeg is 0.") % {
                "teksten": teksten
            }
        case Vraagsoort.MATRIX:
            teksten = " / ".join(stelling.tekst for stelling in vraag.stellingen.all())
            return _("Voor elke regel een nummer, van boven naar beneden: %(teksten)s Leeg is 0.") % {
                "teksten": teksten
            }
        case Vraagsoort.DATUM:
            return _("Bijvoorbeeld 1984.") if find_weergave(vraag) == JAAR else _("Bijvoorbeeld 12-5-1984.")
        case Vraagsoort.GETAL:
            return read_instellingen(vraag).eenheid
    return ""

"""The kinds of questions as who makes a questionnaire reads them: in groups, the most used first."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from peilingen.enums import Vraagsoort

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Soort:
    """One kind: its name, and what people do with it."""

    soort: Vraagsoort
    naam: "StrOrPromise"
    wat: "StrOrPromise"


@dataclass(frozen=True, slots=True)
class Soortgroep:
    """Kinds that belong together."""

    naam: "StrOrPromise"
    soorten: tuple[Soort, ...]


VAAK = Soortgroep(
    _("Vaak gebruikt"),
    (
        Soort(Vraagsoort.OPEN, _("Open vraag"), _("Mensen schrijven hun eigen woorden op.")),
        Soort(Vraagsoort.EEN_KEUZE, _("Eén keuze"), _("Mensen kiezen één antwoord uit een lijst.")),
        Soort(Vraagsoort.MEER_KEUZES, _("Meer keuzes"), _("Mensen kiezen alles wat bij hen past.")),
        Soort(Vraagsoort.SCHAAL, _("Schaal"), _("Vijf stappen, van laag naar hoog.")),
        Soort(Vraagsoort.BUURT, _("Buurt"), _("Mensen kiezen hun buurt, of zeggen dat ze het niet weten.")),
    ),
)
MEER_SOORTEN = (
    Soortgroep(
        _("Invullen"),
        (
            Soort(Vraagsoort.KORT, _("Korte open vraag"), _("Eigen woorden op één regel.")),
            Soort(Vraagsoort.GETAL, _("Getal"), _("Bijvoorbeeld hoeveel jaar iemand hier woont.")),
            Soort(Vraagsoort.DATUM, _("Datum of jaar"), _("Een dag, of alleen een jaar.")),
        ),
    ),
    Soortgroep(
        _("Kiezen en ordenen"),
        (
            Soort(Vraagsoort.MATRIX, _("Stellingen"), _("Dezelfde antwoorden bij een paar stellingen.")),
            Soort(
                Vraagsoort.RANGORDE, _("Rangorde"), _("Mensen zetten op volgorde wat ze belangrijk vinden.")
            ),
            Soort(Vraagsoort.LEEFTIJD, _("Leeftijdsgroep"), _("Mensen kiezen hun leeftijdsgroep.")),
            Soort(
                Vraagsoort.PLEK, _("Plek"), _("Mensen kiezen een plek in de wijk, of schrijven er een op.")
            ),
        ),
    ),
    Soortgroep(
        _("Geen vraag"),
        (
            Soort(Vraagsoort.TEKSTBLOK, _("Uitleg zonder vraag"), _("Een stukje tekst tussen de vragen.")),
            Soort(
                Vraagsoort.ONDERDEEL, _("Kop van een onderdeel"), _("Zet vragen bij elkaar onder een kop.")
            ),
        ),
    ),
)
GROEPEN = (VAAK, *MEER_SOORTEN)
KEUZELIJST = [(groep.naam, [(soort.soort.value, soort.naam) for soort in groep.soorten]) for groep in GROEPEN]

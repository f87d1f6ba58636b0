"""The words of a question as they are stored: checked, with the usual choices where none are given."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peilingen.domain.stammen import Bewoording
from peilingen.enums import KEUZESOORTEN, Vraagsoort
from peilingen.refusals import OnjuisteVraag

MAX_TEKST = 500
MAX_UITLEG = 1000
MAX_KEUZES = 25
MAX_KEUZE = 200
MAX_STELLINGEN = 12
MAX_STELLING = 300
# More columns do not fit on a phone.
MAX_KOLOMMEN = 7
SCHAALSTAPPEN = 5
SCHAALWOORDEN = (
    gettext_lazy("heel slecht"),
    gettext_lazy("slecht"),
    gettext_lazy("tussenin"),
    gettext_lazy("goed"),
    gettext_lazy("heel goed"),
)
EENSWOORDEN = (
    gettext_lazy("helemaal oneens"),
    gettext_lazy("oneens"),
    gettext_lazy("tussenin"),
    gettext_lazy("eens"),
    gettext_lazy("helemaal eens"),
)
LEEFTIJDEN = (
    gettext_lazy("jonger dan 16"),
    gettext_lazy("16 tot en met 26"),
    gettext_lazy("27 tot en met 44"),
    gettext_lazy("45 tot en met 66"),
    gettext_lazy("67 tot en met 79"),
    gettext_lazy("80 of ouder"),
)
# What a question gets whose choices were left empty.
GEWONE_KEUZES = {
    Vraagsoort.SCHAAL: SCHAALWOORDEN,
    Vraagsoort.MATRIX: EENSWOORDEN,
    Vraagsoort.LEEFTIJD: LEEFTIJDEN,
}
# Kinds that cannot do without choices of their own.
KEUZEVRAGEN = (Vraagsoort.EEN_KEUZE, Vraagsoort.MEER_KEUZES, Vraagsoort.RANGORDE)


def clean_bewoording(
    tekst: str, soort: Vraagsoort | str, keuzes: Sequence[str], stellingen: Sequence[str] = ()
) -> Bewoording:
    """Give the words of a question as they are stored; raises OnjuisteVraag, which names the field."""
    schoon = " ".join(tekst.split())
    if not schoon:
        raise OnjuisteVraag
    if len(schoon) > MAX_TEKST:
        raise OnjuisteVraag(
            _("Deze vraag telt %(n)s tekens. Er passen er %(max)s in: zet de rest bij de uitleg.")
            % {"n": len(schoon), "max": MAX_TEKST}
        )
    if soort not in Vraagsoort.values:
        raise OnjuisteVraag(_("Kies wat voor vraag dit is."), "soort")
    kies = _clean_keuzes(Vraagsoort(soort), _squeeze(keuzes)) if soort in KEUZESOORTEN else ()
    rijen = _clean_stellingen(_squeeze(stellingen)) if soort == Vraagsoort.MATRIX else ()
    return Bewoording(schoon, str(soort), kies, rijen)


def _squeeze(woorden: Sequence[str]) -> list[str]:
    """Give the words with single spaces, empty ones left out."""
    return [schoon for woord in woorden if (schoon := " ".join(woord.split()))]


def _clean_keuzes(soort: Vraagsoort, woorden: list[str]) -> tuple[str, ...]:
    if not woorden and soort in GEWONE_KEUZES:
        return tuple(str(woord) for woord in GEWONE_KEUZES[soort])
    if soort == Vraagsoort.SCHAAL and len(woorden) != SCHAALSTAPPEN:
        raise OnjuisteVraag(
            _("Een schaal heeft vijf stappen, van laag naar hoog. U hebt er %(n)s.") % {"n": len(woorden)},
            "keuzes",
        )
    hoogstens = MAX_KOLOMMEN if soort == Vraagsoort.MATRIX else MAX_KEUZES
    if len(woorden) > hoogstens:
        raise OnjuisteVraag(_("Geef hoogstens %(n)s keuzes.") % {"n": hoogstens}, "keuzes")
    _check_woorden(woorden, MAX_KEUZE, "keuzes")
    return tuple(woorden)


def _clean_stellingen(woorden: list[str]) -> tuple[str, ...]:
    if len(woorden) > MAX_STELLINGEN:
        raise OnjuisteVraag(_("Geef hoogstens %(n)s stellingen.") % {"n": MAX_STELLINGEN}, "stellingen")
    _check_woorden(woorden, MAX_STELLING, "stellingen")
    return tuple(woorden)


def _check_woorden(woorden: Sequence[str], lengte: int, veld: str) -> None:
    gezien: set[str] = set()
    for woord in woorden:
        if len(woord) > lengte:
            raise OnjuisteVraag(
                _("“%(begin)s…” is te lang. Er passen hoogstens %(n)s tekens in.")
                % {"begin": woord[:40], "n": lengte},
                veld,
            )
        if woord.lower() in gezien:
            raise OnjuisteVraag(_("“%(keuze)s” staat er twee keer.") % {"keuze": woord}, veld)
        gezien.add(woord.lower())


def clean_uitleg(uitleg: str) -> str:
    """Give the help text as it is stored; raises OnjuisteVraag."""
    schoon = uitleg.strip()
    if len(schoon) > MAX_UITLEG:
        raise OnjuisteVraag(
            ngettext(
                "De uitleg is %(n)s teken te lang.",
                "De uitleg is %(n)s tekens te lang.",
                len(schoon) - MAX_UITLEG,
            )
            % {"n": len(schoon) - MAX_UITLEG},
            "uitleg",
        )
    return schoon

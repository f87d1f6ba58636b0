"""The counts so far in words, as residents read them."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from peilingen.domain.tussenstand import ANDERS, Rij, Stand, Vraagstand
from peilingen.enums import Bijzonder, Vraagsoort, Werving

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

# Whose answers these are, by how people were reached; nobody may take them for those of all residents.
WIE: dict[str, "StrOrPromise"] = {
    Werving.OPEN: gettext_lazy(
        "Dit zijn de antwoorden van mensen die zelf meededen. Dat zijn niet alle bewoners. Wie niet meedeed, denkt er "
        "misschien anders over."
    ),
    Werving.BIJEENKOMST: gettext_lazy(
        "Dit zijn de antwoorden van mensen op een bijeenkomst. Dat zijn niet alle bewoners. Wie er niet was, denkt er "
        "misschien anders over."
    ),
    Werving.PANEL: gettext_lazy(
        "Dit zijn de antwoorden van mensen uit een vaste groep die vaker meedoet. Dat zijn niet alle bewoners."
    ),
    Werving.STEEKPROEF: gettext_lazy(
        "Deze mensen zijn door loting gevraagd. Niet iedereen deed mee. De aantallen laten dus ongeveer zien hoe "
        "bewoners erover denken."
    ),
}
LOSSE_WOORDEN: dict[str, "StrOrPromise"] = {
    ANDERS: gettext_lazy("iets anders"),
    f"*{Bijzonder.WEET_NIET}": gettext_lazy("weet ik niet"),
    f"*{Bijzonder.WIL_NIET}": gettext_lazy("wil ik niet zeggen"),
}


def describe_stand(stand: Stand | None) -> list[dict[str, Any]]:
    """Give each question with its rows in words."""
    return [
        {"vraag": deel.vraag, "beantwoord": deel.beantwoord, "rijen": _describe_rijen(deel)}
        for deel in (stand.vragen if stand else ())
    ]


def _describe_rijen(deel: Vraagstand) -> list[dict[str, Any]]:
    woorden = {keuze.sleutel: keuze.tekst for keuze in deel.vraag.keuzes.all()} | LOSSE_WOORDEN

    def describe(rij: Rij) -> dict[str, Any]:
        wie, aantal = rij
        namen = [str(woorden.get(sleutel, "")) for sleutel in wie]
        if deel.vraag.soort == Vraagsoort.SCHAAL and len(namen) > 1:
            naam = _("%(eerste)s tot en met %(laatste)s") % {"eerste": namen[0], "laatste": namen[-1]}
        else:
            naam = _(" of ").join(namen)
        mensen = "" if aantal is None else ngettext("%(n)s mens", "%(n)s mensen", aantal) % {"n": aantal}
        return {"naam": naam, "aantal": aantal, "mensen": mensen}

    return [describe(rij) for rij in deel.rijen]

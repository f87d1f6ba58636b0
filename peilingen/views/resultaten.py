"""What residents see of the counts so far, and the organiser's word that they may."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from organisaties.bewoners import bewonerpagina, build_adres, list_talen
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.domain.bewonerlijst import find_bewonerlijst
from peilingen.domain.tussenstand import (
    ANDERS,
    MINSTE_ANTWOORDEN,
    Rij,
    Stand,
    Vraagstand,
    read_stand,
    set_toont_resultaten,
)
from peilingen.enums import Bijzonder, Werving
from peilingen.views.bewoner import SJABLONEN, show_onbekend
from peilingen.views.lijsten import get_vragenlijst

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


@bewonerpagina
@require_safe
def resultaten(request: HttpRequest, code: str) -> HttpResponse:
    """Show the counts so far, as far as the organiser wants that and there are enough."""
    gevonden = find_bewonerlijst(code)
    if gevonden is None:
        return show_onbekend(request)
    lijst = gevonden.vragenlijst
    stand = read_stand(lijst, gevonden.vragen) if lijst.toont_resultaten else None
    gegevens = {
        "vragenlijst": lijst,
        "organisatie": lijst.ronde.organisatie,
        "talen": list_talen(request),
        "adres": build_adres(request),
        "openbaar": lijst.toont_resultaten,
        "stand": stand,
        "vragen": describe_stand(stand),
        "wie": WIE[lijst.werving],
        "nodig": MINSTE_ANTWOORDEN,
    }
    status = 200 if lijst.toont_resultaten else 404
    return render(request, f"{SJABLONEN}/resultaten.html", gegevens, status=status)


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
        naam = _(" of ").join(str(woorden.get(sleutel, "")) for sleutel in wie)
        mensen = "" if aantal is None else ngettext("%(n)s mens", "%(n)s mensen", aantal) % {"n": aantal}
        return {"naam": naam, "aantal": aantal, "mensen": mensen}

    return [describe(rij) for rij in deel.rijen]


@vereist(Recht.ORGANISEREN)
@require_POST
def tussenstand(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Show residents the counts so far, or stop that."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    aan = "aan" in request.POST
    set_toont_resultaten(vragenlijst=lijst, wie=lid.gebruiker, aan=aan)
    if aan:
        messages.success(request, _("Bewoners kunnen de tussenstand nu bekijken."))
    else:
        messages.success(request, _("De tussenstand is voor bewoners niet meer te zien."))
    return redirect("peilingen:delen", lijst.pk)

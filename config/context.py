"""What every page knows: the member, and the links in their menu."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap


def grondvlak(request: HttpRequest) -> dict[str, Any]:
    """Give the member of the signed-in user; views add `ronde` and `onderdeel` for the chain."""
    return {
        "lid": getattr(request, "lid", None),
        "menu": SimpleLazyObject(lambda: build_menu(request)),
        "mail_werkt": settings.MAIL_WERKT,
    }


def build_menu(request: HttpRequest) -> list[dict[str, str]]:
    """Give the first links of the user's menu, as far as their role reaches."""
    lid: Lidmaatschap | None = getattr(request, "lid", None)
    punten = [(_("Mijn rondes"), "organisaties:rondes"), (_("Code invullen"), "organisaties:code")]
    if lid and lid.mag(Recht.ORGANISEREN):
        punten.append((_("Gebieden"), "organisaties:gebieden"))
    if lid and lid.mag(Recht.BEHEREN):
        punten.append((_("Leden"), "organisaties:leden"))
        punten.append((_("Instellingen"), "organisaties:instellingen"))
    if request.user.is_authenticated and request.user.lidmaatschappen.count() > 1:
        punten.append((_("Andere organisatie"), "organisaties:kiezen"))
    return [{"naam": naam, "url": reverse(adres)} for naam, adres in punten]

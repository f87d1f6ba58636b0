"""What every page knows: the member, and the links in their menu."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _


def grondvlak(request: HttpRequest) -> dict[str, Any]:
    """Give the member of the signed-in user; views add `ronde` and `onderdeel` for the chain."""
    return {"lid": getattr(request, "lid", None), "menu": SimpleLazyObject(lambda: build_menu(request))}


def build_menu(request: HttpRequest) -> list[dict[str, str]]:
    """Give the first links of the user's menu."""
    menu = [{"naam": _("Mijn rondes"), "url": reverse("organisaties:rondes")}]
    if request.user.is_authenticated and request.user.lidmaatschappen.count() > 1:
        menu.append({"naam": _("Andere organisatie"), "url": reverse("organisaties:kiezen")})
    return menu

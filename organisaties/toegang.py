"""The one way a staff view is guarded and finds its rows.

@vereist(Recht.CODEREN)
def nakijken(request, lid, ronde_id): ...
ronde = get_eigen(Ronde, lid, pk=ronde_id)
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from django.contrib.auth.views import redirect_to_login
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.refusals import GeenRecht

M = TypeVar("M", bound=Model)
View = Callable[..., HttpResponse]


def vereist(recht: Recht) -> Callable[[View], View]:
    """Guard a view: signed in, member of an organisation, with this right; passes the member as `lid`."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            lid = cast(Any, request).lid
            if not lid:
                return redirect("organisaties:geen")
            if not lid.mag(recht):
                raise GeenRecht
            return view(request, lid, *args, **kwargs)

        guarded.vereist_recht = recht  # type: ignore[attr-defined]
        return guarded

    return decorate


def get_eigen(model: type[M] | QuerySet[M], lid: Lidmaatschap, **zoek: Any) -> M:
    """Give one row of the member's organisation, else 404: other organisations' rows do not exist."""
    rijen: Any = model.objects.all() if isinstance(model, type) else model  # type: ignore[attr-defined]
    return cast(M, get_object_or_404(rijen.van(lid.organisatie), **zoek))

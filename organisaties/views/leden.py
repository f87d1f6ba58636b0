"""Who belongs to the organisation: add, change, remove, and hand over a link to choose a password."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from organisaties.domain.leden import add_lid, change_rol, make_wachtwoordlink, remove_lid
from organisaties.enums import Recht, Rol
from organisaties.forms import Lidformulier, Rolformulier
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen, vereist
from organisaties.views.weggehaald import keep_weggehaald, read_weggehaald

WEGGEHAALD = "weggehaald_lid"


@vereist(Recht.BEHEREN)
@require_http_methods(["GET", "POST"])
def lijst(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """List the members, and add one."""
    formulier = Lidformulier(request.POST or None, initial={"rol": Rol.ORGANISATOR})
    if request.method == "POST" and formulier.is_valid():
        gegevens = formulier.cleaned_data | {"rol": Rol(formulier.cleaned_data["rol"])}
        nieuw = add_lid(organisatie=lid.organisatie, wie=lid.gebruiker, **gegevens)
        messages.success(request, _("%(wie)s is nu lid.") % {"wie": nieuw.gebruiker})
        return redirect("organisaties:lid", nieuw.pk)
    context = {
        "form": formulier,
        "leden": Lidmaatschap.objects.van(lid.organisatie).op_naam(),
        "weggehaald": read_weggehaald(request, lid, WEGGEHAALD),
        "deel": "leden",
    }
    return render(request, "organisaties/leden.html", context)


@vereist(Recht.BEHEREN)
@require_http_methods(["GET", "POST"])
def detail(request: HttpRequest, lid: Lidmaatschap, lid_id: UUID) -> HttpResponse:
    """Show one member, and change their role."""
    ander = get_eigen(Lidmaatschap.objects.van(lid.organisatie).met_elders().op_naam(), lid, pk=lid_id)
    formulier = Rolformulier(request.POST or None, initial={"rol": ander.rol})
    if request.method == "POST" and formulier.is_valid():
        change_rol(lid=ander, wie=lid.gebruiker, rol=Rol(formulier.cleaned_data["rol"]))
        tekst = _("%(wie)s is nu %(rol)s.") % {"wie": ander.gebruiker, "rol": ander.get_rol_display()}
        messages.success(request, tekst)
        return redirect("organisaties:leden")
    context = {"ander": ander, "form": formulier, "ik": ander.pk == lid.pk, "deel": "leden"}
    return render(request, "organisaties/lid.html", context)


@vereist(Recht.BEHEREN)
@require_POST
@never_cache
def link(request: HttpRequest, lid: Lidmaatschap, lid_id: UUID) -> HttpResponse:
    """Make a link with which a member chooses a password, and show it once."""
    ander = get_eigen(Lidmaatschap.objects.van(lid.organisatie).op_naam(), lid, pk=lid_id)
    adres = request.build_absolute_uri(make_wachtwoordlink(lid=ander, wie=lid.gebruiker))
    tot = timezone.localtime() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT)
    bericht = _(
        "Goedendag,\n\nU bent lid van %(organisatie)s in Grondvlak. Kies met deze link een wachtwoord:\n\n"
        "%(adres)s\n\nDe link werkt één keer. Daarna logt u in met het adres %(email)s."
    ) % {"organisatie": lid.organisatie, "adres": adres, "email": ander.gebruiker.email}
    context = {
        "ander": ander,
        "adres": adres,
        "tot": tot,
        "mail": f"mailto:{quote(ander.gebruiker.email)}?subject={quote(_('Inloggen bij Grondvlak'))}"
        f"&body={quote(bericht)}",
        "deel": "leden",
    }
    return render(request, "organisaties/lid_link.html", context)


@vereist(Recht.BEHEREN)
@require_POST
def weghalen(request: HttpRequest, lid: Lidmaatschap, lid_id: UUID) -> HttpResponse:
    """Take a member out; the list then offers to put them back."""
    ander = get_eigen(Lidmaatschap.objects.van(lid.organisatie).op_naam(), lid, pk=lid_id)
    terug: dict[str, Any] = {
        "naam": str(ander.gebruiker),
        "email": ander.gebruiker.email,
        "rol": ander.rol,
    }
    remove_lid(lid=ander, wie=lid.gebruiker)
    keep_weggehaald(request, lid, WEGGEHAALD, terug)
    return redirect("organisaties:rondes" if ander.gebruiker_id == lid.gebruiker_id else "organisaties:leden")


@vereist(Recht.BEHEREN)
@require_POST
def terugzetten(request: HttpRequest, lid: Lidmaatschap) -> HttpResponse:
    """Put the member back who was removed last."""
    terug = read_weggehaald(request, lid, WEGGEHAALD)
    if terug is None:
        raise Http404
    del request.session[WEGGEHAALD]
    add_lid(
        organisatie=lid.organisatie,
        wie=lid.gebruiker,
        email=terug["email"],
        naam=terug["naam"],
        rol=Rol(terug["rol"]),
    )
    messages.success(request, _("%(wie)s is weer lid.") % {"wie": terug["naam"]})
    return redirect("organisaties:leden")

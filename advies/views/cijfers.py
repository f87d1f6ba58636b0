"""Taking newer figures into the letter."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from advies.domain.verversen import refresh_alles, refresh_zin
from advies.models import Adviesconcept, Bevinding
from advies.views.bewerken import briefknop, to_brief
from organisaties.models import Lidmaatschap
from organisaties.toegang import get_eigen


@briefknop
def alles(request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept) -> HttpResponse:
    """Take all newer figures; what a person rewrote stays and is pointed out."""
    gebleven = len(refresh_alles(advies=advies, wie=lid.gebruiker))
    if gebleven:
        tekst = ngettext(
            "De cijfers zijn ververst. Eén zin hebt u zelf geschreven; die is blijven staan. Kijk of hij nog klopt.",
            "De cijfers zijn ververst. %(n)s zinnen hebt u zelf geschreven; die zijn blijven staan. Kijk of ze nog "
            "kloppen.",
            gebleven,
        )
        messages.warning(request, tekst % {"n": gebleven})
    else:
        messages.success(request, _("De cijfers zijn ververst."))
    return to_brief(advies, "cijfers" if gebleven else "")


@briefknop
def zin(request: HttpRequest, lid: Lidmaatschap, advies: Adviesconcept, deel_id: UUID) -> HttpResponse:
    """Take or refuse the new sentence of one finding."""
    bevindingen = Bevinding.objects.van(lid.organisatie).select_related(
        "advies__ronde__organisatie", "momentopname"
    )
    bevinding = get_eigen(bevindingen, lid, pk=deel_id, advies=advies)
    refresh_zin(bevinding=bevinding, wie=lid.gebruiker, overnemen=request.POST.get("zin") != "houden")
    return to_brief(advies, f"bevinding-{bevinding.pk}")

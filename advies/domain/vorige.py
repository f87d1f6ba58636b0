"""The newest page that tells residents what was done, for rooms below that point to it."""

from django.urls import reverse

from advies.enums import Adviesstatus
from advies.models import Adviesconcept
from organisaties.domain.openbaar import Openbaar
from organisaties.models import Organisatie


def find_laatste(organisatie: Organisatie) -> Openbaar | None:
    """Give the newest public page of an organisation; None when there is none."""
    rijen = Adviesconcept.objects.van(organisatie).filter(
        slug__isnull=False, gepubliceerd_op__isnull=False, status=Adviesstatus.VASTGESTELD
    )
    advies = rijen.order_by("-gepubliceerd_op").first()
    return Openbaar(advies.betreft, reverse("terugkoppeling:pagina", args=[advies.slug])) if advies else None

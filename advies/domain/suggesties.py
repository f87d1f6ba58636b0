"""Quotes and statements that may carry a finding."""

from django.db.models import Case, QuerySet, Value, When
from django.db.models.functions import Length

from advies.models import Bevinding
from codering.models import Citaat, Uitspraak
from inzicht.domain.uitspraken import find_uitspraken

# A quote in a letter says something and is read in one breath.
KORTST, LANGST = 40, 300


def suggest_uitspraken(bevinding: Bevinding, zoek: str = "") -> QuerySet[Uitspraak]:
    """Give the statements of the finding's themes that have no quote yet, those of a good length first.

    Never those whose speaker does not want to be quoted.
    """
    ronde, run = bevinding.advies.ronde, bevinding.advies.momentopname.run
    codes = [thema.code for thema in bevinding.themas.all()]
    rijen = find_uitspraken(ronde, run, codes or None, zoek=zoek)
    lang = Case(When(lengte__range=(KORTST, LANGST), then=Value(0)), default=Value(1))
    vrij = rijen.filter(citaat__isnull=True).exclude(mag_citeren=False)
    op_volgorde = vrij.annotate(lengte=Length("tekst"))
    return op_volgorde.order_by(lang, "-zeker", "pk").select_related("gebied")


def list_citaten(bevinding: Bevinding) -> list[Citaat]:
    """Give the released quotes of the ronde, those of the finding's themes first."""
    alle = Citaat.objects.filter(uitspraak__ronde=bevinding.advies.ronde).select_related("uitspraak__gebied")
    ronde, run = bevinding.advies.ronde, bevinding.advies.momentopname.run
    codes = [thema.code for thema in bevinding.themas.all()]
    passend = set(
        find_uitspraken(ronde, run, codes).filter(citaat__isnull=False).values_list("pk", flat=True)
    )
    return sorted(
        alle, key=lambda citaat: (citaat.uitspraak_id not in passend, citaat.vrijgegeven_op, str(citaat.pk))
    )

"""What this room takes along to a next ronde."""

from django.utils.translation import ngettext

from organisaties.models import Gebruiker, Ronde
from peilingen.domain.vragenlijsten import copy_vragenlijsten
from peilingen.models import Vragenlijst


def take_along(van: Ronde, naar: Ronde, wie: Gebruiker) -> int:
    """Copy the questionnaires; part of starting the next ronde."""
    return copy_vragenlijsten(van=van, naar=naar, wie=wie)


def describe_overname(van: Ronde) -> tuple[str, ...]:
    """Tell which questionnaires would go along."""
    titels = [lijst.titel for lijst in Vragenlijst.objects.filter(ronde=van).over_te_nemen()]
    if not titels:
        return ()
    zin = ngettext(
        "De vragenlijst %(titels)s, met dezelfde vragen. U kunt haar nog veranderen voor u haar opent.",
        "De vragenlijsten %(titels)s, met dezelfde vragen. U kunt ze nog veranderen voor u ze opent.",
        len(titels),
    )
    return (zin % {"titels": ", ".join(f"“{titel}”" for titel in titels)},)

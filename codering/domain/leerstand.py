"""How a run used people's decisions, in words."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from codering.models import Analyserun, Thema
from codering.nlp.bewaking import GEWEIGERD, Leerstatus


def is_refused(run: Analyserun) -> bool:
    """Tell whether the decisions were not learnt from."""
    return _read(run).get("besluiten_stand") in GEWEIGERD


def describe_leren(run: Analyserun) -> str:
    """Say how the decisions were used; "" when there were none."""
    waarden = _read(run)
    aantal = int(waarden.get("besluiten", 0))
    if not aantal:
        return ""
    zin = _sentence(waarden.get("besluiten_stand", ""), aantal)
    if is_refused(run) or not (codes := waarden.get("besluiten_zonder", "").split()):
        return zin
    rijen = Thema.objects.filter(codeboek=run.codeboek_id, code__in=codes)
    namen = ", ".join(rijen.values_list("naam", flat=True)) or ", ".join(codes)
    uitzondering = _("Niet voor %(themas)s: daar werden de voorstellen er slechter van.") % {"themas": namen}
    return f"{zin} {uitzondering}"


def _sentence(stand: str, aantal: int) -> str:
    zinnen = {
        Leerstatus.LOS: _(
            "Uw besluiten zijn nog niet meegenomen, want de computer ziet geen verband tussen uw besluiten en wat er "
            "in de uitspraken staat. Kijk na of de besluiten bij de goede uitspraken horen."
        ),
        Leerstatus.SLECHTER: _(
            "Uw besluiten zijn nog niet meegenomen, want de voorstellen werden er slechter van. Kijk na of iedereen "
            "met de thema’s hetzelfde bedoelt."
        ),
        Leerstatus.GELIJK: ngettext(
            "Uw %(n)s besluit is bekeken. De voorstellen pasten er al even goed bij.",
            "Uw %(n)s besluiten zijn bekeken. De voorstellen pasten er al even goed bij.",
            aantal,
        ),
        Leerstatus.WEINIG: ngettext(
            "Van uw %(n)s besluit leerde de computer een beetje. Bij meer besluiten leert hij meer.",
            "Van uw %(n)s besluiten leerde de computer een beetje. Bij meer besluiten leert hij meer.",
            aantal,
        ),
        Leerstatus.MEEGENOMEN: ngettext(
            "De computer leerde ook van uw %(n)s besluit.",
            "De computer leerde ook van uw %(n)s besluiten.",
            aantal,
        ),
    }
    return zinnen[Leerstatus(stand)] % {"n": aantal}


def _read(run: Analyserun) -> dict[str, Any]:
    paren = (run.herkomst or {}).get("parameters", ())
    return {str(naam): str(waarde) for naam, waarde in paren}

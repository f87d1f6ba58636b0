"""Deciding about groups that the machine found: adopt one as a theme, refuse it, or take either back.

Adopting adds a theme to the codebook that the run used and makes no new version of it: a version says what the
themes mean, and what the other themes mean does not change (docs/adr/0012). The group's statements get a proposal
for the new theme, never a decision.
"""

from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from codering.domain.codeboeken import ensure_sociale_basis
from codering.domain.gebruik import list_gebruik
from codering.domain.groepsvoorstellen import carry_besluiten
from codering.domain.nakijken import current_run
from codering.enums import Kandidaatbesluit, Uitkomststatus
from codering.models import Codeboek, Codering, Kandidaatthema, Runuitkomst, Thema, Themavoorstel
from codering.refusals import (
    KandidaatBesloten,
    ThemaBestaat,
    ThemaGecodeerd,
    ThemaInGebruik,
    ThemaZonderNaam,
)
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Ronde

WOORDEN_IN_DEFINITIE = 4
LENGTE_NAAM, LENGTE_CODE = 120, 50


@transaction.atomic
def adopt_kandidaat(*, kandidaat: Kandidaatthema, wie: Gebruiker, naam: str, definitie: str = "") -> Thema:
    """Make a theme of a group and propose it for the group's statements, in the newest run too.

    The same again, as after a double press, gives the theme that is there. Raises KandidaatBesloten,
    ThemaZonderNaam or ThemaBestaat.
    """
    vast = _lock(kandidaat)
    naam, definitie = " ".join(naam.split())[:LENGTE_NAAM].strip(), " ".join(definitie.split())
    if vast.thema is not None and vast.thema.naam == naam:
        return vast.thema
    if vast.besluit != Kandidaatbesluit.OPEN:
        raise KandidaatBesloten
    if not slugify(naam):
        raise ThemaZonderNaam
    codeboek = _find_codeboek(vast, wie)
    if naam.casefold() in {
        bestaand.casefold() for bestaand in codeboek.themas.values_list("naam", flat=True)
    }:
        raise ThemaBestaat
    thema = Thema.objects.create(
        codeboek=codeboek,
        code=propose_code(naam, codeboek),
        naam=naam,
        definitie=definitie or propose_definitie(vast),
        volgorde=(codeboek.themas.aggregate(m=Max("volgorde"))["m"] or 0) + 1,
    )
    _decide(vast, wie, Kandidaatbesluit.OVERGENOMEN, thema)
    log_handeling(
        organisatie=vast.run.ronde.organisatie,
        wie=wie,
        handeling="groep_overgenomen",
        op=thema,
        omschrijving=naam,
    )
    return thema


@transaction.atomic
def refuse_kandidaat(*, kandidaat: Kandidaatthema, wie: Gebruiker) -> Kandidaatthema:
    """Say that a group is no theme; the same group of a later run is not asked about again.

    Refusing what is refused changes nothing. Raises KandidaatBesloten.
    """
    vast = _lock(kandidaat)
    if vast.besluit == Kandidaatbesluit.AFGEWEZEN:
        return vast
    if vast.besluit != Kandidaatbesluit.OPEN:
        raise KandidaatBesloten
    _decide(vast, wie, Kandidaatbesluit.AFGEWEZEN, None)
    log_handeling(organisatie=vast.run.ronde.organisatie, wie=wie, handeling="groep_afgewezen", op=vast)
    return vast


@transaction.atomic
def reopen_kandidaat(*, kandidaat: Kandidaatthema, wie: Gebruiker) -> Kandidaatthema:
    """Take the decision on a group back, in each run that carries it; an adopted theme goes with its proposals.

    Raises ThemaGecodeerd when someone decided with the theme, ThemaInGebruik when it stands somewhere else, such
    as in a letter or on the wall.
    """
    vast = _lock(kandidaat)
    if vast.besluit == Kandidaatbesluit.OPEN:
        return vast
    zelfde = Q(besluit=vast.besluit, besloten_op=vast.besloten_op)
    thema = vast.thema
    if thema is not None:
        _refuse_used(thema)
        zelfde |= Q(thema=thema)
    Kandidaatthema.objects.filter(zelfde, run__ronde=vast.run.ronde_id).update(
        besluit=Kandidaatbesluit.OPEN, thema=None, besloten_door=None, besloten_op=None
    )
    if thema is not None:
        delete_thema(thema)
    log_handeling(
        organisatie=vast.run.ronde.organisatie,
        wie=wie,
        handeling="groep_heropend",
        op=vast,
        omschrijving=thema.naam if thema else "",
    )
    vast.refresh_from_db()
    return vast


def propose_definitie(kandidaat: Kandidaatthema) -> str:
    """Give a first sentence that says what the theme is about, to be edited."""
    woorden = list(kandidaat.kernwoorden)[:WOORDEN_IN_DEFINITIE]
    return _("Uitspraken over %(woorden)s.") % {"woorden": ", ".join(woorden) or kandidaat.naam}


def propose_code(naam: str, codeboek: Codeboek) -> str:
    """Give a code for a theme of this name that its codebook does not have yet."""
    begin = slugify(naam)[:LENGTE_CODE].strip("-")
    code, bestaand, nummer = begin, set(codeboek.themas.values_list("code", flat=True)), 2
    while code in bestaand:
        code, nummer = f"{begin[: LENGTE_CODE - 4]}-{nummer}", nummer + 1
    return code


def _lock(kandidaat: Kandidaatthema) -> Kandidaatthema:
    """Read a group again under the lock of its ronde, so that no run ends and nobody else decides meanwhile."""
    ronde_id = Kandidaatthema.objects.values_list("run__ronde_id", flat=True).get(pk=kandidaat.pk)
    Ronde.objects.select_for_update().get(pk=ronde_id)
    rijen = Kandidaatthema.objects.select_related("run__ronde__organisatie", "run__codeboek", "thema")
    return rijen.get(pk=kandidaat.pk)


def _find_codeboek(kandidaat: Kandidaatthema, wie: Gebruiker) -> Codeboek:
    """Give the codebook of the group's run; a run that only sought groups has none, then that of the review."""
    ronde, codeboek = kandidaat.run.ronde, kandidaat.run.codeboek
    if codeboek is None and (run := current_run(ronde)) is not None:
        codeboek = run.codeboek
    return codeboek or ensure_sociale_basis(organisatie=ronde.organisatie, wie=wie)


def _decide(
    kandidaat: Kandidaatthema, wie: Gebruiker, besluit: Kandidaatbesluit, thema: Thema | None
) -> None:
    """Write the decision down and carry it to the run whose proposals are looked at, and to the newest of all."""
    kandidaat.besluit, kandidaat.thema = besluit, thema
    kandidaat.besloten_door, kandidaat.besloten_op = wie, timezone.now()
    kandidaat.save(update_fields=["besluit", "thema", "besloten_door", "besloten_op"])
    ronde = kandidaat.run.ronde
    runs = {run.pk: run for run in (current_run(ronde), ronde.runs.klaar().first()) if run is not None}
    for run in runs.values():
        carry_besluiten(run)


def _refuse_used(thema: Thema) -> None:
    gebruik = list_gebruik(thema, behalve=(Themavoorstel, Kandidaatthema))
    if Codering.themas.through in gebruik:
        raise ThemaGecodeerd
    if gebruik:
        raise ThemaInGebruik


def delete_thema(thema: Thema) -> None:
    """Delete a theme with its proposals; statements that had no other proposal have no theme again."""
    voorstellen = Themavoorstel.objects.filter(thema=thema)
    uitkomsten = list(voorstellen.order_by().values_list("uitkomst_id", flat=True))
    thema.delete()
    Runuitkomst.objects.filter(pk__in=uitkomsten, voorstellen__isnull=True).update(
        status=Uitkomststatus.GEEN_THEMA
    )

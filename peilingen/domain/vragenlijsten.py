"""Making, changing, copying and deleting questionnaires, and opening and closing them for people."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from organisaties.domain.audit import log_handeling
from organisaties.domain.bronnen import report_bronwijziging
from organisaties.domain.codes import find_adres, make_code, normalise_code
from organisaties.domain.fasen import advance_ronde
from organisaties.enums import Fase, Wijzigingsoort
from organisaties.models import Gebruiker, Ronde
from peilingen.domain.bewoording import clean_bewoording
from peilingen.domain.bezwaren import find_bezwaren
from peilingen.domain.bron import BRONSOORT
from peilingen.domain.proef import end_proef
from peilingen.domain.sjablonen import SJABLONEN
from peilingen.domain.stammen import delete_losse_stammen, read_bewoording
from peilingen.domain.vertaalwerk import copy_vertalingen
from peilingen.domain.vraagrijen import Extra, read_extra, store_vraag
from peilingen.enums import Herkomst, Vragenlijststatus, Werving
from peilingen.models import Antwoord, Inzending, Vragenlijst
from peilingen.refusals import CodeBezet, NietTeOpenen, UitBestand, VragenStaanVast

MAX_TITEL = 200
MAX_INLEIDING = 3000
MAX_PER_UUR = 100_000
# What people read before they answered; it does not change under those who did.
GELEZEN = ("inleiding", "vraag_citaat", "grondslag", "verantwoordelijke", "ook_onder_16")
VELDEN = (
    "titel",
    "werving",
    "steekproef_hoe",
    "steekproef_gevraagd",
    "max_per_uur",
    *GELEZEN,
)
# What a copy takes along besides title, introduction and questions.
OVERGENOMEN = ("vraag_citaat", "talen", "grondslag", "verantwoordelijke", "ook_onder_16", "max_per_uur")


@transaction.atomic
def create_vragenlijst(*, ronde: Ronde, wie: Gebruiker, sjabloon: str = "", titel: str = "") -> Vragenlijst:
    """Make a draft questionnaire, from a template of SJABLONEN or empty; an unknown template raises KeyError."""
    begin = SJABLONEN[sjabloon] if sjabloon else None
    lijst = Vragenlijst.objects.create(
        ronde=ronde,
        titel=(titel.strip() or (begin.titel if begin else _("Nieuwe vragenlijst")))[:MAX_TITEL],
        inleiding=begin.inleiding if begin else "",
        werving=begin.werving if begin else Werving.OPEN,
        sjabloon=sjabloon,
        ook_onder_16=begin is not None and begin.ook_onder_16,
    )
    for vraag in begin.vragen if begin else ():
        zo = clean_bewoording(vraag.tekst, vraag.soort, vraag.keuzes, vraag.stellingen)
        extra = Extra(vraag.instellingen, vraag.voorwaarde, vraag.sleutel)
        store_vraag(lijst, zo, uitleg=vraag.uitleg, verplicht=vraag.verplicht, extra=extra)
    _log(lijst, wie, "vragenlijst_gemaakt")
    return lijst


@transaction.atomic
def change_vragenlijst(*, vragenlijst: Vragenlijst, wie: Gebruiker, **velden: Any) -> Vragenlijst:
    """Change any of VELDEN; what people read before they answered raises VragenStaanVast once there are answers."""
    vast = lock_vragenlijst(vragenlijst)
    if onbekend := set(velden) - set(VELDEN):
        raise TypeError(f"geen veld van een vragenlijst: {', '.join(sorted(onbekend))}")
    anders = {naam: waarde for naam, waarde in velden.items() if getattr(vast, naam) != waarde}
    if not anders:
        return vast
    if any(naam in GELEZEN for naam in anders) and Inzending.objects.filter(vragenlijst=vast).exists():
        raise VragenStaanVast
    for naam, waarde in anders.items():
        setattr(vast, naam, waarde)
    vast.save(update_fields=list(anders))
    _log(vast, wie, "vragenlijst_veranderd")
    return vast


@transaction.atomic
def open_vragenlijst(*, vragenlijst: Vragenlijst, wie: Gebruiker, code: str | None = None) -> Vragenlijst:
    """Let people answer, under a code of eight characters or the asked one.

    A ronde that was being prepared goes on to the next phase, and all that was tried out is deleted.
    Raises NietTeOpenen with what still has to be done, UitBestand, and CodeBezet. One that is open stays so.
    """
    vast = lock_vragenlijst(vragenlijst)
    _check_te_openen(vast)
    if vast.status == Vragenlijststatus.OPEN:
        return vast
    vast.code = _choose_code(vast, code)
    return _show(vast, wie, "vragenlijst_geopend")


@transaction.atomic
def close_vragenlijst(*, vragenlijst: Vragenlijst, wie: Gebruiker) -> Vragenlijst:
    """Stop taking answers; one that is not open stays as it is."""
    vast = lock_vragenlijst(vragenlijst)
    if vast.status != Vragenlijststatus.OPEN:
        return vast
    vast.status, vast.gesloten_op = Vragenlijststatus.GESLOTEN, timezone.now()
    vast.save(update_fields=["status", "gesloten_op"])
    _log(vast, wie, "vragenlijst_gesloten")
    return vast


@transaction.atomic
def reopen_vragenlijst(*, vragenlijst: Vragenlijst, wie: Gebruiker) -> Vragenlijst:
    """Take answers again, under the same code; raises as `open_vragenlijst` does."""
    vast = lock_vragenlijst(vragenlijst)
    _check_te_openen(vast)
    if vast.status != Vragenlijststatus.GESLOTEN:
        return vast
    vast.code = vast.code or _choose_code(vast, None)
    return _show(vast, wie, "vragenlijst_heropend")


@transaction.atomic
def delete_vragenlijst(*, vragenlijst: Vragenlijst, wie: Gebruiker) -> None:
    """Delete a questionnaire with its questions, drafts and answers, for good.

    The rooms above are told of each answer that was a source, so that statements and vectors go too.
    """
    vast = lock_vragenlijst(vragenlijst)
    ronde, organisatie = vast.ronde, vast.ronde.organisatie
    bronnen = list(
        Antwoord.objects.filter(inzending__vragenlijst=vast).exclude(tekst="").values_list("pk", flat=True)
    )
    inzendingen = Inzending.objects.filter(vragenlijst=vast).count()
    antwoorden = Antwoord.objects.filter(inzending__vragenlijst=vast).count()
    report_bronwijziging(ronde=ronde, bronsoort=BRONSOORT, ids=bronnen, soort=Wijzigingsoort.VERWIJDERD)
    log_handeling(
        organisatie=organisatie,
        wie=wie,
        handeling="vragenlijst_verwijderd",
        op=vast,
        omschrijving=f"{vast.titel}: {inzendingen} inzendingen, {antwoorden} antwoorden",
    )
    vast.delete()
    delete_losse_stammen(organisatie)


@transaction.atomic
def copy_vragenlijst(
    *, vragenlijst: Vragenlijst, naar: Ronde, wie: Gebruiker, titel: str = ""
) -> Vragenlijst:
    """Make a draft with the same words and the same stammen, without answers; raises UitBestand."""
    if vragenlijst.herkomst == Herkomst.BESTAND:
        raise UitBestand
    kopie = Vragenlijst.objects.create(
        ronde=naar,
        titel=(titel.strip() or vragenlijst.titel)[:MAX_TITEL],
        inleiding=vragenlijst.inleiding,
        werving=vragenlijst.werving,
        sjabloon=vragenlijst.sjabloon,
        **{naam: getattr(vragenlijst, naam) for naam in OVERGENOMEN},
    )
    for vraag in vragenlijst.vragen.select_related("stam").prefetch_related("keuzes", "stellingen"):
        store_vraag(
            kopie,
            read_bewoording(vraag),
            uitleg=vraag.uitleg,
            verplicht=vraag.verplicht,
            stam=vraag.stam,
            extra=read_extra(vraag),
        )
    copy_vertalingen(van=vragenlijst, naar=kopie)
    _log(kopie, wie, "vragenlijst_gekopieerd")
    return kopie


@transaction.atomic
def copy_vragenlijsten(*, van: Ronde, naar: Ronde, wie: Gebruiker) -> int:
    """Bring the questionnaires that were made here into a next ronde, as drafts; gives how many."""
    lijsten = list(Vragenlijst.objects.filter(ronde=van).over_te_nemen())
    for lijst in lijsten:
        copy_vragenlijst(vragenlijst=lijst, naar=naar, wie=wie)
    return len(lijsten)


def lock_vragenlijst(vragenlijst: Vragenlijst) -> Vragenlijst:
    """Hold the row, so that two who press at once wait for each other."""
    rijen = Vragenlijst.objects.select_for_update(of=("self",)).select_related("ronde__organisatie")
    return rijen.get(pk=vragenlijst.pk)


def _check_te_openen(vragenlijst: Vragenlijst) -> None:
    if vragenlijst.herkomst == Herkomst.BESTAND:
        raise UitBestand
    if bezwaren := find_bezwaren(vragenlijst):
        raise NietTeOpenen(
            _("De vragenlijst kan nog niet open. %(bezwaren)s")
            % {"bezwaren": " ".join(bezwaar.tekst for bezwaar in bezwaren)}
        )


def _choose_code(vragenlijst: Vragenlijst, gevraagd: str | None) -> str:
    if gevraagd is None:
        while find_adres(code := make_code()) is not None:
            continue
        return code
    code = normalise_code(gevraagd)
    if not 4 <= len(code) <= 12 or not code.isascii():
        raise CodeBezet(_("Een code bestaat uit 4 tot 12 letters en cijfers."))
    if find_adres(code) or Vragenlijst.objects.filter(code=code).exclude(pk=vragenlijst.pk).exists():
        raise CodeBezet
    return code


def _show(vragenlijst: Vragenlijst, wie: Gebruiker, handeling: str) -> Vragenlijst:
    vragenlijst.status, vragenlijst.gesloten_op = Vragenlijststatus.OPEN, None
    vragenlijst.geopend_op = vragenlijst.geopend_op or timezone.now()
    vragenlijst.save(update_fields=["status", "code", "geopend_op", "gesloten_op"])
    end_proef(vragenlijst)
    if vragenlijst.ronde.fase == Fase.VOORBEREIDEN:
        vragenlijst.ronde = advance_ronde(ronde=vragenlijst.ronde, wie=wie, naar=Fase.OPHALEN)
    _log(vragenlijst, wie, handeling)
    return vragenlijst


def _log(vragenlijst: Vragenlijst, wie: Gebruiker, handeling: str) -> None:
    log_handeling(
        organisatie=vragenlijst.ronde.organisatie,
        wie=wie,
        handeling=handeling,
        op=vragenlijst,
        omschrijving=vragenlijst.titel,
    )

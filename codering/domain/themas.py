"""Themes that an organisation makes itself: with what it means, and a few statements that show it.

A theme more changes what none of the others means, so the codebook's version stays (docs/adr/0012). What a theme
is called and what it is stay as they are once someone decided with it: figures of two moments must mean the same.
"""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count, Max
from django.utils.text import slugify

from codering.domain.codeboeken import SOCIALE_BASIS, ensure_sociale_basis
from codering.domain.coderen import EIGEN_GEWICHT
from codering.domain.gebruik import list_gebruik
from codering.domain.kandidaten import LENGTE_NAAM, propose_code
from codering.domain.nakijken import current_run
from codering.models import Codeboek, Codering, Thema, Themavoorstel
from codering.nlp import types as nlp
from codering.refusals import ThemaBestaat, ThemaGecodeerd, ThemaInGebruik, ThemaVast, ThemaZonderNaam
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Ronde

MEESTE_VOORBEELDEN = 20
LENGTE_VOORBEELD = 500


@dataclass(frozen=True, slots=True)
class Themainhoud:
    """What a person says a theme is."""

    naam: str
    definitie: str
    wel: str = ""
    niet: str = ""
    voorbeelden: str = ""


@dataclass(frozen=True, slots=True)
class Themastand:
    """A theme with how many decisions there are with it; `eigen`: made by the organisation."""

    thema: Thema
    besluiten: int
    eigen: bool

    @property
    def leert(self) -> int:
        """From how many statements the machine learns it here."""
        return self.besluiten + len(self.thema.voorbeeldregels)


def find_codeboek(ronde: Ronde) -> Codeboek | None:
    """Give the codebook that this ronde is coded with, else the newest of the organisation, if it has one."""
    run = current_run(ronde)
    if run is not None and run.codeboek is not None:
        return run.codeboek
    return Codeboek.objects.van(ronde.organisatie).order_by("-gemaakt_op").first()


def ensure_codeboek(*, ronde: Ronde, wie: Gebruiker) -> Codeboek:
    """Give that codebook; the shipped one is copied when there is none."""
    return find_codeboek(ronde) or ensure_sociale_basis(organisatie=ronde.organisatie, wie=wie)


def list_themas(codeboek: Codeboek | None) -> list[Themastand]:
    """Give the themes in order, with how often people decided for each."""
    if codeboek is None:
        return []
    tellingen = Codering.objects.van(codeboek.organisatie).besluiten().filter(codeboek=codeboek)
    per = dict(tellingen.order_by().values_list("themas").annotate(aantal=Count("pk", distinct=True)))
    vast = shipped_codes(codeboek)
    return [Themastand(t, per.get(t.pk, 0), t.code not in vast) for t in codeboek.themas.all()]


def shipped_codes(codeboek: Codeboek) -> frozenset[str]:
    """Give the codes that came with the program; what those mean is not for an organisation to change."""
    if codeboek.bron != SOCIALE_BASIS:
        return frozenset()
    from codering.nlp.codeboek import load_codeboek

    return frozenset(load_codeboek().codes)


def is_decided(thema: Thema) -> bool:
    """Tell whether anyone ever decided with the theme."""
    return Codering.objects.van(thema.codeboek.organisatie).filter(themas=thema).exists()


@transaction.atomic
def add_thema(*, codeboek: Codeboek, wie: Gebruiker, inhoud: Themainhoud) -> Thema:
    """Add a theme to a codebook. Raises ThemaZonderNaam or ThemaBestaat."""
    vast = Codeboek.objects.select_for_update().get(pk=codeboek.pk)
    schoon = clean_inhoud(inhoud)
    _refuse_naam(vast, schoon.naam, None)
    thema = Thema.objects.create(
        codeboek=vast,
        code=propose_code(schoon.naam, vast),
        naam=schoon.naam,
        definitie=schoon.definitie,
        wel=schoon.wel,
        niet=schoon.niet,
        voorbeelden=schoon.voorbeelden,
        volgorde=(vast.themas.aggregate(m=Max("volgorde"))["m"] or 0) + 1,
    )
    _log(thema, wie, "thema_gemaakt")
    return thema


@transaction.atomic
def change_thema(*, thema: Thema, wie: Gebruiker, inhoud: Themainhoud) -> Thema:
    """Change a theme. Of a shipped one, only the examples; of one that is decided with, not its name or meaning.

    Raises ThemaVast for what may not change, ThemaZonderNaam or ThemaBestaat.
    """
    codeboek = Codeboek.objects.select_for_update().get(pk=thema.codeboek_id)
    vast = Thema.objects.get(pk=thema.pk)
    schoon = clean_inhoud(inhoud)
    _refuse_naam(codeboek, schoon.naam, vast)
    velden = changed_fields(vast, schoon)
    if not velden:
        return vast
    if set(velden) & set(locked_fields(vast)):
        raise ThemaVast
    for veld in velden:
        setattr(vast, veld, getattr(schoon, veld))
    vast.save(update_fields=velden)
    _log(vast, wie, "thema_gewijzigd")
    return vast


@transaction.atomic
def remove_thema(*, thema: Thema, wie: Gebruiker) -> None:
    """Remove a theme that nobody decided with, with its proposals. Raises ThemaGecodeerd, ThemaInGebruik, ThemaVast."""
    from codering.domain.kandidaten import delete_thema

    Codeboek.objects.select_for_update().get(pk=thema.codeboek_id)
    if thema.code in shipped_codes(thema.codeboek):
        raise ThemaVast
    if is_decided(thema):
        raise ThemaGecodeerd
    if list_gebruik(thema, behalve=(Themavoorstel,)):
        raise ThemaInGebruik
    _log(thema, wie, "thema_verwijderd")
    delete_thema(thema)


def locked_fields(thema: Thema) -> tuple[str, ...]:
    """Give what may not change of a theme any more."""
    if thema.code in shipped_codes(thema.codeboek):
        return ("naam", "definitie", "wel", "niet")
    return ("naam", "definitie") if is_decided(thema) else ()


def changed_fields(thema: Thema, inhoud: Themainhoud) -> list[str]:
    """Give the names of what is different."""
    velden = ("naam", "definitie", "wel", "niet", "voorbeelden")
    return [veld for veld in velden if getattr(thema, veld) != getattr(inhoud, veld)]


def clean_inhoud(inhoud: Themainhoud) -> Themainhoud:
    """Give the same without needless spaces; examples one a line, each once, with personal data masked."""
    regels = (" ".join(regel.split())[:LENGTE_VOORBEELD] for regel in inhoud.voorbeelden.splitlines())
    voorbeelden = dict.fromkeys(_mask(regel) for regel in regels if regel)
    return Themainhoud(
        " ".join(inhoud.naam.split())[:LENGTE_NAAM].strip(),
        " ".join(inhoud.definitie.split()),
        " ".join(inhoud.wel.split()),
        " ".join(inhoud.niet.split()),
        "\n".join(list(voorbeelden)[:MEESTE_VOORBEELDEN]),
    )


def read_themavoorbeelden(codeboek: Codeboek) -> tuple[nlp.Voorbeeld, ...]:
    """Give the statements that show a theme; what other themes these have is not said."""
    from codering.nlp.leerstof import VAN_THEMA

    themas = list(codeboek.themas.all())
    return tuple(
        nlp.Voorbeeld(
            tekst=regel,
            codes=(thema.code,),
            gewicht=EIGEN_GEWICHT,
            bron=VAN_THEMA,
            onbekend=tuple(ander.code for ander in themas if ander.code != thema.code),
        )
        for thema in themas
        for regel in thema.voorbeeldregels
    )


def _mask(regel: str) -> str:
    from basis.taal.maskeren import apply_maskers, find_maskers

    return apply_maskers(regel, find_maskers(regel))


def _refuse_naam(codeboek: Codeboek, naam: str, zelf: Thema | None) -> None:
    if not slugify(naam):
        raise ThemaZonderNaam
    andere = codeboek.themas.exclude(pk=zelf.pk) if zelf else codeboek.themas
    if naam.casefold() in {ander.casefold() for ander in andere.values_list("naam", flat=True)}:
        raise ThemaBestaat


def _log(thema: Thema, wie: Gebruiker, handeling: str) -> None:
    log_handeling(
        organisatie=thema.codeboek.organisatie,
        wie=wie,
        handeling=handeling,
        op=thema,
        omschrijving=thema.naam,
    )

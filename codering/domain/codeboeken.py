"""Bringing a shipped codebook into an organisation."""

from django.db import transaction

from codering.models import Codeboek, Thema
from codering.nlp import types as nlp
from organisaties.domain.audit import log_handeling
from organisaties.models import Gebruiker, Organisatie

SOCIALE_BASIS = "sociale basis"


@transaction.atomic
def ensure_sociale_basis(*, organisatie: Organisatie, wie: Gebruiker | None) -> Codeboek:
    """Give the organisation's newest codebook; the shipped *sociale basis* is copied when it has none."""
    bestaand = Codeboek.objects.van(organisatie).order_by("-gemaakt_op").first()
    if bestaand is not None:
        return bestaand
    from codering.nlp.codeboek import load_codeboek

    codeboek = Codeboek.objects.create(organisatie=organisatie, naam="Sociale basis", bron=SOCIALE_BASIS)
    Thema.objects.bulk_create(
        [
            Thema(
                codeboek=codeboek,
                code=thema.code,
                naam=thema.naam,
                definitie=thema.definitie,
                wel=thema.wel,
                niet=thema.niet,
                volgorde=nummer,
            )
            for nummer, thema in enumerate(load_codeboek().themas, start=1)
        ]
    )
    log_handeling(
        organisatie=organisatie,
        wie=wie,
        handeling="codeboek_gemaakt",
        op=codeboek,
        omschrijving=str(codeboek),
    )
    return codeboek


def to_value(codeboek: Codeboek) -> nlp.Codeboek:
    """Give the codebook as the language pipeline takes it; shipped words come along for shipped codes."""
    themas = tuple(
        nlp.Themadefinitie(code=t.code, naam=t.naam, definitie=t.definitie, wel=t.wel, niet=t.niet)
        for t in codeboek.themas.all()
    )
    woorden: tuple[nlp.Trefwoord, ...] = ()
    if codeboek.bron == SOCIALE_BASIS:
        from codering.nlp.codeboek import load_codeboek

        codes = {thema.code for thema in themas}
        woorden = tuple(woord for woord in load_codeboek().trefwoorden if woord.code in codes)
    return nlp.Codeboek(
        naam=codeboek.naam, versie=f"{codeboek.pk}:{codeboek.versie}", themas=themas, trefwoorden=woorden
    )


def read_voorbeelden(codeboek: Codeboek) -> tuple[nlp.Voorbeeld, ...]:
    """Give what the machine learns from: the organisation's own examples and decisions.

    The shipped examples come first where the shipped model, which has learnt from them, cannot be used.
    """
    from codering.domain.coderen import read_eigen_voorbeelden
    from codering.domain.themas import read_themavoorbeelden

    eigen = (*read_themavoorbeelden(codeboek), *read_eigen_voorbeelden(codeboek))
    if codeboek.bron != SOCIALE_BASIS or has_basis():
        return eigen
    from codering.nlp.codeboek import load_voorbeelden

    return (*load_voorbeelden(), *eigen)


def has_basis() -> bool:
    """Whether the shipped model goes with the embedder of this machine."""
    from codering.nlp.basis import load_basis
    from codering.nlp.registry import default_embedder

    return load_basis(default_embedder().sleutel) is not None

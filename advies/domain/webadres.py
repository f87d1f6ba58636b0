"""The readable part of the address of a public page."""

from django.utils.text import slugify

from advies.models import Adviesconcept
from advies.refusals import LegeSlug, SlugBezet

LENGTE = 60


def make_slug(tekst: str) -> str:
    """Write a text as an address does, cut between words: "Advies over ’t Plein" gives advies-over-t-plein."""
    slug = slugify(tekst)
    return slug if len(slug) <= LENGTE else slug[: LENGTE + 1].rpartition("-")[0] or slug[:LENGTE]


def propose_slug(advies: Adviesconcept) -> str:
    """Give an address from what the letter is about that no other page has."""
    basis = make_slug(advies.betreft) or "advies"
    bezet = set(
        Adviesconcept.objects.filter(slug__startswith=basis)
        .exclude(pk=advies.pk)
        .values_list("slug", flat=True)
    )
    if basis not in bezet:
        return basis
    return next(slug for n in range(2, len(bezet) + 3) if (slug := f"{basis}-{n}") not in bezet)


def check_slug(advies: Adviesconcept, gekozen: str) -> str:
    """Give the address that a person chose in its proper form; raises LegeSlug or SlugBezet."""
    slug = make_slug(gekozen)
    if not slug:
        raise LegeSlug
    if Adviesconcept.objects.filter(slug=slug).exclude(pk=advies.pk).exists():
        raise SlugBezet
    return slug

"""Organisations and who belongs to them."""

from typing import ClassVar, Self

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.enums import RECHTEN, Recht, Rol
from organisaties.models.basis import Basismodel, Gebonden, GebondenQuerySet

KLEINSTE_DREMPEL = 3


class Organisatie(Basismodel):
    """An adviesraad or neighbourhood organisation."""

    naam = models.CharField(_("naam"), max_length=200)
    slug = models.SlugField(_("naam in het webadres"), unique=True)
    plaats = models.CharField(_("plaats"), max_length=120, blank=True)
    adres = models.TextField(_("adres voor brieven"), blank=True)
    ondertekenaar = models.CharField(_("wie brieven ondertekent"), max_length=200, blank=True)
    contact = models.CharField(
        _("waar mensen terechtkunnen"),
        max_length=200,
        blank=True,
        help_text=_("Een e-mailadres of telefoonnummer. Dit staat bij elke vragenlijst."),
    )
    drempel = models.PositiveSmallIntegerField(
        _("kleinste aantal dat openbaar mag"),
        default=5,
        validators=[MinValueValidator(KLEINSTE_DREMPEL)],
        help_text=_("Kleinere aantallen worden in openbare stukken als “< 5” getoond."),
    )
    bewaardagen = models.PositiveIntegerField(
        _("antwoorden bewaren (dagen)"),
        default=730,
        help_text=_("Daarna worden antwoorden en uitspraken echt verwijderd."),
    )
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("organisatie")
        verbose_name_plural = _("organisaties")
        ordering = ("naam",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(drempel__gte=KLEINSTE_DREMPEL), name="drempel_minstens_drie"
            ),
        )

    def __str__(self) -> str:
        return self.naam


class LidmaatschapQuerySet(GebondenQuerySet["Lidmaatschap"]):
    """Queries of members."""

    def met_elders(self) -> Self:
        """Add `elders`: whether the person belongs to another organisation too."""
        ander = Lidmaatschap.objects.filter(gebruiker=models.OuterRef("gebruiker")).exclude(
            pk=models.OuterRef("pk")
        )
        return self.annotate(elders=models.Exists(ander))

    def op_naam(self) -> Self:
        """Give the members with their person, by name and then by address."""
        return self.select_related("gebruiker", "organisatie").order_by("gebruiker__naam", "gebruiker__email")


class Lidmaatschap(Gebonden):
    """One user's role in one organisation."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.CASCADE, related_name="lidmaatschappen")
    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="lidmaatschappen"
    )
    rol = models.CharField(_("rol"), max_length=20, choices=Rol.choices)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = LidmaatschapQuerySet.as_manager()

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        ordering = ("organisatie__naam",)
        constraints = (
            models.UniqueConstraint(fields=("organisatie", "gebruiker"), name="een_rol_per_organisatie"),
        )

    def __str__(self) -> str:
        return f"{self.gebruiker}: {self.get_rol_display()}"

    @property
    def rechten(self) -> frozenset[Recht]:
        """What this member may do."""
        return RECHTEN[Rol(self.rol)]

    def mag(self, recht: Recht) -> bool:
        """Tell whether this member has the right."""
        return recht in self.rechten

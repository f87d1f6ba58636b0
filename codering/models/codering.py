"""What people decided: immutable, one whole decision a row."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from codering.enums import Uitspraaksoort, Wijze
from codering.models.codeboek import Codeboek, Thema
from codering.models.uitspraak import Uitspraak
from organisaties.models import Gebonden, GebondenQuerySet, Ronde


class Codeerronde(Gebonden):
    """A drawn sample that several people code, blind to each other and to the machine."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="codeerrondes")
    naam = models.CharField(_("naam"), max_length=120)
    blind = models.BooleanField(_("blind"), default=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("codeerronde")
        verbose_name_plural = _("codeerrondes")

    def __str__(self) -> str:
        return self.naam


class Stapelbesluit(Gebonden):
    """Proposals of one run that a person looked through as a list and accepted together.

    Each statement has its own `Codering`; this says how these came about, and takes them back together.
    """

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="stapelbesluiten")
    runnummer = models.PositiveIntegerField(_("nummer van de analyse"))
    drempel = models.FloatField(_("zekerheid vanaf waar is overgenomen"))
    thema = models.ForeignKey(Thema, on_delete=models.SET_NULL, null=True, related_name="+")
    aantal = models.PositiveIntegerField(_("uitspraken"))
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    ingetrokken = models.BooleanField(_("ongedaan gemaakt"), default=False)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("stapelbesluit")
        verbose_name_plural = _("stapelbesluiten")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return f"{self.aantal} samen overgenomen"


class OnveranderlijkFout(TypeError):
    """A coding was about to be changed or deleted by itself; write a new one that replaces it."""


class CoderingQuerySet(GebondenQuerySet["Codering"]):
    """Queries of decisions."""

    def geldend(self) -> "CoderingQuerySet":
        """Give what counts: not blind, and not replaced by a later decision."""
        return self.exclude(wijze=Wijze.BLIND).filter(
            ~Exists(Codering.objects.filter(vervangt=OuterRef("pk")))
        )

    def besluiten(self) -> "CoderingQuerySet":
        """Give what counts and says something: without the rows that only took a decision back."""
        return self.geldend().filter(ingetrokken=False)

    def update(self, **velden: object) -> int:
        """Refuse: decisions are replaced, never edited."""
        raise OnveranderlijkFout


class Codering(Gebonden):
    """One person's whole decision on one statement: 0..n themes and a soort.

    Undo writes a new row that `vervangt` the old. A user who leaves stays behind as nobody.
    """

    organisatie_pad = "uitspraak__ronde__organisatie"

    uitspraak = models.ForeignKey(Uitspraak, on_delete=models.CASCADE, related_name="coderingen")
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    themas = models.ManyToManyField(Thema, related_name="coderingen")
    soort = models.CharField(_("soort"), max_length=20, choices=Uitspraaksoort.choices, blank=True)
    wijze = models.CharField(_("wijze"), max_length=20, choices=Wijze.choices, default=Wijze.ENKEL)
    codeboek = models.ForeignKey(Codeboek, on_delete=models.RESTRICT, related_name="+")
    codeerronde = models.ForeignKey(
        Codeerronde, on_delete=models.SET_NULL, null=True, blank=True, related_name="coderingen"
    )
    stapelbesluit = models.ForeignKey(
        Stapelbesluit, on_delete=models.SET_NULL, null=True, blank=True, related_name="coderingen"
    )
    vervangt = models.OneToOneField(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="vervangen_door"
    )
    ingetrokken = models.BooleanField(_("ongedaan gemaakt: het voorstel geldt weer"), default=False)
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = CoderingQuerySet.as_manager()

    class Meta:
        verbose_name = _("codering")
        verbose_name_plural = _("coderingen")
        ordering = ("-gemaakt_op",)
        indexes = (models.Index(fields=("wie", "-gemaakt_op"), name="codering_laatste_van"),)

    def __str__(self) -> str:
        return f"codering door {self.wie or 'iemand die weg is'}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Write once; a second save is a mistake in the code."""
        if not self._state.adding:
            raise OnveranderlijkFout
        super().save(*args, **kwargs)  # type: ignore[arg-type]


class Memo(Gebonden):
    """A thought of a coder about a statement or a theme."""

    organisatie_pad = "ronde__organisatie"

    ronde = models.ForeignKey(Ronde, on_delete=models.CASCADE, related_name="memos")
    uitspraak = models.ForeignKey(
        Uitspraak, on_delete=models.CASCADE, null=True, blank=True, related_name="memos"
    )
    thema = models.ForeignKey(Thema, on_delete=models.CASCADE, null=True, blank=True, related_name="memos")
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    tekst = models.TextField(_("tekst"))
    gemaakt_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("memo")
        verbose_name_plural = _("memo’s")
        ordering = ("-gemaakt_op",)

    def __str__(self) -> str:
        return self.tekst[:60]


class Citaat(Gebonden):
    """A quote that a person released for use outside, in words that may be shortened but not changed."""

    organisatie_pad = "uitspraak__ronde__organisatie"

    uitspraak = models.OneToOneField(Uitspraak, on_delete=models.CASCADE, related_name="citaat")
    tekst = models.TextField(_("tekst"))
    blijvend = models.BooleanField(_("mag blijven staan als het antwoord is verwijderd"), default=False)
    wie = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    vrijgegeven_op = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("citaat")
        verbose_name_plural = _("citaten")

    def __str__(self) -> str:
        return self.tekst[:60]

"""What every model shares: a random key, and one way to stay inside an organisation."""

import uuid
from typing import TYPE_CHECKING, ClassVar, Self, TypeVar

from django.db import models

if TYPE_CHECKING:
    from organisaties.models.organisatie import Organisatie

M = TypeVar("M", bound=models.Model, covariant=True)


class Basismodel(models.Model):
    """A row with a random key, so that nothing can be counted or guessed from an address."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class GebondenQuerySet(models.QuerySet[M]):
    """Queries of rows that belong to one organisation."""

    def van(self, organisatie: "Organisatie") -> Self:
        """Give only the rows of this organisation: the one gate every view goes through."""
        return self.filter(**{self.model.organisatie_pad: organisatie})  # type: ignore[attr-defined]


class Gebonden(Basismodel):
    """A row that belongs to exactly one organisation, by the lookup `organisatie_pad`."""

    organisatie_pad: ClassVar[str] = "organisatie"

    objects = GebondenQuerySet.as_manager()

    class Meta:
        abstract = True

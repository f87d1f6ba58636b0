"""Who signs in."""

from typing import ClassVar

from django.contrib.auth.base_user import BaseUserManager
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from organisaties.models.basis import Basismodel


class Gebruikermanager(BaseUserManager["Gebruiker"]):
    """Makes users by e-mail address."""

    def create_user(self, email: str, password: str | None = None, **velden: object) -> "Gebruiker":
        """Make a user; an empty password means that none will ever fit."""
        gebruiker = self.model(email=self.normalize_email(email).lower(), **velden)
        gebruiker.set_password(password)
        gebruiker.save(using=self._db)
        return gebruiker

    def create_superuser(self, email: str, password: str | None = None, **velden: object) -> "Gebruiker":
        """Make a user who may use Django's own administration pages."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **velden)

    def get_by_natural_key(self, username: str | None) -> "Gebruiker":
        """Find a user by address, whatever its capitals."""
        return self.get(email=(username or "").lower())


class Gebruiker(Basismodel, AbstractUser):
    """A person with an e-mail address; what they may do hangs on their Lidmaatschap."""

    username = None  # type: ignore[assignment]
    first_name = None  # type: ignore[assignment]
    last_name = None  # type: ignore[assignment]
    naam = models.CharField(_("naam"), max_length=120, blank=True)
    email = models.EmailField(_("e-mailadres"), unique=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[Gebruikermanager] = Gebruikermanager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")

    def __str__(self) -> str:
        return self.naam or self.email

    def get_full_name(self) -> str:
        """Give the name, else the address."""
        return str(self)

    def get_short_name(self) -> str:
        """Give the first part of the name."""
        return str(self).split(" ")[0]

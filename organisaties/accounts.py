"""How django-allauth behaves here: nobody signs up by themselves."""

from typing import TYPE_CHECKING

from allauth.account.adapter import DefaultAccountAdapter

if TYPE_CHECKING:
    from django.http import HttpRequest

    from organisaties.models import Gebruiker


class Accountadapter(DefaultAccountAdapter):
    """Accounts are made by a beheerder, or on the command line."""

    def is_open_for_signup(self, request: "HttpRequest") -> bool:
        """Say that the sign-up page is closed."""
        return False


def display_naam(gebruiker: "Gebruiker") -> str:
    """Give the name that pages show for a user."""
    return str(gebruiker)

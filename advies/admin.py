"""Administration pages for who runs the server: letters to look at. Writing happens on the pages of the room."""

from django.contrib import admin

from advies.models import Adviesconcept, Briefversie


class AlleenLezen:
    """Nobody adds, changes or deletes here: a settled letter must stay what it was."""

    def has_add_permission(self, request: object) -> bool:
        """Nobody adds a row by hand."""
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        """Nobody changes a row."""
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """Nobody deletes a row."""
        return False


@admin.register(Adviesconcept)
class Adviesbeheer(AlleenLezen, admin.ModelAdmin[Adviesconcept]):
    """Letters."""

    list_display = ("betreft", "ronde", "soort", "status", "gewijzigd_op")
    list_filter = ("status", "soort")


@admin.register(Briefversie)
class Versiebeheer(AlleenLezen, admin.ModelAdmin[Briefversie]):
    """What was downloaded."""

    list_display = ("advies", "nummer", "inhoudhash", "gemaakt_op")

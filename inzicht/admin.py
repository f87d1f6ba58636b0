"""Administration pages for who runs the server: frozen figures, to look at."""

from django.contrib import admin

from inzicht.models import Momentopname


@admin.register(Momentopname)
class Momentopnamebeheer(admin.ModelAdmin[Momentopname]):
    """Frozen figures; a letter stands on them, so nobody touches them."""

    list_display = ("ronde", "gemaakt_op", "bronhash")

    def has_add_permission(self, request: object) -> bool:
        """Nobody adds a row by hand."""
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        """Nobody changes a row."""
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """Nobody deletes a row."""
        return False

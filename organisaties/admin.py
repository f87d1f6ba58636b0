"""Administration pages for who runs the server."""

from django.contrib import admin

from organisaties.models import Auditregel, Gebied, Gebruiker, Lidmaatschap, Organisatie, Plek, Ronde


@admin.register(Gebruiker)
class Gebruikerbeheer(admin.ModelAdmin[Gebruiker]):
    """Users."""

    list_display = ("email", "naam", "is_active")
    search_fields = ("email", "naam")
    exclude = ("password",)


@admin.register(Auditregel)
class Auditbeheer(admin.ModelAdmin[Auditregel]):
    """The audit log, to read only."""

    list_display = ("tijd", "organisatie", "wie", "handeling", "omschrijving")

    def has_add_permission(self, request: object) -> bool:
        """Nobody adds a line by hand."""
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        """Nobody changes a line."""
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """Nobody deletes a line."""
        return False


admin.site.register([Organisatie, Lidmaatschap, Gebied, Plek, Ronde])

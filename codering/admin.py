"""Administration pages of this room, for who runs the server: codebooks and analyses, no residents' words."""

from django.contrib import admin

from codering.models import Analyserun, Codeboek, Stapelbesluit, Thema


class Themaregel(admin.TabularInline[Thema, Codeboek]):
    """The themes of a codebook."""

    model = Thema
    extra = 0


@admin.register(Codeboek)
class Codeboekbeheer(admin.ModelAdmin[Codeboek]):
    """Codebooks with their themes."""

    list_display = ("naam", "versie", "organisatie", "bron")
    list_filter = ("organisatie",)
    inlines = (Themaregel,)


class Alleenlezen:
    """Rows to look at, that nobody makes, changes or deletes here."""

    def has_add_permission(self, request: object) -> bool:
        """Nobody adds one by hand."""
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        """Nobody changes one."""
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        """Nobody deletes one by itself: it goes with its ronde."""
        return False


@admin.register(Analyserun)
class Analysebeheer(Alleenlezen, admin.ModelAdmin[Analyserun]):
    """Analyses, to look at only: what a run found may not be changed by hand."""

    list_display = ("ronde", "nummer", "status", "stap", "gemaakt_op", "klaar_op")
    list_filter = ("status",)


@admin.register(Stapelbesluit)
class Stapelbeheer(Alleenlezen, admin.ModelAdmin[Stapelbesluit]):
    """What was accepted together, to look at only; who did it takes it back on the page."""

    list_display = ("ronde", "thema", "aantal", "runnummer", "drempel", "wie", "ingetrokken", "gemaakt_op")
    list_filter = ("ingetrokken",)

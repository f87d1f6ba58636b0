"""The room of figures."""

from django.apps import AppConfig


class InzichtConfig(AppConfig):
    """Tables, suppression and frozen figures."""

    name = "inzicht"
    verbose_name = "Inzicht"

    def ready(self) -> None:
        """Tell of this room on the page of a ronde."""
        from inzicht.rondeblok import build, build_wand
        from organisaties.blokken import register_rondeblok

        register_rondeblok(40, build)
        register_rondeblok(45, build_wand)

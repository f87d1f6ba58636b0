"""The room of advice."""

from django.apps import AppConfig


class AdviesConfig(AppConfig):
    """Findings, advice points and the letter."""

    name = "advies"
    verbose_name = "Advies"

    def ready(self) -> None:
        """Tell of this room on the page of a ronde."""
        from advies.domain.vorige import find_laatste
        from advies.rondeblok import build, build_opvolging
        from organisaties.blokken import register_rondeblok
        from organisaties.domain.openbaar import register_openbaarzoeker

        register_openbaarzoeker(find_laatste)
        register_rondeblok(50, build)
        register_rondeblok(60, build_opvolging)

"""The room of questions and answers."""

from django.apps import AppConfig


class PeilingenConfig(AppConfig):
    """Questionnaires, and answers that were asked here or brought in from a file."""

    name = "peilingen"
    verbose_name = "Peilingen"

    def ready(self) -> None:
        """Make the answers known as a source, and say how long they are kept."""
        from organisaties.blokken import register_rondeblok
        from organisaties.domain.bewaren import Bewaarregel, register_bewaarregel
        from organisaties.domain.bronnen import register_bronadapter
        from peilingen.domain.bewaren import delete_oud
        from peilingen.domain.bron import BRONSOORT, Antwoordadapter
        from peilingen.rondeblok import build

        register_bronadapter(BRONSOORT, Antwoordadapter())
        register_bewaarregel(Bewaarregel(naam="inzendingen", hoogte=10, delete=delete_oud))
        register_rondeblok(10, build)

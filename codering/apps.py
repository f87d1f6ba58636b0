"""The room of statements, themes and codings."""

from django.apps import AppConfig


class CoderingConfig(AppConfig):
    """Statements from every source, machine proposals and people's decisions."""

    name = "codering"
    verbose_name = "Codering"

    def ready(self) -> None:
        """Listen to changed sources, say how long statements are kept, and know the models that were added."""
        from codering.domain.bewaren import delete_oud
        from codering.domain.taalserver import register_modellen
        from codering.rondeblok import build
        from codering.tasks import wake_uitspraken
        from organisaties.blokken import register_rondeblok
        from organisaties.domain.bewaren import Bewaarregel, register_bewaarregel
        from organisaties.domain.bronnen import register_listener

        register_modellen()
        register_listener(wake_uitspraken)
        register_bewaarregel(Bewaarregel(naam="uitspraken", hoogte=20, delete=delete_oud))
        register_rondeblok(30, build)

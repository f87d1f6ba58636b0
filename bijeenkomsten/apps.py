"""The room of meetings and of what people tell at a table or on the phone."""

from django.apps import AppConfig


class BijeenkomstenConfig(AppConfig):
    """Meetings with tables, notes and signals."""

    name = "bijeenkomsten"
    verbose_name = "Bijeenkomsten"

    def ready(self) -> None:
        """Make notes and signals known as sources, and say how long they are kept."""
        from bijeenkomsten.domain.bewaren import delete_oud
        from bijeenkomsten.domain.bron import (
            IDEEKAART,
            NOTITIE,
            SIGNAAL,
            Ideekaartadapter,
            Notitieadapter,
            Signaaladapter,
        )
        from organisaties.domain.bewaren import Bewaarregel, register_bewaarregel
        from organisaties.domain.bronnen import register_bronadapter

        register_bronadapter(NOTITIE, Notitieadapter())
        register_bronadapter(SIGNAAL, Signaaladapter())
        register_bronadapter(IDEEKAART, Ideekaartadapter())
        register_bewaarregel(Bewaarregel(naam="notities en signalen", hoogte=10, delete=delete_oud))

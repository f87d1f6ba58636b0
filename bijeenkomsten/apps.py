"""The room of meetings and of what people tell at a table or on the phone."""

from django.apps import AppConfig


class BijeenkomstenConfig(AppConfig):
    """Meetings with tables, notes and signals."""

    name = "bijeenkomsten"
    verbose_name = "Bijeenkomsten"

    def ready(self) -> None:
        """Make this room known: its sources, its codes, its block on the ronde's page, and how long things are kept."""
        from bijeenkomsten.domain.bewaren import delete_oud
        from bijeenkomsten.domain.bron import (
            IDEEKAART,
            NOTITIE,
            SIGNAAL,
            Ideekaartadapter,
            Notitieadapter,
            Signaaladapter,
        )
        from bijeenkomsten.domain.codes import find_kaart_adres, find_tafel_adres
        from bijeenkomsten.rondeblok import build
        from organisaties.blokken import register_rondeblok
        from organisaties.domain.bewaren import Bewaarregel, register_bewaarregel
        from organisaties.domain.bronnen import register_bronadapter
        from organisaties.domain.codes import register_codezoeker

        register_bronadapter(NOTITIE, Notitieadapter())
        register_bronadapter(SIGNAAL, Signaaladapter())
        register_bronadapter(IDEEKAART, Ideekaartadapter())
        register_codezoeker(20, find_tafel_adres)
        register_codezoeker(21, find_kaart_adres)
        register_rondeblok(20, build)
        register_bewaarregel(Bewaarregel(naam="notities en signalen", hoogte=10, delete=delete_oud))

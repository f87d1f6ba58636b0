"""The room of questions and answers."""

from django.apps import AppConfig


class PeilingenConfig(AppConfig):
    """Questionnaires, and answers that were asked here or brought in from a file."""

    name = "peilingen"
    verbose_name = "Peilingen"

    def ready(self) -> None:
        """Make answers known as a source, say how long they are kept, and what codes and next rondes need."""
        from organisaties.blokken import register_rondeblok
        from organisaties.domain.bewaren import Bewaarregel, register_bewaarregel
        from organisaties.domain.bronnen import register_bronadapter
        from organisaties.domain.codes import register_codezoeker
        from organisaties.domain.volgende import register_overnemer
        from peilingen.domain.bewaren import delete_oud, delete_oude_concepten
        from peilingen.domain.bron import BRONSOORT, Antwoordadapter
        from peilingen.domain.codes import find_vragenlijst_adres
        from peilingen.domain.overnemen import describe_overname, take_along
        from peilingen.domain.proef import delete_oude_proeven
        from peilingen.domain.uitnodigen import delete_oude_genodigden
        from peilingen.rondeblok import build

        register_bronadapter(BRONSOORT, Antwoordadapter())
        register_bewaarregel(Bewaarregel(naam="inzendingen", hoogte=10, delete=delete_oud))
        register_bewaarregel(Bewaarregel(naam="concepten", hoogte=10, delete=delete_oude_concepten))
        register_bewaarregel(Bewaarregel(naam="proeven", hoogte=10, delete=delete_oude_proeven))
        register_bewaarregel(Bewaarregel(naam="genodigden", hoogte=10, delete=delete_oude_genodigden))
        register_codezoeker(10, find_vragenlijst_adres)
        register_overnemer(10, take_along, describe_overname)
        register_rondeblok(10, build)

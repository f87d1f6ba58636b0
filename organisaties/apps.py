"""The room of people, places and rondes."""

from django.apps import AppConfig


class OrganisatiesConfig(AppConfig):
    """Users, organisations, areas, rondes and what every room above leans on."""

    name = "organisaties"
    verbose_name = "Organisaties"

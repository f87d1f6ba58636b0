"""The room of figures."""

from django.apps import AppConfig


class InzichtConfig(AppConfig):
    """Tables, suppression and frozen figures."""

    name = "inzicht"
    verbose_name = "Inzicht"

"""The room of advice."""

from django.apps import AppConfig


class AdviesConfig(AppConfig):
    """Findings, advice points and the letter."""

    name = "advies"
    verbose_name = "Advies"

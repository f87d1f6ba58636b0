"""The app that binds the rooms: commands that span them, settings, URLs."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Grondvlak's outermost layer."""

    name = "config"
    label = "config"
    verbose_name = "Grondvlak"

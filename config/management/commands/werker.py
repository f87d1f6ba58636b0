"""`manage.py werker`: do the work in the background."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    """Run the worker until it is stopped."""

    help = "Doet het werk op de achtergrond: antwoorden lezen en analyses maken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take one option."""
        parser.add_argument("--tot-leeg", action="store_true", help="stop zodra er niets meer te doen is")

    def handle(self, *args: Any, **options: Any) -> None:
        """Start working."""
        from config.werker import Dienst, empty_queues, lower_priority

        lower_priority()
        if options["tot_leeg"]:
            empty_queues()
        elif not Dienst().run():
            raise CommandError("De werker is vastgelopen; hierboven staat waarom.")

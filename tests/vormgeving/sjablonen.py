"""All templates of the project, and their text without tags."""

import re
from pathlib import Path

from tests.project.bestanden import PROJECTMAP, list_bestanden


def list_sjablonen(*achtervoegsels: str) -> list[Path]:
    """Give the templates of every room with one of these suffixes."""
    return [
        pad
        for pad in list_bestanden()
        if "templates" in pad.relative_to(PROJECTMAP).parts and pad.suffix in achtervoegsels
    ]


def name_sjabloon(pad: Path) -> str:
    """Give the name by which Django knows a template."""
    delen = pad.relative_to(PROJECTMAP).parts
    return "/".join(delen[delen.index("templates") + 1 :])


def strip_commentaar(tekst: str) -> str:
    """Give a template without its comments."""
    return re.sub(r"\{% comment.*?endcomment %\}|\{#.*?#\}|<!--.*?-->", "", tekst, flags=re.DOTALL)


def strip_tags(tekst: str) -> str:
    """Give what a reader sees of a template: no comments, no tags."""
    return re.sub(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", strip_commentaar(tekst), flags=re.DOTALL)

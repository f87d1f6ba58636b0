"""Models of this room."""

from inzicht.models.momentopname import Momentopname
from inzicht.models.wand import Wand

__all__ = ["Momentopname", "Wand"]

"""Models of this room."""

from inzicht.models.momentopname import Momentopname

__all__ = ["Momentopname"]

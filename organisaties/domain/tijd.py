"""Time as coarse as it may be kept."""

from datetime import datetime


def round_hour(moment: datetime) -> datetime:
    """Give the hour, so that nobody can be recognised by the minute in which they answered."""
    return moment.replace(minute=0, second=0, microsecond=0)

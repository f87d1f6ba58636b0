"""What a typed code opens in this room."""

from django.urls import reverse

from peilingen.models import Vragenlijst


def find_vragenlijst_adres(code: str) -> str | None:
    """Give the path of the questionnaire that was opened under this code, also when it is closed by now."""
    lijst = Vragenlijst.objects.all().op_code(code).only("code").first()
    return reverse("peilingen:bewoner", args=[lijst.code]) if lijst else None

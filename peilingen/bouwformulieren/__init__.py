"""The forms of who makes a questionnaire: what stands around the questions, and the questions themselves."""

from peilingen.bouwformulieren.gegevens import Gegevensformulier
from peilingen.bouwformulieren.vraag import Vraagformulier

__all__ = ["Gegevensformulier", "Vraagformulier"]

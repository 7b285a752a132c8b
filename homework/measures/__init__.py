"""Questionnaires that a therapist may give: data files with wording, scoring, bands and licence."""

from homework.measures.loading import measure, measures
from homework.measures.measure import Item, Measure

__all__ = ["Item", "Measure", "measure", "measures"]

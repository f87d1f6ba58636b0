"""Whether a row is used anywhere, also by rooms above that this one does not know."""

from collections.abc import Collection

from django.db import models


def list_gebruik(rij: models.Model, *, behalve: Collection[type[models.Model]]) -> list[type[models.Model]]:
    """Give the models that have a row pointing at this one, in a fixed order; `behalve` are not asked.

    Links of many to many count too, by the rows of their table in between.
    """
    velden = [
        relatie.field
        for relatie in rij._meta.get_fields(include_hidden=True)
        if isinstance(relatie, models.ManyToOneRel)
    ]
    paren = [(veld.model, veld.name) for veld in velden if veld.model not in behalve]
    return [
        model
        for model, veld in sorted(paren, key=lambda paar: (paar[0]._meta.label, paar[1]))
        if model._base_manager.filter(**{veld: rij.pk}).exists()
    ]

"""Where the wizard keeps what was typed: the row of the draft, found by the token in the form."""

from typing import Any

from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from formtools.wizard.storage.base import BaseStorage

from organisaties.domain.bonnen import is_token, make_token
from peilingen.models import Inzendingconcept

TOKENVELD = "token"


class Conceptopslag(BaseStorage):  # type: ignore[misc] # formtools has no types
    """The storage of django-formtools on an `Inzendingconcept`; no cookie, no session.

    The draft is written by one act (`save_stap`) before the wizard looks at the form, so that a refused answer
    is kept too; here it is only read.
    """

    def __init__(self, prefix: str, request: HttpRequest, file_storage: Any = None) -> None:
        super().__init__(prefix, request, file_storage)
        getypt = request.POST.get(TOKENVELD, "")
        self.token = getypt if is_token(getypt) else make_token()
        self.bladen: dict[str, str] = {}
        self.init_data()

    def read(self, concept: Inzendingconcept) -> None:
        """Take over what the draft holds."""
        self.data[self.step_data_key] = {stap: deel["velden"] for stap, deel in concept.gegevens.items()}
        self.bladen = {stap: deel["blad"] for stap, deel in concept.gegevens.items()}

    def is_filled(self, step: str) -> bool:
        """Tell whether this step was ever sent."""
        return step in self.data[self.step_data_key]

    def get_step_data(self, step: str) -> MultiValueDict[str, str]:
        """Give what was sent for a step; nothing sent is an empty form, not an unasked one."""
        gegevens: MultiValueDict[str, str] | None = super().get_step_data(step)
        return MultiValueDict() if gegevens is None else gegevens

    def set_step_data(self, step: str, cleaned_data: MultiValueDict[str, str]) -> None:
        """Know what this page sent; the draft itself is written by `save_stap`."""
        self.data[self.step_data_key][step] = dict(cleaned_data.lists())

    def reset(self) -> None:
        """Nothing: the act that sends a draft deletes it."""

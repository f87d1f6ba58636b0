"""The map of areas on a resident's page: the drawing, and which area someone pointed at.

Without a script a browser sends where in an image someone pressed, in pixels of that image. So the image has a fixed
size, one for phones and one for wide screens.
"""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_GET

from basis.kaart import Kaart
from organisaties.bewoners import bewonerpagina
from peilingen.domain.bewonerlijst import find_bewonerlijst

# The names of the two images, and their widths in pixels.
BREEDTES = {"kaart": 280, "kaartbreed": 560}
BEWAREN = 3600


@dataclass(frozen=True, slots=True)
class Kaartbeeld:
    """The map as a page shows it: its address, and per image the name, width and height."""

    url: str
    kaart: Kaart

    @property
    def beelden(self) -> list[tuple[str, int, int]]:
        """The images, the one for phones first."""
        return [(naam, breed, round(breed * self.kaart.verhouding)) for naam, breed in BREEDTES.items()]


def is_aangewezen(request: HttpRequest) -> bool:
    """Tell whether someone pressed a place on the map."""
    return any(f"{naam}.x" in request.POST for naam in BREEDTES)


def find_aangewezen(request: HttpRequest, kaart: Kaart) -> str:
    """Give the key of the area that someone pointed at; "" for none, and for the Enter key, which sends 0, 0."""
    for naam, breed in BREEDTES.items():
        plaats = [request.POST.get(f"{naam}.{as_}", "") for as_ in "xy"]
        if all(deel.isdecimal() and len(deel) <= len("1000") for deel in plaats) and plaats != ["0", "0"]:
            rechts, omlaag = (int(deel) / breed for deel in plaats)
            return kaart.find(rechts, omlaag)
    return ""


@bewonerpagina
@require_GET
def kaart(request: HttpRequest, code: str) -> HttpResponse:
    """Draw the areas that residents of this questionnaire choose from."""
    gevonden = find_bewonerlijst(code)
    if gevonden is None or gevonden.kaart is None:
        raise Http404
    antwoord = HttpResponse(gevonden.kaart.write_svg(), content_type="image/svg+xml")
    patch_cache_control(antwoord, public=True, max_age=BEWAREN)
    return antwoord

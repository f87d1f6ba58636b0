"""The example: a fictional organisation in Delft, made by the same acts as users use.

`load_voorbeeld` makes the organisation, its rondes and all that people said, in one transaction and without the
language pipeline. `do_next_stretch` then analyses the rondes one by one and does what people do after that: decide,
release quotes, write letters, follow them up. The texts are in `gegevens/`, a folder a ronde.
"""

from config.voorbeeld.afmaken import Analysefout, do_next_stretch
from config.voorbeeld.laden import Voorbeeld, VoorbeeldBestaat, load_voorbeeld
from config.voorbeeld.organisatie import Aanmelding
from config.voorbeeld.taken import plan_afmaken

__all__ = [
    "Aanmelding",
    "Analysefout",
    "Voorbeeld",
    "VoorbeeldBestaat",
    "do_next_stretch",
    "load_voorbeeld",
    "plan_afmaken",
]

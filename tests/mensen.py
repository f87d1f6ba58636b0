"""The same people in every test: Anna organises, Carla codes, Noor takes notes, Leo reads, Vera is elsewhere."""

from dataclasses import dataclass

from organisaties.enums import Rol
from organisaties.models import Lidmaatschap, Organisatie, Ronde
from tests.fabrieken import maak_lid, maak_organisatie, maak_ronde


@dataclass(frozen=True)
class Mensen:
    """Members by role of one organisation with a ronde, and a member of another."""

    organisatie: Organisatie
    ronde: Ronde
    beheerder: Lidmaatschap
    organisator: Lidmaatschap
    codeur: Lidmaatschap
    notulist: Lidmaatschap
    lezer: Lidmaatschap
    elders: Lidmaatschap

    def lid(self, rol: Rol) -> Lidmaatschap:
        """The member with this role."""
        return getattr(self, rol.value)


def maak_mensen() -> Mensen:
    organisatie = maak_organisatie()
    leden = {rol.value: maak_lid(organisatie, rol, rol.label.capitalize()) for rol in Rol}
    return Mensen(
        organisatie=organisatie,
        ronde=maak_ronde(organisatie),
        elders=maak_lid(maak_organisatie("Elders"), Rol.BEHEERDER, "Vera"),
        **leden,
    )

"""How the meetings of a ronde stand, and what to do next."""

from dataclasses import dataclass

from bijeenkomsten.enums import Bijeenkomststatus
from bijeenkomsten.models import Bijeenkomst, Ideekaart, Notitie, Signaal
from organisaties.models import Ronde


@dataclass(frozen=True, slots=True)
class Avondstand:
    """Numbers of a ronde; `bezig` is the meeting that is open, `straks` the first one that still has to begin."""

    bijeenkomsten: int
    notities: int
    kaarten: int
    signalen: int
    bezig: Bijeenkomst | None
    straks: Bijeenkomst | None

    @property
    def gehoord(self) -> bool:
        """Tell whether anything was written down yet."""
        return bool(self.notities or self.kaarten or self.signalen)


def read_stand(ronde: Ronde) -> Avondstand:
    """Count what was said in a ronde outside its questionnaires."""
    avonden = list(Bijeenkomst.objects.filter(ronde=ronde).order_by("datum", "titel"))
    return Avondstand(
        bijeenkomsten=len(avonden),
        notities=Notitie.objects.levend().filter(tafel__bijeenkomst__ronde=ronde).count(),
        kaarten=Ideekaart.objects.filter(bijeenkomst__ronde=ronde).count(),
        signalen=Signaal.objects.levend().filter(ronde=ronde).count(),
        bezig=next((a for a in avonden if a.status == Bijeenkomststatus.OPEN), None),
        straks=next((a for a in avonden if a.status == Bijeenkomststatus.VOORBEREIDEN), None),
    )

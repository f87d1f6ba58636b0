"""Answers as a file: for the organisation itself, or to share."""

from tempfile import TemporaryFile
from typing import cast
from uuid import UUID

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from basis.tabel import Tabelfout
from organisaties.enums import Recht
from organisaties.models import Lidmaatschap
from organisaties.toegang import vereist
from peilingen.bestandsformulieren import Deelformulier, Uitvoerformulier
from peilingen.domain.uitvoer import Dataset, Doel, log_uitvoer, read_dataset
from peilingen.domain.uitvoer_delen import share_dataset
from peilingen.domain.uitvoer_vormen import VORMEN, name_file
from peilingen.models import Inzending, Vragenlijst
from peilingen.refusals import TeWeinigOmTeDelen
from peilingen.views.lijsten import build_pagina, get_vragenlijst


@vereist(Recht.ORGANISEREN)
@require_http_methods(["GET", "POST"])
def uitvoer(request: HttpRequest, lid: Lidmaatschap, vragenlijst_id: UUID) -> HttpResponse:
    """Choose what to download, and download it. A download is a POST: it leaves a line in the audit log."""
    lijst = get_vragenlijst(lid, vragenlijst_id)
    doel = Doel.DELEN if request.POST.get("doel") == Doel.DELEN else Doel.EIGEN
    post = request.POST if request.method == "POST" else None
    eigen = Uitvoerformulier(post if doel == Doel.EIGEN else None, prefix=Doel.EIGEN.value)
    delen = Deelformulier(post if doel == Doel.DELEN else None, prefix=Doel.DELEN.value)
    formulier = eigen if doel == Doel.EIGEN else delen
    if formulier.is_valid():
        try:
            return _download(lijst, lid, doel, formulier.cleaned_data)
        except (TeWeinigOmTeDelen, Tabelfout) as fout:
            formulier.add_error(None, str(fout))
    context = {
        **build_pagina(lijst, _("Antwoorden downloaden")),
        "aantal": Inzending.objects.van(lid.organisatie).filter(vragenlijst=lijst).count(),
        "drempel": lid.organisatie.drempel,
        "eigen": eigen,
        "delen": delen,
        "form": formulier,
    }
    return render(request, "peilingen/uitvoer.html", context, status=400 if formulier.errors else 200)


def _download(lijst: Vragenlijst, lid: Lidmaatschap, doel: Doel, keuzes: dict[str, object]) -> HttpResponse:
    """Write the file on disk, where it is gone once it is sent, and tell who took it."""
    vorm = VORMEN[str(keuzes["vorm"])]
    dataset: Dataset = read_dataset(lijst)
    if doel == Doel.DELEN:
        dataset = share_dataset(lijst, woorden=bool(keuzes.get("woorden")))
    tijdelijk = TemporaryFile()  # noqa: SIM115  # closed with the response
    try:
        aantal = vorm.write(dataset, tijdelijk)
    except BaseException:
        tijdelijk.close()
        raise
    log_uitvoer(lijst=lijst, wie=lid.gebruiker, doel=doel, vorm=vorm.ending, aantal=aantal)
    tijdelijk.seek(0)
    naam = name_file(dataset, vorm)
    antwoord = FileResponse(tijdelijk, as_attachment=True, filename=naam, content_type=vorm.type)
    return cast(HttpResponse, antwoord)  # a response too, only sent in pieces

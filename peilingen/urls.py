"""Addresses of this room."""

from django.urls import path

from peilingen.views import (
    antwoorden,
    bewoner,
    bewoner_bon,
    bouwen,
    delen,
    invoer,
    lijsten,
    openen,
    voorbeeld,
)

app_name = "peilingen"
LIJST = "peilingen/<uuid:vragenlijst_id>"
VRAAG = f"{LIJST}/vragen/<uuid:vraag_id>"
urlpatterns = [
    path("peilingen/rondes/<uuid:ronde_id>/", lijsten.ronde, name="ronde"),
    path("peilingen/rondes/<uuid:ronde_id>/nieuw/", lijsten.nieuw, name="nieuw"),
    path(f"{LIJST}/", bouwen.vragenlijst, name="vragenlijst"),
    path(f"{LIJST}/gegevens/", bouwen.gegevens, name="gegevens"),
    path(f"{LIJST}/vragen/nieuw/", bouwen.vraag_nieuw, name="vraag_nieuw"),
    path(f"{LIJST}/vragen/terugzetten/", bouwen.terugzetten, name="terugzetten"),
    path(f"{VRAAG}/", bouwen.vraag, name="vraag"),
    path(f"{VRAAG}/verplaatsen/", bouwen.verplaatsen, name="verplaatsen"),
    path(f"{VRAAG}/weghalen/", bouwen.weghalen, name="weghalen"),
    path(f"{LIJST}/openen/", openen.openen, name="openen"),
    path(f"{LIJST}/sluiten/", openen.sluiten, name="sluiten"),
    path(f"{LIJST}/heropenen/", openen.heropenen, name="heropenen"),
    path(f"{LIJST}/kopieren/", lijsten.kopieren, name="kopieren"),
    path(f"{LIJST}/verwijderen/", lijsten.verwijderen, name="verwijderen"),
    path(f"{LIJST}/delen/", delen.delen, name="delen"),
    path(f"{LIJST}/qr/", delen.qr, name="qr"),
    path(f"{LIJST}/poster/", delen.poster, name="poster"),
    path(f"{LIJST}/scherm/", delen.scherm, name="scherm"),
    path(f"{LIJST}/voorbeeld/", voorbeeld.voorbeeld, name="voorbeeld"),
    path(f"{LIJST}/voorbeeld/bon/", voorbeeld.voorbeeld_bon, name="voorbeeld_bon"),
    path(f"{LIJST}/antwoorden/", antwoorden.antwoorden, name="antwoorden"),
    path("v/<slug:code>/", bewoner.bewoner, name="bewoner"),
    path("v/<slug:code>/bon/", bewoner_bon.bon, name="bon"),
    path("rondes/<uuid:ronde_id>/invoer/", invoer.upload, name="upload"),
    path("invoer/<uuid:invoer_id>/", invoer.koppelen, name="koppelen"),
    path("invoer/<uuid:invoer_id>/weggooien/", invoer.weggooien, name="weggooien"),
]

"""Addresses of this room."""

from django.urls import path

from organisaties.views import instellingen, kaart, leden, organisatie, ronde, voordeur

app_name = "organisaties"
urlpatterns = [
    path("", voordeur.voordeur, name="voordeur"),
    path("code/", voordeur.code, name="code"),
    path("organisatie/geen/", organisatie.geen, name="geen"),
    path("organisatie/kiezen/", organisatie.kiezen, name="kiezen"),
    path("organisatie/instellingen/", instellingen.instellingen, name="instellingen"),
    path("organisatie/leden/", leden.lijst, name="leden"),
    path("organisatie/leden/terugzetten/", leden.terugzetten, name="lid_terug"),
    path("organisatie/leden/<uuid:lid_id>/", leden.detail, name="lid"),
    path("organisatie/leden/<uuid:lid_id>/link/", leden.link, name="lid_link"),
    path("organisatie/leden/<uuid:lid_id>/weghalen/", leden.weghalen, name="lid_weg"),
    path("organisatie/gebieden/", instellingen.gebieden, name="gebieden"),
    path("organisatie/gebieden/inlezen/", instellingen.gebieden_inlezen, name="gebieden_inlezen"),
    path("organisatie/gebieden/terugzetten/", instellingen.gebied_terug, name="gebied_terug"),
    path("organisatie/gebieden/<uuid:gebied_id>/weghalen/", instellingen.gebied_weg, name="gebied_weg"),
    path("organisatie/gebieden/kaart/", kaart.kaart, name="kaart"),
    path("organisatie/gebieden/kaart.svg", kaart.kaart_svg, name="kaart_svg"),
    path("rondes/", ronde.lijst, name="rondes"),
    path("rondes/nieuw/", ronde.nieuw, name="ronde_nieuw"),
    path("rondes/<uuid:ronde_id>/", ronde.detail, name="ronde"),
    path("rondes/<uuid:ronde_id>/fase/", ronde.fase, name="ronde_fase"),
    path("rondes/<uuid:ronde_id>/volgende/", ronde.volgende, name="ronde_volgende"),
]

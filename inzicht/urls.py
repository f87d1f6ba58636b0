"""Addresses of this room."""

from django.urls import path

from inzicht.views import citaat, ronde, thema, wand

app_name = "inzicht"
urlpatterns = [
    path("rondes/<uuid:ronde_id>/", ronde.ronde, name="ronde"),
    path("rondes/<uuid:ronde_id>/themas/<slug:code>/", thema.thema, name="thema"),
    path("rondes/<uuid:ronde_id>/wand/", wand.wand, name="wand"),
    path("rondes/<uuid:ronde_id>/wand/instellen/", wand.instellen, name="wand_instellen"),
    path("uitspraken/<uuid:uitspraak_id>/citaat/", citaat.vrijgeven, name="citaat"),
    path("citaten/<uuid:citaat_id>/intrekken/", citaat.intrekken, name="citaat_intrekken"),
]

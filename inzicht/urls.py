"""Addresses of this room."""

from django.urls import path

from inzicht.views import citaat, ronde, thema

app_name = "inzicht"
urlpatterns = [
    path("rondes/<uuid:ronde_id>/", ronde.ronde, name="ronde"),
    path("rondes/<uuid:ronde_id>/themas/<slug:code>/", thema.thema, name="thema"),
    path("uitspraken/<uuid:uitspraak_id>/citaat/", citaat.vrijgeven, name="citaat"),
    path("citaten/<uuid:citaat_id>/intrekken/", citaat.intrekken, name="citaat_intrekken"),
]

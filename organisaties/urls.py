"""Addresses of this room."""

from django.urls import path

from organisaties.views import organisatie, ronde

app_name = "organisaties"
urlpatterns = [
    path("", organisatie.voordeur, name="voordeur"),
    path("organisatie/geen/", organisatie.geen, name="geen"),
    path("organisatie/kiezen/", organisatie.kiezen, name="kiezen"),
    path("rondes/", ronde.lijst, name="rondes"),
    path("rondes/nieuw/", ronde.nieuw, name="ronde_nieuw"),
    path("rondes/<uuid:ronde_id>/", ronde.detail, name="ronde"),
    path("rondes/<uuid:ronde_id>/fase/", ronde.fase, name="ronde_fase"),
]

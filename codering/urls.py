"""Addresses of this room."""

from django.urls import path

from codering.views import nakijken, ronde, run, uitspraken

app_name = "codering"
urlpatterns = [
    path("rondes/<uuid:ronde_id>/", ronde.ronde, name="ronde"),
    path("rondes/<uuid:ronde_id>/starten/", ronde.starten, name="starten"),
    path("rondes/<uuid:ronde_id>/nakijken/", nakijken.nakijken, name="nakijken"),
    path("rondes/<uuid:ronde_id>/uitspraken/", uitspraken.lijst, name="uitspraken"),
    path("runs/<uuid:run_id>/", run.run, name="run"),
    path("runs/<uuid:run_id>/opnieuw/", run.opnieuw, name="run_opnieuw"),
    path("uitspraken/<uuid:uitspraak_id>/ongedaan/", nakijken.ongedaan, name="ongedaan"),
]

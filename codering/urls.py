"""Addresses of this room."""

from django.urls import path

from codering.views import kandidaten, nakijken, raadplegen, ronde, run, samen, themas, uitspraken

app_name = "codering"
urlpatterns = [
    path("rondes/<uuid:ronde_id>/", ronde.ronde, name="ronde"),
    path("rondes/<uuid:ronde_id>/starten/", ronde.starten, name="starten"),
    path("rondes/<uuid:ronde_id>/nakijken/", nakijken.nakijken, name="nakijken"),
    path("rondes/<uuid:ronde_id>/uitspraken/", uitspraken.lijst, name="uitspraken"),
    path("rondes/<uuid:ronde_id>/samen/", samen.samen, name="samen"),
    path("rondes/<uuid:ronde_id>/samen/<uuid:besluit_id>/terug/", samen.terug, name="samen_terug"),
    path("rondes/<uuid:ronde_id>/kandidaten/", kandidaten.kandidaten, name="kandidaten"),
    path(
        "rondes/<uuid:ronde_id>/kandidaten/<uuid:kandidaat_id>/overnemen/",
        kandidaten.overnemen,
        name="kandidaat_overnemen",
    ),
    path(
        "rondes/<uuid:ronde_id>/kandidaten/<uuid:kandidaat_id>/afwijzen/",
        kandidaten.afwijzen,
        name="kandidaat_afwijzen",
    ),
    path(
        "rondes/<uuid:ronde_id>/kandidaten/<uuid:kandidaat_id>/terug/",
        kandidaten.terug,
        name="kandidaat_terug",
    ),
    path("rondes/<uuid:ronde_id>/themas/", themas.themas, name="themas"),
    path("rondes/<uuid:ronde_id>/themas/nieuw/", themas.nieuw, name="thema_nieuw"),
    path("rondes/<uuid:ronde_id>/themas/<uuid:thema_id>/", themas.thema, name="thema"),
    path("rondes/<uuid:ronde_id>/themas/<uuid:thema_id>/weg/", themas.weg, name="thema_weg"),
    path("runs/<uuid:run_id>/", run.run, name="run"),
    path("runs/<uuid:run_id>/opnieuw/", run.opnieuw, name="run_opnieuw"),
    path("runs/<uuid:run_id>/taalmodel/", raadplegen.raadpleging, name="raadpleging"),
    path("runs/<uuid:run_id>/taalmodel/vragen/", raadplegen.starten, name="raadplegen"),
    path("uitspraken/<uuid:uitspraak_id>/ongedaan/", nakijken.ongedaan, name="ongedaan"),
]

"""Addresses of this room."""

from django.urls import path

from advies.views import (
    afdruk,
    antwoord,
    bijwerken,
    brief,
    cijfers,
    citaat,
    lijst,
    onderdelen,
    opvolging,
    publicatie,
)

app_name = "advies"
DEEL = "<uuid:advies_id>/<slug:soort>/<uuid:deel_id>"
urlpatterns = [
    path("rondes/<uuid:ronde_id>/", lijst.ronde, name="ronde"),
    path("rondes/<uuid:ronde_id>/nieuw/", lijst.nieuw, name="nieuw"),
    path("<uuid:advies_id>/", brief.brief, name="brief"),
    path("<uuid:advies_id>/bewaren/", brief.bewaren, name="bewaren"),
    path("<uuid:advies_id>/vaststellen/", brief.vaststellen, name="vaststellen"),
    path("<uuid:advies_id>/heropenen/", brief.heropenen, name="heropenen"),
    path("<uuid:advies_id>/voorbeeld/", afdruk.voorbeeld, name="voorbeeld"),
    path("<uuid:advies_id>/brief.pdf", afdruk.pdf, name="pdf"),
    path("<uuid:advies_id>/brief.docx", afdruk.docx, name="docx"),
    path("<uuid:advies_id>/cijfers/", cijfers.alles, name="cijfers"),
    path("<uuid:advies_id>/cijfers/<uuid:deel_id>/", cijfers.zin, name="cijferzin"),
    path("<uuid:advies_id>/citaat/<uuid:deel_id>/", citaat.kiezen, name="citaat"),
    path("<uuid:advies_id>/citaat/<uuid:deel_id>/gebruiken/", citaat.gebruiken, name="citaat_gebruiken"),
    path(
        "<uuid:advies_id>/citaat/<uuid:deel_id>/vrijgeven/<uuid:uitspraak_id>/",
        citaat.vrijgeven,
        name="citaat_vrijgeven",
    ),
    path("rondes/<uuid:ronde_id>/opvolging/", opvolging.opvolging, name="opvolging"),
    path("<uuid:advies_id>/versturen/", opvolging.versturen, name="versturen"),
    path("<uuid:advies_id>/niet-verstuurd/", opvolging.niet_verstuurd, name="niet_verstuurd"),
    path("<uuid:advies_id>/antwoord/<uuid:punt_id>/", antwoord.antwoord, name="antwoord"),
    path("reacties/<uuid:rij_id>/", bijwerken.reactie, name="reactie"),
    path("toezeggingen/<uuid:rij_id>/", bijwerken.toezegging, name="toezegging"),
    path("toezeggingen/<uuid:rij_id>/stand/", bijwerken.stand, name="stand"),
    path("<slug:soort>/<uuid:rij_id>/intrekken/", bijwerken.intrekken, name="intrekken"),
    path("<slug:soort>/<uuid:rij_id>/terugzetten/", bijwerken.terugzetten, name="opvolging_terugzetten"),
    path("<uuid:advies_id>/publicatie/", publicatie.publicatie, name="publicatie"),
    path("<uuid:advies_id>/publicatie/voorbeeld/", publicatie.voorbeeld, name="publicatie_voorbeeld"),
    path("<uuid:advies_id>/publicatie/qr.svg", publicatie.qr, name="qr"),
    path("<uuid:advies_id>/publicatie/publiceren/", publicatie.publiceren, name="publiceren"),
    path("<uuid:advies_id>/publicatie/stoppen/", publicatie.stoppen, name="publicatie_stoppen"),
    path("<uuid:advies_id>/<slug:soort>/toevoegen/", onderdelen.toevoegen, name="toevoegen"),
    path(f"{DEEL}/verplaatsen/", onderdelen.verplaatsen, name="verplaatsen"),
    path(f"{DEEL}/weghalen/", onderdelen.weghalen, name="weghalen"),
    path(f"{DEEL}/terugzetten/", onderdelen.terugzetten, name="terugzetten"),
]

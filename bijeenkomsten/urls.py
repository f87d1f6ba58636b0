"""Addresses of this room."""

from django.urls import path

from bijeenkomsten.views import avond, ideekaart, signaal, tafel, tafelpagina

app_name = "bijeenkomsten"
urlpatterns = [
    path("bijeenkomsten/rondes/<uuid:ronde_id>/", avond.ronde, name="ronde"),
    path("bijeenkomsten/rondes/<uuid:ronde_id>/nieuw/", avond.nieuw, name="nieuw"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/", avond.bijeenkomst, name="bijeenkomst"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/wijzigen/", avond.wijzigen, name="wijzigen"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/openen/", avond.openen, name="openen"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/sluiten/", avond.sluiten, name="sluiten"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/weggooien/", avond.weggooien, name="weggooien"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/kaartjes/", avond.kaartjes, name="kaartjes"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/kaarten/", avond.kaarten, name="kaarten"),
    path("bijeenkomsten/<uuid:bijeenkomst_id>/tafels/", tafel.erbij, name="tafel_erbij"),
    path("bijeenkomsten/tafels/<uuid:tafel_id>/", tafel.notities, name="notities"),
    path("bijeenkomsten/tafels/<uuid:tafel_id>/wijzigen/", tafel.wijzigen, name="tafel_wijzigen"),
    path("bijeenkomsten/tafels/<uuid:tafel_id>/weggooien/", tafel.weggooien, name="tafel_weggooien"),
    path("signalen/rondes/<uuid:ronde_id>/", signaal.signalen, name="signalen"),
    path("signalen/<uuid:signaal_id>/", signaal.wijzigen, name="signaal"),
    path("signalen/<uuid:signaal_id>/verwijderen/", signaal.verwijderen, name="signaal_verwijderen"),
    path("signalen/<uuid:signaal_id>/terughalen/", signaal.terughalen, name="signaal_terughalen"),
    path("t/<slug:code>/", tafelpagina.schrijven, name="tafel"),
    path("t/<slug:code>/bewaar/", tafelpagina.bewaren, name="tafel_bewaar"),
    path("t/<slug:code>/lijst/", tafelpagina.lijst, name="tafel_lijst"),
    path("t/<slug:code>/teruglezen/", tafelpagina.teruglezen, name="tafel_teruglezen"),
    path("t/<slug:code>/notities/<uuid:notitie_id>/", tafelpagina.wijzigen, name="tafel_wijzig"),
    path("t/<slug:code>/notities/<uuid:notitie_id>/weg/", tafelpagina.verwijderen, name="tafel_verwijder"),
    path("b/<slug:code>/", ideekaart.insturen, name="ideekaart"),
    path("b/<slug:code>/bon/", ideekaart.bon, name="ideekaart_bon"),
]

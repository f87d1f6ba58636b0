"""Addresses of this room."""

from django.urls import path

from peilingen.views import invoer

app_name = "peilingen"
urlpatterns = [
    path("rondes/<uuid:ronde_id>/invoer/", invoer.upload, name="upload"),
    path("invoer/<uuid:invoer_id>/", invoer.koppelen, name="koppelen"),
    path("invoer/<uuid:invoer_id>/weggooien/", invoer.weggooien, name="weggooien"),
]

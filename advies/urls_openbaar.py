"""The public addresses of this room: what became of an advice."""

from django.urls import URLPattern

app_name = "terugkoppeling"
urlpatterns: list[URLPattern] = []

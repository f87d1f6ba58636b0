"""Addresses of this room."""

from django.urls import URLPattern

app_name = "codering"
urlpatterns: list[URLPattern] = []

"""Addresses of this room."""

from django.urls import URLPattern

app_name = "advies"
urlpatterns: list[URLPattern] = []

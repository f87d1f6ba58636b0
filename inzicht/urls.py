"""Addresses of this room."""

from django.urls import URLPattern

app_name = "inzicht"
urlpatterns: list[URLPattern] = []

"""Addresses of this room."""

from django.urls import URLPattern

app_name = "bijeenkomsten"
urlpatterns: list[URLPattern] = []

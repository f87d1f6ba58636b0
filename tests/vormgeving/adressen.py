"""The addresses of the project with the style guide, wherever the settings leave it out."""

from django.urls import path

from config import urls
from config.stijlgids import Stijlgids

urlpatterns = [path("stijlgids/", Stijlgids.as_view(), name="stijlgids"), *urls.urlpatterns]

"""All addresses; each room brings its own."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

urlpatterns = [
    path("", include("organisaties.urls")),
    path("", include("peilingen.urls")),
    path("codering/", include("codering.urls")),
    path("inzicht/", include("inzicht.urls")),
    path("advies/", include("advies.urls")),
    path("account/", include("allauth.urls")),
    path("beheer/", admin.site.urls),
]
if settings.DEBUG or settings.TESTING:
    urlpatterns.append(path("stijlgids/", TemplateView.as_view(template_name="stijlgids.html"), name="stijlgids"))

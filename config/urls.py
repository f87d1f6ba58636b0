"""All addresses; each room brings its own."""

from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path

from config.stijlgids import Stijlgids

handler400 = "config.fouten.bad_request"
handler403 = "config.fouten.forbidden"
handler404 = "config.fouten.not_found"
handler500 = "config.fouten.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("organisaties.urls")),
    path("", include("peilingen.urls")),
    path("", include("bijeenkomsten.urls")),
    path("terugkoppeling/", include("advies.urls_openbaar")),
    path("codering/", include("codering.urls")),
    path("inzicht/", include("inzicht.urls")),
    path("advies/", include("advies.urls")),
    path("account/", include("allauth.urls")),
    path("beheer/", admin.site.urls),
]
if settings.DEBUG or settings.TESTING:
    urlpatterns.append(path("stijlgids/", Stijlgids.as_view(), name="stijlgids"))

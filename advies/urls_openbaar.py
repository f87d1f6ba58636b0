"""The public addresses of this room: what became of an advice."""

from django.urls import path

from advies.views import openbaar

app_name = "terugkoppeling"
urlpatterns = [path("<slug:slug>/", openbaar.pagina, name="pagina")]

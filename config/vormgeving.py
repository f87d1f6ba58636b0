"""How forms are drawn: with the templates of the house, so that every field is accessible by itself."""

from django.forms.renderers import TemplatesSetting


class Formulierweergave(TemplatesSetting):
    """Draws `{{ form }}` and `{{ form.naam.as_field_group }}` with label, help, error and control.

    Widgets come from `templates/django/forms/widgets/` first and from Django after that.
    """

    form_template_name = "componenten/formulier.html"
    field_template_name = "componenten/veld.html"

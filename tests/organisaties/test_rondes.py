import pytest

from organisaties.domain.rondes import create_ronde, move_ronde
from organisaties.enums import Fase, Rol
from organisaties.models import Auditregel, Ronde
from organisaties.refusals import OngeldigeFase


def test_ronde_moves_one_step_at_a_time(mensen):
    ronde = create_ronde(organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, naam=" Najaar ")
    assert ronde.naam == "Najaar"
    assert move_ronde(ronde=ronde, wie=mensen.organisator.gebruiker, naar=Fase.OPHALEN).fase == Fase.OPHALEN
    with pytest.raises(OngeldigeFase, match="kan niet in één keer naar “volgen”"):
        move_ronde(ronde=ronde, wie=mensen.organisator.gebruiker, naar=Fase.VOLGEN)
    assert Ronde.objects.get(pk=ronde.pk).fase == Fase.OPHALEN


def test_acts_leave_a_line_in_the_audit_log(mensen):
    ronde = create_ronde(organisatie=mensen.organisatie, wie=mensen.organisator.gebruiker, naam="Najaar")
    move_ronde(ronde=ronde, wie=mensen.organisator.gebruiker, naar=Fase.OPHALEN)
    regels = Auditregel.objects.van(mensen.organisatie).order_by("tijd")
    assert [(r.handeling, r.wie, r.omschrijving) for r in regels] == [
        ("ronde_gemaakt", mensen.organisator.gebruiker, "Najaar"),
        ("fase_veranderd", mensen.organisator.gebruiker, "ophalen"),
    ]


def test_new_ronde_by_form(mensen, inloggen):
    client = inloggen(mensen.organisator)
    antwoord = client.post(
        "/rondes/nieuw/", {"naam": "Najaar 2026", "vraagstelling": "Wat mist u?"}, follow=True
    )
    assert antwoord.status_code == 200
    assert "Najaar 2026" in antwoord.content.decode()


def test_a_name_is_used_once(mensen, inloggen):
    client = inloggen(mensen.organisator)
    antwoord = client.post("/rondes/nieuw/", {"naam": mensen.ronde.naam.upper(), "vraagstelling": "bewaard"})
    tekst = antwoord.content.decode()
    assert "U hebt al een ronde met deze naam" in tekst
    assert "bewaard" in tekst


@pytest.mark.parametrize("rol", [Rol.CODEUR, Rol.NOTULIST, Rol.LEZER])
def test_only_organisers_make_rondes(mensen, inloggen, rol):
    antwoord = inloggen(mensen.lid(rol)).get("/rondes/nieuw/")
    assert antwoord.status_code == 403
    assert "Vraag het aan een beheerder" in antwoord.content.decode()

"""What signing in says: django-allauth in the voice of the house (u, what happened, what to do)."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.totp.forms import ActivateTOTPForm

from organisaties import accounts

ACCOUNTTEKSTEN = {
    "account_inactive": "Uw toegang is gestopt. Vraag de beheerder van uw organisatie om hulp.",
    "cannot_remove_primary_email": "Met dit adres logt u in. Kies eerst een ander adres om mee in te loggen.",
    "duplicate_email": "Dit adres staat al bij uw gegevens.",
    "email_password_mismatch": "Het e-mailadres of het wachtwoord klopt niet. Probeer het nog eens.",
    "email_taken": "Dit adres hoort al bij iemand anders.",
    "enter_current_password": "Vul het wachtwoord in dat u nu gebruikt.",
    "incorrect_code": "Deze code klopt niet of is verlopen. Neem de nieuwste code over.",
    "incorrect_password": "Dit wachtwoord klopt niet. Probeer het nog eens.",
    "invalid_or_expired_key": "Deze link is al gebruikt of te oud. Vraag een nieuwe aan.",
    "invalid_password_reset": "Deze link is al gebruikt of te oud. Vraag een nieuwe aan.",
    "max_email_addresses": "U kunt niet meer dan %d adressen hebben.",
    "too_many_login_attempts": "Er is te vaak een fout wachtwoord ingevuld. Wacht een paar minuten.",
    "unverified_primary_email": "Bevestig eerst uw adres met de link in het bericht dat u kreeg.",
    "same_as_current": "Dit is hetzelfde als wat u nu hebt. Kies iets anders.",
    "rate_limited": "Dit ging te vaak achter elkaar. Wacht even en probeer het dan nog eens.",
}
TWEEDE_STAP = {
    "add_email_blocked": "Zet eerst de code uit een app uit. Daarna kunt u een adres toevoegen.",
    "cannot_delete_authenticator": "De tweede stap kan niet uit: uw organisatie vraagt erom.",
    "cannot_generate_recovery_codes": "Zet eerst de code uit een app aan. Daarna kunt u herstelcodes maken.",
    "incorrect_code": ACCOUNTTEKSTEN["incorrect_code"],
    "unverified_email": "Bevestig eerst uw e-mailadres. Daarna kunt u de code uit een app aanzetten.",
}


class Accountadapter(accounts.Accountadapter):
    """The adapter of organisaties, with our words."""

    error_messages = accounts.Accountadapter.error_messages | ACCOUNTTEKSTEN


class Mfaadapter(DefaultMFAAdapter):  # type: ignore[misc]  # allauth comes without types
    """The second step of signing in, with our words."""

    error_messages = DefaultMFAAdapter.error_messages | TWEEDE_STAP


class Inlogformulier(LoginForm):  # type: ignore[misc]  # allauth comes without types
    """Asks for address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["remember"].label = "Ingelogd blijven op deze computer"


class Appformulier(ActivateTOTPForm):  # type: ignore[misc]  # allauth comes without types
    """Asks for the first code that the app shows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].label = "Code van zes cijfers"

"""Sign-in, and founding a clinic."""

from allauth.account.forms import LoginForm, SignupForm


class SignInForm(LoginForm):
    pass


class FoundClinicForm(SignupForm):
    pass

"""How people sign in: what Django and allauth are told. The same wherever Midweek runs.

`config/settings.py` takes all of it in; nothing here is read from the environment.
"""

AUTHENTICATION_BACKENDS = ["accounts.backend.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.passwords.OwnWordsValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
# Eight figures: 26 bits, typed on a phone's number pad.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True, "length": 8}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# How long a sign-in lasts is decided for each person: accounts/middleware/signed_in.py.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = ACCOUNT_CONFIRM_EMAIL_ON_GET = False
ACCOUNT_LOGIN_ON_PASSWORD_RESET = ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_CHANGE_EMAIL = True
# For clients: accounts/forms/sign_in.py sends none to staff. Three tries each, ten minutes.
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6, "dashed": False}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TRUST_ENABLED = False
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 600
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# amount/time/per: "ip" is a network, "key" what is asked about, "user" who asks. A whole clinic
# signs in at nine from one address, so what is guessed is counted by account, or by the browser
# in which its owner has signed in before: accounts/known_browser.py. A hundred wrong passwords of
# strangers in a month shut it to strangers (NIST 800-63B); a new one by e-mail opens it.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "60/m/ip,5/5m/key,100/30d/key",
    # A new password by e-mail forgets wrong codes of the second step, so often.
    "second_step_anew": "3/30d/key",
    "request_login_code": "60/m/ip",
    # Six figures, three tries each: thirty guesses a day.
    "code_by_mail": "3/10m/key,10/d/key",
    "code_tried": "3/10m/key",
    "reset_password": "60/m/ip",
    # By network and account: eight figures bear a try from each.
    "new_password": "5/10m/key,20/d/key",
    # From all networks together; beyond that each has this, and the codes are longer.
    "new_password_in_all": "60/d/key",
    "new_password_beyond": "1/h/key",
    "signup": "10/10m/ip",
    "join": "30/10m/ip,10/h/key",
    "invite": "60/h/user",
    "audit_check": "60/h/user",
    "audit_file": "60/h/user",
    "copy": "20/h/key",
    "parked": "60/h/key",
    "calendar": "600/m/ip,60/h/key",
}
MFA_RATE_LIMITS = {"webauthn_login": "120/m/ip"}
ACCOUNT_FORMS = {
    "login": "accounts.forms.sign_in.SignInForm",
    "signup": "accounts.forms.sign_in.FoundClinicForm",
    "request_login_code": "accounts.forms.sign_in.CodeByMailForm",
    "confirm_login_code": "accounts.forms.sign_in.SignInCodeForm",
    "reauthenticate": "accounts.forms.sign_in.PasswordAgainForm",
    "add_email": "accounts.forms.sign_in.NewAddressForm",
    "change_password": "accounts.forms.sign_in.NewPasswordForm",
    "set_password": "accounts.forms.sign_in.FirstPasswordForm",
    "reset_password": "accounts.forms.sign_in.ForgottenPasswordForm",
    "reset_password_from_key": "accounts.forms.sign_in.AnotherPasswordForm",
    "confirm_email_verification_code": "accounts.forms.sign_in.MailedCodeForm",
    "confirm_password_reset_code": "accounts.forms.sign_in.ResetCodeForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_TOLERANCE = 0
MFA_TOTP_ISSUER = "Midweek"
MFA_TRUST_ENABLED = False
MFA_ADAPTER = "accounts.adapter.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "accounts.forms.second_factor.FactorForm",
    "authenticate_webauthn": "accounts.forms.second_factor.KeyForm",
    "login_webauthn": "accounts.forms.second_factor.KeyAloneForm",
    "reauthenticate": "accounts.forms.second_factor.FactorAgainForm",
    "reauthenticate_webauthn": "accounts.forms.second_factor.KeyAgainForm",
    "activate_totp": "accounts.forms.second_factor.ActivateAppForm",
    "add_webauthn": "accounts.forms.second_factor.AddKeyForm",
    "edit_webauthn": "accounts.forms.second_factor.NameKeyForm",
}

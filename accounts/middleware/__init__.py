from accounts.middleware.access import AccessPolicy
from accounts.middleware.app_lock import AppLocked
from accounts.middleware.consent import AgreedTo
from accounts.middleware.invalid_form import InvalidForm
from accounts.middleware.no_trace import NoTrace
from accounts.middleware.person import PersonContext
from accounts.middleware.second_factor import SecondFactor
from accounts.middleware.sign_in import SignInRequired
from accounts.middleware.signed_in import SignedIn
from accounts.middleware.transaction import RequestTransaction

__all__ = [
    "AccessPolicy",
    "AgreedTo",
    "AppLocked",
    "InvalidForm",
    "NoTrace",
    "PersonContext",
    "RequestTransaction",
    "SecondFactor",
    "SignInRequired",
    "SignedIn",
]

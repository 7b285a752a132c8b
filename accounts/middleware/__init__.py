from accounts.middleware.access import AccessPolicy
from accounts.middleware.person import PersonContext
from accounts.middleware.sign_in import SignInRequired

__all__ = ["AccessPolicy", "PersonContext", "SignInRequired"]

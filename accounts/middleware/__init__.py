from accounts.middleware.access import AccessPolicy
from accounts.middleware.person import PersonContext
from accounts.middleware.sign_in import SignInRequired
from accounts.middleware.transaction import RequestTransaction

__all__ = ["AccessPolicy", "PersonContext", "RequestTransaction", "SignInRequired"]

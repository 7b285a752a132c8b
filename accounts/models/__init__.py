from accounts.models.app_lock import AppLock
from accounts.models.audit import AuditEvent
from accounts.models.audit_chain import AuditHead, AuditSeal
from accounts.models.away import Away
from accounts.models.clinic import Clinic
from accounts.models.consent import Consent
from accounts.models.cover import Cover
from accounts.models.delivery_problem import DeliveryProblem
from accounts.models.draft import Draft
from accounts.models.factor_reset import FactorReset
from accounts.models.invitation import Invitation
from accounts.models.letter import Letter
from accounts.models.membership import Membership
from accounts.models.parked_post import ParkedPost
from accounts.models.term import TherapistTerm
from accounts.models.therapy import Therapy
from accounts.models.therapy_events import TherapyAcceptance, TherapyEnding, TherapyPause
from accounts.models.user import User

__all__ = [
    "AppLock",
    "AuditEvent",
    "AuditHead",
    "AuditSeal",
    "Away",
    "Clinic",
    "Consent",
    "Cover",
    "DeliveryProblem",
    "Draft",
    "FactorReset",
    "Invitation",
    "Letter",
    "Membership",
    "ParkedPost",
    "TherapistTerm",
    "Therapy",
    "TherapyAcceptance",
    "TherapyEnding",
    "TherapyPause",
    "User",
]

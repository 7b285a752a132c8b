"""Web push of a delivery: to all devices of its reader, content with one that accepts.

The payload is read by the browser itself where it can (Declarative Web Push) and by our worker
(static/sw/push.js) elsewhere. Where a browser wants messages posted is text from the browser,
so only services on the list are posted to, and no redirect is followed.
"""

import hashlib
import json
import re
from email.utils import parseaddr
from time import monotonic
from urllib.parse import urlsplit

import requests
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext

from accounts.post import Permanent, RetryAfter, Temporary
from accounts.wall import things_of
from reminders.channels import SEND_LIMIT
from reminders.channels.web_push import authorization, encrypt
from reminders.models import Device
from reminders.press import link_to

# To connect, and to wait for the answer; all devices together stay below SEND_LIMIT.
TIME_OUT = (3, 5)
LAST_START = SEND_LIMIT - sum(TIME_OUT)
GONE = (404, 410)
MOST = 240  # letters of up to four bytes
HOST_NAME = re.compile(r"[a-z0-9-]+")
VISIBLE = re.compile(r"[!-~]+")


class Gone(Permanent):
    """The device has taken its subscription back, or lost it."""


class Refused(Permanent):
    """This service does not take this message, now or later."""


class Busy(Temporary):
    """The service could not take it now, or did not answer."""


def send(delivery) -> None:
    user, begun = delivery.recipient.user, monotonic()
    errors: list[Exception] = []
    with translation.override(user.language):
        words = payload(delivery, user)
    accepted = False
    for device in devices_of(user):
        if monotonic() - begun > LAST_START:
            errors.append(Busy())  # Those that are left are asked at another time.
            break
        try:
            post(delivery, device, words)
            accepted = True
        except Gone:
            with things_of(user.pk):
                device.delete()
        except Exception as error:  # Whatever is wrong with one device, the next may be well.
            errors.append(error)
    if not accepted:
        # A device that may take it later is worth another attempt.
        raise max(errors or [Gone()], key=lambda error: not isinstance(error, Permanent))


def devices_of(user):
    with things_of(user.pk):
        return list(user.devices.select_related("vapid_key").order_by("-seen_at"))


def payload(delivery, user) -> bytes:
    message = delivery.message
    opens = link_to(user, message.path)
    said = {
        "title": cut(message.title),
        "navigate": opens,
        "body": cut("\n".join(message.lines)),
        "lang": user.language,
        "tag": str(delivery.pk),
        "actions": [],
    }
    if message.later:
        later = link_to(user, message.later)
        said["actions"] = [
            {"action": "done", "title": gettext("Done"), "navigate": opens},
            {"action": "later", "title": gettext("Later"), "navigate": later},
        ]
    return json.dumps({"web_push": 8030, "notification": said}, ensure_ascii=False).encode()


def cut(words):
    """A lock screen shows no more, and a service takes 4096 bytes for all of it. Accents that stand
    by themselves are letters here: Truncator lets any number of them through."""
    return words if len(words) <= MOST else words[: MOST - 1] + "…"


def post(delivery, device, words):
    facts = device.opened
    origin = allowed_origin(facts["endpoint"])
    if origin is None:
        raise Gone
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Encoding": "aes128gcm",
        "TTL": str(max(int((delivery.not_after - delivery.fenced_at).total_seconds()), 0)),
        "Urgency": "normal",
        # Of two with the same topic a service keeps the later: a second copy replaces the first.
        "Topic": hashlib.sha256(str(delivery.pk).encode()).hexdigest()[:32],
        "Authorization": authorization(device.vapid_key, origin, contact()),
    }
    body = encrypt(words, facts["p256dh"], facts["auth"])
    answer(facts["endpoint"], body, headers)


def answer(endpoint, body, headers):
    """Raises what its status means; the words of an answer are never read."""
    with requests.Session() as session:
        # Neither a proxy nor a password from the surroundings.
        session.trust_env = False
        try:
            found = session.post(
                endpoint,
                data=body,
                headers=headers,
                timeout=TIME_OUT,
                allow_redirects=False,
                stream=True,
            )
        except requests.RequestException as error:
            raise Busy from error
        status, wait = found.status_code, found.headers.get("Retry-After", "")
    if status in GONE:
        raise Gone
    if status == 429 or status >= 500:
        raise RetryAfter(min(int(wait), 3600)) if wait.isdecimal() else Busy
    if status >= 300:
        raise Refused


def allowed_origin(endpoint: str) -> str | None:
    """Where it leads, if that is a push service we know; anything else could be our own network."""
    try:
        parts = urlsplit(endpoint)
    except ValueError:
        return None
    if parts.geturl() != endpoint or not VISIBLE.fullmatch(endpoint):
        return None  # It reads otherwise than it is written: others may read it otherwise, too.
    origin = f"{parts.scheme}://{parts.netloc}"
    known = any(is_of(origin, service) for service in settings.PUSH_SERVICES)
    return origin if known else None


def is_of(origin, service):
    """`service` is a host, *.host for one level of names below it, or an origin."""
    if service.startswith("*."):
        below = origin.removeprefix("https://").removesuffix(service[1:])
        return origin == f"https://{below}{service[1:]}" and HOST_NAME.fullmatch(below) is not None
    return origin in (service, f"https://{service}")


def contact():
    """Apple answers only to somebody whom it could write to."""
    return f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}"


def reachable(user_ids):
    """Who is reminded on at least one device."""
    return Device.reached(user_ids)

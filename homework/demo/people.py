"""The clinics, those who work there, and the clients, before any story begins."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from accounts import privacy
from accounts.models import Away, Clinic, Consent, Invitation, Membership, User
from accounts.models.invitation import VALID_FOR
from homework.demo.cast import AWAY, COLLEAGUE, PASSWORD

DAY = timedelta(days=1)


class People:
    """Everybody in the demo, by key or by address. One password for all of them."""

    def __init__(self, rows, now, houses, workers):
        self.rows, self.now = rows, now
        # One salt for all: a hash is slow on purpose, and there are many people.
        self.password = make_password(PASSWORD, salt="midweekdemo")
        self.by_email = {}
        self.houses = {house.key: self.open_house(house) for house in houses}
        self.staff = {worker.key: self.hire(worker) for worker in workers}

    def open_house(self, house):
        checked_on = (self.now - DAY * house.checked_days_ago).date()
        words = {"name": house.name, "time_zone": house.zone, "crisis_text": house.crisis_text}
        return self.rows.add(Clinic, **words, crisis_text_checked_on=checked_on)

    def hire(self, worker):
        user = self.person(worker.name, worker.email, language=worker.language)
        left = worker.left_days_ago
        self.rows.add(
            Membership,
            clinic=self.houses[worker.house],
            user=user,
            is_admin=worker.admin,
            is_therapist=worker.therapist,
            started_at=self.now - DAY * worker.since_days,
            ended_at=None if left is None else self.now - DAY * left,
        )
        return user

    def person(self, name, email, **facts):
        """The user with this address; the address is proven."""
        if email not in self.by_email:
            user = self.rows.add(User, name=name, email=email, password=self.password, **facts)
            self.rows.add(EmailAddress, user=user, email=email, verified=True, primary=True)
            self.by_email[email] = user
        return self.by_email[email]

    def client(self, story):
        """The client of a story; None for one who has not joined or never signs in."""
        if not story.email or story.state == "invited":
            return None
        phone = {"own_phone": not story.phone_shared, "others_see_phone": story.phone_shared}
        user = self.person(
            story.name, story.email, time_zone=story.zone, language=story.language, **phone
        )
        return self.agreed(user)

    def agreed(self, user):
        """Once, however many therapies they have."""
        if not user.agreed_to:
            user.agreed_to = privacy.VERSION
            said = {"version": privacy.VERSION, "language": user.language, "at": self.now}
            self.rows.add(Consent, person=user, **said)
        return user

    def leave_for_a_while(self):
        """Ana's holiday, announced well ahead: from a Monday to the Monday after."""
        today = self.now.date()
        monday = today + DAY * (AWAY.in_days + (-today.weekday() - AWAY.in_days) % 7)
        self.rows.add(
            Away,
            clinic=self.houses[AWAY.house],
            therapist=self.staff[AWAY.who],
            starts_on=monday,
            back_on=monday + DAY * AWAY.days,
            covered_by=self.staff[AWAY.covered_by],
        )

    def invite_colleague(self):
        invited_at = self.now - DAY
        self.rows.add(
            Invitation,
            clinic=self.houses["riverside"],
            email=COLLEAGUE,
            as_therapist=True,
            invited_by=self.staff["admin"],
            mail_digest=self.rows.new_id().hex * 2,
            link_digest=self.rows.new_id().hex * 2,
            created_at=invited_at,
            expires_at=invited_at + VALID_FOR,
        )

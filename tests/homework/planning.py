"""The therapist's working pages as Tess opens and sends them."""

from django.urls import reverse


class Desk:
    """`cast` is the known world; `client` is signed in as somebody of it."""

    def __init__(self, cast, client):
        self.cast, self.client = cast, client

    def at(self, name, *args):
        return reverse(name, args=[self.cast.therapy.pk, *args])

    def get(self, name, *args, **query):
        return self.client.get(self.at(name, *args), query)

    def read(self, name, *args, **query):
        """The page as text."""
        response = self.get(name, *args, **query)
        assert response.status_code == 200, response
        return response.content.decode()

    def post(self, name, *args, **answers):
        return self.client.post(self.at(name, *args), answers)

    @property
    def plan(self):
        """The plan in preparation."""
        return self.cast.therapy.plans.in_preparation().first()

    @property
    def running(self):
        return self.cast.therapy.plans.running().get()

    def answers(self, **answers):
        """What the review form sends beside what was typed."""
        edition = self.plan.edition if self.plan else 0
        return {"edition": edition, "week": str(self.cast.plan.pk), **answers}

    def review(self, **answers):
        return self.post("review", **self.answers(**answers))

    def decide(self, choice, again="", **answers):
        pk = self.cast.assignment.pk
        return self.review(**{f"decision-{pk}": choice, f"again-{pk}": again}, **answers)

    def draft(self, **words):
        """A homework of next week, in own words."""
        self.post("assignment-new", own_words="One stop")
        homework = self.plan.assignments.get(exercise=None, carried_from=None)
        homework.reword(**words)
        return homework

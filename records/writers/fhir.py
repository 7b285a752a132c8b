"""The record as a FHIR R4 bundle (hl7.org/fhir/R4), a collection of what other programs know.

Patient, Goal (a step is a target of it), CarePlan (a week plan), Task (a homework),
QuestionnaireResponse (an entry, a measure), Observation (a measure's score) and Communication
(report, answer, feedback).
"""

import json
import uuid

from django.core.serializers.json import DjangoJSONEncoder

# Names in this bundle come from the places of its rows: the same record gives the same names.
ROOM = uuid.UUID("5b0d6a8e-3f0c-4a61-9d55-0b1f6f4d7a10")
LOINC = "http://loinc.org"
SURVEY = {
    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
    "code": "survey",
}
GOAL = {"reached": "completed", "let_go": "cancelled"}
TASK = {"draft": "requested", "active": "in-progress", "completed": "completed"}


def in_fhir(record):
    bundle = Bundle(record)
    return json.dumps(
        bundle.as_dict(), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2
    ).encode()


class Bundle:
    def __init__(self, record):
        self.record, self.entries = record, []
        self.patient = self.add("Patient", "patient", name=[{"text": record["name"]}])
        for number, therapy in enumerate(record["therapies"]):
            self.add_therapy(therapy, f"{number}")

    def as_dict(self):
        return {
            "resourceType": "Bundle",
            "type": "collection",
            "timestamp": self.record["written_at"],
            "entry": self.entries,
        }

    def add(self, kind, place, **facts):
        """What is not known is left out: FHIR has no empty values. Gives a reference to it."""
        name = str(uuid.uuid5(ROOM, place))
        known = {key: value for key, value in facts.items() if value not in (None, "", [], {})}
        resource = {"resourceType": kind, "id": name, **known}
        self.entries.append({"fullUrl": f"urn:uuid:{name}", "resource": resource})
        return {"reference": f"urn:uuid:{name}"}

    def add_therapy(self, therapy, place):
        self.therapist = {"display": f"{therapy['therapist']}, {therapy['clinic']}"}
        for number, goal in enumerate(therapy["goals"]):
            self.add_goal(goal, f"{place}/goal/{number}")
        for number, plan in enumerate(therapy["plans"]):
            self.add_plan(plan, f"{place}/plan/{number}")
        for number, result in enumerate(therapy["measures"]):
            self.add_measure(result, f"{place}/measure/{number}")

    # --- goals ---

    def add_goal(self, goal, place):
        self.add(
            "Goal",
            place,
            lifecycleStatus=GOAL[goal["closed_as"]["code"]] if goal["closed_as"] else "active",
            description={"text": goal["title"]},
            subject=self.patient,
            startDate=goal["created_at"].date(),
            statusDate=goal["closed_at"] and goal["closed_at"].date(),
            target=[self.step(each) for each in goal["steps"]],
            note=[
                *({"text": goal[name]} for name in ("why", "how_known") if goal[name]),
                *(
                    {"time": at_noon(each["rated_on"]), "text": f"{each['value']} / 10"}
                    for each in goal["ratings"]
                ),
            ],
        )

    def step(self, step):
        target = {"measure": {"text": step["title"]}}
        return target | ({"detailString": step["closed_as"]["words"]} if step["closed_as"] else {})

    # --- weeks ---

    def add_plan(self, plan, place):
        homework = [
            self.add_homework(each, plan, f"{place}/{number}")
            for number, each in enumerate(plan["homework"])
        ]
        self.add(
            "CarePlan",
            place,
            status=self.state_of(plan),
            intent="plan",
            title=plan["focus"],
            subject=self.patient,
            created=plan["agreed_at"] or plan["proposed_at"],
            period=period(plan["starts_on"], plan["closed_at"] and plan["closed_at"].date()),
            contributor=[self.therapist],
            activity=[{"reference": each} for each in homework],
        )
        self.add_letters(plan, place)

    def state_of(self, plan):
        if plan["closed_at"]:
            return "completed"
        return "active" if plan["agreed_at"] else "draft"

    def add_homework(self, homework, plan, place):
        task = self.add(
            "Task",
            place,
            status="cancelled" if homework["withdrawn_at"] else TASK[self.state_of(plan)],
            intent="plan",
            description=homework["title"],
            **{"for": self.patient},
            authoredOn=plan["agreed_at"] or plan["proposed_at"],
            requester=self.therapist,
            executionPeriod=period(plan["starts_on"], None),
            input=[
                {"type": {"text": each["question"]}, "valueString": each["answer"]}
                for each in homework["agreed"]
            ],
        )
        for number, entry in enumerate(homework["entries"]):
            self.add_entry(entry, homework, task, f"{place}/{number}")
        return task

    def add_entry(self, entry, homework, task, place):
        said = [{"question": homework["title"], "answer": entry["state"]["words"]}, *entry["said"]]
        response = self.add(
            "QuestionnaireResponse",
            place,
            status="entered-in-error" if entry["withdrawn_at"] else "completed",
            # Nobody but the client has seen a private one.
            meta={"security": [{"display": "private"}]} if entry["private"] else None,
            subject=self.patient,
            source=self.patient,
            authored=entry["done_at"],
            item=answered(said),
        )
        if feedback := entry["feedback"]:
            words = "\n".join(filter(None, (feedback["text"], feedback["suggestion"])))
            self.add_letter(words, feedback["at"], f"{place}/feedback", about=response)

    # --- measures ---

    def add_measure(self, result, place):
        """Its answers, and what they add up to where no question was left out."""
        codes = result["loinc"]
        response = self.add(
            "QuestionnaireResponse",
            place,
            questionnaire=codes and f"{LOINC}/q/{codes['form']}",
            status="entered-in-error" if result["withdrawn_at"] else "completed",
            subject=self.patient,
            source=self.patient,
            # Somebody else has entered what was filled in by hand.
            author={"display": result["by"]} if result["by"] != self.record["name"] else None,
            authored=result["done_at"],
            item=answered(result["answers"]),
        )
        if result["score"] is None or result["withdrawn_at"]:
            return
        coding = [{"system": LOINC, "code": codes["score"]}] if codes else []
        self.add(
            "Observation",
            f"{place}/score",
            status="final",
            category=[{"coding": [SURVEY]}],
            code={"text": result["measure"]} | ({"coding": coding} if coding else {}),
            subject=self.patient,
            effectiveDateTime=result["done_at"],
            valueInteger=result["score"],
            derivedFrom=[response],
        )

    # --- what was written to each other ---

    def add_letters(self, plan, place):
        report, review = plan["report"], plan["review"]
        if report:
            self.add_letter(report["topics"], report["sent_at"], f"{place}/report", of_client=True)
        if review:
            self.add_letter(review["feedback"], review["finished_at"], f"{place}/review")

    def add_letter(self, words, sent, place, *, about=None, of_client=False):
        ends = (self.patient, self.therapist) if of_client else (self.therapist, self.patient)
        self.add(
            "Communication",
            place,
            status="completed",
            subject=self.patient,
            about=[about] if about else None,
            sent=sent,
            sender=ends[0],
            recipient=[ends[1]],
            payload=[{"contentString": words}] if words else None,
        )


def at_noon(day):
    """A day as a moment, where FHIR knows moments only."""
    return f"{day.isoformat()}T12:00:00Z"


def answered(said):
    """A question that was left out has no answer."""
    return [
        {"linkId": str(number), "text": each["question"]}
        | ({"answer": [{"valueString": each["answer"]}]} if each["answer"] else {})
        for number, each in enumerate(said, start=1)
    ]


def period(start, end):
    """None where it was over before it began: such a week never was."""
    if start and end and end < start:
        return {}
    return {name: day for name, day in (("start", start), ("end", end)) if day}

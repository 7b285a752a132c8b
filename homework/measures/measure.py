"""One questionnaire: what it asks, in which words, and how its answers add up.

Pure: nothing here knows a person. Midweek does not diagnose (design §2.12): a band is what the
authors printed for adults, and a change is counted in their points.
"""

from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True)
class Item:
    key: str
    question: str
    # (value, words) in the order in which they are printed.
    options: list
    scored: bool = True


@dataclass(frozen=True)
class Measure:
    """`told` is a file of homework/measures/files that was found sound."""

    told: dict

    @property
    def key(self):
        return self.told["key"]

    @property
    def version(self):
        return self.told["version"]

    @property
    def name(self):
        return self.told["name"]

    @property
    def licence(self):
        return self.told["licence"]

    @property
    def source(self):
        return self.told["source"]

    @property
    def loinc(self):
        """Its names in LOINC, as {"form", "score"}; nothing where there are none."""
        return self.told.get("loinc", {})

    @property
    def top(self):
        return self.told["score"]["to"]

    @property
    def language(self):
        """That of the reader where there is an official wording in it, else English."""
        return self.language_for(get_language())

    def language_for(self, language):
        language = (language or "en").split("-")[0]
        return language if language in self.told["words"] else "en"

    @property
    def words(self):
        return self.told["words"][self.language]

    @property
    def title(self):
        return self.words["title"]

    @property
    def frame(self):
        return self.words["frame"]

    def items(self, language=None):
        words = self.told["words"].get(language) or self.words
        return [
            Item(
                key=each["key"],
                question=words["items"][each["key"]],
                options=list(
                    zip(
                        self.told["options"][each["options"]],
                        words["options"][each["options"]],
                        strict=True,
                    )
                ),
                scored=each.get("scored", True),
            )
            for each in self.told["items"]
        ]

    # --- What answers come to ---

    def score(self, answers):
        """The sum; None where a question that counts was left out: nothing is made up for it."""
        counted = [answers.get(each.key) for each in self.items() if each.scored]
        return None if None in counted else sum(counted)

    def left_out(self, answers):
        return [each for each in self.items() if each.scored and answers.get(each.key) is None]

    def is_silent(self, under_18):
        """Whether a score stands for itself alone."""
        return under_18 and self.told["bands"]["for"] == "adults"

    def band(self, score, *, under_18):
        """The authors' word for a score. They looked at adults: there is none under 18."""
        if score is None or self.is_silent(under_18):
            return ""
        code = next(code for code, low, high in self.told["bands"]["parts"] if low <= score <= high)
        return self.words["bands"][code]

    @property
    def points(self):
        """From so many points on a change is more than the ups and downs of answering."""
        return self.told["change"]["points"]

    def change(self, score, before, *, under_18):
        """ "better" or "worse" where it is as large as that, else "". Its points are those of
        adults, as the bands are."""
        if score is None or before is None or self.is_silent(under_18):
            return ""
        if abs(score - before) < self.points:
            return ""
        lower_is_better = self.told["score"]["better"] == "lower"
        return "better" if (score < before) == lower_is_better else "worse"

    def raises_flag(self, answers):
        flag = self.told.get("flag")
        return bool(flag) and (answers.get(flag["item"]) or 0) > flag["above"]

    @property
    def flag_item(self):
        """The key of the question that raises a flag, or None."""
        return self.told.get("flag", {}).get("item")

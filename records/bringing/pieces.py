"""What can be brought along, piece by piece."""

import json
from dataclasses import asdict, dataclass

from records.bringing.telling import title, told


@dataclass(frozen=True)
class Piece:
    """A goal with its steps, a skill, or a week. `origin`: whom it was with, as the file says."""

    kind: str
    origin: str
    facts: dict

    def __hash__(self):
        return hash(json.dumps([self.kind, self.origin, self.facts], sort_keys=True))

    @property
    def title(self):
        return title(self.facts)

    @property
    def told(self):
        return told(self.kind, self.facts)

    @property
    def as_dict(self):
        return asdict(self)

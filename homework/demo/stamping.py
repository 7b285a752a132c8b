"""One therapy written many times over: rows made once, then printed for client after client.

Making a row through its model costs more than sealing its words. A stamp keeps what is the
same for all, and per client puts in new ids, names and addresses and seals every text anew.
"""

import uuid

from accounts.ground import EncryptedJSONField, EncryptedTextField, encrypt_value
from homework.demo.copying import columns, sealed, text

ENCRYPTED = (EncryptedJSONField, EncryptedTextField)
ID_LETTERS = 36


class Stamp:
    """The rows of one client. `own` are the values that each client has for themselves."""

    def __init__(self, waiting, clinic_id, own):
        self.clinic_id = clinic_id
        rows = [row for made in waiting.values() for row in made]
        ids = {row.pk for row in rows if isinstance(row.pk, uuid.UUID)}
        self.ids = sorted(ids | {r.device_id for r in rows if hasattr(r, "device_id")}, key=str)
        self.own = {*self.ids, *own}
        self.fields = {model: columns(model, made[0]) for model, made in waiting.items()}
        self.lines = {
            model: [self.line(row, self.fields[model]) for row in made]
            for model, made in waiting.items()
        }

    def line(self, row, fields):
        """The cells of a row, those that differ from client to client, and those to be sealed."""
        cells, differing, secret = [], [], []
        for place, field in enumerate(fields):
            value = getattr(row, field.attname)
            if isinstance(field, ENCRYPTED):
                cells.append("")
                secret.append((place, field.label, field.written(value)))
                continue
            cells.append(text(field.pre_save(row, True)))
            if as_id(value) in self.own:
                differing.append((place, as_id(value)))
        return row.pk, cells, differing, secret

    def printed(self, new_id, own):
        """{model: lines of COPY} for one client with these values in place of the own ones."""
        new = {old: str(new_id()) for old in self.ids} | own
        return {
            model: [self.fill(new, *line) for line in made] for model, made in self.lines.items()
        }

    def fill(self, new, pk, cells, differing, secret):
        cells = cells.copy()
        for place, old in differing:
            cells[place] = new[old]
        for place, label, words in secret:
            # The id as its canonical text: it is bound to the words in that form.
            body = encrypt_value(label, new[pk], self.clinic_id, new.get(words, words))
            cells[place] = sealed(body)
        return "\t".join(cells)


def as_id(value):
    """A text that is an id counts as that id: audit events name their subjects so."""
    if isinstance(value, str) and len(value) == ID_LETTERS and value.count("-") == 4:
        return uuid.UUID(value)
    return value if isinstance(value, str | uuid.UUID) else None

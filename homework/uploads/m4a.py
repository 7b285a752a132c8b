"""M4A: boxes within boxes, to the last byte. Moving pictures are refused, notes are blanked."""

from typing import NamedTuple

SOUND = (b"M4A ", b"M4B ", b"mp41", b"mp42", b"isom", b"iso2", b"iso5", b"iso6")
HOLDS = (b"moov", b"trak", b"mdia")
# What recorders write beside the sound: names, places, whatever a program likes.
NOTES = (b"udta", b"meta", b"uuid", b"free", b"skip")
KNOWN = (b"ftyp", b"moov", b"mdat", *NOTES)
MOST_BOXES = 500
# The handler of a track stands in moov, trak, mdia: there is nothing to look for below.
DEEPEST = 4


def sound_of_m4a(content):
    """The same length with its notes blanked, so that every place in it stays; or None."""
    top = list(boxes(content, 0, len(content)))
    kinds = {box.kind for box in top}
    whole = bool(top) and top[-1].end == len(content) and content[8:12] in SOUND
    if not whole or not {b"moov", b"mdat"} <= kinds or kinds - set(KNOWN):
        return None
    found = within(content, top)
    if found is None or any(is_video(content, box) for box in found):
        return None
    return without_notes(content, found)


class Box(NamedTuple):
    """A box from its head, over where its content begins, to its end."""

    kind: bytes
    head: int
    begin: int
    end: int


def boxes(content, begin, end):
    """Each in its order; stops where none can be."""
    for _number in range(MOST_BOXES):
        size, inside = int.from_bytes(content[begin : begin + 4]), 8
        if size == 1:
            size, inside = int.from_bytes(content[begin + 8 : begin + 16]), 16
        if begin + inside > end or size < inside or begin + size > end:
            return
        yield Box(bytes(content[begin + 4 : begin + 8]), begin, begin + inside, begin + size)
        begin += size


def is_video(content, box):
    """A track says what it is in its handler: soun, vide, …"""
    return box.kind == b"hdlr" and content[box.begin + 8 : box.begin + 12] == b"vide"


def within(content, found):
    """These boxes and all they hold; None where there is no end of them."""
    everything: list = []
    for _level in range(DEEPEST):
        everything += found
        holders = [box for box in found if box.kind in HOLDS]
        found = [inner for box in holders for inner in boxes(content, box.begin, box.end)]
        if len(everything) + len(found) > MOST_BOXES:
            return None
    return None if found else everything


def without_notes(content, found):
    kept = bytearray(content)
    for box in found:
        if box.kind in NOTES:
            kept[box.head + 4 : box.head + 8] = b"free"
            kept[box.begin : box.end] = bytes(box.end - box.begin)
    return bytes(kept)

"""What the system refuses, in words: a folder that is not ours, a full disk."""

import errno

NOT_OURS = """\
{0} is not this user's to write to ({1}).
    Give it to yourself: sudo chown -R "$(id -un)" {0}
    Or keep the data elsewhere: bin/midweek run --home FOLDER"""
FULL = """\
The disk is full: {0} could not be written.
    Make room, then start again. What was saved before stays."""


def told(error: OSError) -> str:
    """What no file is named with is a fault of ours, and shown as such."""
    if error.filename is None and error.errno != errno.ENOSPC:
        raise error
    place = error.filename or "a file"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return NOT_OURS.format(place, error.strerror)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FULL.format(place)
    return f"{place}: {error.strerror}"

"""What the system refuses, in words: a folder that is not ours, a full disk, a database's door."""

import errno
import re
from urllib.parse import urlsplit

NOT_OURS = """\
{0} is not this user's to write to ({1}).
    Give it to yourself: sudo chown -R "$(id -un)" {0}
    Or keep the data elsewhere: bin/midweek run --home FOLDER"""
FULL = """\
The disk is full: {0} could not be written.
    Make room, then start again. What was saved before stays."""
UNREADABLE = """\
The address cannot be read. It is postgresql://NAME:PASSWORD@HOST/DATABASE; in a password
    write / ? # @ % [ ] as %2F %3F %23 %40 %25 %5B %5D."""
# Where a password is cut in two: the server's words would name a piece as host or port.
CUTS = re.compile(r"[/?#@\[\]]|%(?![0-9A-Fa-f]{2})")


def of_database(error: Exception, url: str) -> str:
    """The words of the server, or of its client: not where they may quote a password."""
    return str(error).strip() if is_plain(url) else UNREADABLE


def is_plain(url: str) -> bool:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return False
    who = url.partition("://")[2].rpartition("@")[0]
    is_cut = CUTS.search(who.partition(":")[2])
    return parts.scheme in ("postgresql", "postgres") and "://" in url and not is_cut


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

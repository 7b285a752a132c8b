"""What the room of records hangs into /me/."""

from accounts import sections


def mine(request):
    """For clients: the way to a copy of everything."""
    return {} if request.hats.client else None


def register():
    sections.register("me", "records", "records/me_section.html", mine)

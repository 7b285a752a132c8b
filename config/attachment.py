"""A file that leaves us: as a download only, never as a page of ours."""

from django.http import HttpResponse

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    # Should a browser show it all the same, it stands alone and runs nothing.
    "Content-Security-Policy": (
        "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; sandbox"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
}


def attached(content, *, media_type, name):
    """`name` is ours: nothing a person wrote, and nothing about whom."""
    named = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=media_type, headers=HEADERS | named)

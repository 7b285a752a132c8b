"""Many small sources, one request each: static/css/*.css is served as css/midweek.css and
static/js/*.js as js/midweek.js, by runserver, WhiteNoise and collectstatic alike. What few pages
need is a bundle of its own.

Sources carry no import and no order of their own: cascade layers decide in CSS, custom
elements stand alone in JavaScript. Only layers.css has to come first.
"""

import os
import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

BUNDLES = {
    "css/midweek.css": ["css/*.css"],
    "js/midweek.js": ["js/*.js"],
    "js/few.js": ["js/few/*.js"],
    "js/desk.js": ["js/desk/*.js"],
    "js/leaving.js": ["js/leaving/*.js"],
    "js/asked.js": ["js/asked/*.js"],
    "js/keys.js": ["js/keys/*.js"],
    "js/walk.js": ["js/walk/*.js"],
    "js/waiting.js": ["sw/store.js", "js/waiting/*.js"],
}
COMMENTS = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
INDENTS = re.compile(r"\s*\n\s*")


def joined(*patterns):
    """The sources that match, layers.css first, without comments and indentation."""
    root = settings.BASE_DIR / "static"
    found = [path for pattern in patterns for path in root.glob(pattern)]
    sources = sorted(found, key=lambda path: (path.name != "layers.css", path.name))
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    # A space stays in `--dark: ;`: without it the switch would not be empty but invalid.
    return INDENTS.sub("\n", COMMENTS.sub("", text)).strip() + "\n"


class BundleFinder(BaseFinder):
    """Writes a bundle when one is asked for and its sources have changed."""

    def __init__(self, *args, **kwargs):
        folder = getattr(settings, "BUNDLE_ROOT", settings.BASE_DIR / ".local" / "bundles")
        self.storage = FileSystemStorage(location=folder)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        found = [self.write(path)] if path in BUNDLES else []
        return found if find_all or not found else found[0]

    def list(self, ignore_patterns):
        for path in BUNDLES:
            self.write(path)
            yield path, self.storage

    def write(self, path):
        """Put the bundle in place in one step: another process may be reading it."""
        target, text = Path(self.storage.path(path)), joined(*BUNDLES[path])
        if not target.exists() or target.read_text(encoding="utf-8") != text:
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_name(f"{target.name}.{os.getpid()}")
            draft.write_text(text, encoding="utf-8")
            draft.replace(target)
        return str(target)

"""Words that came too late to be taken: they go back to whoever wrote them."""

import re

WRITTEN = re.compile(r"text|topics|(obstacle|then)_.*")


def unsent(request, known=()):
    """What was written in a form that nobody takes any more, but for what is `known` already."""
    written = (words.strip() for name, words in request.POST.items() if WRITTEN.fullmatch(name))
    return [words for words in written if words and words not in known]

"""Templates made lighter as they are read: what is the same on each page is worked out once.

Most of a page is the same for everybody: text, translated words, addresses, icons. Where such
nodes stand side by side, one takes their place and remembers their text, by language. Includes
and layouts named in a template are found when it is read. Nothing that a context holds is
remembered, so nothing of any person. A page says the same, folded or not; only how far in a line
of HTML stands is left out, which no browser shows.
"""

from config.folding.fixed import fixed_tag
from config.folding.loader import Loader

__all__ = ["Loader", "fixed_tag"]

from records.views.bringing import bringing, brought, brought_read
from records.views.copies import copies, fetch
from records.views.erasure import erasure, erasure_undo

__all__ = ["bringing", "brought", "brought_read", "copies", "erasure", "erasure_undo", "fetch"]

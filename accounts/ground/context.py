"""One transaction a request, around view and rendering, with the person's context set in it.

ATOMIC_REQUESTS would end before a lazy TemplateResponse renders. What is outside: the body of
a streaming response is made after the commit, and the session is saved by its own middleware,
whatever becomes of the transaction.
"""

from contextlib import ExitStack
from functools import cache, partial

from django.conf import settings
from django.db import connection, transaction
from django.urls import URLResolver, get_resolver
from psycopg2.extensions import TRANSACTION_STATUS_INERROR


def no_transaction(view):
    """Mark a view that must answer without a database."""
    view.no_transaction = True
    return view


def after_rollback(request, call):
    """Roll this request's transaction back, whatever it answers, then `call()` in a new one.

    For what a denial leaves behind: the audit row stays, nothing else does.
    """
    request.roll_back = True
    request.transaction.afterwards.append(call)


class RequestTransaction:
    """Middleware; the subclass says in `enter` what each transaction of a request begins with.

    Rolled back by an exception, a status of 500 and up, `request.roll_back` and `after_rollback`.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def enter(self, request):
        """Set the context: transaction-local, for the connection is kept for other people."""

    def __call__(self, request):
        if is_without_transaction(request):
            return self.get_response(request)
        request.roll_back = False
        request.transaction = Restartable(partial(self.enter, request))
        try:
            with request.transaction:
                return self.kept_or_not(request, self.get_response(request))
        finally:
            request.transaction.run_afterwards()

    def kept_or_not(self, request, response):
        if request.roll_back or response.status_code >= 500:
            transaction.set_rollback(True)
        elif is_lost():
            # Somebody swallowed a database error: an answer must not promise what is not kept.
            raise transaction.TransactionManagementError("This request was rolled back unnoticed.")
        return response

    def process_exception(self, request, exception):
        """Begin again at once: the error page is still to come, and it may ask the database."""
        if hasattr(request, "transaction"):
            request.transaction.restart()


def is_without_transaction(request):
    return request.path_info in paths_without(getattr(request, "urlconf", settings.ROOT_URLCONF))


@cache
def paths_without(urlconf):
    """The addresses of the marked views, which name nothing that varies."""
    return {f"/{path}" for path, view in paths_in(get_resolver(urlconf)) if is_marked(view)}


def paths_in(resolver, above=""):
    for pattern in resolver.url_patterns:
        path = f"{above}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            yield from paths_in(pattern, path)
        else:
            yield path, pattern.callback


def is_marked(view):
    return getattr(view, "no_transaction", False)


def is_lost():
    """Whether a commit would keep nothing. PostgreSQL answers COMMIT after an error in silence."""
    status = connection.connection.info.transaction_status
    return transaction.get_rollback() or status == TRANSACTION_STATUS_INERROR


class Restartable:
    """A transaction that can be thrown away and begun again while its block goes on."""

    def __init__(self, enter):
        self.enter = enter
        self.afterwards = []
        self.stack = ExitStack()

    def __enter__(self):
        self.begin()

    def __exit__(self, *raised):
        return self.stack.__exit__(*raised)

    def begin(self):
        with ExitStack() as started:
            started.enter_context(transaction.atomic())
            self.enter()
            self.stack = started.pop_all()

    def restart(self):
        transaction.set_rollback(True)
        self.stack.close()
        self.begin()

    def run_afterwards(self):
        """Each in a transaction of its own."""
        for call in self.afterwards:
            with transaction.atomic():
                self.enter()
                call()

"""Real commits on one kept connection."""

from contextlib import contextmanager

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.template import engines
from django.template.response import SimpleTemplateResponse
from django.test import Client
from django.urls import path

from accounts.ground.context import RequestTransaction, after_rollback, no_transaction


def sql(statement, *params):
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return [row[0] for row in cursor] if cursor.description else []


def write(word):
    sql("INSERT INTO ground_words VALUES (%s)", word)


def setting():
    return sql("SELECT current_setting('app.user', true)")[0]


class Entered(RequestTransaction):
    def enter(self, request):
        sql("SELECT set_config('app.user', %s, true)", request.headers.get("Person", "nobody"))


def kept(request):
    write("kept")
    return HttpResponse(setting())


def lazy(request, source="{{ write }}done"):
    write("before")
    template = engines["django"].from_string(source)
    return SimpleTemplateResponse(template, {"write": lambda: write("rendering") or ""})


def lazy_and_broken(request):
    return lazy(request, "{{ write }}{% include 'nowhere.html' %}")


def broken(request):
    write("before")
    raise RuntimeError


def missing(request):
    write("before")
    raise Http404


def unavailable(request):
    write("before")
    return HttpResponse(status=503)


def refused(request):
    write("before")
    request.roll_back = True
    return HttpResponse(status=422)


def input_kept(request):
    write("draft")
    return HttpResponse(status=422)


def denied(request):
    write("before")
    after_rollback(request, lambda: write(f"audited for {setting()}"))
    raise PermissionDenied


def denied_politely(request):
    write("before")
    after_rollback(request, lambda: write(f"audited for {setting()}"))
    return HttpResponse(status=403)


def swallowing(request):
    write("before")
    try:
        write(None)
    except IntegrityError:
        pass
    return HttpResponse("All is well")


def late(request):
    sql("SET CONSTRAINTS ALL DEFERRED")
    sql("INSERT INTO ground_pairs VALUES (1)")
    return HttpResponse("All is well")


def streaming(request):
    return StreamingHttpResponse(str(connection.in_atomic_block) for _ in range(1))


@no_transaction
def alive(request):
    return HttpResponse(str(connection.in_atomic_block))


@no_transaction
def broken_alive(request):
    raise RuntimeError


def handler404(request, exception):
    write("error page")
    return HttpResponse(f"Not found by {setting()}", status=404)


handler403 = handler404


def handler500(request):
    return HttpResponse("Broken", status=500)


VIEWS = [kept, lazy, lazy_and_broken, broken, missing, unavailable, refused, input_kept]
VIEWS += [denied, denied_politely, swallowing, late, streaming, alive, broken_alive]
urlpatterns = [path(view.__name__, view) for view in VIEWS]


class Outside:
    """Stands for the middleware above: it sees the request after the transaction."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response["Setting-Afterwards"] = setting() or "gone"
        response["In-Transaction"] = str(connection.in_atomic_block)
        return response


class Policy:
    """Stands for a check before any view."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if "Stranger" in request.headers:
            after_rollback(request, lambda: write("audited"))
            raise PermissionDenied


@pytest.fixture
def tables(django_db_setup, django_db_blocker):
    """Temporary tables outside any transaction of the test: nothing needs flushing after it."""
    with django_db_blocker.unblock():
        sql("CREATE TEMPORARY TABLE ground_words (word text NOT NULL)")
        sql("CREATE TEMPORARY TABLE ground_keys (id int PRIMARY KEY)")
        sql(
            "CREATE TEMPORARY TABLE ground_pairs (id int REFERENCES ground_keys"
            " DEFERRABLE INITIALLY DEFERRED)"
        )
        yield
        sql("DROP TABLE ground_words, ground_pairs, ground_keys")


@pytest.fixture
def get(tables, settings):
    settings.ROOT_URLCONF = __name__
    settings.MIDDLEWARE = [f"{__name__}.{name}" for name in ("Outside", "Entered", "Policy")]
    client = Client(raise_request_exception=False)
    return lambda view, **headers: client.get(f"/{view}", headers={"Person": "tess", **headers})


def words():
    return sql("SELECT word FROM ground_words ORDER BY word")


def test_what_a_view_writes_is_kept_and_knows_who_asks(get):
    response = get("kept")
    assert response.content == b"tess"
    assert words() == ["kept"]


def test_the_setting_is_gone_on_the_same_kept_connection(get):
    before = sql("SELECT pg_backend_pid()")
    response = get("kept")
    assert response["Setting-Afterwards"] == "gone"
    assert response["In-Transaction"] == "False"
    assert sql("SELECT pg_backend_pid()") == before


def test_the_next_person_never_inherits_a_setting(get):
    get("kept")
    assert get("kept", Person="otto").content == b"otto"


def test_rendering_writes_in_the_same_transaction(get):
    assert get("lazy").content == b"done"
    assert words() == ["before", "rendering"]


@pytest.mark.parametrize("view", ["lazy_and_broken", "broken", "unavailable"])
def test_what_breaks_leaves_nothing(get, view):
    assert get(view).status_code >= 500
    assert words() == []


def test_an_error_page_has_a_fresh_transaction_with_the_person_in_it(get):
    response = get("missing")
    assert (response.status_code, response.content) == (404, b"Not found by tess")
    assert words() == ["error page"]


def test_an_unknown_address_knows_the_person_too(get):
    assert get("nowhere").content == b"Not found by tess"


def test_a_view_can_ask_to_be_rolled_back(get):
    assert get("refused").status_code == 422
    assert words() == []


def test_a_page_with_its_input_kept_is_no_error(get):
    get("input_kept")
    assert words() == ["draft"]


@pytest.mark.parametrize("view", ["denied", "denied_politely"])
def test_a_denial_is_audited_after_the_rollback(get, view):
    assert get(view).status_code in (403, 404)
    assert words() == ["audited for tess"]


def test_a_denial_before_the_view_is_audited_too(get):
    get("kept", Stranger="yes")
    assert words() == ["audited"]


def test_a_swallowed_database_error_is_not_answered_with_success(get):
    assert get("swallowing").status_code == 500
    assert words() == []


def test_a_key_that_fails_at_commit_is_not_answered_with_success(get):
    response = get("late")
    assert response.status_code == 500
    assert response["In-Transaction"] == "False"


def test_streaming_happens_after_the_commit(get):
    assert b"".join(get("streaming").streaming_content) == b"False"


def test_a_marked_view_opens_no_transaction(get):
    assert get("alive").content == b"False"


@contextmanager
def no_database():
    def refuse(*args, **kwargs):
        raise AssertionError("a query")

    with connection.execute_wrapper(refuse):
        yield


def test_a_marked_view_asks_nothing_of_the_database(get, settings):
    settings.MIDDLEWARE = [f"{__name__}.Entered"]
    with no_database():
        assert get("alive").status_code == 200


def test_callbacks_on_commit_run_only_for_what_was_kept(get, monkeypatch):
    seen = []
    monkeypatch.setattr(
        Entered, "enter", lambda self, request: transaction.on_commit(lambda: seen.append(1))
    )
    get("kept")
    assert seen == [1]
    get("unavailable")
    assert seen == [1]


def test_a_marked_view_may_break_like_any_other(get):
    assert get("broken_alive").content == b"Broken"

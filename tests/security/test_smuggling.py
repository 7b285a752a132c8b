"""Requests that two servers in a row could read in two ways are refused by ours (ASVS 4.2.1).

The web server's own reader, set by the command that is shipped, is given the bytes: what it does
not take it answers with 400 and a closed connection, so nothing after it is read as a request.
"""

import shlex

import pytest
from gunicorn.app.wsgiapp import WSGIApplication
from gunicorn.http.errors import ParseException
from gunicorn.http.parser import RequestParser

from tests.deploy.test_compose import SERVICES

HEAD = b"POST /accounts/login/ HTTP/1.1\r\nHost: midweek.example.org\r\n"
HIDDEN = b"GET /clinic/ HTTP/1.1\r\nHost: midweek.example.org\r\n\r\n"
CHUNKS = b"0\r\n\r\n" + HIDDEN
TWICE_READ = {
    "both lengths": b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS,
    "two lengths": b"Content-Length: 0\r\nContent-Length: 53\r\n\r\n" + HIDDEN,
    "two lengths in one": b"Content-Length: 0, 53\r\n\r\n" + HIDDEN,
    "a length with a sign": b"Content-Length: +0\r\n\r\n" + HIDDEN,
    "a length in another base": b"Content-Length: 0x0\r\n\r\n" + HIDDEN,
    "no known coding": b"Transfer-Encoding: xchunked\r\n\r\n" + CHUNKS,
    "chunked, and not at last": b"Transfer-Encoding: chunked, identity\r\n\r\n" + CHUNKS,
    "chunked twice": b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS,
    "a blank before the colon": b"Transfer-Encoding : chunked\r\n\r\n" + CHUNKS,
    "a name that is bent": b"Transfer_Encoding: chunked\r\n\r\n" + CHUNKS,
    "a folded line": b"X-Fold: a\r\n Transfer-Encoding: chunked\r\n\r\n" + CHUNKS,
    "a bare line feed": b"X-Line: a\nTransfer-Encoding: chunked\r\n\r\n" + CHUNKS,
    "a zero byte": b"X-Zero: a\0\r\nContent-Length: 0\r\n\r\n" + HIDDEN,
}


@pytest.fixture(scope="module")
def shipped():
    """As docker-compose.yml starts it."""
    _gunicorn, *arguments = shlex.split(SERVICES["web"]["command"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["gunicorn", *arguments])
        yield WSGIApplication().cfg


def read(cfg, sent):
    """Paths of the requests that are found, bodies read as the server does between them."""
    parser, paths = RequestParser(cfg, [sent], ("203.0.113.1", 4000)), []
    for request in parser:
        paths.append(request.path)
        request.body.read()
    return paths


def test_what_is_plain_is_read(shipped):
    plain = HEAD + b"Content-Length: 3\r\n\r\na=b"
    chunked = HEAD + b"Transfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n"
    assert read(shipped, plain) == read(shipped, chunked) == ["/accounts/login/"]
    assert read(shipped, plain + HIDDEN) == ["/accounts/login/", "/clinic/"]


@pytest.mark.parametrize("name", TWICE_READ)
def test_what_can_be_read_in_two_ways_is_refused(shipped, name):
    with pytest.raises(ParseException):
        read(shipped, HEAD + TWICE_READ[name])


@pytest.mark.parametrize("size", [b"0x0", b"+0", b"-1", b"0 ", b"", b"0_0"])
def test_a_piece_whose_size_is_no_number_ends_the_reading(shipped, size):
    sent = HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + size + b"\r\n\r\n" + HIDDEN
    with pytest.raises((ParseException, OSError)):
        read(shipped, sent)

"""Files by staff: known by their content, written anew, and seen by whom they were given to."""

import struct
import uuid
import zipfile
import zlib
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps

from accounts.models import AuditEvent
from homework.forms import library_file
from homework.models import Assignment, Enclosure, Exercise, LibraryFile, WeekPlan
from homework.uploads import MOST_BYTES, looked_at
from records.erasing import erase
from tests.cast import agreed_plan
from tests.homework.presses import logged
from tests.homework.test_library import sheet, shelves

__all__ = ["shelves"]
EXIF_NAME = 0x010E
PDF = b"%PDF-1.7\n1 0 obj\n<</Type /Catalog>>\nendobj\nstartxref\n9\n%%EOF\n"


def drawn(kind="PNG", size=(40, 20), **beside):
    file = BytesIO()
    Image.new("RGB", size, "teal").save(file, kind, **beside)
    return file.getvalue()


def photo():
    """With a name and a place in it, lying on its side."""
    exif = Image.Exif()
    exif[EXIF_NAME], exif[0x0112] = "Harbour Street 5", 6
    return drawn("JPEG", exif=exif, comment=b"Harbour Street 5")


def vast_png():
    """A few bytes that say they are 65500 pixels each way."""

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", 65_500, 65_500, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


FRAME = b"\xff\xfb\x90\x00" + bytes(413)
TAG = b"ID3\x04\x00\x00\x00\x00\x00\x14" + b"Recorded by Somebody"
MP3 = TAG + FRAME * 12


def box(kind, body):
    return struct.pack(">I", len(body) + 8) + kind + body


def m4a(handler=b"soun", note=b"Harbour Street 5"):
    media = box(b"mdia", box(b"hdlr", bytes(8) + handler + bytes(12)))
    movie = box(b"moov", box(b"trak", media) + box(b"udta", note))
    return box(b"ftyp", b"M4A " + bytes(4)) + movie + box(b"mdat", bytes(64))


def nested(deep):
    """A film about a film about a film …"""
    movie = b""
    for _level in range(deep):
        movie = box(b"moov", movie)
    return box(b"ftyp", b"M4A " + bytes(4)) + movie + box(b"mdat", bytes(64))


def zipped():
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("x", bytes(10_000_000))
    return file.getvalue()


SAMPLES = {"pdf": PDF, "png": drawn(), "jpg": photo(), "mp3": MP3, "m4a": m4a()}


@pytest.mark.parametrize("kind", SAMPLES)
def test_what_is_allowed_is_known_by_its_content(kind):
    found, kept = looked_at(SAMPLES[kind])
    assert found == kind and kept
    assert looked_at(kept) == (kind, kept) or kind == "jpg"


def test_nothing_stands_beside_the_pixels_and_a_photo_stands_upright():
    _kind, kept = looked_at(photo())
    picture = Image.open(BytesIO(kept))
    assert b"Harbour" not in kept and not picture.getexif() and picture.size == (20, 40)


@pytest.mark.parametrize("kind", ["mp3", "m4a"])
def test_nothing_stands_beside_the_sound(kind):
    _kind, kept = looked_at(SAMPLES[kind])
    assert b"Somebody" not in kept and b"Harbour" not in kept


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"just words",
        b'<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        b'<?xml version="1.0"?><svg></svg>',
        b"<html><script>alert(1)</script></html>",
        b"GIF89a" + bytes(40),
        b"MZ" + bytes(40),
        zipped(),
        PDF + zipped(),
        m4a() + box(b"free", zipped()),
    ],
)
def test_everything_else_is_refused_with_what_is_allowed(content):
    with pytest.raises(ValidationError, match="Choose a PDF, a picture"):
        looked_at(content)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n<script>",
        drawn()[:60],
        b"\xff\xd8\xff<html>",
        b"%PDF-1.7\n",
        b"%PDF-nothing\nstartxref\n%%EOF",
        PDF + b"<script>alert(1)</script>",
        TAG + b"<script>alert(1)</script>" * 40,
        MP3 + bytes(5000),
        FRAME * 3,
        m4a(handler=b"vide"),
        m4a()[:-4],
        m4a() + b"<html>",
        nested(1100),
        m4a(note=b"") + box(b"moov", box(b"trak", b"") * 501),
        box(b"ftyp", b"M4A " + bytes(4)),
        box(b"ftyp", b"qt  " + bytes(4)) + m4a()[16:],
    ],
)
def test_what_only_begins_as_it_should_is_refused(content):
    with pytest.raises(ValidationError, match="damaged, or something is hidden"):
        looked_at(content)


def pdf_with(catalog=b"", stream=b""):
    packed = b"2 0 obj\n<</Length %d>>\nstream\n%s\nendstream\nendobj\n" % (len(stream), stream)
    told = PDF.replace(b"/Catalog", b"/Catalog " + catalog)
    return told.replace(b"startxref", packed + b"startxref")


@pytest.mark.parametrize(
    "catalog",
    [
        b"/OpenAction <</S /JavaScript /JS (x)>>",
        b"/S /J#61vaScript",
        b"/Launch (calc)",
        b"/EmbeddedFile",
        b"/AcroForm <</XFA 3 0 R>>",
    ],
)
def test_a_pdf_that_runs_or_carries_something_says_what_helps(catalog):
    with pytest.raises(ValidationError, match="Print it as a PDF"):
        looked_at(pdf_with(catalog, b"packed"))


@pytest.mark.parametrize(
    "content",
    [
        pdf_with(stream=b"\x9c/JS\x00 chance"),
        pdf_with(b"/AcroForm <</Fields [3 0 R]>>"),
        pdf_with(stream=b"\x9c>>stream\n"),
    ],
)
def test_a_form_and_what_chance_spells_in_a_packed_stream_are_no_harm(content):
    assert looked_at(content) == ("pdf", content)


def test_a_photo_is_shrunk_before_it_is_turned(monkeypatch):
    turned, turn = [], ImageOps.exif_transpose
    monkeypatch.setattr(
        ImageOps, "exif_transpose", lambda each: turned.append(each.size) or turn(each)
    )
    exif = Image.Exif()
    exif[0x0112] = 6
    _kind, kept = looked_at(drawn("JPEG", (5000, 3000), exif=exif))
    assert Image.open(BytesIO(kept)).size == (1440, 2400) and turned == [(2400, 1440)]


def test_a_picture_hides_nothing_behind_its_pixels():
    _kind, kept = looked_at(drawn() + b"<script>alert(1)</script>")
    assert b"script" not in kept


@pytest.mark.parametrize("content", [vast_png(), drawn(size=(5001, 5000))])
def test_a_picture_that_would_fill_the_memory_is_not_unfolded(content):
    with pytest.raises(ValidationError, match="25 million pixels"):
        looked_at(content)


@given(st.sampled_from(sorted(SAMPLES)), st.data())
def test_a_damaged_file_is_kept_or_refused_and_nothing_else(kind, data):
    content = bytearray(SAMPLES[kind])
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), max_size=6)):
        content[place] = data.draw(st.integers(0, 255))
    try:
        assert looked_at(bytes(content))[1]
    except ValidationError as error:
        assert error.messages


@pytest.mark.django_db
class TestThePages:
    @pytest.fixture
    def tess(self, cast, signed_in, shelves):
        return signed_in(cast.tess)

    @pytest.fixture
    def own(self, shelves):
        return shelves["own"]

    def add(self, tess, exercise, content=PDF, name="x.pdf", **changes):
        sent = {"title": "The script", "sheet": uuid.uuid4(), **changes}
        file = SimpleUploadedFile(name, content)
        return tess.post(f"/library/{exercise.pk}/files/", sent | {"file": file})

    def newest(self, exercise):
        return Exercise.objects.current().get(key=exercise.key)

    def test_added_twice_by_one_press_it_is_there_once_in_a_new_version(self, tess, own):
        once = uuid.uuid4()
        for _press in range(2):
            assert self.add(tess, own, sheet=once).status_code == 302
        newest = self.newest(own)
        assert newest.version == 2 and not own.enclosures.exists()
        assert newest.enclosures.get().file.title == "The script"
        assert "The script" in tess.get(f"/library/{own.pk}/").text

    def test_its_bytes_are_sealed_and_handed_over_as_a_download(self, tess, own):
        self.add(tess, own, name="../../<b>.html")
        file = LibraryFile.objects.get()
        assert PDF not in bytes(file.content) and b"%PDF" not in bytes(file.content)
        answer = tess.get(f"/library/{own.pk}/files/{file.pk}/")
        assert answer.content == PDF and answer["Content-Type"] == "application/pdf"
        named = f'attachment; filename="file-{file.pk.hex[:8]}.pdf"'
        assert answer["Content-Disposition"] == named
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Cache-Control"] == "no-store"
        assert answer["Content-Security-Policy"].startswith("default-src 'none'; ")
        assert answer["Content-Security-Policy"].endswith("; sandbox")

    @pytest.mark.parametrize(
        ("change", "words"),
        [
            ({"content": b"<svg></svg>", "name": "x.png"}, "Choose a PDF, a picture"),
            ({"content": PDF[:-7]}, "This file is damaged"),
            ({"content": b"%PDF-1.7" + bytes(MOST_BYTES)}, "Choose a file of up to 10 MB."),
            ({"title": ""}, "Write what it is."),
            ({"title": "nul\0"}, "There is a character in this text"),
        ],
    )
    def test_what_cannot_be_kept_is_said_in_clear_words(self, tess, own, change, words):
        page = self.add(tess, own, **change)
        assert page.status_code == 422 and words in page.text
        assert not LibraryFile.objects.exists() and self.newest(own).version == 1

    def test_five_are_enough_and_a_clinic_has_its_room(self, tess, own, monkeypatch):
        for _number in range(5):
            assert self.add(tess, self.newest(own)).status_code == 302
        assert "Up to 5 files go with" in self.add(tess, self.newest(own)).text
        monkeypatch.setattr(library_file, "MOST_OF_CLINIC", 6 * len(PDF))
        other = Exercise.objects.get(key="harbourwalk")
        assert self.add(tess, other).status_code == 302
        assert "has no room for more" in self.add(tess, self.newest(other)).text

    def test_taken_out_while_a_file_is_looked_at_it_stays_out(self, cast, tess, own, monkeypatch):
        def slow(content):
            Exercise.objects.get(pk=own.pk).retire(by=cast.tess)
            return looked_at(content)

        monkeypatch.setattr(library_file, "looked_at", slow)
        assert self.add(tess, own).url == "/library/retired/"
        assert "It is not added" in tess.get("/library/retired/").text
        assert not Exercise.objects.current().filter(key=own.key).exists()
        assert not LibraryFile.objects.exists()

    def test_what_is_not_ones_own_takes_no_file(self, tess, shelves):
        for which in ("otto", "far", "built_in"):
            assert self.add(tess, shelves[which]).status_code == 404

    def test_versions_and_copies_carry_it_along_as_one_row(self, tess, own, shelves):
        self.add(tess, own)
        url = f"/library/{own.pk}"
        tess.post(f"{url}/edit/", sheet(shelves["skill"], version=2, title="Anew"))
        tess.post(f"{url}/copy/", sheet(shelves["skill"], title="A copy"))
        for title in ("Anew", "A copy"):
            assert Exercise.objects.get(title=title).enclosures.count() == 1
        assert LibraryFile.objects.count() == 1

    def test_taken_out_before_anybody_was_given_it_it_is_erased(self, tess, own):
        self.add(tess, own)
        file = LibraryFile.objects.get()
        tess.post(f"/library/{own.pk}/files/{file.pk}/removal/")
        assert not LibraryFile.objects.exists() and not Enclosure.objects.exists()
        assert self.newest(own).version == 3

    def test_homework_that_was_given_with_it_keeps_it(self, cast, tess, own, signed_in):
        self.add(tess, own)
        file = LibraryFile.objects.get()
        agreed_plan(cast.therapy, cast.tess, exercise=self.newest(own))
        tess.post(f"/library/{own.pk}/files/{file.pk}/removal/")
        page = tess.get(f"/library/{own.pk}/").text
        assert "Taken out. Those who were given it keep it." in page
        assert "Clients still have it" in page and "The script" in page
        assert signed_in(cast.cleo).get(f"/toolbox/files/{file.pk}/").content == PDF

    def test_a_mistake_is_taken_from_everybody(self, cast, tess, own, signed_in):
        self.add(tess, own)
        file = LibraryFile.objects.get()
        agreed_plan(cast.therapy, cast.tess, exercise=self.newest(own))
        address = f"/library/{own.pk}/files/{file.pk}/removal/"
        tess.post(address)
        for _press in range(2):
            assert tess.post(address, {"from": "everybody"}).status_code == 302
        assert signed_in(cast.cleo).get(f"/toolbox/files/{file.pk}/").status_code == 404
        assert not LibraryFile.objects.exists()
        assert AuditEvent.objects.filter(action="exercise.file_taken_from_all").count() == 1
        assert "Clients still have it" not in tess.get(f"/library/{own.pk}/").text

    def test_from_everybody_means_from_this_exercise(self, cast, tess, own, shelves):
        self.add(tess, own)
        file = LibraryFile.objects.get()
        tess.post(f"/library/{own.pk}/copy/", sheet(shelves["skill"], title="A copy"))
        tess.post(f"/library/{own.pk}/files/{file.pk}/removal/", {"from": "everybody"})
        assert not self.newest(own).enclosures.exists()
        assert Exercise.objects.get(title="A copy").enclosures.get().file == file

    def test_with_an_exercise_that_nobody_was_given_its_files_go(self, tess, own):
        self.add(tess, own)
        tess.post(f"/library/{own.pk}/retirement/")
        assert not LibraryFile.objects.exists()

    def test_with_the_last_record_that_holds_it_a_file_goes(self, cast, tess, own):
        self.add(tess, own)
        file = LibraryFile.objects.get()
        agreed_plan(cast.therapy, cast.tess, exercise=self.newest(own))
        tess.post(f"/library/{own.pk}/files/{file.pk}/removal/")
        erase(cast.therapy)
        assert not LibraryFile.objects.exists()

    def test_a_sheet_that_was_used_takes_no_other_file_in_silence(self, tess, own):
        once = uuid.uuid4()
        self.add(tess, own, sheet=once)
        page = self.add(tess, own, sheet=once, title="Another")
        assert page.status_code == 422 and "Choose this one again" in page.text
        assert f'name="sheet" value="{once}"' not in page.text and self.newest(own).version == 2

    def test_a_client_meets_it_where_the_homework_is(self, cast, tess, own, signed_in):
        self.add(tess, own)
        file, cleo = LibraryFile.objects.get(), signed_in(cast.cleo)
        address = f"/toolbox/files/{file.pk}/"
        draft = Assignment.from_exercise(
            self.newest(own), plan=WeekPlan.prepare(cast.therapy, by=cast.tess)
        )
        assert cleo.get(address).status_code == 404
        draft.remove(by=cast.tess)
        homework = agreed_plan(cast.therapy, cast.tess, exercise=self.newest(own)).assignments.get()
        page, stays = cleo.get(f"/today/{homework.pk}/log/").text, "It stays on this phone until"
        assert address in page and stays not in page
        cast.cleo.say_about_phone(own=True, others_see=True)
        assert stays in cleo.get(f"/today/{homework.pk}/log/").text
        homework.skill = own.skill
        homework.save(update_fields=["skill"])
        logged(homework, cast.cleo)
        assert address in cleo.get("/toolbox/").text
        assert cleo.get(address)["Content-Disposition"].startswith("attachment;")

    def test_nobody_else_does(self, cast, tess, own, signed_in, shelves):
        self.add(tess, own)
        file = LibraryFile.objects.get()
        agreed_plan(cast.therapy, cast.tess, exercise=self.newest(own))
        assert signed_in(cast.carl).get(f"/toolbox/files/{file.pk}/").status_code == 404
        for who in (cast.otto, cast.zoe):
            assert signed_in(who).get(f"/library/{own.pk}/files/{file.pk}/").status_code == 404
        otherwise = f"/library/{shelves['clinic'].pk}/files/{file.pk}/"
        assert signed_in(cast.otto).get(otherwise).status_code == 404

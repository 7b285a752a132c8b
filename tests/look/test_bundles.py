import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.test import override_settings

from config.bundles import BUNDLES, BundleFinder, joined
from tests.look.serve import GALLERY


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.BUNDLE_ROOT = tmp_path / "bundles"
    settings.STATICFILES_FINDERS = GALLERY["STATICFILES_FINDERS"]
    finders.get_finder.cache_clear()
    yield settings.BUNDLE_ROOT
    finders.get_finder.cache_clear()


def test_layers_come_first_and_comments_are_gone():
    css = joined("css/*.css")
    assert css.startswith("@layer reset, tokens, base, components, utilities;")
    assert "/*" not in css
    assert "--dark: ;" in css


def test_a_bundle_follows_its_sources(folder, tmp_path, settings):
    settings.BASE_DIR = tmp_path
    source = tmp_path / "static" / "css" / "button.css"
    source.parent.mkdir(parents=True)
    for colour in ("teal", "gold"):
        source.write_text(f".button {{ color: {colour}; }}")
        path = BundleFinder().find("css/midweek.css")
        assert Path(path).read_text() == f".button {{ color: {colour}; }}\n"


def test_other_files_are_left_to_the_other_finders():
    assert BundleFinder().find("css/button.css") == []
    assert finders.find("css/button.css").endswith("static/css/button.css")
    assert finders.find("css/midweek.css").endswith("bundles/css/midweek.css")


def test_collectstatic_gives_bundles_hashed_names(tmp_path):
    storages = {
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"}
    }
    with override_settings(STATIC_ROOT=tmp_path / "out", STORAGES=storages):
        call_command("collectstatic", interactive=False, verbosity=0)
    assert list((tmp_path / "out/css").glob("midweek.????????????.css"))
    assert list((tmp_path / "out/js").glob("midweek.????????????.js.br"))


@pytest.mark.parametrize(("name", "most"), [("css/midweek.css", 12_000), ("js/midweek.js", 8_000)])
def test_bundles_stay_light(name, most):
    assert len(gzip.compress(joined(*BUNDLES[name]).encode())) < most

"""The formats, found by their word."""

import subprocess
import sys

import pytest

from exports.formats import FORMATS
from tests.exports.samples import SAMPLES, document

HEAVY = ("reportlab", "qrcode", "PIL", "uharfbuzz", "exports.pdf", "exports.html", "exports.markdown")


def test_a_word_finds_its_format_and_the_one_to_print_comes_first() -> None:
    assert list(FORMATS) == ["pdf", "html", "md"]
    assert all(each.word == word for word, each in FORMATS.items())


def test_nothing_that_writes_is_loaded_before_it_is_asked_for() -> None:
    code = f"import sys, exports, exports.formats; sys.exit(any(name in sys.modules for name in {HEAVY}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("word", ["html", "md"])
def test_a_page_without_a_picture_is_written_without_what_draws(word: str) -> None:
    code = (
        "import sys; from tests.exports.samples import document; from exports.formats import FORMATS; "
        f"FORMATS[{word!r}].composed(document(())); sys.exit('reportlab' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("word", FORMATS)
def test_the_same_document_makes_the_same_file(word: str) -> None:
    first, second = (FORMATS[word].composed(document(SAMPLES)).tobytes() for _ in range(2))
    assert first == second
    assert first

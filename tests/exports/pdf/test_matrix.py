from pathlib import Path

import pytest
import qrcode.constants
import zxingcpp
from exports.documents.plan_code import QrCode, plan_text
from qrcode.main import QRCode

import exports
from exports.pdf.matrix import LARGEST, capacity, matrix
from exports.pdf.paper import MM
from tests.exports.pages import all_text, page_count, picture
from tests.exports.room_of_teachers import ENDINGS, contribution, session


def theirs(data: bytes) -> list[str]:
    code = QRCode(error_correction=qrcode.constants.ERROR_CORRECT_L, mask_pattern=3, border=0)
    code.add_data(data, optimize=0)
    code.make(fit=True)
    return ["".join("1" if cell else "0" for cell in row) for row in code.modules]


@pytest.mark.parametrize("version", range(1, LARGEST + 1))
def test_it_is_the_same_code_as_the_qrcode_package_makes(version: int) -> None:
    data = bytes(97 + (i * 7) % 26 for i in range(capacity(version)))
    assert matrix(data) == theirs(data)
    assert matrix(data[:-1]) == theirs(data[:-1])


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        matrix(b"x" * (capacity(LARGEST) + 1))


def test_a_camera_reads_the_plan_from_the_printed_page(tmp_path: Path) -> None:
    of = session()
    path = exports.handouts(of, [contribution(of, 1)], tmp_path)[0]
    for dots in (100, 120, 150, 200, 300):
        found = zxingcpp.read_barcodes(picture(path, page_count(path) - 1, scale=dots / 72))
        assert len(found) == 1, f"not read at {dots} dots an inch"
    assert len(found) == 1
    assert found[0].text.startswith("Our outline plan\n\nOur goal is that every pupil in Years 3 and 4 talks")
    held = found[0].text.count("\n\n") - 1
    assert f"Holds {held} of 12 sentences" in all_text(path)
    assert found[0].text.endswith(f"… (cut here; {12 - held} more on paper)")


def test_a_short_plan_is_held_whole(tmp_path: Path) -> None:
    of = session()
    assert "Holds all 3 of your sentences." in all_text(
        exports.handouts(of, [contribution(of, 1, unfinished=10)], tmp_path)[0]
    )


def test_it_is_cut_between_sentences_or_else_between_words() -> None:
    text, kept = plan_text("Plan", ENDINGS, 400)
    assert text.startswith(f"Plan\n\n{ENDINGS[0]}")
    assert 0 < kept < len(ENDINGS)
    assert len(text.encode()) <= 400
    text, kept = plan_text("Plan", ["ŵ" * 40 + " " + "x" * 900], 200)
    assert (kept, len(text.encode()) <= 200) == (0, True)
    assert text.endswith("(cut here; the rest is on paper)")


def test_it_is_printed_large_enough() -> None:
    assert QrCode("x").width >= 25 * MM
    assert QrCode("x" * capacity(LARGEST)).width / 105 >= 0.45 * MM

"""The cluster sheet: everybody under the name they have now, with their topics, in every format."""

from datetime import date
from pathlib import Path

import pytest

from activities.session.beginning import begin
from activities.session.clusters import clusters_of, led, named
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop
from exports import cluster_sheets
from exports.documents.clusters import cluster_sheet
from exports.formats import FORMATS
from tests.activities.examples import NOW, filled, form
from tests.exports.blocks import said

FORM = form()
CHOSE = {"Amara": ("Reading",), "<b>Tom</b> & co": ("Reading", "Writing"), "Priya": ("Talk",)}


def room() -> list[Contribution]:
    return [
        Contribution(participant=Participant(id=f"p-{n}", name=name)).record(
            "form", filled(name, *topics), at=NOW, handed_in=True
        )
        for n, (name, topics) in enumerate(CHOSE.items())
    ]


def session() -> Session:
    agenda = Workshop(id="w", title="W", summary="s", activities=(FORM,))
    return begin(agenda, code="MKRT", title="Clusters", on=date(2026, 11, 20)).rename("p-0", "Amara B")


def test_everybody_stands_under_the_name_they_have_now_with_what_they_chose() -> None:
    text = said(cluster_sheet(session(), FORM, room()))
    assert "3 people in 2 clusters" in text
    assert "Amara B Reading" in text
    assert "<b>Tom</b> & co Reading; Writing" in text
    assert text.index("1 Reading") < text.index("2 Talk")


def test_a_cluster_stands_under_the_name_and_with_the_facilitator_it_was_given() -> None:
    now = session()
    now = named(now, clusters_of(now, FORM, room()), 0, "The readers")
    now = led(now, clusters_of(now, FORM, room()), 0, "Jo")
    text = said(cluster_sheet(now, FORM, room()))
    assert "1 The readers" in text
    assert "In common: Reading" in text
    assert "Facilitator: Jo" in text


def test_without_anybody_it_says_so() -> None:
    assert "Nobody has filled in the form yet." in said(cluster_sheet(session(), FORM, []))


@pytest.mark.parametrize("word", FORMATS)
def test_it_is_written_in_every_format(tmp_path: Path, word: str) -> None:
    (path,) = cluster_sheets(session(), FORM, room(), tmp_path, formats=[FORMATS[word]])
    assert path.name == f"MKRT clusters.{word}"
    assert path.stat().st_size > 100

import subprocess
import sys
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from activities.kinds.brief import Brief
from activities.kinds.prompts import Prompts
from activities.workshop.mistakes import WorkshopMistakes
from activities.workshop.reading import read_workshop
from activities.workshop.workshop import Workshop
from tests.activities.examples import workshop

GOOD = """\
id: mine
title: Mine
summary: To try it.
activities:
  - kind: brief
    id: hello
    title: Hello
    minutes: 5
    purpose: To begin.
    question: Ready?
    instructions: Listen.
  - kind: prompts
    id: think
    title: Think
    minutes: 10
    purpose: To think.
    question: What now?
    instructions: Write.
    prompts:
      - id: one
        prompt: The first?
      - id: two
        prompt: The second?
  - kind: sentence_stems
    id: plan
    title: Plan
    minutes: 20
    purpose: To plan.
    question: What next?
    instructions: Finish them.
    stems:
      - id: goal
        stem: Our goal is …
        short: Goal
        from: think
"""


def mistakes(text: str, name: str = "mine.yaml") -> list[str]:
    with pytest.raises(WorkshopMistakes) as refused:
        read_workshop(text, name)
    found = refused.value.mistakes
    assert str(refused.value) == "\n".join(found)
    return list(found)


def changed(line: int, to: str) -> str:
    """The good file with another line in the place of this one (several, where `to` has several)."""
    lines = GOOD.splitlines()
    lines[line - 1] = to
    return "\n".join(lines) + "\n"


def line_of(found: list[str]) -> list[int]:
    return [int(one.split(":")[1]) for one in found]


def test_a_good_file_is_read_as_it_stands() -> None:
    read = read_workshop(GOOD, "mine.yaml")
    assert (read.title, read.minutes, [activity.id for activity in read.activities]) == (
        "Mine",
        35,
        ["hello", "think", "plan"],
    )
    assert isinstance(read.activities[0], Brief)
    assert isinstance(read.activities[1], Prompts)


@pytest.mark.parametrize(
    "text", ["\ufeff" + GOOD, GOOD.replace("\n", "\r\n"), GOOD.replace("\n", "\r"), "---\n" + GOOD]
)
def test_a_byte_order_mark_and_other_line_ends_are_fine(text: str) -> None:
    assert read_workshop(text, "mine.yaml") == read_workshop(GOOD, "mine.yaml")


@pytest.mark.parametrize("typed", ["2026", "007", "1.10", "no", "2026-11-22", "true", "0x1F", "1_000", "'null'"])
def test_a_title_is_kept_as_it_was_typed(typed: str) -> None:
    assert read_workshop(changed(2, f"title: {typed}"), "mine.yaml").title == typed.strip("'")


CASES = {
    "unknown key": (2, "titel: Mine", [
        "mine.yaml:1: ‘title’ is missing here: add ‘title:’",
        "mine.yaml:2: there is no key ‘titel’ here: did you mean ‘title’?",
    ]),
    "unknown key in an activity": (8, "    minutes: 5\n    colour: red", [
        "mine.yaml:9: there is no key ‘colour’ here: there can be id, kind, title, minutes, purpose, question, "
        "instructions, task_short, say, script, watch, discuss, by, audience, from, again, covers, points, pages",
    ]),
    "unknown part of the minutes": (8, "    minutes: {explian: 2, talk: 3}", [
        "mine.yaml:8: there is no key ‘explian’ here: did you mean ‘explain’?",
    ]),
    "a part that is no number": (8, "    minutes:\n      explain: soon\n      talk: 3", [
        "mine.yaml:9: ‘explain’ must be a whole number, not ‘soon’: write it in figures",
    ]),
    "parts that add up to nothing": (8, "    minutes: {talk: 0}", [
        "mine.yaml:8: the parts add up to 0 minutes: plan 1 to 600",
    ]),
    "an unknown key in a cue": (8, "    minutes: 5\n    script:\n      - say: Hello\n        minuts: 2", [
        "mine.yaml:11: there is no key ‘minuts’ here: did you mean ‘minutes’?",
    ]),
    "a cue of no minutes": (8, "    minutes: 5\n    script:\n      - say: Hello\n        minutes: 0", [
        "mine.yaml:11: ‘minutes’ is ‘0’: it must be at least 1",
    ]),
    "two scripts": (8, "    minutes: 5\n    say: [Hello]\n    script: [Hello]", [
        "mine.yaml:5: the script stands under ‘say’ and under ‘script’: keep one of them",
    ]),
    "unknown key in a stem": (34, "        shrt: Goal", [
        "mine.yaml:32: ‘short’ is missing here: add ‘short:’",
        "mine.yaml:34: there is no key ‘shrt’ here: did you mean ‘short’?",
    ]),
    "missing key": (9, "", ["mine.yaml:5: ‘purpose’ is missing here: add ‘purpose:’"]),
    "missing kind": (12, "  - id: think", [
        "mine.yaml:12: ‘kind’ is missing here: add ‘kind:’",
        "mine.yaml:13: ‘id’ is given again (first on line 12): take one out",
    ]),
    "nothing after a key": (10, "    question:", [
        "mine.yaml:10: ‘question’ has nothing after it: write something, or take the line out",
    ]),
    "empty text": (10, "    question: '  '", [
        "mine.yaml:10: ‘question’ is empty: write something, or take the line out",
    ]),
    "too long": (7, f"    title: {'x' * 70}", ["mine.yaml:7: ‘title’ has 70 characters: shorten it to at most 60"]),
    "two lines": (7, "    title: |\n      Two\n      lines", [
        "mine.yaml:7: ‘title’ has more than one line: write it in one",
    ]),
    "minutes in words": (8, "    minutes: five", [
        "mine.yaml:8: ‘minutes’ must be a whole number, not ‘five’: write it in figures",
    ]),
    "part of a minute": (8, "    minutes: 2.5", [
        "mine.yaml:8: ‘minutes’ must be a whole number, not ‘2.5’: write it in figures",
    ]),
    "no minutes": (8, "    minutes: 0", ["mine.yaml:8: ‘minutes’ is ‘0’: it must be at least 1"]),
    "too many minutes": (8, "    minutes: 1000", ["mine.yaml:8: ‘minutes’ is ‘1000’: it must be at most 600"]),
    "none of several words": (8, "    minutes: 5\n    audience: all", [
        "mine.yaml:9: ‘audience’ cannot be ‘all’: there can be room, offered, own",
    ]),
    "nearly one of several words": (8, "    minutes: 5\n    by: persons", [
        "mine.yaml:9: ‘by’ cannot be ‘persons’: did you mean ‘person’?",
    ]),
    "not a list": (8, "    minutes: 5\n    say: Hello.", [
        "mine.yaml:9: ‘say’ must be a list, not ‘Hello.’: begin each entry on a new line with ‘- ’",
    ]),
    "a list for text": (10, "    question:\n      - Ready?", [
        "mine.yaml:10: ‘question’ must be text, not a list: put quotes around text with a colon or bracket",
    ]),
    "an entry that is empty": (8, "    minutes: 5\n    say:\n      - Hello.\n      -", [
        "mine.yaml:11: entry 2 of ‘say’ has nothing after it: write something, or take the line out",
    ]),
    "text for an activity": (12, "  - hello\n  - kind: prompts", [
        "mine.yaml:12: entry 2 of ‘activities’ must be keys and values, not ‘hello’: write ‘key: value’ lines",
    ]),
    "an id in capitals": (1, "id: My Workshop", [
        "mine.yaml:1: ‘My Workshop’ cannot be an id: use small letters, digits and hyphens, a letter first, at most 40",
    ]),
    "unknown kind": (12, "  - kind: promts", [
        "mine.yaml:12: there is no kind of activity called ‘promts’: did you mean ‘prompts’?",
    ]),
    "repeated id of an activity": (13, "    id: hello", [
        "mine.yaml:13: the id ‘hello’ is used more than once: choose another",
        "mine.yaml:35: ‘from’ names ‘think’, which does not exist: name one that comes before, ‘hello’",
    ]),
    "repeated id of a prompt": (22, "      - id: one", [
        "mine.yaml:22: the id ‘one’ is used more than once: choose another",
    ]),
    "repeated key": (3, "summary: To try it.\ntitle: Again", [
        "mine.yaml:4: ‘title’ is given again (first on line 2): take one out",
    ]),
    "a reference to nothing": (35, "        from: thinking", [
        "mine.yaml:35: ‘from’ names ‘thinking’, which does not exist: name one that comes before, ‘hello’, ‘think’",
    ]),
    "a reference to itself": (35, "        from: plan", [
        "mine.yaml:35: ‘from’ names ‘plan’, which comes no earlier on the agenda: name one that comes before, "
        "‘hello’, ‘think’",
    ]),
    "tabs": (8, "\tminutes: 5\n\tsay: x", [
        "mine.yaml:8: the line is indented with a tab: use spaces",
        "mine.yaml:9: the line is indented with a tab: use spaces",
    ]),
    "a second colon": (10, "    question: Ready: or not?", [
        "mine.yaml:10: a second colon in one line: put the text after the first in quotes",
    ]),
    "no colon": (10, "    question", [
        "mine.yaml:10: there is no colon after ‘question’: write ‘key: value’",
    ]),
    "out of line": (10, "     question: Ready?", [
        "mine.yaml:10: this line is indented further than the one above it: put the keys in one column",
    ]),
    "a dash out of line": (22, "     - id: two", [
        "mine.yaml:22: this is not in line with the keys above it: indent it alike, or close a quote",
    ]),
    "a quote that stays open": (2, 'title: "Mine', [
        "mine.yaml:2: the quote that begins here is never closed: add the closing one",
    ]),
    "a bracket that stays open": (2, "title: [Mine", [
        "mine.yaml:2: the ‘[’ here is not closed, or a comma is missing: close it with ‘]’",
    ]),
    "an at sign": (2, "title: @home", ["mine.yaml:2: ‘@’ cannot begin a text: put the text in quotes"]),
    "a backslash": (2, 'title: "C:\\data"', [
        "mine.yaml:2: a ‘\\’ in double quotes means something else: use single quotes",
    ]),
    "an anchor and an alias": (2, "title: &t Mine\nfollows: *t", [
        "mine.yaml:2: ‘&t’ names a part to repeat it, which is not allowed here: take it out",
        "mine.yaml:3: ‘*t’ repeats another part, which is not allowed here: write it out, or use quotes",
    ]),
    "a tag": (2, "title: !!python/object/apply:os.system [ls]", [
        "mine.yaml:2: the tag ‘!!python/object/apply:os.system’ is not allowed here: take it out, or put the text in quotes",
    ]),
    "a second document": (3, "summary: To try it.\n---\nid: other", [
        "mine.yaml:4: a second document begins here (‘---’): keep one workshop a file",
    ]),
    "a key that is a list": (2, "title: Mine\n? [a, b]\n: c", [
        "mine.yaml:3: a key must be a word, not a list: write ‘key: value’, or put the text in quotes",
    ]),
    "a key that is a number": (2, "title: Mine\n7: seven", [
        "mine.yaml:3: there is no key ‘7’ here: there can be id, title, summary, follows, activities",
    ]),
    "no key": (2, "title: Mine\n: seven", [
        "mine.yaml:3: there is no word before the colon: write ‘key: value’, or put the text in quotes",
    ]),
    "a NUL": (2, "title: Mi\x00ne", ["mine.yaml:2: the line has a character that cannot be seen: type the line again"]),
    "an escape": (2, "title: Mi\x1b[31mne", [
        "mine.yaml:2: the line has a character that cannot be seen: type the line again",
    ]),
    "a NUL in disguise": (2, 'title: "Mi\\0ne"', [
        "mine.yaml:2: the text has a character that cannot be seen: take out the ‘\\’ and type it again",
    ]),
    "half a character in disguise": (2, 'title: "\\ud800"', [
        "mine.yaml:2: the text has a character that cannot be seen: take out the ‘\\’ and type it again",
    ]),
    "deep": (2, f"title: {'[' * 5000}", [
        "mine.yaml:2: more than 20 lists stand inside one another: is a bracket not closed?",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("line", "to", "expected"), CASES.values(), ids=CASES.keys())
def test_a_mistake_is_told_with_its_line_and_its_mend(line: int, to: str, expected: list[str]) -> None:
    assert mistakes(changed(line, to)) == expected


UNSEEN = "\u200b"
FORM = GOOD.partition("  - kind: prompts")[0] + (
    "  - {kind: form, id: f, title: F, minutes: 5, purpose: P, question: Q, instructions: I, fields: [%s], ledger: %s}\n"
)


@pytest.mark.parametrize(
    "text",
    [
        FORM % ("{id: a, type: line, label: A}", f"{{of: days, target: {UNSEEN}}}"),
        FORM % (f"{{id: a, type: one_of, label: A, options: [A{UNSEEN}, A{UNSEEN}]}}", "{of: days, target: 5}"),
        FORM.replace(
            "fields: [%s], ledger: %s", f"options: [{{id: a, label: A}}, {{id: b, label: B}}], pick: {UNSEEN}"
        ).replace("kind: form", "kind: choice"),
        FORM.replace(
            "fields: [%s], ledger: %s", f"own_rows: 1, columns: [{{id: a, label: A, one_of: [A{UNSEEN}, A{UNSEEN}]}}]"
        ).replace("kind: form", "kind: grid"),
    ],
    ids=["a target", "an option of a form", "how many to pick", "an option of a column"],
)
def test_what_cannot_be_seen_is_not_in_what_is_told_either(text: str) -> None:
    (told,) = mistakes(text)
    assert told.startswith("mine.yaml:")
    assert UNSEEN not in told
    assert "�" in told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "mine.yaml:1: the file is empty: begin with ‘id:’, ‘title:’ and ‘summary:’"),
        ("\n# only this\n", "mine.yaml:1: the file is empty: begin with ‘id:’, ‘title:’ and ‘summary:’"),
        ("\n- a\n- b\n", "mine.yaml:2: the file must begin with keys and values, such as ‘id: my-workshop’"),
        ("hello", "mine.yaml:1: the file must begin with keys and values, such as ‘id: my-workshop’"),
        ("x" * 250_001, "mine.yaml:1: the file has more than 250,000 characters: no workshop needs that many"),
    ],
)
def test_what_is_no_workshop_at_all_is_told_in_one_line(text: str, expected: str) -> None:
    assert mistakes(text) == [expected]


def test_a_circle_called_aside_and_a_card_called_own_are_told_where_they_stand() -> None:
    text = dedent("""\
        id: mine
        title: Mine
        summary: To try it.
        activities:
          - kind: card_sort
            id: sort
            title: Sort
            minutes: 5
            purpose: To sort.
            question: Where?
            instructions: Sort.
            circles:
              - {id: left, label: Left}
              - {id: aside, label: Aside}
              - {id: top, label: Top}
            cards:
              - {id: own-1, label: One}
        """)
    assert mistakes(text) == [
        "mine.yaml:14: a circle cannot have the id ‘aside’: it is the place for cards that do not apply",
        "mine.yaml:17: a card's id cannot begin with ‘own-’: that is for people's own cards",
    ]
    assert mistakes(
        text.replace("aside", "low")
        .replace("own-1", "one")
        .replace("{id: top", "{id: lower, label: L}\n      - {id: top")
    )[0] == ("mine.yaml:12: ‘circles’ has 4 entries: it takes at most 3")


def test_all_mistakes_of_a_file_are_told_at_once_in_the_order_of_its_lines() -> None:
    lines = GOOD.splitlines()
    lines[1] = "titel: Mine"
    lines[7] = "    minutes: five"
    lines[9] = "    question:"
    lines[12] = "    id: hello"
    lines[21] = "      - id: one"
    lines[33] = "        shrt: Goal"
    lines[34] = "        from: nowhere"
    found = mistakes("\n".join(lines))
    assert line_of(found) == [1, 2, 8, 10, 13, 22, 32, 34, 35]


def test_a_reference_is_checked_though_the_activity_that_has_it_is_broken() -> None:
    lines = GOOD.splitlines()
    lines[25] = ""
    lines[34] = "        from: nowhere"
    assert line_of(mistakes("\n".join(lines))) == [24, 35]


def test_an_activity_kept_in_json_is_read_back() -> None:
    example = workshop()
    assert Workshop.model_validate_json(example.model_dump_json()) == example


def test_thousands_of_repeats_do_not_swell() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{key}: &{key} [*{last}, *{last}]\n" for last, key in zip("abcdefghij", "bcdefghijk", strict=True)
    )
    assert all("is not allowed here" in one or "missing" in one or "no key" in one for one in mistakes(bomb))


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "- [ "])
def test_no_depth_is_too_much(opening: str) -> None:
    assert len(mistakes(opening * 20_000)) == 1


def told(text: str) -> tuple[str, ...]:
    """The mistakes of a text; none where it is a workshop."""
    try:
        read_workshop(text, "mine.yaml")
    except WorkshopMistakes as refused:
        return refused.mistakes
    return ()


def checked(text: str) -> None:
    """Whatever a file says, it is read or its mistakes are told, one a line, with lines that the file has."""
    last = text.count("\n") + text.count("\r") + 1
    for one in told(text):
        assert one.isprintable()
        assert one.startswith("mine.yaml:")
        assert 1 <= int(one.split(":")[1]) <= last


def test_what_cannot_be_seen_is_not_shown_as_if_it_were_not_there() -> None:
    assert mistakes("\xad\t") == ["mine.yaml:1: ‘�’ cannot begin a text: put the text in quotes"]


@settings(max_examples=300)
@given(st.text())
def test_any_text_at_all_is_read_or_refused_in_words(text: str) -> None:
    checked(text)


@settings(max_examples=300)
@given(st.text(alphabet="ab01:-?![]{}&*#|>%@`'\"\\,.~<= \n\t\r", max_size=40))
def test_any_yaml_like_text_is_read_or_refused_in_words(text: str) -> None:
    checked(text)


@settings(max_examples=300)
@given(
    st.integers(0, len(GOOD)),
    st.integers(0, 30),
    st.text(alphabet="ab01:-?![]{}&*#|>%@`'\"\\,.~<= \n\t", max_size=5),
)
def test_any_slip_of_the_hand_in_a_good_file_is_read_or_refused_in_words(at: int, cut: int, typed: str) -> None:
    checked(GOOD[:at] + typed + GOOD[at + cut :])


def test_the_parser_is_not_loaded_before_a_file_is_read() -> None:
    code = "import sys, activities.workshop.reading; sys.exit(any(name.startswith('ruamel') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

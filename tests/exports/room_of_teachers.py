"""A workshop as schools run it, with what people gave: the fixture of these tests and of the benchmark."""

from datetime import UTC, date, datetime
from random import Random

from activities.kinds.brief import Brief
from activities.kinds.card_counts import ASIDE, Place
from activities.kinds.card_sort import Card, CardSort, CardSortResponse, Circle
from activities.kinds.pathway import Pathway, PathwayResponse, Stage, Strand
from activities.kinds.pause import Pause
from activities.kinds.prompts import Prompt, Prompts, PromptsResponse
from activities.kinds.sentence_stems import SentenceStems, SentenceStemsResponse, Stem
from activities.session.beginning import begin
from activities.session.contribution import Contribution, Participant
from activities.session.session import Session
from activities.workshop.workshop import Workshop

NOW = datetime(2026, 3, 14, 13, 0, tzinfo=UTC)

CARDS = (
    "Learner progress", "Learner workbooks", "Observation notes", "Learner voice activities",
    "Feedback from senior leaders", "Professional development evaluation forms", "Coaching and mentoring notes",
    "Teacher assessments", "Leaders’ monitoring", "Notes of staff meetings", "Staff survey", "Interviews with staff",
    "Parent questionnaire", "Enquiry tools", "School policies", "Lesson plans", "Schemes of learning",
    "Teaching resources",
)  # fmt: skip

STEMS = (
    ("Our goal is", "Goal"), ("The evidence that led us to this goal is", "Evidence for it"),
    ("We want to find out", "Question"), ("What will change is", "Change"), ("It will change for", "For whom"),
    ("Evidence we already have is", "We have"), ("It tells us", "It tells us"),
    ("It does not tell us", "It does not tell us"), ("To fill the gap we will collect", "To collect"),
    ("A second angle comes from", "Second angle"), ("We will know it is working when", "Progress"),
    ("People are protected by", "Ethics"), ("We will review this on", "Review"),
)  # fmt: skip

ENDINGS = (
    "that every pupil in Years 3 and 4 talks about a text with evidence from the page, and not only from memory.",
    "the spring reading assessment, where a third of the class could retell a story but could not say how they knew.",
    "whether ten minutes of paired talk before writing helps pupils to back up what they say.",
    "the first ten minutes of three reading lessons a week.",
    "two classes of 28 pupils, and the four teachers and two assistants who work with them.",
    "workbooks since September, notes of two observations, and the reading assessment of each term.",
    "which pupils leave the question blank, and that they are not the ones we would have guessed.",
    "what they were thinking when they left it blank.",
    "short interviews with six pupils chosen from across the range, and a tally of talk turns in one lesson a week.",
    "Ffion Ŵyn and Łucja Żak from our partner school, who will watch one lesson each half term.",
    "more than half of the answers point to a line in the text, and pupils can say why they chose it.",
    "asking parents and pupils first, using codes and never names, and deleting the recordings at the end of July.",
    "Friday 26 June, so that what we learn shapes next year’s scheme of work.",
)

REFLECTIONS = (
    "We collect a great deal for accountability and rarely go back to it. Observation notes are filed the same day, and "
    "nobody but the person observed reads them again.\n\nWhat surprised me is how much of it we already share.",
    "Use the coaching notes we already have before we ask anyone to write anything new. Look at workbooks together in "
    "one staff meeting each half term, with one question agreed before.",
)

STAGES = (
    ("Starting", "I know that research about teaching exists, and I hear about it now and then."),
    ("Developing", "I read a summary now and then, and I can name one idea that changed a lesson."),
    (
        "Established",
        "I know where to find summaries I can trust, and I can say what makes one study stronger than another.",
    ),
    ("Leading", "I help colleagues to weigh evidence, and we decide together what to try and what to drop."),
)

CIRCLES = (("accountability", "Accountability"), ("development", "Professional development"))


def workshop(circles: int = 2) -> Workshop:
    """A brief, a card sort, two prompts, three strands of four stages, a plan of thirteen stems and a pause."""
    names = (*CIRCLES, ("learning", "Teaching and learning"))[:circles]
    return Workshop(
        id="evidence",
        title="Evidence in our school",
        summary="What evidence we have, and what it is for.",
        activities=(
            Brief(id="why", title="Why we are here", minutes=5, purpose="A beginning.", question="What brings you here?",
                  instructions="Listen.", points=("Two purposes run through this morning.", "The tools are guides."),
                  discuss=("Which purpose is louder in your school?",)),
            CardSort(id="sort", title="What our evidence is for", minutes=15, purpose="To see.",
                     question="What is each piece of evidence for?", instructions="Sort the cards.",
                     circles=tuple(Circle(id=i, label=label) for i, label in names),
                     cards=tuple(Card(id=f"card-{n}", label=label) for n, label in enumerate(CARDS)),
                     discuss=("Which card did you disagree on, and why?",)),
            Prompts(id="reflect", title="Looking back at the cards", minutes=10, purpose="To think.",
                    question="What does this show about our school?", instructions="Write.",
                    prompts=(Prompt(id="now", prompt="What is our evidence used for at present?"),
                             Prompt(id="next", prompt="How might we use what we have more deeply?"))),
            Pathway(id="pathway", title="Where I stand", minutes=20, purpose="To know.",
                    question="Which stage sounds most like you today?", instructions="Mark a stage.",
                    strands=tuple(
                        Strand(id=i, title=title, stages=tuple(Stage(title=t, descriptor=d, example=d) for t, d in STAGES))
                        for i, title in (("aware", "Awareness of evidence"), ("engage", "Engagement with evidence"),
                                         ("use", "Use of evidence")))),
            SentenceStems(id="plan", title="Our outline plan", minutes=25, purpose="To plan.",
                          question="What will you find out, and how?", instructions="Finish the sentences.",
                          stems=tuple(Stem(id=f"stem-{n}", stem=stem, short=short, lines=2)
                                      for n, (stem, short) in enumerate(STEMS))),
            Pause(id="tea", title="Tea", minutes=15),
        ),
    )  # fmt: skip


def session(circles: int = 2) -> Session:
    """The workshop at a school in Cumbria."""
    return begin(workshop(circles), code="MKRT", title="Evidence in our school", on=date(2026, 3, 14),
                 place="St Bees Village Primary School")  # fmt: skip


def sort_cards(of: CardSort, random: Random) -> CardSortResponse:
    """Cards put where a table might put them, with one card of their own."""
    response = CardSortResponse()
    for number, card in enumerate(of.cards):
        if random.random() < 0.06:
            response = response.put(card.id, ASIDE if random.random() < 0.7 else ())
            continue
        likely = of.regions[number % len(of.regions)]
        place: Place = likely if random.random() < 0.65 else random.choice(of.regions)
        response = response.put(card.id, place)
    response = response.write_card(of, random.choice(("Pupil council minutes", "Library loans", "Sports records")))
    return response.put("own-1", of.regions[-1])


def contribution(of: Session, number: int, *, unfinished: int = 1) -> Contribution:
    """One table's work, different for every number and the same every time; the last stems stay open."""
    random = Random(number)
    sort, _, pathway, plan = of.workshop.activities[1:5]
    assert isinstance(sort, CardSort)
    assert isinstance(pathway, Pathway)
    assert isinstance(plan, SentenceStems)
    given = Contribution(participant=Participant(id=f"p-{number}", name=f"Table {number}"))
    given = given.record("sort", sort_cards(sort, random), at=NOW, handed_in=True)
    answers = dict(zip(("now", "next"), REFLECTIONS, strict=True))
    answers["now"] += f" We talked about {random.choice(CARDS).lower()}."
    given = given.record("reflect", PromptsResponse(answers=answers), at=NOW, handed_in=True)
    marks = PathwayResponse()
    for strand in pathway.strands:
        marks = marks.stand_at(strand, random.choice((1, 2, 2, 3, 3, 4)))
        marks = marks.give_evidence(strand.id, f"In Year {random.randint(1, 6)} I changed how we group for reading.")
        marks = marks.plan_move(strand.id, "Read one summary before the next staff meeting and bring one question.")
    given = given.record("pathway", marks, at=NOW, handed_in=True)
    endings = list(ENDINGS[: len(plan.stems) - unfinished])
    endings[2] = f"{endings[2][:-1]} in group {number}."
    plan_given = SentenceStemsResponse(answers={f"stem-{n}": text for n, text in enumerate(endings)})
    return given.record("plan", plan_given, at=NOW, handed_in=True)

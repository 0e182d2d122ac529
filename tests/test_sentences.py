"""Sentence splitting: a table of texts whose sentences are parted by "|"."""

import pytest

from timeline import sentences

CASES = [
    ("The talks ended.| Nobody spoke.", "plain"),
    ("Sen. Ana Ruiz met Gov. T. J. Holt on Jan. 3.| They left.", "titles, initials and months"),
    ("SEN. RUIZ LEFT.| She did.", "a title in capitals"),
    ("He arrived in Jan.| The rest followed in Feb. 2011.", "a month at the end"),
    ("The U.S. Army stayed in the U.S.| The others left at 5 p.m. Tuesday.", "dotted abbreviations"),
    ("It begins at 3 p.m.| Soldiers came.| It ended at 5 p.m.| A crowd left.", "an hour at the end"),
    ("It begins at 3 p.m. Eastern, 9 p.m. Lund time, 8 p.m. GMT.| It ends at 4 p.m. Friday.", "an hour in the middle"),
    ("It rose 3.5 percent to $1.2 billion.| No. 7 was sold.", "decimals and numbers"),
    ("“Enough!” he said.| “We want to go home.”| Then he left.", "curly quotes"),
    ('"Is it over?" asked Ms. Lee.| "It is."| She smiled.', "straight quotes"),
    ("`` We stay . ''| The crowd cheered .", "tokenised quotes"),
    ('They said " no . "| He asked " why " .', "a straight quote that stands alone"),
    ("They waited ... and waited.| Then rain fell.", "an ellipsis that runs on"),
    ("They waited . . . and left.", "a spaced ellipsis"),
    ("He hesitated…| She did not.", "an ellipsis that ends"),
    ("The bank failed (it had lost $2 bn).| Its head resigned.", "brackets"),
    ("Shares of Acme Inc. rose.| Acme Inc.| It fell.", "a firm in the middle and at the end"),
    ("The vote was close.The mayor won.", "a lost space"),
    ("Booking.Com and J.Smith agreed.", "no lost space"),
    ("CAIRO (AP) —| Thousands marched.", "a dateline with an agency"),
    ("PORT LOUIS, Mauritius (Reuters) -| A ship sank.", "a dateline with a country"),
    ("LIMA Mon May 2, 2011 1:05 pm EDT LIMA (Reuters) -| A ship sank.", "a dateline behind a stamp"),
    ("PARIS —| A ship sank.", "a dateline without an agency"),
    ("NASA (the agency) said so.", "no dateline"),
    ("NATO - the alliance - met.", "no dateline either"),
    ("One line\n|another line\n\n|a third", "lines"),
    ("1. Bring water.| 2. Stay.", "numbers of a list"),
    ("Vitamin C. The doctor said so.".replace(". The", ".| The"), "a single letter before a starter"),
    ("What?!| Nobody knew.", "two marks"),
    ("He works for Yahoo! today.", "a mark before a small letter"),
    ("The company, e.g. its head, knew, i.e. it lied.", "Latin abbreviations"),
    ("Rowers have held vigils in support of the crew| More Baltic ferry lines have sent boats.", "and before a name"),
    ("Rescuers search the harbour in Ardol| The ferry sank within minutes.", "a caption without a stop"),
    ("Ana Lee, Ardol News, Portby| An eyewitness saw it.", "a byline without a stop"),
    ("(Update 2:15 p.m. in Ardol, 7:15 a.m. ET) --| The port is closed.", "a stamp before a sentence"),
    ("(Updated)| The port is closed.", "a short stamp"),
    ("He led the Harbour Bureau| In 2006, the town sacked him.", "a caption before a year"),
    ("He led the bureau| In March 2006, the town sacked him.", "a caption before a month"),
    ("Members of the guards| In Lund, troops fired.", "a caption before a place"),
    ("They live in Lund In Sight, a village.", "a name with a small word in it"),
    ("The crew called for help| In the past, no ship was lost here.", "a summary without a stop"),
    (
        "The page Just In will open. Bands such as Take That and others came.".replace(". B", ".| B"),
        "capitals in names",
    ),
    ("Vitamin A is good. Hepatitis A virus is not.".replace(". H", ".| H"), "what a letter stands behind"),
]


@pytest.mark.parametrize(("marked", "what"), CASES, ids=[what for _, what in CASES])
def test_split(marked: str, what: str) -> None:
    """Each text falls into the sentences marked, and none else."""
    wanted = [part.strip() for part in marked.split("|")]
    if what == "a lost space":
        wanted = ["The vote was close.", "The mayor won."]
    text = marked.replace("|", "")
    assert [span.of(text) for span in sentences.split(text)] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "The border moved after World War Two ended.",
        "She earned an A in chemistry last year.",
        "It covers everything from A to Z and more.",
        "Storms hit the town of Hoi An in October.",
        "The admiral Zheng He sailed west.",
        "He spoke to Vice Premier He on Monday and left.",
        "Chapter Three is about the flood and Part Two of it.",
        "The members of The band left on Sunday.",
        "Shares of Class A common stock fell in Nghe An and elsewhere.",
        "The Big Three said no to Group A teams.",
    ],
)
def test_a_capital_in_the_middle_starts_no_sentence(sentence: str) -> None:
    """Names, grades and what a preposition leads to are not parted from their sentence."""
    assert [span.of(sentence) for span in sentences.split(sentence)] == [sentence]


@pytest.mark.parametrize("bullet", ["'-- ", "-- ", "• ", "- ", "* "])
def test_the_sign_of_an_entry_is_no_part_of_it(bullet: str) -> None:
    """A list's entry is a sentence without its sign."""
    text = f"{bullet}The port is closed."
    assert [span.of(text) for span in sentences.split(text)] == ["The port is closed."]


def test_spans_are_ordered_and_cover_all_but_space() -> None:
    """Sentences never overlap, and what lies between them is space."""
    text = "  A first.  A second!\r\n\r\n\tThird line \u2028 fourth.   "
    spans = sentences.split(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    assert all(not text[a:b].strip() for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert len(spans) == 4


@pytest.mark.parametrize("text", ["", " \n\t ", "\u200b"[:0]])
def test_nothing(text: str) -> None:
    """A text of space alone has no sentence."""
    assert sentences.split(text) == ()


@pytest.mark.parametrize("unit", [".", ". ", '."', "A. ", "...", "' ", "((", "a", "A.B", "\n.", ". . "])
def test_hostile_text_is_split_in_linear_time(unit: str) -> None:
    """A hundred thousand repetitions of anything pass; with a cost that grows with the square they would not return."""
    text = unit * 100_000
    spans = sentences.split(text)
    assert all(span.start < span.end for span in spans)


def test_half_a_megabyte_of_space_holds_no_sentence() -> None:
    """A line of blanks is passed over once, whatever its length."""
    assert sentences.split(" " * 500_000) == sentences.split("\t\n" * 250_000) == ()

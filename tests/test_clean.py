"""Cleaning: what is mended, what is left out, and that the way back is true."""

import re
import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.clean import Edit, apply, clean
from timeline.model import Article, Span
from timeline.mojibake import mend


def article(text: str) -> Article:
    """Return a text as an article, as the reader would."""
    cleaned = clean(text)
    return Article(
        id="a",
        source="a",
        title="",
        text=text,
        clean=cleaned.text,
        offsets=cleaned.offsets,
        published=date(2023, 12, 27),
    )


@pytest.mark.parametrize(
    ("broken", "mended"),
    [
        ("PadrĂłn", "Padrón"),
        ("PadrÃ³n", "Padrón"),
        ("LĂłpez PeĂ±a", "López Peña"),
        ("donâ€™t â€œgoâ€\x9d", "don’t “go”"),
        ("Ã¢â‚¬â„¢", "’"),
        ("KovaÄ‡ and ErdÅ‘s", "Kovać and Erdős"),
        ("Â£5 and 5 â‚¬", "£5 and 5 €"),
        ("“PadrĂłn”", "“Padrón”"),
    ],
)
def test_mojibake_is_mended(broken: str, mended: str) -> None:
    """UTF-8 read in a Windows code page, once or twice, becomes what was written."""
    assert mend(broken) == mended


@pytest.mark.parametrize(
    "right", ["Padrón", "naïve café", "“CAFÉ”", "“SÃO”", "Škoda", "Ångström’s", "El Niño—again", "日本", "ÄÖÜ", "Â", ""]
)
def test_what_is_right_stays(right: str) -> None:
    """Letters and quotation marks that are right are left as they are."""
    assert mend(right) == right


@given(st.text(alphabet="abáéíóúñüçøåßčšžőű .-", max_size=30), st.sampled_from(["cp1250", "cp1252"]))
def test_every_word_that_a_code_page_can_spell_is_mended(words: str, page: str) -> None:
    """Decoding UTF-8 in a code page, where the page has all its bytes, is undone."""
    try:
        broken = words.encode().decode(page)
    except UnicodeDecodeError:
        return
    assert mend(broken) == words


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("date 2023-12-25 A ferry sank.", "A ferry sank."),
        ("Ferry Sinks at Dawn\n\nFerry Sinks at Dawn\nIt sank.", "Ferry Sinks at Dawn\n\nIt sank."),
        ("A ferry sank.\nUpdated:\n0:00\nDivers searched.", "A ferry sank.\nDivers searched."),
        ("A ferry sank.\nUpdated: Dec. 27, 2023 5 pm\nDivers searched.", "A ferry sank.\nDivers searched."),
        (
            "A ferry sank.\nLast modified on Wed 27 Dec 2023 10.12 GMT\nDivers searched.",
            "A ferry sank.\nDivers searched.",
        ),
        ("A ferry sank.\n\nSources:\n\n– AP News\n- The Herald\n", "A ferry sank.\n\n"),
        (
            "A ferry sank.\n\nSources:\n\n"
            + "Divers say that the ferry sank because of the wind, and they are sure of it. " * 2,
        )
        * 2,
        ("A ferry sank.\n\nAda Rhee and the AP contributed to this report.", "A ferry sank.\n\n"),
        ("Divers \u201cwill\u00a0search\u201d \u200bon\u00ad.", "Divers \u201cwill search\u201d on."),
        (
            "A ferry sank.\nThe Sun Ferry lost - 4 hrs ago Star Ferry found - 50 mins ago Post\nIt rained.",
            "A ferry sank.\nIt rained.",
        ),
        ("Ferry lost 12 May 2013 Last updated at 13:42 GMT Help A ferry sank.", "\n\n A ferry sank."),
        ("Page last updated at 15:32 GMT, Thursday, 6 June 2013 A ferry sank.", "\n\n A ferry sank."),
        ("Ferry lost Monday, March 5, 2012 First published at 2:51 p.m. Read more A ferry sank.", "\n\n A ferry sank."),
        ("Last modified on 5 March 2012 at 14.51 CET Share A ferry sank.", "\n\n A ferry sank."),
        ("Last updated: 6 June 2013 - 15:42 Share prices fell.", "\n\n Share prices fell."),
        ("He posted at 14:51 that a ferry sank.", "He posted at 14:51 that a ferry sank."),
        ("The map was last updated in May 2010.", "The map was last updated in May 2010."),
        ("Ferry lost Ardol, Norway (CNN) -- A ferry sank.", "Ferry lost \n\nA ferry sank."),
        ("“No.”\n“Yes.”\n“No.”", "“No.”\n“Yes.”\n“No.”"),
        ("", ""),
    ],
)
def test_what_is_no_story_is_left_out(text: str, cleaned: str) -> None:
    """Heads, repeated lines, player labels, source lists and invisible characters go; the story stays."""
    assert clean(text).text == cleaned


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("© 2023 The Ardol Press. All rights reserved.", False),
        ("The Ardol Press - All Rights Reserved", False),
        ("(Additional reporting by Ana Lee in Ardol; editing by Jon Lund)", False),
        ("Reporting by Ana Lee; editing by Jon Lund", False),
        ("Follow us on Facebook", False),
        ("Share this story", False),
        ("Sign up for our morning newsletter", False),
        ("First posted: 09/14/13 05:32 PM 2013", False),
        ("Story created: Jun 3, 2013 at 8:42 AM", False),
        ("Posted to Ardol in 1998, she married there.", True),
        ("Writing by candlelight, he finished the novel in 1867.", True),
        ("Reporting by the navy was late.", True),
        ("Share prices fell on Monday.", True),
        ("The court reserved all rights to the wreck.", True),
        ("Sign up, the sailors were told.", True),
    ],
)
def test_a_page_s_own_lines_go(line: str, kept: bool) -> None:
    """Rights, credits and calls of a page are no story; a sentence that begins like one is."""
    expected = f"A ferry sank.\n{line}\nDivers searched." if kept else "A ferry sank.\nDivers searched."
    assert clean(f"A ferry sank.\n{line}\nDivers searched.").text == expected


@pytest.mark.parametrize(
    ("text", "words", "read"),
    [
        ("date 2023-12-25 A ferry sank.", "A ferry", "A ferry"),
        ("The captain, PadrĂłn, swam.", "Padrón", "PadrĂłn"),
        ("The captain was PelĂ©. He swam.", "Pelé", "PelĂ©"),
        ("The captain was PelĂ©. He swam.", "He swam", "He swam"),
        ("Ferry Sinks at Dawn\n\nFerry Sinks at Dawn\nIt sank.", "It sank", "It sank"),
        ("Ferry Sinks at Dawn\n0:00\nIt sank.", "Ferry Sinks at Dawn\n", "Ferry Sinks at Dawn\n"),
    ],
)
def test_a_span_leads_back_to_the_words_as_read(text: str, words: str, read: str) -> None:
    """A span of the clean text covers, in the text as read, just the characters it came from."""
    made = article(text)
    at = made.clean.index(words)
    assert made.locate(Span(at, at + len(words))).of(text) == read


_LINES = st.lists(
    st.sampled_from(
        [
            "date 2023-12-25 ",
            "A ferry sank.",
            "PadrĂłn",
            "PelĂ©",
            "Â ",
            "Updated:",
            "0:00",
            "\u200b",
            "Ferry Sinks at Dawn",
            "Sources:",
        ]
    )
    | st.text(max_size=12),
    max_size=12,
)


@given(_LINES, st.sampled_from(["\n", "\n\n", " "]))
def test_every_clean_character_has_its_place(lines: list[str], join: str) -> None:
    """A clean character is the text's character at its place, but for mended ones and white space."""
    text = join.join(lines)
    made = article(text)
    last = 0
    for at, char in enumerate(made.clean):
        place = made.locate(Span(at, at + 1))
        assert last <= place.start <= place.end <= len(text)
        last = place.start
        was = place.of(text)
        assert was == char or char.isspace() or not was.isascii()


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 8), st.sampled_from(["", "x"]))))
def test_edits_may_come_in_any_order_and_overlap(text: str, cuts: list[tuple[int, int, str]]) -> None:
    """Edits inside an earlier one do nothing, and the way back never leaves the text."""
    edits = [Edit(Span(start, min(start + size, len(text))), words) for start, size, words in cuts if start < len(text)]
    cleaned = apply(text, edits)
    assert cleaned == apply(text, reversed(edits)) or len({edit.span for edit in edits}) < len(edits)
    assert list(cleaned.offsets) == sorted(cleaned.offsets)


def test_a_long_hostile_text_is_quick() -> None:
    """Cleaning is linear: a megabyte of what its patterns look for ends (a quadratic one would not)."""
    for part in ("A ", "AA, ", "2023-12-2", "Ă", "By Ana ", "Dec. 1 ", "(", "\n", "Updated: 2023 "):
        clean(part * (1_000_000 // len(part)))


STORY = (
    "The ferry Aurora sank off Ardol on Sunday, while thirty passengers and a crew were on their way to the island.",
    "Divers searched the strait for the crew on Monday. Captain Maren Holt, who was rescued, said that it stormed.",
    "The port closed.",
)


@pytest.mark.parametrize("width", [50, 64, 72, 80, 100])
def test_lines_broken_to_fit_a_width_are_joined(width: int) -> None:
    """Paragraph by paragraph, and every character leads back to its place."""
    whole = "\n\n".join(STORY)
    broken = article("\n\n".join(textwrap.fill(paragraph, width) for paragraph in STORY))
    assert broken.clean == whole
    place = broken.clean.index("Maren Holt, who was rescued")
    assert " ".join(broken.locate(Span(place, place + 27)).of(broken.text).split()) == "Maren Holt, who was rescued"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(STORY),
        "Ferry sinks off Ardol after a storm in the night\nThe ferry Aurora sank off Ardol on Sunday.",
        "The ferry sank.\nDivers searched the strait.\nthe port closed.\nIt rained.",
        "milk\nbread\nbutter and jam\ncheese",
        "   \n \n" * 40,
        "",
    ],
)
def test_other_lines_stay_apart(text: str) -> None:
    """A sentence a line, a headline, a list: a break that is meant ends a sentence."""
    assert clean(text).text.split() == text.split()
    assert clean(text).text.count("\n") == text.count("\n")


_ARTICLE = (
    "The ferry sank off Ardol on Sunday, the police said. Boats were sent to search for the people on board.\n" * 12
)


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        # the later stand above the earlier
        ("10th June 2013 - 11:12 So nobody knew?\nSad.\n10th June 2013 - 10:59 It sank on Sunday.", ""),
        ("10 August 2011 at 1:12 pm\nSo nobody knew?\n10 August 2011 at 10:59 am\nIt sank.", ""),
        # names stand before the stamps
        ("Ada says:\nAugust 9, 2011 at 9:10 am\nSad!\nBo Lund says:\nAugust 10, 2011 at 8:00 am\nIndeed.", ""),
        ("Posted by Ada on 2011-08-09 9:10\nSad!\nPosted by Bo Lund on 2011-08-10 8:00\nIndeed.", ""),
        ("At 9:10 am on 9 Aug 2011, sailor12 wrote: Sad!\nAt 8:00 pm on 9 Aug 2011, BoLund wrote: Indeed.", ""),
        ("9 August 2011 at 9:10 am | Sad!\nSo it is. Bo, Lund 9 August 2011 at 9:12 am | Indeed.", ""),
        # a heading says so
        ("2 Comments\nAda\n9 August 2011, 9:10\nIt sank on Friday.", ""),
        ("Have your say\n9 August 2011 9:10 Sad!\n10 August 2011 9:30 Indeed.", ""),
        # events in their order, told with their times
        ("9 August 2011, 9:10: it left.\n9 August 2011, 10:40: it sank.", None),
        ("9 August 2011 at 9:10\nThe ferry left.\n9 August 2011 at 10:40\nThe ferry sank.", None),
        ("The ferry left on 9 August 2011 at 9:10.\nThe ferry sank on 9 August 2011 at 10:40.", None),
        ("On Tuesday, 9 August 2011 at 9:10 it left.\nThe ferry sank on 8 August 2011 at 10:40.", None),
        # one stamp alone, times without a day, a heading without stamps
        ("10th June 2013 - 11:12 So nobody knew?", None),
        ("11:12 So nobody knew?\n10:59 It sank on Sunday.", None),
        ("Comments\nThe minister said on Monday that this was a tragedy.", None),
    ],
)
def test_readers_comments_are_left_out(below: str, kept: str | None) -> None:
    """What readers wrote below an article is no part of it; events with their times are."""
    page = "".join(f"{number} {line}\n" for number, line in enumerate(_ARTICLE.splitlines()))
    assert clean(page + below).text == page + (below if kept is None else kept)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("2358 Rain fell.\n1826 Snow fell.\n0915 Hail fell.", "Rain fell.\nSnow fell.\nHail fell."),
        ("0915 GMT: Rain fell.\n1826 GMT: Snow fell.\n1904 GMT: Hail fell.", "Rain fell.\nSnow fell.\nHail fell."),
        ("1945 Peace came.\n1950 War broke out.\n1953 Peace came.", None),  # a chronicle
        ("1215 King John sealed it.\n1348 Plague came.\n1415 Henry won.", None),
        ("2358 Rain fell.\n1826 Snow fell.", None),  # two lines are no page
        ("2358 boats sank.\n1826 boats left.\n0915 boats came.", None),
    ],
)
def test_the_hours_of_a_live_page_are_no_years(text: str, cleaned: str | None) -> None:
    """Hours that open the lines of a page go; the years of a chronicle stay."""
    assert clean(text).text == (cleaned or text)


def test_a_live_blog_is_no_comment() -> None:
    """Stamps that stand early, the latest above, head the text itself."""
    blog = "The ferry sank off Ardol.\n10 August 2011 - 11:12 It rose again.\n10 August 2011 - 10:59 It sank."
    assert clean(blog).text == blog


@pytest.mark.parametrize(
    ("one", "number", "longest"),
    [
        ("a ", 600, 60),
        ("a " * 20 + ", ", 60, 231),
        ("a ", 99, 99),
        ("(", 200, 60),
        ("5, ", 100, 60),
        ("on May 5, ", 200, 248),
        ("(", 59, 59),
        ("a ", 100, 100),
        ("a ", 101, 60),
    ],
)
def test_what_runs_on_is_broken(one: str, number: int, longest: int) -> None:
    """No line has more words and signs than prose, and it ends behind a comma; a line of signs, as costly, is short."""
    lines = clean(one * number).text.split("\n")
    assert max(len(re.findall(r"\w+|[^\w\s]", line)) for line in lines) == longest

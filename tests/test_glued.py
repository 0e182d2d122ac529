"""Headlines and captions that run into the first words of a story."""

import pytest

from tests.test_mentions import WEDNESDAY
from timeline.mend.glued import parted
from timeline.mentions import extract
from timeline.model import Article
from timeline.syntax import parse_all

GLUED = [
    "Norland sells its mill in Lund Bakers have met in the market square|The king has said he is selling the mill.",
    "Miners have crossed the border in large numbers|Turkey has closed the road to the village.",
    "Two clerks had been shot in the port on Friday|Six guards were held in Ardol.",
    "There had been more shelling of Lund on Saturday|Attempts by doctors to reach the town have failed.",
    "There were clashes in Lund last Friday|Guards have held 40 men.",
    "Harbour guards have been told to let farmers in|More than 2,000 sailors have crossed the border since Monday.",
    "The rally was calm until the evening in Ardol|Norwegian guards then opened fire on the crowd.",
]
WHOLE = [
    "Officials said Turkey had closed the border to the north.",
    "The guards who met Ana Berg on Friday left the town in a boat.",
    "The man the Norwegian police held on Friday was freed.",
    "They reached an area of the northern Turkish town that the army had left.",
    "They had met on the Sunday Morning show that Berg hosts in Lund.",
    "The union had said on Friday Berg was in Lund.",
    "It was late when Berg's men left the town and closed the road.",
    "The crew left the ship so Berg could close the yard on Friday.",
    "She won the trial and I have no more to say of it.",
    "The revolt began in Lund on 18 March and has spread to the north.",
    "The aide said he was confident Norland could reach its goal by the end of May.",
    "The aide said there was evidence Norland had closed the yard in May.",
    "The man who was born in More Than Lund has left the town.",
    "The guards had been told to look in More 2 and were calm.",
    "The aide told Reuters Berg had volunteered to host the files.",
]


def parts(text: str) -> list[str]:
    """Return what a text that no stop parts is cut into."""
    return [sentence.span.of(text) for sentence in parted(text, parse_all(text))]


@pytest.mark.parametrize("text", GLUED)
def test_whole_clauses_are_parted_where_a_capital_begins_one(text: str) -> None:
    """A headline, a caption and a lede are three sentences."""
    assert parts(text.replace("|", " "))[-1] == text.rpartition("|")[2]


@pytest.mark.parametrize("text", WHOLE)
def test_a_sentence_with_names_in_it_stays_whole(text: str) -> None:
    """A capital begins no sentence where what stands before it is no whole clause, or goes on behind it."""
    assert parts(text) == [text]


def test_a_caption_is_no_lede() -> None:
    """Of what runs together the last part is the story's first sentence, which the publication date may date."""
    text = "Miners have crossed the border in large numbers Turkey has closed the road to the village. It rained."
    article = Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)
    assert [mention.title for mention in extract([article]) if mention.interval] == [
        "Turkey has closed the road to the village"
    ]


def test_a_labelled_headline_that_runs_on_tells_nothing() -> None:
    """What a page's label heads is told again by the story."""
    text = (
        "Norland storm: Bridge closed by gale and flood Pictures made by a sailor clearly show the roof of a mill lying"
        " in Ardol at noon The king has left the town for the north."
    )
    article = Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)
    assert [mention.sentence_text for mention in extract([article])] == ["The king has left the town for the north."]

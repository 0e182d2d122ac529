"""The engine knows no story: the same articles six years earlier, with every name invented, give the same table.

December 2017 has the weekdays of December 2023, so every phrase keeps its meaning when each year moves by six.
"""

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from timeline.model import Event, Timeline
from timeline.pipeline import build_timeline
from timeline.similarity.lexicon import Lexicon, english

ARTICLES = Path(__file__).parent.parent / "articles"
YEARS = 6
# Every name of a person, a place or an organisation, and an invented one of its length: headlines are cut alike.
NAMES = {
    "Andrés Manuel López Obrador": "Arturo Samuel Válko Terrano",
    "Andres Manuel Lopez Obrador": "Arturo Samuel Valko Terrano",
    "PadrĂłn Molina": "BaldĂłn Ortega",
    "Padrón Molina": "Baldón Ortega",
    "Lazara": "Ramona",
    "LĂłpez Obrador": "VĂˇlko Terrano",
    "López Obrador": "Válko Terrano",
    "Lopez Obrador": "Valko Terrano",
    "Antony J. Blinken": "Gregor P. Harwick",
    "Antony Blinken": "Gregor Harwick",
    "Blinken": "Harwick",
    "Alejandro N. Mayorkas": "Leonhardt D. Castrano",
    "Alejandro Mayorkas": "Leonhardt Castrano",
    "Mayorkas": "Castrano",
    "Liz Sherwood-Randall": "Meg Whitmore-Sanders",
    "Joe Biden": "Tom Galvo",
    "Biden": "Galvo",
    "Matthew Miller": "Raymond Cooper",
    "Troy Miller": "Dean Cooper",
    "Cristian Rivera": "Fabricio Moreno",
    "David Peña": "Oscar Soto",
    "Greg Abbott": "Carl Hendry",
    "Marta Solis/Agencia Sur": "Irena Malko/Agencia Mar",
    "Trump": "Drapo",
    "Villa Comaltitlán": "Villa Torrentinos",
    "Mexico": "Zandia",
    "Mexican": "Zandian",
    "United States": "Allied States",
    "U.S.": "U.H.",
    "US": "UH",
    "Americans": "Landrians",
    "American": "Landrian",
    "America": "Ostrana",
    "Americas": "Ostranas",
    "Venezuelans": "Bordovelans",
    "Venezuela": "Bordovela",
    "Nicaraguans": "Karelaguans",
    "Nicaragua": "Karelagua",
    "Cubans": "Subans",
    "Cuban": "Suban",
    "Cuba": "Suba",
    "Honduras": "Malvenas",
    "Guatemalan": "Tervamalan",
    "Guatemala": "Tervamala",
    "Colombia": "Caldoria",
    "El Salvador": "El Morvador",
    "Haiti": "Nauri",
    "Ukraine": "Rutheno",
    "Israel": "Samara",
    "Tapachula": "Quevalita",
    "Huixtla": "Hontala",
    "Escuintla": "Orsantala",
    "Chiapas": "Morvals",
    "Darien": "Sorien",
    "Texas": "Gavas",
    "El Paso": "El Roso",
    "Eagle Pass": "Raven Pass",
    "Lukeville": "Markville",
    "Arizona": "Sonorra",
    "Los Angeles": "Los Robales",
    "Washington": "Harrington",
    "White House": "Green House",
    "National Guard": "Regional Guard",
    "State Department": "Realm Department",
    "Homeland Security": "Farmland Security",
    "homeland security": "farmland security",
    "Congress": "Kortania",
}


def moved(text: str) -> str:
    """Return a text with its years six earlier and every name replaced."""
    for old, new in sorted(NAMES.items(), key=lambda pair: -len(pair[0])):
        text = re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", new, text)
    return re.sub(r"\b(20\d\d)\b", lambda year: str(int(year[1]) - YEARS), text)


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> tuple[Timeline, Timeline]:
    """Return the story as it is, and moved."""
    folder = tmp_path_factory.mktemp("moved") / "articles"
    shutil.copytree(ARTICLES, folder)
    for path in folder.glob("*.txt"):
        path.write_text(moved(path.read_text(encoding="utf-8")), encoding="utf-8")
    here = build_timeline(ARTICLES)
    with pytest.MonkeyPatch.context() as patch:
        # which adjective belongs to which country is in the word list for real countries; ours need the same entries
        patch.setattr("timeline.similarity.reading.english", moved_words)
        return here, build_timeline(folder)


def moved_words() -> Lexicon:
    """Return the word lists of coreference with the names of countries replaced."""
    lexicon = english()
    names = {old.lower(): new.lower() for old, new in NAMES.items()}
    names |= {old.removesuffix("."): new.removesuffix(".") for old, new in names.items()}
    aliases = {names.get(word, word): names.get(name, name) for word, name in lexicon.aliases.items()}
    return replace(lexicon, aliases=aliases)


def row(event: Event, years: int = 0) -> tuple[object, ...]:
    """Return what a row of the table says, its years moved and its names replaced where ``years`` is not 0."""

    def shift(words: str) -> str:
        return moved(words) if years else words

    return (
        shift(event.date),
        event.status,
        event.article_ids,
        event.interval.grain,
        len(event.mentions),
        event.conflict,
        shift(event.title),
    )


def is_fiscal(event: Event) -> bool:
    """Say whether an event is dated by a fiscal year, which a government of our invention does not have."""
    return "fiscal" in event.as_written


def rows(stories: tuple[Timeline, Timeline]) -> tuple[list[tuple[object, ...]], list[tuple[object, ...]]]:
    """Return the rows of both stories, those of the first moved."""
    here, there = ([event for event in story.events if not is_fiscal(event)] for story in stories)
    return [row(event, YEARS) for event in here], [row(event) for event in there]


def test_the_same_story_six_years_earlier(stories: tuple[Timeline, Timeline]) -> None:
    """Dates, statuses, articles, conflicts and titles are the same but for the years and the names."""
    here, there = rows(stories)
    assert here == there


def test_nothing_of_the_story_is_left(stories: tuple[Timeline, Timeline]) -> None:
    """The moved articles hold no name and no year of the real ones, and are read without a problem."""
    _, there = stories
    assert not there.problems
    text = "\n".join(article.clean for article in there.articles)
    assert not re.search(r"\b(?:20[2-9]\d|Biden|Blinken|Mexic\w+|Obrador|Texas|United States|U\.S\.|US)\b", text)

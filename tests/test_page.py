"""The page: complete without a script, inert whatever the articles say, and asking no network."""

import re
from base64 import b64encode
from collections import Counter
from dataclasses import replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser

import invented
import pytest
from invented import STORIES, ferry, hostile

from timeline.export.markdown import to_markdown
from timeline.interval import Grain, Interval
from timeline.model import Basis
from timeline.page import WIDTHS, fragment, page
from timeline.page.listing import cited

VOID = {"meta", "input", "br", "img"}
TAGS = {"html", "head", "meta", "title", "style", "script", "body", "main", "section", "div", "h1", "h2", "h3", "h4"}
TAGS |= {"p", "a", "details", "summary", "form", "label", "input", "select", "option", "button", "output", "ol", "ul"}
TAGS |= {
    "defs",
    "use",
    "li",
    "span",
    "time",
    "blockquote",
    "cite",
    "mark",
    "strong",
    "svg",
    "g",
    "rect",
    "line",
    "path",
    "text",
}


class Reader(HTMLParser):
    """Reads a page into its tags, its attributes and the text of each tag."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[tuple[str, str]] = []
        self.stack: list[str] = []
        self.feed(source)
        self.close()
        assert not self.stack, "a tag was never closed"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself."""
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        """Hold tags to be closed in the order they were opened."""
        assert self.stack.pop() == tag

    def handle_data(self, data: str) -> None:
        """Note text with the tag it stands in."""
        self.words.append((self.stack[-1] if self.stack else "", data))

    def text(self, tag: str) -> list[str]:
        """Return the texts directly in a tag."""
        return [words for name, words in self.words if name == tag]

    def values(self, name: str) -> list[str]:
        """Return every value of an attribute."""
        return [attributes[name] for _, attributes in self.tags if name in attributes]


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("whole", [True, False])
def test_the_page_holds_only_its_own_tags_and_one_script(name: str, whole: bool) -> None:
    """No word of an article becomes a tag, an attribute that acts, or an address that is fetched."""
    story = STORIES[name]()
    read = Reader(page(story) if whole else fragment(story))
    counts = Counter(tag for tag, _ in read.tags)
    assert set(counts) <= TAGS
    assert counts["script"] == counts["style"] == 1
    for tag, attributes in read.tags:
        assert not {key for key in attributes if key.startswith("on")} | ({"src", "srcset", "style"} & set(attributes))
        assert tag != "a" or ("href" in attributes) != ("xlink:href" in attributes)
        if "xlink:href" in attributes:
            assert attributes["xlink:href"].startswith("#")
        if "href" in attributes:
            assert tag in {"a", "use"}
            assert re.match(r"#" if tag == "use" else r"#|https?://", attributes["href"])


@pytest.mark.parametrize("name", STORIES)
def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(name: str) -> None:
    """A row of the picture leads to its words below."""
    read = Reader(page(STORIES[name]()))
    ids = read.values("id")
    assert len(ids) == len(set(ids))
    links = read.values("href") + read.values("xlink:href")
    inner = {address[1:] for address in links if address.startswith("#")}
    assert len(read.values("xlink:href")) == len(WIDTHS) * len(STORIES[name]().events)
    assert inner <= set(ids)
    named = " ".join(read.values("aria-labelledby") + read.values("aria-describedby")).split()
    assert set(named) <= set(ids)


def test_the_policy_names_exactly_what_stands_in_the_page() -> None:
    """The policy allows the page's own style and script by their hashes and nothing else."""
    read = Reader(page(hostile()))
    policy = next(attributes["content"] for _, attributes in read.tags if "http-equiv" in attributes)
    for tag in ("style", "script"):
        digest = b64encode(sha256("".join(read.text(tag)).encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")


def test_the_list_says_when_what_who_in_which_words_and_why() -> None:
    """Each event's date, title, quote with its marked time, article, reason and conflict stand in the list."""
    read = Reader(page(ferry()))
    assert "Sunday 18\N{NO-BREAK SPACE}May 2031" in read.text("time")
    assert "Ferry sinks at its berth" in read.text("span")
    assert "on Monday" in read.text("mark")
    assert "a day later" in read.text("mark")
    assert "https://example.org/0?a=1&b=2" in read.values("href")
    assert "Why this date: “on Monday”: weekday before the publication date " in read.text("p")
    assert "2031-05-20" in read.text("span")
    assert "≠ Sources disagree on the date" in read.text("strong")
    rule = "(rule weekday: weekday before the publication date, counted from publication date 2031-05-20)"
    assert any(rule in words for words in read.text("li"))
    assert read.text("p").count("Theme: sea") == 6
    assert {"planned", "cancelled", "ongoing"} <= set(read.text("span"))
    summary = ["16~events,", "5~sources,", "September~2030 to 24~May~2031,", "background from~2029,", "1~conflict"]
    said = [words.replace("\N{NO-BREAK SPACE}", "~") for words in read.text("span")]
    assert said[: len(summary)] == summary  # lines break between its items first, and never within a date


def test_the_list_has_the_order_of_the_picture() -> None:
    """The late part of a month stands behind its days, also where tables sort it before them."""
    days = (("a", invented.day(5, 1), None), ("b", invented.day(5, 9), None))
    late = ("c", Interval.unit(date(2031, 5, 1), Grain.MONTH), "END")
    told = [invented.event(name, days, f"Ferry {name}", mod=mod) for name, days, mod in (late, *days)]
    titles = re.findall(r"Ferry [abc]", " ".join(Reader(page(invented.timeline(told))).text("span")))
    assert titles == ["Ferry a", "Ferry b", "Ferry c"]
    assert re.findall(r": (Ferry [abc])$", to_markdown(invented.timeline(told)), re.MULTILINE) == titles


def test_a_page_without_events_says_so() -> None:
    """An empty list would leave its reader to wonder."""
    read = Reader(page(invented.timeline([])))
    assert "No events" in read.text("h2")
    assert "No article tells of an event whose date could be found." in read.text("p")


def test_each_article_is_quoted_once_and_many_are_counted() -> None:
    """An event told by thirty articles quotes some of them and counts the rest."""
    mentions = tuple(
        invented.mention("k", number, "on Monday", invented.day(5, 1), "It sank on Monday.") for number in range(30)
    )
    base = invented.event("k", invented.day(5, 1), "Ferry sinks")
    told = type(base)(
        id=base.id, interval=base.interval, title=base.title, description="", status=base.status,
        mentions=mentions + mentions[:3], claims=base.claims,
    )  # fmt: skip
    read = Reader(page(invented.timeline([told])))
    assert len(read.text("mark")) == 12
    assert "and 18 articles more" in read.text("p")


@pytest.mark.parametrize(
    ("written", "marks"),
    [
        ("on Monday", ["on Monday", "on 1 May", "a day ago"]),
        ("on 1 May", ["on 1 May", "on Monday", "a day ago"]),
        ("a day ago", ["a day ago", "on Monday", "on 1 May"]),
        ("", ["on Monday", "on 1 May", "a day ago"]),
    ],
)
def test_the_words_that_date_an_event_are_quoted_first(written: str, marks: list[str]) -> None:
    """The other quotes stay in their order; of an article's sentences the one that dates the event is quoted."""
    day = invented.day(5, 1)
    told = ((0, "on Monday"), (1, "on 1 May"), (2, "a day ago"))
    mentions = tuple(invented.mention("k", number, words, day, f"It sank {words}.") for number, words in told)
    base = invented.event("k", day, "Ferry sinks")
    one = replace(base, mentions=mentions, as_written=written)
    assert Reader(page(invented.timeline([one]))).text("mark") == marks


@pytest.mark.parametrize(
    ("title", "name", "url", "words"),
    [
        ("Ferry sinks", "p-12", "", "Harbour Post, Ferry sinks, 20 May 2031"),
        ("Ferry sinks", "p-12", "https://a.example", "Harbour Post, [Ferry sinks], 20 May 2031"),
        ("", "p-12", "", "Harbour Post, 20 May 2031 (p-12)"),
        ("", "p-12", "https://a.example", "[Harbour Post], 20 May 2031 (p-12)"),
        ("", "Harbour Post", "", "Harbour Post, 20 May 2031"),
        ("Harbour Post", "p-12", "", "Harbour Post, 20 May 2031"),
    ],
)
def test_an_article_is_cited_as_readers_do(title: str, name: str, url: str, words: str) -> None:
    """Source, headline and day; where there is no headline, source and day, and the file last."""
    article = replace(invented.article(0), id=name, title=title, url=url)
    shown = re.sub(r"</?time[^>]*>", "", cited(article))
    assert re.sub(r"<a [^>]*>(.*?)</a>", r"[\1]", shown) == words


@pytest.mark.parametrize(
    ("url", "linked"),
    [
        ("https://example.org/a", True),
        ("http://example.org", True),
        ("HTTPS://example.org", True),
        ("javascript:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https://", False),
        ("https://exa mple.org", False),
        ("https://[", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_linked(url: str, linked: bool) -> None:
    """Any other address leaves the headline as plain text."""
    assert ("<a " in cited(invented.article(1, url=url))) is linked


def test_a_linked_article_opens_beside_the_page() -> None:
    """Within a frame of another page, an article would be shown in the frame, or refuse to be."""
    for source in (page(ferry()), fragment(ferry()), cited(invented.article(1, url="https://a.example"))):
        links = [attrs for tag, attrs in Reader(source).tags if attrs.get("href", "").startswith("http")]
        assert all(attrs["target"] == "_blank" and "noopener" in attrs["rel"] for attrs in links)
    assert links


def test_two_fragments_share_no_id() -> None:
    """Two timelines stand on one page."""
    first, second = (set(Reader(fragment(story)).values("id")) for story in (ferry(), invented.crowd(20)))
    assert not first & second


def test_a_fragment_is_light_or_dark_as_its_host_asks() -> None:
    """A fragment follows the page it stands on, not the machine."""
    assert "prefers-color-scheme" not in fragment(ferry())
    assert fragment(ferry()) != fragment(ferry(), dark=True)


@pytest.mark.parametrize("dark", [False, True, None])
def test_no_rule_of_a_fragment_leaves_it(dark: bool | None) -> None:
    """Each selector begins in the fragment, or in what a picture of its own uses."""
    style = re.sub(
        r"@(?:media|container)[^{]*\{|/\*.*?\*/", "", "".join(Reader(fragment(ferry(), dark=dark)).text("style"))
    )
    rules = [rule.strip(" }\n") for rule in re.findall(r"([^{}]+)\{[^{}]*\}", style)]
    assert len(rules) > 100
    assert not [rule for rule in rules if not all(re.search(r"\.news-timeline\b", one) for one in _selectors(rule))]


def _selectors(rule: str) -> list[str]:
    """Return the selectors of a rule, parted at commas outside brackets."""
    depth, parts = 0, [""]
    for char in rule:
        depth += (char == "(") - (char == ")")
        parts = [*parts, ""] if char == "," and not depth else [*parts[:-1], parts[-1] + char]
    return parts


@pytest.mark.parametrize("basis", Basis)
def test_the_day_of_an_article_says_in_words_where_it_is_from(basis: Basis) -> None:
    """No reader of a page knows what a sidecar is."""
    told = replace(ferry(), articles=tuple(replace(one, published_basis=basis) for one in ferry().articles))
    found = re.findall(r" \(day ([a-z’ ]+)\)</li>", page(told))
    assert len(found) == len(told.articles)
    assert not {"sidecar", "record", "caption"} & {found[0]}


def test_filters_wait_for_the_script() -> None:
    """What cannot work without JavaScript is not shown without it."""
    source = page(ferry())
    assert '<details class="filters" hidden>' in source
    assert '<option value="The Ledger">' in source
    assert '<option value="sea">' in source
    assert "<form" not in page(invented.single())
    assert 'name="theme"' not in page(ferry(themes=False))


def test_a_page_of_the_sample_story_stays_small() -> None:
    """The page needs no library: an everyday story stays far below a photograph."""
    assert len(page(ferry()).encode()) < 220_000

"""Whom and what a pronoun means in a title, by what its own sentence and the one before tell."""

from datetime import date

import pytest

from timeline.mentions import extract
from timeline.model import Article

WEDNESDAY = date(2024, 6, 12)


def last(text: str) -> str:
    """Return the last title of the dated mentions of a text published on a Wednesday."""
    text = f"Filler text stands here. {text}"
    article = Article(id="a", source="a", title="", text=text, clean=text, published=WEDNESDAY)
    return [mention.title for mention in extract([article]) if mention.interval][-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guild sacked two miners. They were jailed on Monday, the guild said.", "Two miners were jailed"),
        ("Two sailors fell, police said. They were rescued on Monday, the navy said.", "Two sailors were rescued"),
        ("Gunmen took three nurses. They were arrested on Monday.", "Three nurses were arrested"),
        ("Gunmen took three nurses. They fled on Monday.", "Gunmen fled"),
        (
            "Police took two men. They were charged on Sunday and will appear in court on Friday.",
            "Two men will appear in court",
        ),
        ("The bank said on Monday they had found a buyer.", "The bank said they had found a buyer"),
        ("Rovers have done badly. On Monday they lost to Lund.", "Rovers lost to Lund"),
        ("Rovers has done badly. On Monday they lost to Lund.", "Rovers lost to Lund"),
        ("The club has done badly. On Monday they lost to Lund.", "The club lost to Lund"),
        ("Ardol Rovers won on Sunday, but they lost to Lund on Monday.", "Ardol Rovers lost to Lund"),
        ("The club sacked two coaches. On Monday they lost to Lund.", "They lost to Lund"),
        ("The company told staff it would shut. On Monday they left Lund.", "They left Lund"),
        ("The mine burned. On Monday they left Lund.", "They left Lund"),
        ("The company bought a mine. On Monday they sold it.", "The company sold the mine"),
        ("Guards detained two pickets. They were released on Monday.", "Two pickets were released"),
        ("Guards jailed two pickets after they sang in Lund on Monday.", "They sang in Lund"),
        ("Guards left after they sang in Lund on Monday.", "Guards sang in Lund"),
    ],
)
def test_they_are_several(text: str, expected: str) -> None:
    """A speaker behind the words is not who is told of in them, and who suffers goes on suffering."""
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shareholders will vote on the merger. It will close on Friday.", "The merger will close"),
        ("Voters met in a hall. It was burned on Monday.", "It was burned"),
        ("The war began when rebels took the port. The army shelled it on Monday.", "The army shelled the port"),
        ("The war began when rebels took the port. The army ended it on Monday.", "The army ended the war"),
        ("The firm bought a mine. A rival sued it on Monday.", "A rival sued the firm"),
        ("The council opened a bridge. It closed on Monday.", "The bridge closed"),
        ("The council opened a bridge. It was closed on Monday.", "The bridge was closed"),
        ("The senate passed a bill. It came into force on Monday.", "The bill came into force"),
        ("The bank opened a branch. It cut pay on Monday.", "The bank cut pay"),
        ("The firm makes a drug. It closed on Monday.", "The firm closed"),
    ],
)
def test_it_is_a_thing(text: str, expected: str) -> None:
    """No shareholders are "it", and no war is shelled."""
    assert last(text) == expected


VEL = "Mayor Tomas Vel slept. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The guild's leader, Ivan Cruz, who left after he was hurt on Monday, sang.", "Ivan Cruz was hurt"),
        ("The woman who left after he was hurt on Monday sang.", "Tomas Vel was hurt"),
        ("Ida Lind's first match is in May. She was hired on Monday.", "Ida Lind was hired"),
        ("Lind's first match is in May. He was hired on Monday.", "He was hired"),
        ("Vel's first match is in May. He was hired on Monday.", "Tomas Vel was hired"),
        ("Sunday's match was lost. He was hired on Monday.", "Tomas Vel was hired"),
        ("The club signed Ivan Cruz. He was born in Lund in 1990.", "Ivan Cruz was born in Lund"),
        ("Ida Lind left, Ana Ruiz said. She met sailors on Monday.", "She met sailors"),
        ("Ida Lind left, the guild said. She met sailors on Monday.", "Ida Lind met sailors"),
        ("Vel met Ivan Cruz. He was born in Lund in 1990.", "Tomas Vel was born in Lund"),
    ],
)
def test_he_is_the_nearest(text: str, expected: str) -> None:
    """Who is described, or owns what is told of, is nearer than who was told of before."""
    assert last(VEL + text) == expected


BRANDT = "Otto Brandt went to court. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Three judges dismissed his claim on Monday.", "Three judges dismissed Otto Brandt's claim"),
        ("The row over his farm was settled on Monday.", "The row over Otto Brandt's farm was settled"),
        ("The judge dismissed his claim on Monday.", "The judge dismissed his claim"),
        ("Lind dismissed his claim on Monday.", "Lind dismissed his claim"),
        ("He sold his house on Monday.", "Otto Brandt sold his house"),
        ("Three judges dismissed her claim on Monday.", "Three judges dismissed her claim"),
        ("The guild parted company with him on Monday.", "The guild parted company with Otto Brandt"),
        ("Lind praised his wit. Police seized his car on Monday.", "Police seized Otto Brandt's car"),
        ("Jan Lind, 41, praised his wit. Police seized his car on Monday.", "Police seized his car"),
        ("Ida Lind, 41, praised his wit. Police seized his car on Monday.", "Police seized Otto Brandt's car"),
        ("Ida Lind, 41, slept. Pupils gave her flowers on Monday.", "Pupils gave her flowers"),
        ("His claim failed. A judge halted it on Monday.", "A judge halted Otto Brandt's claim"),
        ("Their row was loud. He ended it on Monday.", "Otto Brandt ended their row"),
        ("Ardol sued Aldis on Sunday and settled with it on Monday.", "Ardol settled with Aldis"),
        ("Miners met the owners on Sunday and ate with them on Monday.", "Miners ate with the owners"),
    ],
)
def test_what_is_owned_or_done_names_whose_or_with_whom(text: str, expected: str) -> None:
    """A "his" or "him" that nobody before it in its sentence may be is who was told of last."""
    assert last(BRANDT + text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Union to Save Elks said it had met on Monday.", "The Union to Save Elks had met"),
        ("The Bank of Norland met. It closed on Monday.", "The Bank of Norland closed"),
        ("The Ministry of the Sea met. Its chief left on Monday.", "The Ministry of the Sea's chief left"),
        ("The Ministry met. It closed on Monday.", "The Ministry closed"),
        ("The bank of Norland met. It closed on Monday.", "The bank of Norland closed"),
    ],
)
def test_a_body_is_told_of_by_its_whole_name(text: str, expected: str) -> None:
    """What stands behind "Bank" or "Union" is part of its name."""
    assert last(text) == expected

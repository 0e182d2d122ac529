"""Clauses as event mentions: what is dated, by which time, and how it reads as a headline."""

from datetime import date

import pytest

from timeline.articles import make_article
from timeline.discourse import Discourse
from timeline.mentions import extract
from timeline.model import DCT_DEFAULT, Article, EventMention, Status
from timeline.readers.metadata import Metadata

WEDNESDAY = date(2024, 6, 12)


def read(text: str, published: date = WEDNESDAY) -> tuple[EventMention, ...]:
    """Return the mentions of a text published on a Wednesday."""
    return extract([Article(id="a", source="a", title="", text=text, clean=text, published=published)])


def dated(text: str) -> list[tuple[str, str]]:
    """Return (predicate, date) of the dated mentions of a text, in order."""
    return [(mention.predicate, mention.interval.edtf()) for mention in read(text) if mention.interval]


GOVERNED = [
    ("The ferry left the port on June 9 and had sailed about 70 miles.", [("leave", "2024-06-09")]),
    (
        "Wardens announced Friday that there were almost 900 arrests in May.",
        [("announce", "2024-06-07"), ("be", "2024-05")],
    ),
    ("The minister flew to Oslo on Tuesday to meet the king.", [("fly", "2024-06-11")]),
    ("On Monday, workers blocked the bridge and burned tires.", [("block", "2024-06-10")]),
    ("The strike is the largest since March 2021.", []),
    (
        "The rocket rose on Monday, two days after high winds forced the crew to wait.",
        [("rise", "2024-06-10"), ("force", "2024-06-08")],
    ),
    ("The unions have ignored the marches Sunday, Ann Poole led one.", [("lead", "2024-06-09")]),
    ("The unions have left the port on Sunday, the mayor said.", [("leave", "2024-06-09")]),
    (
        "Lund buried its dead on Tuesday, three days after an earthquake that killed 131 people.",
        [("earthquake", "2024-06-08"), ("bury", "2024-06-11")],
    ),
    (
        "Berg quit on Monday, two days before the election in Norland.",
        [("election", "2024-06-12"), ("quit", "2024-06-10")],
    ),
    ("Berg quit on Monday, a week after the vote in Lund.", [("quit", "2024-06-10")]),
    ("Berg quit in May, two days after the vote in Lund.", [("quit", "2024-05")]),
    ("Berg quit two days after the vote in Lund.", []),
    ("The marches moved to Lund, the site of a crushed revolt by miners in 1982.", [("revolt", "1982")]),
    ("The mayor went to Lund, the port, in 1982.", [("go", "1982")]),
    ("The mayor went to Lund, the site of the talks, on Monday.", [("go", "2024-06-10")]),
    ("Prices fell faster than last year.", []),
    ("In April, a smaller march broke up after the police took dozens of people away.", [("break up", "2024-04")]),
    ("There were days last month when crews counted more than 300 fires.", [("count", "2024-05")]),
    (
        "He landed Monday, a day before the leaders planned to meet.",
        [("land", "2024-06-10"), ("meet", "2024-06-11")],
    ),
    (
        "The man who was arrested on Sunday appeared in court on Tuesday.",
        [("appear", "2024-06-11"), ("arrest", "2024-06-09")],
    ),
    ("The engineer has been missing since May 3.", [("missing", "2024-05-03")]),
    ("She has lived there for ten years.", []),
    ("About 400 boats a day cross the bay.", []),
    ("The church has proposed an airlift, as in the exodus of 1960.", []),
    (
        "Ten people died on Sunday, a group said, in the first fighting since protests against Berg erupted in March.",
        [("die", "2024-06-09"), ("erupt", "2024-03")],
    ),
    ("He said clashes between guards and farmers erupted on Friday.", [("erupt", "2024-06-07")]),
    (
        "Guards felt the wrath of the crowd on Monday, a day after an unrivalled show of rage.",
        [("feel", "2024-06-10")],
    ),
    (
        "The mayor said on Monday that brawls between pro- and anti-Berg residents started on Saturday.",
        [("say", "2024-06-10"), ("start", "2024-06-08")],
    ),
    ("As the country nears a vote early next year, crime remains the most debated issue.", [("near", "2025")]),
    ("The fact that the bridge was shut off Friday showed that Berg was worried.", [("shut off", "2024-06-07")]),
    ("The troops who arrived at the border Friday were Germans.", [("arrive", "2024-06-07")]),
    (
        "Five months after the miners began their strike, and with the union losing members, there is talk of a deal.",
        [("begin", "2024-01")],
    ),
    (
        (
            "The war began on May 3. The island has called on its sailors to return, three days after the army ended"
            " the siege."
        ),
        [("begin", "2024-05-03"), ("end", "2024-06-09")],
    ),
    ("The delegation, set to meet the king on Friday, includes two ministers.", [("meet", "2024-06-14")]),
    ("The mayor will not seek office again in September.", [("seek", "2024-09")]),
    ("Updated Friday 9:01 a.m.", []),
    ("Friday, 7 June 2024, 9:36", []),
    ("It is hard to say on Friday what comes next.", []),
    ("The guild told the radio on Friday they always comply with the law.", []),
    ("Officials said the dam had burst on Friday.", [("burst", "2024-06-07")]),
    ("Six sailors were missing and 20 injured after Sunday's landslide.", [("injure", "2024-06-09")]),
    (
        "Prices slowed to 3.1 percent in May from 3.4 percent in April, official data showed on Friday.",
        [("show", "2024-06-07"), ("slow", "2024-05")],
    ),
    ("He had been due to retire in May.", []),
    ("It was unclear whether the mayor had left on Friday.", []),
    ('Sailors walk behind a banner that says "Peace," near Lund, on June 7, 2024.', [("walk", "2024-06-07")]),
    (
        "Brawls across the island after Friday's noon prayers led to the arrests of 32 sailors.",
        [("lead", "2024-06-07")],
    ),
    ("Guards fired on crowds after Friday prayers.", [("fire", "2024-06-07")]),
    ("Riots broke out in Lund after Sunday's vote.", [("break out", "2024-06-09")]),
    ("Miners staged a walkout after Sunday's vote.", [("stage", "2024-06-09")]),
    ("Riots broke out on Monday after Sunday's vote.", [("break out", "2024-06-10")]),
    ("Talks after Sunday's vote led to a deal.", []),
    ("Berg resigned after Sunday's vote.", []),
    ("She was 12 when the war began in 1939.", [("begin", "1939")]),
    ("The mayor resigned after protests erupted in March.", [("erupt", "2024-03")]),
    ("Twelve people died and 30 were hurt when a bus crashed near Lund on Sunday.", [("hurt", "2024-06-09")]),
    ("Sailors in Lund go to the polls on Sunday.", [("go", "2024-06-16")]),
    ("The bomb that officials said killed 12 sailors on Sunday was hidden in a crate.", [("kill", "2024-06-09")]),
    ("Guards arrested a man who the mayor said was armed on Sunday.", [("armed", "2024-06-09")]),
    ("Three sailors were killed and five injured on Sunday.", [("kill", "2024-06-09")]),
    (
        (
            "The guild said the raid three years ago against one of those ports -- the town of Ardol near the"
            " border with Lund -- may have constituted an offence against the sailors."
        ),
        [("constitute", "2021")],
    ),
    (
        "Norland, a small country usually slow to join such disputes, fined its envoy late on Sunday.",
        [("fine", "2024-06-09")],
    ),
    ("The storm struck before dawn on Monday.", [("strike", "2024-06-10")]),
    ("Snow fell shortly after midnight on Sunday.", [("fall", "2024-06-09")]),
    ("The roof fell in just before 5 p.m. on Friday.", [("fall", "2024-06-07")]),
    ("The guards left before Monday.", []),
    (
        "The quake struck on Monday.\n\nThe roof fell in at 4:12 a.m.",
        [("strike", "2024-06-10"), ("fall", "2024-06-10")],
    ),
    ("Three days later, the army seized power.", []),
    ("The sailor was held for 12 weeks before he was freed.", []),
    ("The dam was built in 1961. Cracks were found in May.", [("build", "1961"), ("find", "2024-05")]),
    (
        "Berg was born in 1932. He moved to Lund in 1950 and retired in 1994. A service will be held on July 2.",
        [("bear", "1932"), ("move", "1950"), ("retire", "1994"), ("hold", "2024-07-02")],
    ),
    ("Had the vote passed on Monday, Berg would have quit.", []),
    ("The yard would have opened in 2025.", []),
    ("The king was to have visited Lund in April.", []),
    ("The firm worked there from 2001 to 2009.", [("work", "2001/2009")]),
    ("The fair was held from Jan. 3 to Jan. 19.", [("hold", "2024-01-03/2024-01-19")]),
    ("The bridge collapsed on Tuesday when a ship struck it.", [("collapse", "2024-06-11")]),
    ("Elected in 2015, Berg resigned on Sunday.", [("elect", "2015"), ("resign", "2024-06-09")]),
    ("Six miners were freed on Monday.", [("free", "2024-06-10")]),
    ("Output shrank due to the war in May.", [("shrink", "2024-05")]),
    ("The plan, announced in April, failed on Monday.", [("announce", "2024-04"), ("fail", "2024-06-10")]),
    ("The bridge was rebuilt in 1988. It fell on 1 June.", [("rebuild", "1988"), ("fall", "2024-06-01")]),
    ("Three miners died in a coal mine on Monday.", [("die", "2024-06-10")]),
    ("If the bridge were closed on Monday, the town would be cut off.", []),
    ("The crew knew disasters such as the Lund earthquake of 2005.", [("earthquake", "2005")]),
    ("The paper made its name following the Lund elections of 2007.", [("election", "2007")]),
    ("The killings of 1999 are doubted by many.", [("killing", "1999")]),
    ("The killings in Lund in 1999 are a dark chapter.", []),
    ("The law was used after the attacks on 11 May 2001 against Lund.", [("attack", "2001-05-11")]),
    ("Twenty were hurt after the storm on Friday.", [("hurt", "2024-06-07")]),
    ("The yard has grown too fast, despite the fire five years ago.", [("fire", "2019")]),
    (
        "There have been 900 fires in each of the U.S. navy's past two fiscal years.",
        [("be", "2021-10/2023-09")],
    ),
    ("It is midday on Friday in the port.", []),
    ("The last time was in May.", []),
    ("Repairs will take years, after the earthquake two weeks ago.", [("earthquake", "2024-05-27/2024-06-02")]),
    ("A page sprung up, calling for a march on May 3.", [("march", "2024-05-03")]),
    ("The union announced plans for a strike on Friday.", [("strike", "2024-06-14")]),
    ("The mayor called for talks on Friday.", [("call", "2024-06-07")]),
    ("The US opened its polls on Friday.", [("open", "2024-06-07")]),
    ("It was on Monday that the crew left the ship.", [("leave", "2024-06-10")]),
    ("Hours after Monday's ruling, crowds gathered.", [("gather", "2024-06-10")]),
    ("Days after Monday's ruling, crowds gathered.", []),
    ("Sailors are to strike from 8 a.m. on June 30.", [("strike", "2024-06-30")]),
    ("The firm has struggled since 2014, when it lost its licence.", [("lose", "2014")]),
    ("The Fed raised rates on Wednesday.", [("raise", "2024-06-12")]),
    ("The bank raised rates on Wednesday.", [("raise", "2024-06-12")]),
    ("The army shot down the plane on Friday.", [("shoot down", "2024-06-07")]),
    ("Police arrested a man and protesters burned cars on Monday.", [("burn", "2024-06-10")]),
    (
        "A reporter shot a week ago in Lund died Friday, a newspaper reported.",
        [("shoot", "2024-06-03/2024-06-09"), ("die", "2024-06-07")],
    ),
    ("Guards shot three miners and injured 20 on Monday.", [("shoot", "2024-06-10")]),
    ("More pigs will be reared in barns compared with 41 percent in 2010.", []),
    ("The marchers were happy about the war in 1967.", [("happy", "1967")]),
    ('The envoy told the radio\'s "News Hour" Monday that the army might step in.', [("tell", "2024-06-10")]),
    ("On Monday state television said a grave had been found.", [("say", "2024-06-10")]),
    ("The envoy said in a note released on Monday that he condemned the raid.", [("say", "2024-06-10")]),
    ("The council approved plans on Monday for a new stadium.", [("approve", "2024-06-10")]),
    ("The company scrapped plans on Monday for a new mine.", [("scrap", "2024-06-10")]),
    ("The launch was postponed on Monday because of fog.", [("postpone", "2024-06-10")]),
    ("Ireland play Scotland on Saturday.", [("play", "2024-06-15")]),
    ("The band have cancelled their concert on Saturday.", [("cancel", "2024-06-15")]),
    ("A soldier walks near a tank on Saturday.", [("walk", "2024-06-08")]),
    ("The council voted on Monday to close the library on June 30.", [("vote", "2024-06-10")]),
    ("Norland agreed to hold talks on Thursday.", [("agree", "2024-06-13")]),
    ("Norland will impose tariffs from July 1.", [("impose", "2024-07-01")]),
    ("Ana Lee won the Booker Prize in 1994.", [("win", "1994")]),
    (
        "In 1968, when the council announced its plans, Ana Lee founded the Friends of Lund.",
        [("announce", "1968"), ("found", "1968")],
    ),
    ("A march is planned for Friday.", [("march", "2024-06-14")]),
    ("A strike was announced on Friday.", [("announce", "2024-06-07")]),
    ("Early talks on the treaty are due to be opened on Friday.", [("due", "2024-06-14")]),
    ("Normally held on Friday, the fair drew a crowd.", []),
]


@pytest.mark.parametrize(("text", "expected"), GOVERNED)
def test_time_dates_the_clause_it_governs(text: str, expected: list[tuple[str, str]]) -> None:
    """A time dates its own clause, and no clause beside it."""
    assert sorted(pair for pair in dated("Filler text stands here. " + text)) == sorted(expected)


HEADLINES = [
    ("The guards arrived at the gate shortly after midnight on Friday.", "The guards arrived at the gate"),
    ("On Monday, however, the two sides signed a truce in Geneva.", "The two sides signed a truce in Geneva"),
    ("After weeks of talks, the union called off its strike on Friday.", "The union called off its strike"),
    ("The court freed Ana Ruiz on Tuesday, her lawyer said.", "The court freed Ana Ruiz"),
    (
        "The banks will stay shut for two days, state radio announced on Sunday after a run on deposits.",
        "State radio announced that the banks will stay shut",
    ),
    ("The harbour was safe again, the pilots said on Tuesday.", "The pilots said that the harbour was safe again"),
    (
        "The mayor stepped down on Friday and handed over the keys to her deputy.",
        "The mayor stepped down and handed over the keys to her deputy",
    ),
    (
        "More than half a million herders crossed the strait in April.",
        "More than half a million herders crossed the strait",
    ),
    ("A 28-year-old sailor from Ardol drowned on Sunday.", "A 28-year-old sailor from Ardol drowned"),
    ("The ministers agreed on Friday to expand the fleet.", "The ministers agreed to expand the fleet"),
    (
        'The crowd chanted "Today the port, tomorrow the palace" on Sunday.',
        'The crowd chanted "Today the port, tomorrow the palace"',
    ),
    ("Organizers chose May 5 for the march.", "Organizers chose May 5 for the march"),
    ("(Update 2:15 p.m.) - The port opened on Sunday.", "The port opened"),
    (
        "In its review published on Thursday, the council said that the fire had killed around 90 people.",
        "The council said that the fire had killed around 90 people",
    ),
    (
        "Dozens of herders, meanwhile, gathered on Wednesday near Ardol and tried to stop traffic, radio reported.",
        "Dozens of herders gathered near Ardol and tried to stop traffic",
    ),
    ("The port's senior officers Thursday issued a plea.", "The port's senior officers issued a plea"),
    ("Brawls throughout the harbour on Friday led to 32 arrests.", "Brawls throughout the harbour led to 32 arrests"),
    (
        "Followers of Olaf Berg flooded into Ardol's Square Wednesday after his opponents left, and fights broke out.",
        "Followers of Olaf Berg flooded into Ardol's Square after his opponents left",
    ),
    ("The city's press secretary Ana Lee resigned on Monday.", "The city's press secretary Ana Lee resigned"),
    ("Those five miners died on Sunday.", "The five miners died"),
    (
        (
            "There have been over two million complaints about boats on the northern and western routes"
            " in each of the past three years."
        ),
        "There have been over two million complaints about boats on the routes in each of the past three years",
    ),
    (
        "Pressure on Berg grew on Monday after Ardol, once a friend, shut its port.",
        "Pressure on Berg grew after Ardol, once a friend, shut its port",
    ),
    (
        "One project is a dam, whose groundbreaking was watched by both ministers in May.",
        "A dam's groundbreaking was watched by both ministers",
    ),
    ("The Christmas Eve caravan left its base in Ardol.", "The caravan left its base in Ardol"),
    (
        "The council did not grant permits for Tuesday's planned rally.",
        "The council did not grant permits for the planned rally",
    ),
    (
        "Berg, from the small Ardol party, told the Danish envoy Ole Ravn this week that police raids had stopped.",
        "Berg, from the small Ardol party, told the Danish envoy Ole Ravn that police raids had stopped",
    ),
    ("Olaf Berg, who has approved grants to sailors this year, is 80.", "Olaf Berg has approved grants to sailors"),
    (
        "Ardol, the home of Berg's late wife Asa, has seen an influx of sailors in the last year.",
        "Ardol, the home of Berg's late wife Asa, has seen an influx of sailors",
    ),
    ("The police in the city imposed a curfew there on Monday.", "The police in the city imposed a curfew"),
    (
        "Troops stood outside Ardol, which saw the biggest marches and was the scene of a raid on Monday.",
        "Ardol was the scene of a raid",
    ),
    (
        "The port is closed, the ruling council of the island said in a statement on Sunday.",
        "The ruling council of the island said that the port is closed",
    ),
    (
        "Monday's meeting in Ardol, she said, was enough to end the strike.",
        "Monday's meeting in Ardol was enough to end the strike",
    ),
    ("The banker, who was hired by Berg and fired on Monday, is 60.", "The banker was fired"),
    (
        (
            "On Monday, Olaf Berg - the head of the northern port, the largest harbour on the island - called for a"
            " halt to what he called the long and needless strike of the pilots."
        ),
        "Olaf Berg called for a halt to what he called the long and needless strike of the pilots",
    ),
    (
        (
            "President Olaf Berg, who most sailors believe is the northern island's true leader,"
            " tried to calm the angry pilots of the port on Monday."
        ),
        "Olaf Berg tried to calm the angry pilots of the port",
    ),
    ("Norwegian banks will be closed, the radio said on Monday.", "The radio said that Norwegian banks will be closed"),
    (
        (
            "For the first time since sailors took control of Ardol's Berg Square - the centre of mass marches"
            " that brought down Berg's nearly 20-year rule - water was running freely through the port Sunday."
        ),
        "Water was running freely through the port",
    ),
    ("Ten people died on Monday, the mayor, Olaf Berg, said.", "Ten people died"),
    (
        "Ten people were killed by guards on Monday, the Northern Island Committee, a sailors group, said.",
        "Ten people were killed by guards",
    ),
    (
        "Guards shot 11 people on Sunday during protests against President Olaf Berg, unions and witnesses said.",
        "Guards shot 11 people during protests against President Olaf Berg",
    ),
    (
        "Olaf Berg, who is under arrest for what the court calls fraud and was fined last month, has left.",
        "Olaf Berg was fined",
    ),
    ("The minister, who was arrested in the port and died on Monday, led the party.", "The minister died"),
    ("The patient, who was infected by a nurse and recovered on Monday, is 60.", "The patient recovered"),
    ("Monday's talks had failed, the officials said.", "Monday's talks had failed"),
    (
        "Olga Ravn, named head of the central bank in May, said the rates would stay unchanged.",
        "Olga Ravn was named head of the central bank",
    ),
    (
        "Talks had failed, said the envoy Ole Ravn, the head of the mission, on Monday.",
        "The envoy Ole Ravn said that talks had failed",
    ),
    ("The company, it emerged, will cut 400 jobs in July.", "The company will cut 400 jobs"),
    ("The match was postponed to June 30.", "The match was postponed to June 30"),
    ("The game scheduled for Friday has been called off.", "The game has been called off"),
    ("A report published on Tuesday found that prices fell.", "A report found that prices fell"),
    ("A law passed in 2019 bans the practice.", "A law was passed"),
    ("Born in Lund in 1932, Berg moved to Ardol.", "Berg was born in Lund"),
    ("The next hearing is on July 4.", "The next hearing is on July 4"),
    (
        (
            "Dozens of herders, meanwhile, gathered Wednesday in the Old Ardol area near Lund -- close to Norland's"
            " border with Sudria -- and tried to halt lorries on the road to Lund, state media reported."
        ),
        "Dozens of herders gathered in the Old Ardol area near Lund",
    ),
    ("A number of boats, seized in May, were sold.", "A number of boats were seized"),
    (
        (
            "The sailors of the three northern ports felt the wrath of the crowd on Monday, a day after an unrivalled"
            " show of public rage at the owners and of full-throated cries for their ouster."
        ),
        "The sailors of the three northern ports felt the wrath of the crowd",
    ),
    (
        "Trade was hammered on Monday when Norland briefly closed two ports in Lund.",
        "Norland briefly closed two ports in Lund",
    ),
    (
        "Arrests exceeded 2 million in both of the government’s last two fiscal years.",
        "Arrests exceeded 2 million in both of the government’s last two fiscal years",
    ),
    ("Data published Friday showed that exports rose sharply.", "Data showed that exports rose sharply"),
    ("The statement, released Tuesday, says the war is over.", "The statement was released"),
    (
        "Olaf Ravn, named as the head of the bank in May, said it would open soon.",
        "Olaf Ravn was named as the head of the bank",
    ),
    (
        '"We stay together in the square," said the sailor Olaf Ravn on Monday.',
        'The sailor Olaf Ravn said: "We stay together in the square"',
    ),
    (
        'Olaf Ravn told reporters last week, before the strike: "I wish the island had 10 such men."',
        'Olaf Ravn told reporters: "I wish the island had 10 such men"',
    ),
    ("Parties embraced today's demonstration at the harbour.", "The demonstration at the harbour"),
    (
        "Pressure mounted on Berg on Monday after Ardol shut its port.",
        "Pressure mounted on Berg after Ardol shut its port",
    ),
    (
        "The storm, which forecasters said was the worst in years, hit the coast on Friday.",
        "The storm, which was the worst in years, hit the coast",
    ),
    (
        "With a campaign that lawyers said resulted in arrests over the last week, the guild said it would close.",
        "A campaign resulted in arrests",
    ),
    (
        (
            "The guild urged the mayor to hasten the landing of boats carrying lamps, after one carrying a"
            " folding wooden chapel was sent away on Saturday night."
        ),
        "One carrying a folding wooden chapel was sent away",
    ),
    (
        "The aide has not been seen since the guild's headquarters collapsed on Tuesday.",
        "The guild's headquarters collapsed",
    ),
    ("Anti-government protesters clashed with guards on Friday.", "Anti-government protesters clashed with guards"),
    (
        "On some days last month, guards counted 300 boats in the bay.",
        "Guards counted 300 boats in the bay on some days",
    ),
    (
        "Guards counted 300 boats in the bay on some days last month.",
        "Guards counted 300 boats in the bay on some days",
    ),
    (
        (
            "On Sunday, one of the aides warned Berg would be given no quarter after the mayor of Ardol said"
            ' his guards would bring a "decisive message", as the council of the old harbour had wished.'
        ),
        "One of the aides warned Berg would be given no quarter",
    ),
    ("The dam had burst on Friday.", "The dam had burst"),
    ("Lund's mayor, arrested on Monday on fraud charges, denies it.", "Lund's mayor was arrested on fraud charges"),
    (
        "Three climbers have died after an avalanche struck the camp early on Tuesday, officials in Lund said.",
        "Three climbers have died after an avalanche struck the camp",
    ),
    (
        "At least 40 people, including 12 children, were killed when a ferry capsized on the Ard river on Monday.",
        "At least 40 people, including 12 children, were killed when a ferry capsized on the Ard river",
    ),
    (
        "Talks between the union and the airline collapsed on Sunday.",
        "Talks between the union and the airline collapsed",
    ),
    (
        "Many parties on the island have praised today's rally, which was told of on leaflets.",
        "Many parties on the island have praised the rally",
    ),
    (
        (
            "Guards shot ten men in the southern province of Lund, where the revolt against Berg erupted in March,"
            " the town of Ardol, 165 km to the north, and the suburbs."
        ),
        "The revolt against Berg erupted",
    ),
    (
        (
            "On Friday, a group of thieves entered the museum using a ladder, Olaf Berg, secretary-general of the"
            " council of the island, told the radio."
        ),
        "A group of thieves entered the museum using a ladder",
    ),
    (
        "A fire that swept through a market in Lund on Tuesday night killed at least nine people, the guard said.",
        "A fire that swept through a market in Lund killed at least nine people",
    ),
    ("A bomb that went off in a market on Tuesday killed nine.", "A bomb that went off in a market killed nine"),
    ("The flood that hit Lund on Monday destroyed 200 homes.", "The flood that hit Lund destroyed 200 homes"),
    ("The crowd forced them out on Monday.", "The crowd forced them out"),
    (
        "The rocket, carrying three sailors, lifted off from the island at 9:31 a.m. Friday.",
        "The rocket, carrying three sailors, lifted off from the island",
    ),
    (
        "Monday's earthquake, the strongest in 20 years, leveled the old town.",
        "Monday's earthquake, the strongest in 20 years, leveled the old town",
    ),
    ("The guild's chief resigned last month amid a fraud inquiry.", "The guild's chief resigned amid a fraud inquiry"),
    (
        "More than 200 people were feared dead Tuesday after a dam collapsed.",
        "More than 200 people were feared dead after a dam collapsed",
    ),
    ("Three days of mourning were declared Monday.", "Three days of mourning were declared"),
    (
        "The first trucks carrying food crossed into the region on Wednesday, aid officials said, as the sun rose.",
        "The first trucks carrying food crossed into the region",
    ),
    ("The cargo ship ran aground and was refloated on June 9.", "The cargo ship was refloated"),
    ("As many as 200 sailors died in Monday's storm.", "As many as 200 sailors died in the storm"),
    ("Houses in Aix-la-Berg collapsed on Tuesday.", "Houses in Aix-la-Berg collapsed"),
    (
        "The mayor - who had denied the charges - resigned on Thursday.",
        "The mayor - who had denied the charges - resigned",
    ),
    (
        "The court -- which sits in Ardol -- acquitted the captain on Tuesday.",
        "The court -- which sits in Ardol -- acquitted the captain",
    ),
    (
        (
            "The mayor -- who has held the office for 30 years -- then said on Monday he would name a new council, with"
            " a widened remit reflecting a common wish for order."
        ),
        "The mayor -- who has held the office for 30 years -- said he would name a new council",
    ),
    (
        "Lund is considering whether to revive a 1998 agreement with Ardol that would allow its ships to fish.",
        "An agreement with Ardol that would allow its ships to fish",
    ),
    ("The crew knew disasters including the Lund earthquake of 2005.", "The Lund earthquake of 2005"),
    ("Two thousand metric tons of rice will arrive on Friday.", "Two thousand metric tons of rice will arrive"),
    ("The tower lost contact with the ship at 1147 (0947 GMT) on Friday.", "The tower lost contact with the ship"),
    ("The aide met the opposition back in May.", "The aide met the opposition"),
    ("Fighting went on in two districts late into the evening of Monday.", "Fighting went on in two districts"),
    (
        "The number of refugees has risen, with 1,240 over a 24-hour period from Sunday to Monday.",
        "The number of refugees has risen",
    ),
    ("The plan - announced in May by Berg in Geneva - includes a council.", "The plan was announced by Berg in Geneva"),
    (
        (
            "A Norwegian choir and dance troupe - made up of 64 people, mostly from the schools of the coast, and"
            " including two old drummers - sailed to the region on Friday."
        ),
        "A Norwegian choir and dance troupe, made up of 64 people, sailed to the region",
    ),
    (
        "Ana is cook for Seafund - a sailors' guild - which sent a ship to Lund on 7 June.",
        "Seafund sent a ship to Lund",
    ),
    (
        "The comet fell at 1653 (2153 GMT) on Friday, about 18km (11m) south-west of Lund.",
        "The comet fell, about 18km (11m) south-west of Lund",
    ),
    (
        "A page sprung up in Lund, calling for a march on May 3.",
        "A page sprung up in Lund, calling for a march on May 3",
    ),
    (
        "The plague spread in towns such as Ardol and Lund, scene of a 1982 siege by the navy.",
        "A siege by the navy in Lund",
    ),
    ("They want the return of Ana Ruiz, who was ousted in 2006.", "Ana Ruiz was ousted"),
    ("The plan was drawn up by Norwegians, who 10 days ago left Lund.", "Norwegians left Lund"),
    ("The president of Mexico, who met miners on Friday, smiled.", "The president of Mexico met miners"),
    (
        "Early talks on the treaty are due to be opened on Friday.",
        "Early talks on the treaty are due to be opened",
    ),
    (
        "The rider hopes to answer after testing positive during last year's race.",
        "The rider hopes to answer after testing positive during last year's race",
    ),
    ("Police arrested a man and protesters burned cars on Monday.", "Protesters burned cars"),
    (
        "Guards say some sailors left the town, and on Monday state TV said a grave had been found.",
        "State TV said a grave had been found",
    ),
    (
        (
            "Public anger mounted on Monday after Acme, a builder, shut its yard in Lund and the Bakers Union said it"
            " was planning rallies."
        ),
        "Public anger mounted after Acme, a builder, shut its yard in Lund",
    ),
    ("Norland closed its embassy and Lund's mayor resigned on Monday.", "Lund's mayor resigned"),
    ("Guards shot dead three miners and injured 20 on Monday.", "Guards shot dead three miners and injured 20"),
    (
        "Despite continued Norland occupation of the Ardol Mill captured from Lund in 1967, bread was cheap.",
        "The Ardol Mill was captured from Lund",
    ),
    (
        "Bo was the third head of guild to be replaced this year, after Peru's Ana Ruiz and Lund's Olaf Berg and Ida.",
        "Bo was the third head of guild to be replaced, after Peru's Ana Ruiz and Lund's Olaf Berg and Ida",
    ),
    ("The council on Sunday ordered mills closed for the next two weeks.", "The council ordered mills closed"),
    ("The mayor said on Monday it was too late to sail.", "The mayor said it was too late to sail"),
    (
        (
            "Retired pilots of the fleet urged Peru on Monday to persuade President Ana Ruiz of Norland to sell the"
            " island, warning that Lund would be left without a harbour unless it came to terms with the town."
        ),
        "Retired pilots of the fleet urged Peru to persuade President Ana Ruiz of Norland to sell the island",
    ),
    (
        "Tens of thousands of sailors gathered in Norland second harbour Friday to demand Berg sing.",
        "Tens of thousands of sailors gathered in Norland second harbour to demand Berg sing",
    ),
    ("Papers gathered by guards on Friday show the fraud.", "Papers were gathered by guards"),
    ("Lund hosts the group whose fighters fought Norland in 2006.", "The group's fighters fought Norland"),
    ("The council voted on Monday to close the yard on June 30.", "The council voted to close the yard on June 30"),
    ("The bread tax will rise on Friday, it has been confirmed.", "The bread tax will rise"),
    ("The number of sailors killed in Sunday's crash will rise to 19.", "Sailors were killed in the crash"),
    ("The mayor of the town, who was elected in 2019, will resign.", "The mayor of the town was elected"),
    ("The mayor of Lund, who was elected in 2019, will resign.", "The mayor of Lund was elected"),
    ("Whitlock, a Democrat who led the state from 2009 to 2015, will resign.", "Whitlock led the state"),
    ("The deputy, a lawyer who joined the firm in 2010, will resign.", "The deputy joined the firm"),
    ("A magnitude 6.1 earthquake shook Lund on Monday.", "A magnitude 6.1 earthquake shook Lund"),
    ("Castor's founder, the painter Henry Castor, fled on Monday.", "Castor's founder, the painter Henry Castor, fled"),
    ("The crew refused to leave on 10 April, the deadline.", "The crew refused to leave"),
    ("A fog had come over the harbour, a place she painted in 2005.", "She painted a place"),
    ("The dam was closed in April, adds our correspondent.", "The dam was closed"),
    ("The guild said five of its boats were turned away on Monday.", "Five of the guild's boats were turned away"),
    ("The guild said its boats were turned away on Monday.", "The guild's boats were turned away"),
    (
        "Norland's officials said their boats were turned away on Monday.",
        "Norland's officials' boats were turned away",
    ),
    ("After leaving Lund on Monday, the marchers walked to Oslo.", "The marchers left Lund"),
    ("The minister slept before meeting the king on Monday.", "The minister met the king"),
    (
        "In addition to asking the court to cut the fine on Monday, the sailor's lawyers filed an appeal.",
        "The sailor's lawyers asked the court to cut the fine",
    ),
    (
        "Their client had broken the law, both lawyers said on Monday.",
        "Both lawyers said that their client had broken the law",
    ),
    ("The frigate is on a mission in the Gulf of Tonga, which began in March.", "A mission in the Gulf of Tonga began"),
    (
        "Guards fired rubber bullets and tear gas at miners on Monday to clear the square.",
        "Guards fired rubber bullets and tear gas at miners to clear the square",
    ),
    ("The talks in Lund were calm, and they ended on Monday.", "The talks in Lund ended"),
    ("The minister condemned the border incident on Sunday.", "The minister condemned the border incident"),
    ("The council debated the issue of housing on Sunday.", "The council debated the issue of housing"),
    (
        "In May, the council agreed to take in Danes, Finns and Swedes turned away by Ardol for want of papers.",
        "The council agreed to take in Danes, Finns and Swedes turned away by Ardol for want of papers",
    ),
    ("Ana Lee, praised by many as a saint, had a message for the council on Sunday.", ""),
    ("The council also issued its first plans on Sunday.", "The council issued its first plans"),
    ("The raids led to arrests of 40 smugglers in the last week alone.", "The raids led to arrests of 40 smugglers"),
    (
        "Lawmakers will vote on the bill when parliament reconvenes on Monday.",
        "Lawmakers will vote on the bill when parliament reconvenes",
    ),
    (
        "The bank will freeze funds from traders who are now under review when trading resumes Wednesday.",
        "The bank will freeze funds from traders who are now under review when trading resumes",
    ),
    ("The talks collapsed when the envoy walked out on Sunday.", "The talks collapsed when the envoy walked out"),
    ("Norland sent 40 sailors, three of whom were hurt on Monday.", "Three of the 40 sailors were hurt"),
    ("The firm owns 12 mills, one of which burned down on Monday.", "One of the 12 mills burned down"),
    ("Guards held miners from Ardol, most of whom were freed on Monday.", "Most of the miners from Ardol were freed"),
    ("Ana Ruiz has two sons, both of whom drowned on Monday.", "Both of the sons drowned"),
    (
        "The deal provides for the return of 40 sailors, which will begin on Friday.",
        "The return of 40 sailors will begin",
    ),
    (
        "The council backed the closure of the mill, which will take place in July.",
        "The closure of the mill will take place",
    ),
    ("The deal ends a strike at the yard, which began in May.", "A strike at the yard began"),
    ("The deal covers the yard at Ardol, which opened in May.", "The yard at Ardol opened"),
    ("The king met the head of the rebels, who was shot on Monday.", "The head of the rebels was shot"),
    ("Guards met the miners at the gate in Lund, who were freed on Monday.", "The miners were freed"),
    ("Among those killed was Ana Ruiz, a sailor, who died on Monday.", "Ana Ruiz died"),
    ("Among the wounded is a boy, aged nine, who was stabbed on Monday.", "A boy was stabbed"),
    (
        "A complaint filed Friday in Los Arcos Municipal Court accuses Berg Power of fraud.",
        "A complaint was filed in Los Arcos Municipal Court",
    ),
    ("The new offer, announced on Monday, is worth 200p a share.", "The new offer was announced"),
    ("The ambush, claimed by the rebels on Monday, killed nine.", "The ambush was claimed by the rebels"),
    ("The fire was 30 percent contained on Monday.", "The fire was 30 percent contained"),
    ("Turnout was 30 percent on Monday, compared with 40 in 2019.", "Turnout was 30 percent"),
    ("Rain, hail and the cold killed two people on Monday.", "Rain, hail and the cold killed two people"),
    ("The sailor stood before Ardol magistrates on Monday.", "The sailor stood before Ardol magistrates"),
    ("The bank cut rates on Monday, its third move this year.", "The bank cut rates"),
    (
        "The nine deaths reported in the port's Nord and Sud quarters on Monday brought the total to 30.",
        "The nine deaths were reported in the port's Nord and Sud quarters",
    ),
    ("Norland's emir telephoned President Lucan Obrel on Monday.", "Norland's emir telephoned President Lucan Obrel"),
    ("Samples were sent off and the findings came back on Monday.", "The findings came back"),
    ("The law was passed back in May.", "The law was passed"),
    (
        (
            "The mill was sold to the Norland Milling Company on Monday in a deal worth 40 million crowns that"
            " will go through once the council and the board agree."
        ),
        "The mill was sold to the Norland Milling Company in a deal worth 40 million crowns that will go through",
    ),
    ("The mill has struggled since 2014, when it lost its licence.", "The mill lost its licence"),
    ("The guild had turned down two offers, the first on May 3.", "The guild had turned down two offers"),
    ("Guards freed six men, the last of them on Monday.", "Guards freed six men"),
    ("The band won two prizes, the first in Lund on Monday.", "The band won two prizes, the first in Lund"),
    (
        (
            "The miners on Monday backed Ana Ruiz and her friends, who have made mending dams and rebuilding"
            " trade in the port of Ardol their aims."
        ),
        "The miners backed Ana Ruiz",
    ),
    (
        (
            "Pressure on the mayor mounted on Monday after Ardol, once an ally, shut its office in Lund and the"
            " king said he was looking at further steps."
        ),
        "Pressure on the mayor mounted after Ardol, once an ally, shut its office in Lund",
    ),
    ("Minutes after Monday's vote, crowds gathered at the gate.", "Crowds gathered at the gate"),
    ("Sailors are to strike from 8 a.m. on June 30.", "Sailors are to strike"),
    ("Ana Ruiz thanked sailors in an open letter published on Monday.", "Ana Ruiz thanked sailors in an open letter"),
    ("Ana Ruiz was named in a letter published on Monday.", "A letter was published"),
    ("Guards beat a boy in a video posted on Monday.", "A video was posted"),
    ("Work was suspended on Monday and the guild filed for protection.", "Work was suspended"),
    ("The index fell by four percent and trading was halted on Monday.", "Trading was halted"),
    ("Two were hurt on Monday and a man detained in Lund.", "Two were hurt and a man detained in Lund"),
    (
        "The gate was closed and guards fired on the crowd on Monday.",
        "The gate was closed and guards fired on the crowd",
    ),
    (
        "The firm's profit fell by 12 percent, the guild reported on Monday.",
        "The guild reported that the firm's profit fell by 12 percent",
    ),
    ("The oak was felled by a storm on Monday.", "The oak was felled by a storm"),
    ("The song was a hit back in May.", "The song was a hit"),
    # what a headline does without: who only counted, what may come of it, a condition that points back, a day within
    ("Nine barges were moored on Monday, according to the harbour authority.", "Nine barges were moored"),
    (
        "Nine barges were seized on Monday, according to the dockers' union.",
        "Nine barges were seized, according to the dockers' union",
    ),
    (
        "The mayor fled on Monday, according to the harbour authority.",
        "The mayor fled, according to the harbour authority",
    ),
    (
        "Early counts showed on Monday that the guild lost 12 seats, opening what is likely to be a year of quarrels.",
        "Early counts showed that the guild lost 12 seats",
    ),
    (
        "Early counts showed on Monday that the guild lost 12 seats, ending its long rule.",
        "Early counts showed that the guild lost 12 seats, ending its long rule",
    ),
    ("The mayor will resign on Friday, if that were to happen.", "The mayor will resign"),
    ("The mayor will resign on Friday, if that bridge falls.", "The mayor will resign, if that bridge falls"),
    (
        "Farmers marching to the palace in Lund on Monday met the guards.",
        "Farmers marching to the palace in Lund met the guards",
    ),
    (
        "Monday's events in Berg Square showed the anger of the miners.",
        "The events in Berg Square showed the anger of the miners",
    ),
    (
        "Monday's raids in Berg Square showed the anger of the miners.",
        "Monday's raids in Berg Square showed the anger of the miners",
    ),
    (
        "The mayor said on Monday it was too late to think about telling the sailors to row.",
        "The mayor said it was too late to think about telling the sailors to row",
    ),
    # and what it does not
    ("The council signed a pact on Monday that bans nets.", "The council signed a pact that bans nets"),
    ("The council signed a pact with a guild on Monday that night.", "The council signed a pact with a guild"),
]


@pytest.mark.parametrize(("text", "title"), HEADLINES)
def test_headline_stands_alone(text: str, title: str) -> None:
    """A headline has no leading time, no connective and no attribution."""
    assert [mention.title for mention in read(text) if mention.interval] == [title]


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        ("Anti-government protesters clashed with guards on Friday.", (("subject", "protester"),)),
        ("Lund declared independence in 1991.", (("subject", "lund"), ("object", "independence"))),
        ("Pro-union strikes erupted in March.", (("subject", "strike"),)),
        ("Ana Lee, an adviser on trade, resigned on Friday.", (("subject", "lee"), ("called", "adviser"))),
        ("The storm, which the guild said was caused by heat, came on Friday.", (("subject", "storm"),)),
        (
            "The council on Sunday ordered banks closed.",
            (("subject", "council"), ("object", "bank"), ("deed", "close")),
        ),
        (
            "Radio announced on Sunday that the bridge will be shut down.",
            (("subject", "radio"), ("object", "bridge"), ("deed", "shut down")),
        ),
        (
            "The council decided on Sunday to sell the mill.",
            (("subject", "council"), ("object", "mill"), ("deed", "sell")),
        ),
        ("The mayor said on Sunday that the bridge was closed.", (("subject", "mayor"),)),
        ("Nurses began vaccinating people on Sunday.", (("subject", "nurse"), ("complement", "vaccinate"))),
        ("The revolt drove him from power on Sunday.", (("subject", "revolt"), ("from", "power"))),
        (
            "Parliament passed a law on gambling on Sunday.",
            (("subject", "parliament"), ("object", "law"), ("object matter", "gambling")),
        ),
        (
            "The king fired the finance minister on Sunday.",
            (("subject", "king"), ("object", "minister"), ("object matter", "finance")),
        ),
        ("The mayor stepped down on Sunday.", (("subject", "mayor"),)),
    ],
)
def test_who_does_it(text: str, arguments: tuple[tuple[str, str], ...]) -> None:
    """The arguments are those of the clause, by their lemmas, at the head of a sentence too."""
    assert [mention.arguments for mention in read("Filler text stands here. " + text) if mention.interval] == [
        arguments
    ]


def test_a_statement_holds_the_words_of_what_was_said_before_it() -> None:
    """A quotation before the verb of saying is what the statement is about."""
    text = (
        "Filler text stands here. The number of fires shows that the law failed, the adviser Ana Ruiz said on Friday."
    )
    statement = next(mention for mention in read(text) if mention.statement and mention.interval)
    assert {"fire", "law", "fail"} <= set(statement.terms)


@pytest.mark.parametrize(
    ("text", "dangling"),
    [
        ("All six were freed on Monday.", True),
        ("Six miners were freed on Monday.", False),
        ("The last two were freed on Monday.", True),
        ("The last two miners were freed on Monday.", False),
        ("Others fled on Monday.", True),
        ("Some of the crew fled on Monday.", False),
        ("Four men surrounded him on Monday.", True),
        ("Four men asked the mayor to free him on Monday.", False),
        ("The crew saved itself on Monday.", False),
        ("The crew sailed to these islands on Monday.", True),
        ("Many sailors came from those two on Monday.", True),
        ("The guild named those who had sailed to the islands on Monday.", False),
        ("The guild named a captain this Monday.", False),
    ],
)
def test_a_title_that_needs_what_stands_before_it_is_known(text: str, *, dangling: bool) -> None:
    """A bare "others" or "him" leaves open who is meant."""
    assert [mention.dangling for mention in read("Filler text stands here. " + text) if mention.interval] == [dangling]


def test_who_something_is_done_to_is_named() -> None:
    """The person told of before stands in place of "him"."""
    text = "Mayor Olaf Ravn fled the island in May. Police arrested him in Ardol on Monday."
    assert read(text)[-1].title == "Police arrested Olaf Ravn in Ardol"


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("Guards entered the northern town of Lund.", "Lund"),
        ("Guards entered the town of Lund. A storm hit Ardol.", "the town"),
        ("Guards entered the island of Lund.", "the town"),
        ("Guards entered the town of Lund and the town of Ardol.", "Ardol"),
    ],
)
def test_the_town_is_the_one_told_of_before(before: str, place: str) -> None:
    """A bare "the town" gives way to the latest place, if that was called a town."""
    found = [
        mention.title for mention in read(f"{before} On Sunday, robbers shot two men in the town.") if mention.interval
    ]
    assert found[-1] == f"Robbers shot two men in {place}"


def test_a_full_name_needs_no_honorific_nor_a_particle_twice() -> None:
    """A name in full takes the place of the honorific too, and initials are a name in full."""
    for text, title in (
        ("President Olaf Berg spoke. Mr Berg briefed the council on Monday.", "Olaf Berg briefed the council"),
        ("President Anna van Berg spoke. The king met van Berg on Monday.", "The king met Anna van Berg"),
        ("The Danish UN helped. The UN briefed the council on Monday.", "The UN briefed the council"),
    ):
        assert [mention.title for mention in read("Filler text stands here. " + text) if mention.interval] == [title]


def test_a_place_is_no_short_form_of_a_longer_name() -> None:
    """Who reads of Norland and of New Norland reads of two; a surname stays one, whatever is felt for its bearer."""
    text = "Miners met in New Norland. Crowds marched in Norland. Norland closed its port on Monday."
    assert read(text)[-1].title == "Norland closed its port"
    text = (
        "Senator Maria Lopez spoke. Lopez smiled. Lopez left. Lopez won. Faith in Lopez grew. Lopez resigned on Monday."
    )
    assert read(text)[-1].title == "Maria Lopez resigned"


def test_pronoun_gives_way_to_the_name_it_means() -> None:
    """A headline names the person that "he" stands for, in full."""
    found = read("Prime Minister Olaf Berg visited Oslo last week. On Tuesday he resigned.")
    assert found[-1].title == "Olaf Berg resigned"


def test_a_pronoun_means_one_person_to_the_end_of_its_sentence() -> None:
    """Who is named later in a sentence is not who "he" was at its beginning."""
    talk = Discourse(persons=[("Olaf Ravn", 0)])
    talk.next_sentence()
    assert talk.resolve("he") == "Olaf Ravn"
    talk.hear_bystander("Jon Berg")
    assert talk.resolve("He") == "Olaf Ravn"
    talk.next_sentence()
    talk.hear_bystander("Jon Berg")
    assert talk.resolve("he") == "Jon Berg"


def test_pronoun_means_the_person_its_own_sentence_names() -> None:
    """Somebody named in the same sentence is meant before the subject of an earlier one."""
    found = read(
        "Senator Maria Lopez spoke first. Attacks on Prime Minister Olaf Berg grew since he sacked her on Sunday."
    )
    assert found[-1].title.startswith("Olaf Berg sacked")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            'The strike hurt us. "Any attack on Lund will have an answer," it said on Monday.',
            "It said that any attack on Lund will have an answer",
        ),
        ("The strike has hurt the port. It said on Monday that it would last.", "It said that it would last"),
        ("The strike hurt the port. It went on until Monday.", "The strike went on until Monday"),
        ("The guild met in Lund. It said on Monday that it would strike.", "The guild said that it would strike"),
        ("Street marches were held in Lund. They will meet again on Friday.", "They will meet again"),
    ],
)
def test_a_happening_says_nothing(text: str, title: str) -> None:
    """Neither an event nor what is quoted is who says it."""
    assert [mention.title for mention in read(text) if mention.interval and not mention.lede] == [title]


def test_short_name_is_given_in_full() -> None:
    """A surname alone is printed as the full name that the article gives elsewhere."""
    found = read("Senator Maria Lopez spoke first last year. Lopez left the hall on Monday.")
    assert [mention.title for mention in found if mention.predicate == "leave"] == ["Maria Lopez left the hall"]


STATUSES = [
    ("The president will visit the site on Friday.", Status.PLANNED),
    ("The talks are expected to resume on Monday.", Status.PLANNED),
    ("The mayor will not open the fair on Friday.", Status.CANCELLED),
    ("The mayor will not open the fair until Friday.", Status.PLANNED),
    ("The mayor is not going to open the fair on Friday.", Status.CANCELLED),
    ("The president visited the site on Monday.", Status.OCCURRED),
    ("The club canceled the concert on Monday.", Status.CANCELLED),
    ("The club canceled a concert planned for Friday.", Status.CANCELLED),
    ("A match due to be played on Saturday was called off.", Status.CANCELLED),
    ("The match was due to take place on Saturday but was called off.", Status.CANCELLED),
    ("The guild scrapped the trip on Monday.", Status.CANCELLED),
    ("Divers called off the hunt for the skipper on Monday.", Status.OCCURRED),
    ("The guild called off its strike on Monday.", Status.OCCURRED),
    ("The guild called off a strike on Monday.", Status.CANCELLED),
    ("The guild called off its planned strike on Monday.", Status.CANCELLED),
    ("The mayor scrapped the tax on Monday.", Status.OCCURRED),
    ("The match was postponed to June 30.", Status.PLANNED),
    ("The sailor hit two home runs on Sunday.", Status.OCCURRED),
    ("The port has been shut since Monday.", Status.ONGOING),
    ("Rebels have besieged Lund since May.", Status.ONGOING),
    ("The guild has been under investigation since May.", Status.ONGOING),
    ("The port had been shut since Monday.", Status.OCCURRED),
    ("The whole of Lund is under siege today.", Status.ONGOING),
    ("Crews were still searching the strait on Tuesday.", Status.ONGOING),
    ("Crews were still searching the strait on Friday.", Status.OCCURRED),
    ("Crews were searching the strait on Tuesday.", Status.OCCURRED),
    ("The mayor survived a no-confidence vote on Thursday.", Status.OCCURRED),
    ("The court refused to release Berg on Friday.", Status.OCCURRED),
    ("The guild decided to expel Berg on Friday.", Status.OCCURRED),
    ("Berg said talks resume Monday.", Status.PLANNED),
    ("The mayor said he would step aside at the end of the year.", Status.PLANNED),
    ("Bad weather delayed Thursday's launch.", Status.CANCELLED),
    ("Fog called off Thursday's race.", Status.CANCELLED),
    ("The launch was originally scheduled for May 3, but was delayed.", Status.CANCELLED),
    ("Berg is to host the leaders on Wednesday.", Status.PLANNED),
    ("The mayor called a snap election for June 30.", Status.PLANNED),
    ("At least 11 monks have set their cloaks ablaze this year.", Status.OCCURRED),
    ("The vote is set for Friday.", Status.PLANNED),
    ("The court set a hearing for June 30.", Status.PLANNED),
    ("The minister meets the king today at noon.", Status.OCCURRED),
    ("The king spoke of plans to protect the island in a speech early Thursday.", Status.OCCURRED),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status_is_read_from_the_verb_group(text: str, status: Status) -> None:
    """Tense, modality and the predicate say whether a thing happened."""
    assert [mention.status for mention in read(text) if mention.interval] == [status]


def test_lede_without_time_falls_back_on_the_publication_date() -> None:
    """The main clause of the lede is dated by the named rule; the next sentence is not."""
    first, second = read("Rebels have seized the airport in Goma. Soldiers fled across the river.")
    assert first.time is not None
    assert (first.time.timex.rule, first.time.interval and first.time.interval.start) == (DCT_DEFAULT, WEDNESDAY)
    assert second.time is None


def test_who_calls_it_corruption_is_not_sanctioned() -> None:
    """What is joined to "what X calls Y" is said of who the clause around it is about."""
    text = (
        "The banker, who has been under Sudrian sanctions since 2008 for what Norland calls plain bribery and was"
        " put under other sanctions last month, has repeatedly been a target."
    )
    assert "The banker was put under other sanctions" in [
        mention.title for mention in read("Filler stands here. " + text)
    ]


def test_a_lede_may_tell_who_did_what_long_ago() -> None:
    """The year in which somebody won a prize is not that of the news."""
    found = [m.interval.edtf() for m in read("The poet Ann Orde, who won a prize in 1988, has died.") if m.interval]
    assert sorted(found) == ["1988", "2024-06-12"]
    assert dated("Born in Lund in 1932, Berg moved to Ardol.") == [("bear", "1932")]


def test_a_line_of_the_page_is_no_lede() -> None:
    """A link to another story is not dated by the publication date; the article's own first sentence is."""
    story = [
        "The ferry Ardol sank off Lund after a storm.",
        "The ferry had left the harbour with sailors.",
        "The storm broke its mast.",
        "Guards from Lund saved the sailors.",
        "The harbour of Lund is old.",
        "A guard said the ferry was too full.",
        "The owner of the ferry spoke of the storm.",
        "The sailors slept in a school.",
        "The school lies above the harbour.",
    ]
    link = "Two bakers won a medal for rye bread at an autumn fair."
    assert [m.title for m in read("\n".join([link, *story])) if m.interval] == [
        "The ferry Ardol sank off Lund after a storm"
    ]
    link = "The guards of Lund praised the sailors of the ferry."
    assert [m.title for m in read("\n".join([link, *story])) if m.interval] == [link.rstrip(".")]


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("ARDOL, June 10, 2024 (AP) - ", "2024-06-09"),
        ("Ferry sinks\n\nARDOL, June 10 (AP) - ", "2024-06-09"),
        ("ARDOL (AP) - ", "2024-06-11"),
        ("Published: 10 June 2024\n\n", "2024-06-11"),
    ],
)
def test_a_story_is_told_from_its_dateline(head: str, day: str) -> None:
    """What Wednesday's paper prints under Monday's dateline counts from Monday, though that head is cut off."""
    article = make_article(f"{head}A ferry sank yesterday off Ardol.", "a", own=Metadata(published=WEDNESDAY))
    assert "June" not in article.clean
    assert [mention.interval.edtf() for mention in extract([article]) if mention.interval] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "Ship" + "x" * 120 + " sank on Sunday.",
        "On Sunday, the mayor said.",
        "State television said Friday night.",
        "On Friday, he gave the sailors, most of whom were young, a little bread.",
        "Sunday did not always match what the crew had seen.",
        "Yes, engineers said Tuesday, shortly after the utility restored power there as repairs continued.",
        "One was found in the port on Monday.",
        "All changed on Monday.",
        "Neither the minister nor her deputy came on Monday.",
        "Ann Poole discussed the incident on the radio on Monday.",
        "The move drew criticism from Norland on Monday.",
        "Guards are investigating the matter, the mayor said on Monday.",
        "Mills boomed as ministers, fearing unrest like that seen on Monday in Norland, bought arms.",
        "The minister threatened on Monday that if it is not kept we will wish to go back to the council.",
    ],
)
def test_what_cannot_be_told_in_a_headline_has_none(text: str) -> None:
    """A title that would be cut off, or tell only that somebody spoke, is none."""
    assert {mention.title for mention in read("Filler text stands here. " + text) if mention.interval} == {""}


def test_a_sentence_without_end_makes_few_mentions() -> None:
    """What is told in one breath is bounded, however many clauses it nests."""
    found = read("Filler text stands here. " + "(on Sunday (said " * 40)
    sentences = {mention.sentence for mention in found}
    assert found
    assert max(sum(mention.sentence == sentence for mention in found) for sentence in sentences) <= 17


@pytest.mark.parametrize(
    "text",
    [
        "I came here on Monday.",
        '"We lost everything on Monday," she said.',
        "Will they leave on Monday?",
        '"The night of Monday was the worst of the year," she added.',
        '"Monday will be difficult," the mayor said.',
        'Sailors chanted, "Today Lund, tomorrow the palace will fall."',
        "The last call we had came on Monday.",
    ],
)
def test_talk_is_no_event(text: str) -> None:
    """Who speaks of "I" or "we", or asks, reports nothing."""
    assert dated("Filler text stands here. " + text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rehearsals go on until five in the morning.", []),
        ("The show is aired on Saturdays at noon, and shown again on Sundays at 9 p.m.", []),
        ("The council votes at 5 p.m.", [("vote", "2024-06-12")]),
        ("Sailors came to the hall at noon.", [("come", "2024-06-12")]),
        ("The race starts at noon on Friday.", [("start", "2024-06-14")]),
    ],
)
def test_an_hour_of_every_day_dates_nothing(text: str, expected: list[tuple[str, str]]) -> None:
    """What is done at an hour as a rule is no event; what a timetable tells of is."""
    assert dated("Filler text stands here. " + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "What happened in Lund on Monday shook the region.",
        "That is exactly what the lawyer did in court on Monday.",
        "The witness told what the sailors heard on Monday.",
        "The bank declined to comment on Monday.",
        "Calls to the bank were not returned on Monday.",
        "The owner could not be reached for comment on Monday.",
        "Reached by telephone on Monday, the owner was angry.",
        "The bank did not reply to a request for comment on Monday.",
        "Prices were higher, as they had been in May.",
    ],
)
def test_what_a_paper_asks_and_what_is_only_named_is_no_event(text: str) -> None:
    """A "what" clause names a thing, an unanswered call is no news, and "as it had in May" likens."""
    assert [mention.predicate for mention in read("Filler text stands here. " + text) if mention.interval] == []


@pytest.mark.parametrize(
    ("text", "scenery"),
    [
        ("The mayor was among the guests on Monday.", True),
        ("There was the mayor in the front row on Monday.", True),
        ("The marches were largely calm on Monday.", True),
        ("There was no fighting in the north on Monday.", True),
        ("There was no more brawling on Monday.", True),
        ("There were fears on Monday that the dam might burst.", True),
        ("The offer was not enough to end the strike on Monday.", True),
        ("The guards did not fire shots on Monday.", True),
        ("The guards did not fire any shots on Monday.", True),
        ("The council did not pass the budget on Monday.", False),
        ("The court did not free two sailors on Monday.", False),
        ("The guild did not win a seat on Monday.", False),
        ("The mayor did not resign on Monday.", False),
        ("The guards made no attempt to stop the march on Monday.", False),
        ("Unrest had pushed the mayor out on Monday, analysts said.", True),
        ("Some analysts predicted on Monday that the yard would close.", True),
        ("The mayor said on Monday that the city continues to get threats.", True),
        ("The mayor said on Monday that fighting had continued.", False),
        ("It was six weeks of unrest that finally pushed the mayor out on Monday, analysts said.", True),
        ("Unrest pushed the mayor out on Monday, police said.", False),
        ("Analysts said the toll, which the council raised on Monday, was fair.", False),
        ("There were 300 arrests on Monday.", False),
        ("There were marches in the north on Monday.", False),
        ("The school was closed on Monday.", False),
        ("The town was under attack on Monday.", False),
        ("The sailor was able to flee on Monday.", False),
        ("The sailor has been in Lund since Monday.", False),
        ("Turnout on Monday was 61 percent.", False),
        ("The final is on Monday.", False),
        ("Monday's talks were frank.", False),
        ("The mayor met the guests on Monday.", False),
        ("The truce was to begin at dawn on Friday.", False),
    ],
)
def test_what_only_was_so_is_scenery(text: str, *, scenery: bool) -> None:
    """Who was where, and how something was, is no event; an amount, a change and a beginning are."""
    assert {m.scenery for m in read("Filler text stands here. " + text) if m.interval} == {scenery}


@pytest.mark.parametrize(
    ("text", "statements"),
    [
        ("The roof fell in on Monday, guards said on Tuesday.", [True]),
        ("Guards said on Tuesday that the roof had fallen in on Monday.", [True]),
        ("The guild reported on Tuesday that two sailors drowned on Monday.", [True]),
        ("Guards said on Tuesday that the roof might fall in on Wednesday.", [False]),
        ("Guards warned on Tuesday that two sailors drowned on Monday.", [False]),
        ("Guards said on Tuesday that they did not shoot a sailor on Monday.", [False]),
        ("Guards said on Tuesday that the roof had fallen in.", [False]),
        ("Guards said on Tuesday that 90 sailors had drowned in 2023.", [False]),
        ("Ana Ruiz said on Tuesday that the roof fell in on Monday.", [False]),
    ],
)
def test_who_only_reports_a_dated_event_makes_no_second_one(text: str, statements: list[bool]) -> None:
    """What happened on a day of its own is the news, not that a body said so; without a day, it is the statement."""
    said = [m for m in read("Filler text stands here. " + text) if m.statement and m.interval]
    assert [m.scenery for m in said] == statements


def test_a_reported_happening_is_what_is_told() -> None:
    """Who reports clashes tells of clashes; who reports that something is so makes a statement."""
    clashes = read("Filler text stands here. The radio reported clashes between guards and farmers on Monday.")[-1]
    assert (clashes.predicate, clashes.statement, clashes.arguments) == ("clash", False, ())
    statement = read("Filler text stands here. The radio reported on Monday that guards fought with farmers.")[-2]
    assert (statement.predicate, statement.statement) == ("report", True)


def test_a_noun_behind_after_is_the_subject_of_a_verb_behind_it() -> None:
    """What "after" leads to is a clause where a verb with a tense stands behind the noun."""
    found = read("The rocket rose on Monday, two days after high winds forced the crew to wait.")
    assert [mention.title for mention in found if mention.predicate == "force"] == [
        "High winds forced the crew to wait"
    ]


def test_the_outbreak_of_an_event_is_its_beginning() -> None:
    """A noun that says that an event began tells that event, and no other noun does."""
    marches = read("Filler text stands here. Norland has banned reporters since the outbreak of the marches in April.")
    assert [mention.predicate for mention in marches if mention.interval] == ["march"]
    funeral = read("Filler text stands here. Sailors recalled Monday's trial of the riots of May.")
    assert "trial" in [mention.predicate for mention in funeral if mention.interval]


@pytest.mark.parametrize(
    ("text", "predicate", "title"),
    [
        (
            "The radio reported clashes between guards and farmers on Monday.",
            "clash",
            "Clashes between guards and farmers",
        ),
        ("Star TV showed a march of 900 miners in Lund on Monday.", "march", "A march of 900 miners in Lund"),
        ("The network aired the debate in Lund on Monday.", "debate", "The debate in Lund"),
        ("The network showed the debate on Monday, and praised it.", "debate", ""),
        ("The guards reported clashes in the port on Monday.", "clash", "The guards reported clashes in the port"),
        ("The radio showed its archive on Monday.", "show", "The radio showed its archive"),
    ],
)
def test_what_a_station_has_is_the_news(text: str, predicate: str, title: str) -> None:
    """What a paper or a station only reports or shows is told without it; who else reports is named."""
    found = [mention for mention in read("Filler text stands here. " + text) if mention.interval]
    assert [(mention.predicate, mention.title) for mention in found] == [(predicate, title)]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The painter Tom Lim fell ill on Friday. He went to Lund on Monday.", "Tom Lim went to Lund"),
        ("Tom Lim resigned on Friday. He went to Lund on Monday.", "Tom Lim went to Lund"),
        ("Zoa Lim, 45, was hurt on Friday. She went to Lund on Monday.", "Zoa Lim went to Lund"),
        ("Ana Lee, 45, was shot on Friday. Police said Lee died on Monday.", "Ana Lee died"),
        ("Judge Ruth Kane freed Alan Berg on Friday. He went to Lund on Monday.", "Alan Berg went to Lund"),
        ("Mr Ortega called on President Ana Ruiz on Friday. She went to Lund on Monday.", "Ana Ruiz went to Lund"),
        ("The poet Ann Orde wed the poet Tom Hale in May. He went to Lund on Monday.", "Tom Hale went to Lund"),
        ("The poet Ann Orde fell ill on Friday. Her funeral was held on Monday.", "Ann Orde's funeral was held"),
        ("Leeds Crown Court jailed Bo Carey on Friday. She went to Lund on Monday.", "She went to Lund"),
        ("The club's founder, Ida Brandt, quit on Friday. She went to Lund on Monday.", "Ida Brandt went to Lund"),
        ("The mayor quit on Friday. She went to Lund on Monday.", "The mayor went to Lund"),
        ("A young man was hurt on Friday. He went to Lund on Monday.", "A young man went to Lund"),
        ("The river rose on Friday. He went to Lund on Monday.", "He went to Lund"),
        (
            "Omar Berg, 51, left over claims that a builder paid him. He went to Lund on Monday.",
            "Omar Berg went to Lund",
        ),
        ("Police said a man was shot on Sunday. He died on Monday.", "A man died"),
        ("Omar Berg was a general. Born in May in Lund, he studied law.", "Omar Berg was born in Lund"),
        ("A protester left. A truce, which has failed since it was signed in May, is over.", "A truce was signed"),
        (
            "Residents fled. The Free Army said all was well, and they had sent boats to Lund on Monday.",
            "The Free Army had sent boats to Lund",
        ),
        ("Lund Aid is here. Peru Airways said it had sent a plane on Monday.", "Peru Airways had sent a plane"),
        ("The ferry sank, and the last time was in May. It cost a life on Monday.", "The ferry cost a life"),
        ("The ferry sank. Rain fell. Nobody came. It cost a life on Monday.", "It cost a life"),
        ("The Berg Company cut jobs on Friday. He went to Lund on Monday.", "He went to Lund"),
        ("The poet Tom Hale hired the poet Alan Berg in May. He named Hale on Monday.", "Alan Berg named Tom Hale"),
        ("The poet Ann Orde met the poet Eva Lim. She heard her praised on Monday.", "Ann Orde heard Eva Lim praised"),
        ("The poet Ann Orde owns a shop. When she left it on Monday, Eva Lim wept.", "Eva Lim left the shop"),
        ('The poet Tom Hale wept. "He robbed a bank on Monday," Hale said.', "He robbed a bank"),
        ("Clashes broke out in Lund. They had been ordered to march on Monday.", "They had been ordered to march"),
        ("Clashes broke out in Lund. They spread to Oslo on Monday.", "Clashes spread to Oslo"),
    ],
)
def test_a_person_is_known_by_what_is_said_of_them(text: str, title: str) -> None:
    """A calling, an age, or the pronoun itself tells that a name is a person's, so that "he" has a bearer."""
    assert [m.title for m in read("Filler text stands here. " + text) if m.interval][-1] == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Karl Lind joined the navy in 1950, became mayor in 1972 and retired in 1994.",
            ["Karl Lind joined the navy", "Karl Lind became mayor", "Karl Lind retired"],
        ),
        ("The man was arrested in May and charged in June.", ["The man was arrested", "The man was charged"]),
        (
            "Berg resigned on Monday, a week after the plan was announced.",
            ["Berg resigned", "The plan was announced"],
        ),
        (
            "A reporter shot a week ago in Lund died Friday, a newspaper reported.",
            ["A reporter was shot in Lund", "A reporter died"],
        ),
        ("Karl Lind, a naval officer who died in 1999, wrote the book.", ["Karl Lind died"]),
        ("The gang was led by Jon Berg, who fled to Lund and who died in 1962.", ["Jon Berg died"]),
        ("They backed the project that concluded in 2003.", ["The project concluded"]),
        ("After Nixon's election in 1968, Otto Berg worked in the palace.", ["Nixon's election"]),
        ("Otto Berg was born Nov. 13, 1931, in Lund, Norland.", ["Otto Berg was born in Lund, Norland"]),
        ("Otto Berg is as calm as the hour he stepped on board in June 2010.", ["Otto Berg stepped on board"]),
        ("Prices fell. The miners lost money in a mill they bought in 1963.", ["The miners bought a mill"]),
        ("Two players were hurt in a game the club lost on Monday.", ["The club lost a game"]),
        ("Ann sold the house her father built in 1950.", ["Her father built the house"]),
        ("The man the police arrested on Monday was freed.", ["The police arrested the man"]),
        ("He gave the town a school built in May.", ["A school was built"]),
        (
            "The poet Otto Berg fled. He was an elusive man, the Herald reported on Monday.",
            ["The Herald reported that Otto Berg was an elusive man"],
        ),
        ("The ban, imposed in 2019 and lifted last year, is back.", ["The ban was imposed", "The ban was lifted"]),
        (
            "At least 12 people were killed and dozens injured when two trains collided on Monday.",
            ["At least 12 people were killed and dozens injured when two trains collided"],
        ),
        (
            "The dam collapsed on Sunday, less than a week after inspectors declared it safe.",
            ["The dam collapsed", "Inspectors declared the dam safe"],
        ),
        (
            "Norland will send 14 boats, Mayor Olaf Berg told parliament on Monday.",
            ["Mayor Olaf Berg told parliament that Norland will send 14 boats"],
        ),
        (
            "He was born in Lund in 1939 and married the singer Ann Hale in 1971.",
            ["He was born in Lund", "He married the singer Ann Hale"],
        ),
        ("On Monday evening firefighters put out the blaze.", ["Firefighters put out the blaze"]),
        ("More boats were lost than were saved on Monday.", []),
        (
            "The charter remains, reshaped in 2005 to help the party.",
            ["The charter was reshaped to help the party"],
        ),
        ("He hid the money in a firm Otto Berg had set up in 2010.", ["Otto Berg had set up a firm"]),
        ("He sold a firm that Otto Berg set up five years ago.", ["Otto Berg set up a firm"]),
        (
            "The army that's been under the rule of the state since 1952 is tired.",
            ["The army's been under the rule of the state"],
        ),
        (
            '"There were marches on Monday (in Lund) calling for bread," the mayor said.',
            ["There were marches in Lund calling for bread"],
        ),
        (
            "Like a draft sent to members in May, the latest text urges countries to act.",
            ["A draft was sent to members"],
        ),
        (
            "The mayor denies the claim that Peru agreed in 2010 to the mission.",
            ["Peru agreed to the mission"],
        ),
        ("A sailor told the gazette at least 15 herders had died on Monday.", ["At least 15 herders had died"]),
        ("Pat Lind, the team's best scorer in 2019, was hurt, the club said.", []),
        (
            "They met to fight the cuts announced last weekend so that they can eat.",
            ["The cuts announced so that they can eat"],
        ),
        (
            "However, the law stands, changed in 2005 to help the party.",
            ["The law was changed to help the party"],
        ),
        (
            "Like an earlier draft first sent to lawyers last month, the newest text urges countries to act.",
            ["An earlier draft was first sent to lawyers"],
        ),
        (
            'The poet Ana Lee is here. "It is time to go," Lee told Lund on Monday.',
            ["Ana Lee told Lund that it is time to go"],
        ),
        (
            "He was born in Lund in 1939, moved to Oslo in 1962 and married the singer Ann Hale in 1971.",
            ["He was born in Lund", "He moved to Oslo", "He married the singer Ann Hale"],
        ),
        (
            "Otto Berg joined the navy in 1950, trained in Lund in 1951 and left in 1960.",
            ["Otto Berg joined the navy", "Otto Berg trained in Lund", "Otto Berg left"],
        ),
        (
            "She was born in Lund in 1950, raised in Oslo and moved to Bonn in 1970.",
            ["She was born in Lund, raised in Oslo", "She moved to Bonn"],
        ),
        (
            "The firm was founded in 1998, listed in 2004 and sold in 2010.",
            ["The firm was founded", "The firm was listed", "The firm was sold"],
        ),
        (
            "The airline resumed flights to Peru in May after suspending them in March.",
            ["The airline resumed flights to Peru", "The airline suspended flights to Peru"],
        ),
        (
            "The painting was stolen in 1990 and recovered last week in a barn.",
            ["The painting was stolen", "The painting was recovered in a barn"],
        ),
        ("The sailor was hurt in May and recovered last week.", ["The sailor was hurt", "The sailor recovered"]),
        ("Thousands have left their homes since fighting broke out on 15 April.", ["Fighting broke out"]),
        (
            "Jon Lind, who scored twice in Monday's 3-1 win over City, is fit.",
            ["Jon Lind scored twice in Monday's 3-1 win over City"],
        ),
        ("The satellite was to have been launched on Monday.", []),
        ("The mayor quit on Monday, becoming the third to go this year.", ["The mayor quit"]),
        (
            "Three hikers were rescued after being stranded on a cliff on Monday.",
            ["Three hikers were stranded on a cliff"],
        ),
        (
            "Rebels took the airport in May, lost it in June and retook it last week.",
            ["Rebels took the airport", "Rebels lost the airport", "Rebels retook the airport"],
        ),
        (
            "Sailors hoping to reach the coast of Norland walk behind a banner, on June 12, 2024.",
            ["Sailors hoping to reach the coast of Norland walk behind a banner"],
        ),
        ("The miner lived for two weeks before dying January 9.", ["The miner died"]),
        ("The president refused to talk to the miners on Monday.", ["The president refused to talk to the miners"]),
        ("Ten sailors are thought to have been hurt on Monday.", ["Ten sailors are thought to have been hurt"]),
        (
            "The suspect, a young student, was arrested in May and charged last week.",
            ["The suspect, a young student, was arrested", "The suspect was charged"],
        ),
        (
            "Parliament is expected to approve the treaty next week, a year after it was signed.",
            ["Parliament is expected to approve the treaty", "The treaty was signed"],
        ),
        (
            "The king opened the bridge in 1931. Bombs destroyed it in 1944. It was rebuilt in 1952. It fell in 1999.",
            ["The king opened the bridge", "Bombs destroyed the bridge", "The bridge was rebuilt", "The bridge fell"],
        ),
        ("Police deny that officers fired on the crowd on Monday.", []),
        ("Most days, in the late evening, Mr Berg would leave his house.", []),
        ("Among the dead was Karl Lind, 41, who joined the navy in 2009.", ["Karl Lind joined the navy"]),
    ],
)
def test_each_deed_is_told_of_who_did_it(text: str, expected: list[str]) -> None:
    """Later predicates share the subject of the first, and what is told of a description is told of its name."""
    assert [mention.title for mention in read("Filler text stands here. " + text) if mention.interval] == expected


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Norland recalled its envoy on Monday.", False),
        ("The yard added 40 jobs on Monday.", False),
        ("The mayor recalled on Monday that the yard had failed.", True),
        ("The yard had failed, the mayor added on Monday.", True),
    ],
)
def test_what_is_said_of_a_thing_is_a_deed(text: str, *, statement: bool) -> None:
    """Who recalls an envoy says nothing; who recalls that something was so does."""
    (found,) = (m for m in read("Filler text stands here. " + text) if m.interval)
    assert found.statement is statement


def test_no_two_mentions_have_one_id() -> None:
    """Talks and what became of them may stand on the same words; each has an id of its own."""
    text = "Monday's talks in Oslo failed on Tuesday."
    found = read("Filler text stands here. " + text)
    assert len({mention.span for mention in found}) < len(found)
    assert len({mention.id for mention in found}) == len(found)


@pytest.mark.parametrize(
    "text",
    [
        "police that March said was by and December",
        "police and was March said was night 25 March",
        "said December that by Ardol said and on Sunday Ardol harbour Sunday",
        "sank said was March of the night of said Sunday off night 25 night Sunday",
    ],
)
def test_words_in_no_order_break_nothing(text: str) -> None:
    """A statement about a time that ends its sentence without a stop is read, whatever it says."""
    assert all(mention.text in text for mention in read(text))


@pytest.mark.parametrize("text", ["since Monday", "since the revolt began", "since the war"])
def test_what_adds_up_tells_no_single_event(text: str) -> None:
    """A count of all that happened since some day is no word on one of its days."""
    found = read(f"Filler text stands here. At least 1,400 people have been killed {text}.")
    assert "kill" not in {mention.predicate for mention in found}

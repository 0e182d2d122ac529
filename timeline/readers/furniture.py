"""What stands around the story of a saved page and was taken for a part of it: the menu above, lists of others below.

It is told by what the page calls itself and by the headings of such lists, and only where no sentence would be lost.
"""

import re
from collections.abc import Sequence

_ABOVE = 30  # lines in which the title is looked for
_SHORT = 120  # characters of an entry of a list; a longer line may be a paragraph
_SENTENCE = re.compile(r"[.!?…][\"'”’)\]]*$")
_LIST = re.compile(
    r"(?:(?:the )?most (?:read|popular|viewed|shared)|(?:related|recommended|popular|trending|latest|top|more)"
    r"(?: (?:articles?|stories|story|news|links?|topics|coverage|headlines|posts|reading|now|today|on this))?"
    r"|(?:more|also|latest) (?:from|in|on) .{1,40}|read (?:more|next|also)|see also|you (?:may|might) (?:also )?like"
    r"|what to read next|trending|don[’']t miss|editors?[’']s? (?:picks|choice))\s?[:…»>]?",
    re.IGNORECASE,
)


def story(lines: Sequence[str], title: str) -> list[str]:
    """Return the lines of a page's text that tell its story, from its title to the lists of other stories.

    Args:
        lines: of the text, none blank.
        title: of the page as it names itself, or an empty string.

    >>> story(["Sport", "Ferry sinks", "A ferry sank on Sunday.", "Most read", "Mayor resigns"], "Ferry sinks - Herald")
    ['Ferry sinks', 'A ferry sank on Sunday.']
    """
    start = next((at for at, line in enumerate(lines[:_ABOVE]) if is_titled(line, title)), 0)
    if any(_is_told(line) for line in lines[:start]):
        start = 0
    end = len(lines)
    while end > start and not _is_told(lines[end - 1]):
        end -= 1
    lists = (at for at in range(end, len(lines)) if _LIST.fullmatch(lines[at].strip()))
    return list(lines[start : next(lists, len(lines))] or lines)


def is_titled(line: str, title: str) -> bool:
    """Say whether a line is the title of a page, which mostly names its paper too, or more than the title.

    >>> is_titled("Ferry sinks", "Ferry sinks | The Herald"), is_titled("Sport", "Ferry sinks")
    (True, False)
    """
    plain, whole = plain_name(line), plain_name(title)
    return bool(plain and whole) and (whole.startswith(plain) or plain.startswith(whole))


def plain_name(name: str) -> str:
    """Return a title or an address as it is compared with others."""
    return " ".join(name[:2000].split()).rstrip("/").casefold()


def _is_told(line: str) -> bool:
    return len(line) > _SHORT or bool(_SENTENCE.search(line.strip()))

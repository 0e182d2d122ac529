"""What the reader should know about the input."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an ``error`` leaves something out, a ``warning`` does not, a ``note`` is no fault."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in the input that the reader should know: where, what, and the remedy."""

    where: str
    what: str
    remedy: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        r"""Return it in one printable line; what an article holds can neither break the line nor steer a terminal.

        >>> str(Problem(where="a.txt:1", what="'3\x1b[2J' is no publication date", remedy="write it like 2023-12-27"))
        "a.txt:1: '3\\x1b[2J' is no publication date; write it like 2023-12-27"
        """
        said = f"{self.where}: {self.what}; {self.remedy}"
        if said.isprintable():
            return said
        return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in said)

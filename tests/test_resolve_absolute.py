"""Absolute dates in other languages, the last resort."""

from datetime import date

import pytest

from timeline.absolute import absolute


@pytest.mark.parametrize(
    ("phrase", "days"),
    [
        ("24 de diciembre de 2023", "2023-12-24"),
        ("5. März 2021", "2021-03-05"),
        ("mars 2021", "2021-03"),
        ("12 maggio 1999", "1999-05-12"),
        ("gestern", None),
        ("on Wednesday", None),
        ("we", None),
        ("March 5", None),
        ("31/02/2020", None),
        ("x" * 1000, None),
        ("", None),
    ],
)
def test_absolute_dates(phrase: str, days: str | None) -> None:
    """A date with its year is read; what is relative, or no date, is not."""
    found = absolute(phrase, date(2024, 1, 18))
    assert (found.edtf() if found else None) == days

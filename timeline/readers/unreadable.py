"""The errors of this package: something in the input cannot be read, said as a :class:`timeline.model.Problem`."""

from timeline.errors import ArticleError
from timeline.model import Problem


class UnreadableError(ArticleError):
    """Something cannot be read; ``problem`` says where, what, and the remedy."""

    def __init__(self, *, where: str, what: str, remedy: str) -> None:
        self.problem = Problem(where=where, what=what, remedy=remedy)
        super().__init__(str(self.problem))

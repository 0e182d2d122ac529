"""Turn a folder of news articles into a cited timeline.

>>> import timeline
>>> table = timeline.to_frame(timeline.Timeline(events=(), articles=()))
>>> list(table.columns)[:3]
['event_id', 'date', 'start']
"""

__version__ = "0.1.0"

TYPE_CHECKING = False  # that of typing takes a third of the command line's way to where an interrupt is caught
if TYPE_CHECKING:
    from timeline.articles import read_articles
    from timeline.chart import plot
    from timeline.errors import TimelineError
    from timeline.frame import to_frame
    from timeline.model import Article, Event, Timeline
    from timeline.pipeline import build_timeline

__all__ = ["Article", "Event", "Timeline", "TimelineError", "build_timeline", "plot", "read_articles", "to_frame"]

_HOMES = {
    "Article": "model",
    "Event": "model",
    "Timeline": "model",
    "TimelineError": "errors",
    "build_timeline": "pipeline",
    "plot": "chart",
    "read_articles": "articles",
    "to_frame": "frame",
}


def __getattr__(name: str) -> object:
    # a public name is fetched when it is first used, so that importing the package costs nothing
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415  # as above

    value = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

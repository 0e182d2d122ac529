"""``timeline build``: read, build, write, and say what came of it."""

import argparse
from pathlib import Path
from typing import TextIO

from timeline.cli.codes import Exit
from timeline.errors import ArticleError, OutputError
from timeline.export.files import write_files
from timeline.model import Timeline
from timeline.stamp import NAME, Stamp, digest, inputs_digest, read_stamp

_OPTIONS = ("title", "top", "guard", "max_bytes")


def build(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Build the output folder, or find that nothing has changed."""
    articles, output = Path(arguments.articles), Path(arguments.output)
    if not articles.is_dir():
        raise ArticleError(f"{articles}: no such folder; name one that holds .txt or .md files")
    if output.resolve() == articles.resolve():
        raise OutputError(f"{output}: the folder of the articles; name another one with -o")
    inputs = inputs_digest(
        articles.resolve(), output.resolve(), (f"{name} {getattr(arguments, name)}" for name in _OPTIONS)
    )
    stamp = None if arguments.force else read_stamp(output)
    if stamp and stamp.inputs == inputs:
        _report(stamp.problems, articles, err)
        print(f"{stamp.summary}\nnothing has changed in {output}", file=out)
        return Exit.PROBLEMS if stamp.problems and arguments.strict else Exit.OK
    return _build(arguments, inputs, out, err)


def _build(arguments: argparse.Namespace, inputs: str, out: TextIO, err: TextIO) -> int:
    from timeline.outputs import render  # noqa: PLC0415  # --help need not wait for the picture's libraries
    from timeline.pipeline import build_timeline  # noqa: PLC0415  # as above

    articles, output = Path(arguments.articles), Path(arguments.output)
    timeline = build_timeline(articles, title=arguments.title, top=arguments.top, max_bytes=arguments.max_bytes)
    problems = tuple(str(problem) for problem in timeline.problems)
    _report(problems, articles, err)
    if not timeline.articles:
        print(f"{articles}: nothing could be read; see the problems above", file=err)
        return Exit.NOTHING
    contents = render(timeline, guard=arguments.guard)
    summary = _summary(timeline)
    stamp = Stamp(
        inputs=inputs,
        outputs={name: digest(data) for name, data in contents.items()},
        summary=summary,
        problems=problems,
    )
    changed = [name for name in write_files(output, {**contents, NAME: stamp.to_bytes()}) if name != NAME]
    said = f"wrote {', '.join(changed)}" if changed else "nothing has changed"
    print(f"{summary}\n{said} in {output}", file=out)
    return Exit.PROBLEMS if problems and arguments.strict else Exit.OK


def _report(problems: tuple[str, ...], articles: Path, err: TextIO) -> None:
    for problem in problems:
        print(f"{articles}{problem[1:]}" if problem.startswith(".:") else f"{articles}/{problem}", file=err)


def _summary(timeline: Timeline) -> str:
    """Return what the timeline holds, in one line."""
    conflicts = sum(event.conflict for event in timeline.events)
    counts = [
        _counted(len(timeline.events), "event"),
        f"from {_counted(len(timeline.articles), 'article')}",
        f"{_counted(conflicts, 'conflict')} between sources" if conflicts else "",
        _counted(len(timeline.problems), "problem") if timeline.problems else "",
    ]
    reach = ""
    if timeline.events:
        reach = f": {timeline.events[0].date} to {max(timeline.events, key=lambda event: event.interval.end).date}"
    return f"{counts[0]} {', '.join(count for count in counts[1:] if count)}{reach}"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

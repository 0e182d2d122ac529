"""``timeline build``: read, build, write, and say what came of it."""

import argparse
import sys
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import fields
from pathlib import Path
from typing import TextIO

from timeline.cli.codes import Exit
from timeline.cli.voice import Voice
from timeline.errors import ArticleError, OutputError
from timeline.export.files import finish, holds, write_files
from timeline.interval import period
from timeline.model import Severity, Timeline
from timeline.readers.source import Limits
from timeline.stamp import NAME, Stamp, digest, inputs_digest, read_stamp

_OPTIONS = (
    "title",
    "top",
    "first_day",
    "last_day",
    "query",
    "guard",
    "published",
    "infer",
    *(limit.name for limit in fields(Limits)),
)


def build(arguments: argparse.Namespace, out: TextIO, err: TextIO) -> int:
    """Build the output folder, or find that nothing has changed."""
    voice = Voice.of(arguments, out, err)
    articles, output = Path(arguments.articles), Path(arguments.output)
    _check_places(arguments.articles, arguments.output)
    data = sys.stdin.buffer.read(arguments.max_bytes + 1) if arguments.articles == "-" else None
    if data is not None and len(data) > arguments.max_bytes:
        raise ArticleError(f"-: larger than the limit of {arguments.max_bytes:,} bytes; raise --max-bytes")
    period(arguments.first_day, arguments.last_day)  # what asks for nothing is told before the work
    if not arguments.check:
        finish(output)  # what a kill left may lie among the articles
    source = articles.resolve() if data is None else data
    inputs = inputs_digest(source, output.resolve(), (f"{name} {getattr(arguments, name)}" for name in _OPTIONS))
    stamp = None if arguments.force else read_stamp(output)
    if stamp and stamp.inputs == inputs:
        _report(stamp.problems, articles, voice)
        voice.say(f"{stamp.summary}\nnothing has changed in {output}")
        return Exit.PROBLEMS if stamp.faults and arguments.strict else Exit.OK
    return _build(arguments, data, inputs, voice)


def _check_places(articles: str, output: str) -> None:
    """Refuse what cannot be read from or written to, before the work.

    Raises:
        ArticleError: if the articles are in no folder; of an unset variable of a shell, the empty name is none.
        OutputError: if the output cannot be a folder, or is that of the articles.
    """
    source, target = Path(articles), Path(output)
    if not articles.strip():
        raise ArticleError("'': no name of a folder; name one that holds articles")
    if not output.strip():
        raise OutputError("-o '': no name of a folder; name one that can be written with -o")
    if articles != "-" and source.is_file():
        raise ArticleError(f"{source}: a file; name the folder it lies in, or read it with: timeline build - < FILE")
    if articles != "-" and not source.is_dir():
        raise ArticleError(f"{source}: no such folder; name one that holds articles")
    if articles != "-" and target.resolve() == source.resolve():
        raise OutputError(f"{target}: the folder of the articles; name another one with -o")
    if target.exists() and not target.is_dir():
        raise OutputError(f"{target}: not a folder; name one that can be written with -o")


def _build(arguments: argparse.Namespace, data: bytes | None, inputs: str, voice: Voice) -> int:
    from timeline.cache import user_cache  # noqa: PLC0415  # --help need not wait for it
    from timeline.cli.summary import lines  # noqa: PLC0415  # as above
    from timeline.outputs import render  # noqa: PLC0415  # nor for the picture's libraries
    from timeline.pipeline import build_timeline  # noqa: PLC0415  # as above

    articles, output = Path(arguments.articles), Path(arguments.output)
    with user_cache() if arguments.cache else nullcontext() as cache:
        timeline = build_timeline(
            articles if data is None else data,
            title=arguments.title,
            limits=Limits(**{limit.name: getattr(arguments, limit.name) for limit in fields(Limits)}),
            published=dict(arguments.published),
            infer=arguments.infer,
            cache=cache,
            progress=voice.progress,
        )
    read = len(timeline.articles)
    timeline = _narrowed(timeline, arguments)
    problems = tuple(str(problem) for problem in timeline.problems)
    _report(problems, articles, voice)
    if not read:
        print(f"{articles}: nothing could be read; see the problems above", file=voice.err)
        return Exit.NOTHING
    _detail(timeline, voice)
    contents = render(timeline, guard=arguments.guard, top=arguments.top)
    summary = "\n".join(lines(timeline, str(output), top=arguments.top))
    if arguments.check:
        return _check(output, contents, summary, voice)
    stamp = Stamp(
        inputs=inputs,
        outputs={name: digest(data) for name, data in contents.items()},
        summary=summary,
        problems=problems,
        faults=sum(problem.severity is not Severity.NOTE for problem in timeline.problems),
    )
    changed = [name for name in write_files(output, {**contents, NAME: stamp.to_bytes()}) if name != NAME]
    said = f"wrote {', '.join(changed)}" if changed else "nothing has changed"
    voice.say(f"{summary}\n{said} in {output}")
    return Exit.PROBLEMS if stamp.faults and arguments.strict else Exit.OK


def _narrowed(timeline: Timeline, arguments: argparse.Namespace) -> Timeline:
    """Return what the reader wants of a timeline: a story, and of that a period."""
    if arguments.query is not None:
        timeline = timeline.query(arguments.query)
    if arguments.first_day or arguments.last_day:
        timeline = timeline.between(arguments.first_day, arguments.last_day)
    return timeline


def _check(output: Path, contents: Mapping[str, bytes], summary: str, voice: Voice) -> int:
    """Say what a build would write, and write nothing."""
    stale = [name for name, data in contents.items() if not holds(output / name, data)]
    said = f"would write {', '.join(stale)}" if stale else "nothing would change"
    voice.say(f"{summary}\n{said} in {output}")
    return Exit.PROBLEMS if stale else Exit.OK


def _report(problems: tuple[str, ...], articles: Path, voice: Voice) -> None:
    for problem in problems:
        where, colon, words = problem.partition(": ")
        voice.warn(f"{articles}" if where == "." else f"{articles}/{where}", colon + words)


def _detail(timeline: Timeline, voice: Voice) -> None:
    """Tell what each article was taken for, and each event that several articles tell."""
    for article in timeline.articles:
        voice.detail(f"read {article.id}: {article.source}, published {article.published} ({article.published_basis})")
    for event in timeline.events:
        if len(event.article_ids) > 1:
            voice.detail(f"merged {event.id} {event.date} {event.title}: {', '.join(event.article_ids)}")

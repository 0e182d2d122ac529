"""Parquet: an article a row, the columns named as in records. The only module that imports pyarrow."""

import io
from collections.abc import Iterator
from typing import Any

from timeline.model import Problem
from timeline.readers.extra import missing
from timeline.readers.metadata import field_name
from timeline.readers.records import KNOWN_FIELDS, TEXT_FIELDS, documents
from timeline.readers.source import Document, Source
from timeline.readers.unreadable import UnreadableError

_ROWS = 10  # read together; few, as a table can hold one long text many times over in few bytes


def read(source: Source) -> Iterator[Document | Problem]:
    """Yield an article a row, and a problem for every row that is none.

    Raises:
        UnreadableError: if it is no Parquet file, or unpacks to more than the limit.
    """
    try:
        import pyarrow.parquet  # noqa: F401, PLC0415  # an extra
    except ImportError:
        raise missing("pyarrow", "parquet", source.shown) from None
    yield from documents(_rows(source), source)


def _rows(source: Source) -> Iterator[tuple[str, Any]]:
    from pyarrow import ArrowException, parquet  # noqa: PLC0415  # an extra

    size, number = 0, 0
    try:
        table = parquet.ParquetFile(io.BytesIO(source.data))
        columns = [name for name in table.schema_arrow.names if field_name(name) in KNOWN_FIELDS]
        if not {field_name(name) for name in columns} & TEXT_FIELDS:
            remedy = "name the column of the articles 'text'"
            raise UnreadableError(where=source.shown, what="no column 'text'", remedy=remedy)
        for batch in table.iter_batches(batch_size=_ROWS, columns=columns, use_threads=False):
            size += batch.nbytes
            if size > source.limits.max_unpacked:
                what = f"unpacks to more than the limit of {source.limits.max_unpacked:,} bytes"
                raise UnreadableError(where=source.shown, what=what, remedy="split it")
            for row in batch.to_pylist():
                number += 1
                yield f"{source.shown}, row {number}", row
    except (ArrowException, OSError, ValueError, OverflowError) as error:
        what = f"not a Parquet file that can be read ({type(error).__name__})"
        raise UnreadableError(where=source.shown, what=what, remedy="save it anew, or as CSV") from error

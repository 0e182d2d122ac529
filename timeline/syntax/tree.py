"""Scores of arcs -> the best projective tree with one root: the greedy one where it is that, as it mostly is.

No two arcs cross, so that a word and all below it are one stretch of text; on the treebank this costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Pointers = dict[str, NDArray[np.intp]]


def best_tree(scores: "Floats") -> list[int]:
    """Return each word's head, counted from 1; 0 is the root, which exactly one word has.

    ``scores[word - 1, head]`` holds a row a word and a column a head, the root's first.

    >>> import numpy as np
    >>> best_tree(np.array([[5, 0, 9], [6, 8, 0]], dtype=np.float32))
    [2, 0]
    """
    import numpy as np  # noqa: PLC0415  # only a text that is parsed pays for it

    heads = scores.argmax(axis=1)
    greedy: list[int] = heads.tolist()
    return greedy if is_tree(greedy) and not _crosses(np, heads) else eisner(scores)


def _crosses(np: Any, heads: "NDArray[np.intp]") -> bool:
    """Say whether two arcs cross."""
    words = np.arange(1, len(heads) + 1)
    low, high = np.minimum(words, heads), np.maximum(words, heads)
    inside = (low[:, None] < low) & (low < high[:, None])
    return bool((inside & (high[:, None] < high)).any())


def is_tree(heads: list[int]) -> bool:
    """Say whether heads counted from 1 make a tree in which one word hangs from the root, 0."""
    if heads.count(0) != 1:
        return False
    state = [-1] * (len(heads) + 1)
    state[0] = 0
    for start in range(1, len(state)):
        word = start
        while state[word] < 0:
            state[word] = start
            word = heads[word - 1]
        if state[word] == start:  # the walk up came back to itself
            return False
        word = start
        while state[word] == start:  # settled: a later walk that comes here ends well
            state[word] = 0
            word = heads[word - 1]
    return True


def eisner(scores: "Floats") -> list[int]:
    """Return the heads of the projective tree of the highest score with one word at the root (Eisner 1996).

    Time grows with the cube of the words, in array operations that number three a length of span.
    """
    import numpy as np  # noqa: PLC0415  # only a text that is parsed pays for it

    words = len(scores)
    arcs = scores[:, 1:]
    left, right, pointers = _spans(np, arcs, words)
    main = int((scores[:, 0] + left[0] + right[:, words - 1]).argmax())
    heads = [0] * words
    todo = [("left", 0, main), ("right", main, words - 1)]
    while todo:
        kind, i, j = todo.pop()
        if i == j:
            continue
        if kind.startswith("open"):  # an arc between the ends
            child, head = (i, j) if kind == "open left" else (j, i)
            heads[child] = head + 1
            k = int(pointers["open"][i, j])
            todo += [("right", i, k), ("left", k + 1, j)]
            continue
        k = int(pointers[kind][i, j])
        todo += [("left", i, k), ("open left", k, j)] if kind == "left" else [("open right", i, k), ("right", k, j)]
    return heads


def _spans(np: Any, arcs: "Floats", words: int) -> tuple["Floats", "Floats", "Pointers"]:
    """Fill the chart: the best scores of spans headed by their last and by their first word, and how they came.

    The spans of one length are read as a matrix, a row a span and a column a place to part it, straight from the
    tables; a table whose columns are wanted is kept turned as well, so that each row lies in one piece.
    """
    left, left_turned, right, right_turned, open_left_turned, open_right = (
        np.zeros((words, words), np.float32) for _ in range(6)
    )
    pointers = {kind: np.zeros((words, words), np.intp) for kind in ("left", "right", "open")}
    for length in range(1, words):
        i = np.arange(words - length)
        j = i + length
        joined = _steps(np, right, 0, 0, length) + _steps(np, left_turned, length, 1, length)
        best = joined.argmax(axis=1)
        inner = joined[i, best]
        pointers["open"][i, j] = i + best
        open_left_turned[j, i], open_right[i, j] = inner + arcs[i, j], inner + arcs[j, i]
        options = _steps(np, left, 0, 0, length) + _steps(np, open_left_turned, length, 0, length)
        best = options.argmax(axis=1)
        left[i, j] = left_turned[j, i] = options[i, best]
        pointers["left"][i, j] = i + best
        options = _steps(np, open_right, 0, 1, length) + _steps(np, right_turned, length, 1, length)
        best = options.argmax(axis=1)
        right[i, j] = right_turned[j, i] = options[i, best]
        pointers["right"][i, j] = i + best + 1
    return left, right, pointers


def _steps(np: Any, table: "Floats", row: int, column: int, length: int) -> "Floats":
    """Return the matrix whose cell i, s is the table's cell ``row + i``, ``column + i + s``, for spans of a length."""
    words, size = len(table), table.itemsize
    view: Floats = np.ndarray(
        (words - length, length), table.dtype, table, (row * words + column) * size, ((words + 1) * size, size)
    )
    return view

"""The architecture, read off the source: imports point down, libraries stand behind one module, nothing looks out."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline

PACKAGE = Path(timeline.__file__).parent
# from the bottom up; a module may import what stands on a lower line, or in its own package
LAYERS = (
    ("errors", "engine", "progress"),
    ("interval", "plain", "asked"),
    ("model", "cache"),
    ("words", "wordlists", "mojibake", "grammar", "absolute", "feasts", "sentences", "runon", "pubdate", "moments"),
    ("comments", "livepages", "contradictions", "moved"),
    ("syntax", "tag", "direction", "clean", "readers", "language", "voices", "disputes"),
    ("resolve", "tenses"),
    ("undated",),
    ("articles", "names", "clauses", "discourse", "titles"),
    ("dated_nouns", "time_relations", "mend"),
    ("turned",),
    ("attachment",),
    ("appointments", "series", "plausible", "counted_nouns"),
    ("mentions", "doubts"),
    ("similarity", "salience", "ids", "echoes", "desks"),
    ("cluster", "canonical", "themes", "terms"),
    ("storylines",),
    ("corrections", "relevance", "heading"),
    ("narrow", "lookup"),
    ("frame", "chart"),
    ("export",),
    ("page", "reasons"),
    ("display", "formats"),
    ("pipeline", "outputs", "stamp"),
    ("cli",),
    ("build", "__main__"),
)
# a timeline shows itself and gives smaller ones; each import stands inside the method that needs it
SHOWING = {("model", "display"), ("model", "chart"), ("model", "frame"), ("model", "narrow")}
# library -> the modules and packages that may import it
LIBRARIES = {
    "pandas": {"frame"},
    "altair": {"chart"},
    "vl_convert": {"chart"},
    "tqdm": {"progress"},
    "pendulum": {"interval"},
    "dateparser": {"absolute"},
    "yaml": {"readers"},
    "sqlite3": {"cache"},
    "platformdirs": {"cache"},
    "ctypes": {"export"},
    "pyarrow": {"readers"},
    "trafilatura": {"readers"},
    "pypdf": {"readers"},
    "docx": {"readers"},
    "charset_normalizer": {"readers"},
    "numpy": {
        "syntax",
        "similarity",
        "cluster",
        "undated",
        "storylines",
    },  # arithmetic on arrays, no more to be hidden than sums are
}
CLOCKS = {"today", "now", "utcnow", "time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime", "ctime"}
CLOCK_OWNERS = {"date", "datetime", "time", "pendulum", "datetime.date", "datetime.datetime"}
NETWORK = ("socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "requests", "asyncio", "webbrowser")
CHANCE = ("random", "secrets", "uuid")
MODULES = sorted(path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py"))


def tree(module: str) -> ast.Module:
    """Return the syntax tree of a module, named by its path in the package."""
    return ast.parse((PACKAGE / f"{module}.py").read_text(encoding="utf-8"))


def imports(module: str) -> Iterator[str]:
    """Yield the dotted names a module imports, also inside functions; what only a type checker sees is left out."""
    for node in ast.walk(_without_type_checking(tree(module))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: a relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _without_type_checking(module: ast.Module) -> ast.Module:
    for node in ast.walk(module):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            node.body = [ast.Pass()]
    return module


def layer(part: str) -> int:
    """Return the height of a top-level module or package."""
    return next((height for height, parts in enumerate(LAYERS) if part in parts), -1)


@pytest.mark.parametrize("module", [name for name in MODULES if name != "__init__"])
def test_imports_point_down(module: str) -> None:
    """No module imports one that stands beside or above it."""
    home = module.partition("/")[0]
    for name in imports(module):
        root, _, rest = name.partition(".")
        target = rest.split(".")[0]
        if root != "timeline" or target in {home, "__version__"}:
            continue
        assert layer(target) < layer(home) or (home, target) in SHOWING, name


def test_every_module_has_a_layer() -> None:
    """A new module is given its place before it is used."""
    known = {part for parts in LAYERS for part in parts}
    assert {module.partition("/")[0] for module in MODULES} - known == {"__init__"}


@pytest.mark.parametrize(("library", "homes"), LIBRARIES.items())
def test_a_library_stands_behind_one_module(library: str, homes: set[str]) -> None:
    """Whoever wants to replace a library has one place to look."""
    users = {
        module.partition("/")[0] for module in MODULES for name in imports(module) if name.partition(".")[0] == library
    }
    assert users <= homes


@pytest.mark.parametrize("module", [name for name in MODULES if not name.startswith("cli")])
def test_no_clock_and_no_network(module: str) -> None:
    """The same input gives the same output: nothing below the command line asks for the time, the world or chance."""
    looked = [name for name in imports(module) if f"{name}.".startswith(tuple(f"{bad}." for bad in NETWORK + CHANCE))]
    asked = [
        ast.unparse(node)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in CLOCKS
        and ast.unparse(node.func.value) in CLOCK_OWNERS
    ]
    assert (looked, asked) == ([], [])


@pytest.mark.parametrize("name", timeline.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """Public means listed, typed and documented."""
    value = getattr(timeline, name)
    assert value.__doc__
    assert name in dir(timeline)


def test_no_other_name_is_made_up() -> None:
    """A name that is not public is an AttributeError, as everywhere."""
    with pytest.raises(AttributeError, match="has no attribute 'nonsense'"):
        _ = timeline.nonsense

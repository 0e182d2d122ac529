"""Words, tags, lemmas and dependencies of English sentences, by a network trained on the English Web Treebank.

The weights are read at the first parse; importing this package costs nothing.
"""

from timeline.syntax.irregular import gerund, participle, past, plural, third_person
from timeline.syntax.parser import parse, parse_all
from timeline.syntax.sentence import ROOT, Sentence

__all__ = ["ROOT", "Sentence", "gerund", "parse", "parse_all", "participle", "past", "plural", "third_person"]

"""The one place that turns an error into words, in both languages, without Qt.

Each room words its own errors in a module here (`content`, `store`, `packs`…): a table
from the type to a `Words`, or to a function that chooses one. The command line and the
window say the same sentences. A test walks every subclass of `KbError`.
"""

from kb_app.wording.base import Explanation, Words, explain

__all__ = ["Explanation", "Words", "explain"]

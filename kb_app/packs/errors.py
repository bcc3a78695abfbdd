"""Why a pack is refused, as data. A refused pack changes nothing."""

from dataclasses import dataclass

from indexer.errors import KbError


class PackRefused(KbError):
    """The pack does not pass the gate. `reason` is stable: other programs may rely on it."""

    reason = "refused"


@dataclass(eq=False)
class PackMissing(PackRefused):
    """The file cannot be read."""

    name: str
    reason = "unreadable"


@dataclass(eq=False)
class PackTooLarge(PackRefused):
    """Something passes a limit. `what` is one of "file", "entries", "unpacked", "entry",
    "ratio", "manifest", "document", "annotation", "glossary"."""

    what: str
    limit: int
    item: str = ""
    reason = "too-large"


@dataclass(eq=False)
class PackNotZip(PackRefused):
    """Not a ZIP file, cut off, or with something before, between or after its entries."""

    detail: str
    reason = "not-a-zip"


@dataclass(eq=False)
class PackEntryForbidden(PackRefused):
    """An entry of a kind that a pack may not hold (encrypted, link, method…)."""

    item: str
    detail: str
    reason = "forbidden-entry"


@dataclass(eq=False)
class PackNameUnsafe(PackRefused):
    """A name that is unsafe somewhere: outside the folder, reserved, twice the same…"""

    item: str
    detail: str
    reason = "unsafe-name"


@dataclass(eq=False)
class PackTypeForbidden(PackRefused):
    """A file of a type that a pack may not hold."""

    item: str
    reason = "forbidden-type"


@dataclass(eq=False)
class PackDamaged(PackRefused):
    """The bytes are not those that were packed."""

    item: str
    detail: str
    reason = "damaged"


@dataclass(eq=False)
class PackIncomplete(PackRefused):
    """The lists of files and the files do not agree."""

    item: str
    detail: str
    reason = "incomplete"


@dataclass(eq=False)
class PackSignatureBad(PackRefused):
    """There is a signature and it does not fit."""

    detail: str
    reason = "bad-signature"


@dataclass(eq=False)
class PackJsonBad(PackRefused):
    """A JSON part that cannot be read safely."""

    item: str
    detail: str
    reason = "bad-json"


@dataclass(eq=False)
class PackDocumentBad(PackRefused):
    """A document that is not what the manifest says, or cannot be read."""

    item: str
    detail: str
    reason = "bad-document"


@dataclass(eq=False)
class PackNewer(KbError):
    """Made with a newer major version of the format: nothing is merged."""

    version: str


@dataclass(eq=False)
class NothingToPack(KbError):
    """The selection is empty."""


@dataclass(eq=False)
class DecisionNeeded(KbError):
    """A person has to decide first; nothing has changed. `why` is "changed" or
    "signature-missing"."""

    why: str


@dataclass(eq=False)
class ImportMissing(KbError):
    """There is no import with that number."""

    number: str


@dataclass(eq=False)
class ImportRunning(KbError):
    """A pack is being taken in, or taken back, in this program or another one."""


@dataclass(eq=False)
class UndoImpossible(KbError):
    """The import was undone already."""

    number: str


@dataclass(eq=False)
class KeyLocked(KbError):
    """The signing key has a password that was not given, or a wrong one."""

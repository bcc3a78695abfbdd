"""The rules of content format 1.0, strict: what `batea validate` asks of every file."""

from indexer.rules.library import validate_folder, validate_paths
from indexer.rules.problem import Problem

__all__ = ["Problem", "validate_folder", "validate_paths"]

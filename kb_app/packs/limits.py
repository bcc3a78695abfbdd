"""Limits of pack format 1.0: constants, named in the messages of those who meet them."""

MEDIA_TYPE = b"application/vnd.batea.pack+zip"
MAX_FILE_BYTES = 512 * 1024 * 1024
MAX_ENTRIES = 20_000
MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
MAX_ENTRY_BYTES = 64 * 1024 * 1024
# A hundred thousand notes with their quotes: read a line at a time, never held.
MAX_ANNOTATIONS_BYTES = 256 * 1024 * 1024
ANNOTATIONS = "data/annotations.jsonl"
MAX_RATIO = 200
RATIO_FROM_BYTES = 1024 * 1024
MAX_NAME_PART_BYTES = 120
MAX_NAME_BYTES = 180
MAX_NAME_LEVELS = 8
MAX_MANIFEST_BYTES = 16 * 1024 * 1024
MAX_JSON_DEPTH = 40
MAX_JSON_DIGITS = 30
MAX_GLOSSARY_BYTES = 4 * 1024 * 1024
MAX_ANNOTATION_BYTES = 64 * 1024

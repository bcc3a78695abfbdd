"""Ed25519 signatures in minisign's layout, and the words to compare by telephone.

A signature file holds: an untrusted comment; base64 of "Ed", key id, signature of the
content; a trusted comment; base64 of the signature of (signature, trusted comment). Format:
F. Denis, minisign. PyNaCl verifies because it refuses small-order keys.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import secrets
from dataclasses import dataclass
from pathlib import Path

import nacl.exceptions
import nacl.pwhash
import nacl.secret
import nacl.signing
import nacl.utils

from kb_app.library.authoring import write_atomically
from kb_app.packs.errors import KeyLocked, PackSignatureBad

_ALGORITHM = b"Ed"
# Sixty-four short words known in the region: six of them carry 36 bits.
_WORDS = (
    "agua arena arco arroz barro batea brasa brisa cal calma campo canto casa ceiba cerro cielo "
    "cobre coral cumbre dalia faro flor fogón fuego grano hamaca hilo hoja jade lago lana leña "
    "lima luna maíz mango mapa mar masa mesa mina molino monte nido niebla nube olla oro palma "
    "pan pino plata playa puente quena río roca sal selva sol taller tierra trigo viento"
).split()


@dataclass(frozen=True)
class Signature:
    """A signature that was checked: the public key (base64) and its fingerprint."""

    key: str

    @property
    def fingerprint(self) -> str:
        """Six words and sixteen hex digits, to compare by telephone."""
        return fingerprint(self.key)


def fingerprint(key: str) -> str:
    """Six words and sixteen hex digits of a public key (base64)."""
    digest = hashlib.sha256(base64.b64decode(key)).digest()
    words = " ".join(_WORDS[byte % 64] for byte in digest[:6])
    return f"{words} · {digest[8:16].hex()}"


class SigningKey:
    """The key of this data folder: made on first use, kept with the person's data."""

    def __init__(self, key: nacl.signing.SigningKey, key_id: bytes) -> None:
        self._key = key
        self._id = key_id

    @property
    def public(self) -> str:
        """The public key, base64."""
        return base64.b64encode(bytes(self._key.verify_key)).decode("ascii")

    def sign(self, content: bytes, comment: str) -> str:
        """The text of a signature file over some content."""
        signature = self._key.sign(content).signature
        trusted = self._key.sign(signature + comment.encode("utf-8")).signature
        first = base64.b64encode(_ALGORITHM + self._id + signature).decode("ascii")
        second = base64.b64encode(trusted).decode("ascii")
        return (
            f"untrusted comment: signature from Batea key {self._id[::-1].hex().upper()}\n"
            f"{first}\ntrusted comment: {comment}\n{second}\n"
        )


def open_key(path: Path, password: str = "") -> SigningKey:
    """The signing key of a folder, made if there is none. Raises KeyLocked."""
    if not path.exists():
        return _make_key(path, password)
    stored = json.loads(path.read_text(encoding="utf-8"))
    seed = base64.b64decode(stored["seed"])
    if stored["salt"]:
        try:
            seed = _box(password, base64.b64decode(stored["salt"])).decrypt(seed)
        except nacl.exceptions.CryptoError as error:
            raise KeyLocked from error
    return SigningKey(nacl.signing.SigningKey(seed), bytes.fromhex(stored["id"]))


def set_password(path: Path, password: str, before: str = "") -> SigningKey:
    """Put a password on the key of a folder, another one, or none (""). Raises KeyLocked."""
    held = open_key(path, before)
    return _store(path, password, held._key, held._id)


def _make_key(path: Path, password: str) -> SigningKey:
    return _store(path, password, nacl.signing.SigningKey.generate(), secrets.token_bytes(8))


def _store(path: Path, password: str, key: nacl.signing.SigningKey, key_id: bytes) -> SigningKey:
    seed, salt = bytes(key), b""
    if password:
        salt = nacl.utils.random(nacl.pwhash.argon2id.SALTBYTES)
        seed = bytes(_box(password, salt).encrypt(seed))
    stored = {
        "seed": base64.b64encode(seed).decode("ascii"),
        "salt": base64.b64encode(salt).decode("ascii"),
        "id": key_id.hex(),
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(stored).encode("utf-8"))
    path.chmod(0o600)
    return SigningKey(key, key_id)


def _box(password: str, salt: bytes) -> nacl.secret.SecretBox:
    kind = nacl.pwhash.argon2id
    # 64 MiB: PyNaCl's own choice, a gigabyte, is more than some of our machines have.
    key = kind.kdf(
        nacl.secret.SecretBox.KEY_SIZE, password.encode("utf-8"), salt,
        opslimit=kind.OPSLIMIT_MODERATE, memlimit=kind.MEMLIMIT_INTERACTIVE,
    )  # fmt: skip
    return nacl.secret.SecretBox(key)


def verify(content: bytes, signature_file: bytes, key: str) -> Signature:
    """Check a signature file over some content with a public key (base64).

    Raises PackSignatureBad.
    """
    try:
        lines = signature_file.decode("utf-8").split("\n")
        if len(lines) < 4 or not lines[0].startswith("untrusted comment: "):
            raise ValueError("layout")
        if not lines[2].startswith("trusted comment: "):
            raise ValueError("layout")
        first = base64.b64decode(lines[1], validate=True)
        second = base64.b64decode(lines[3], validate=True)
        if len(first) != 74 or first[:2] != _ALGORITHM or len(second) != 64:
            raise ValueError("layout")
        public = nacl.signing.VerifyKey(base64.b64decode(key, validate=True))
        public.verify(content, first[10:])
        comment = lines[2].removeprefix("trusted comment: ").encode("utf-8")
        public.verify(first[10:] + comment, second)
    except (ValueError, binascii.Error, TypeError, nacl.exceptions.CryptoError) as error:
        raise PackSignatureBad(str(error)[:60] or "signature") from error
    return Signature(key)

"""Bytes that came from outside, kept once under their SHA-256 in the private folder; nobody's file name is a path of ours."""

import hashlib
from typing import Any, NamedTuple

from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage


class Original(NamedTuple):
    """Where bytes are kept, and their digest."""

    name: str
    sha256: str


def keep(content: "bytes | File[Any]") -> Original:
    """Keep these bytes, unless they are kept already; before the transaction that names them, in which others would wait.

    If that comes to nothing, they stay where the next try finds them.
    """
    file = ContentFile(content) if isinstance(content, bytes) else content
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    told = digest.hexdigest()
    name = f"{told[:2]}/{told}"
    if not default_storage.exists(name):
        name = default_storage.save(name, file)
    return Original(name, told)

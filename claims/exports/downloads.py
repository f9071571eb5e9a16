"""Bytes that are only ever downloaded: a stranger's are never a page of ours."""

from django.db.models.fields.files import FieldFile
from django.http import FileResponse
from django.http.response import HttpResponseBase

# By the content type with which they came: what the machine knows of types differs from one to the next.
ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


def never_a_page(answer: HttpResponseBase) -> None:
    """Have browsers run nothing of the answer, whatever they take it for."""
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer.headers["X-Content-Type-Options"] = "nosniff"


def kept(file: FieldFile, *, name: str) -> FileResponse:
    """Kept bytes as they came, under this name: for keeping, never for showing."""
    answer = FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
    never_a_page(answer)
    return answer

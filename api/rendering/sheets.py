"""Style sheets inside the page, scripts beside it, and the policy that allows these and no others.

The sheet of a page is written into it (decision 0023): nothing has to be fetched before the text is
seen. The Content-Security-Policy names its hash, so no other style and no inline script runs, even
if a law's text held one.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from markupsafe import Markup

_EVERY_PAGE = ("frame", "forms", "tables")
_LAST = "print"


@cache
def style_sheet(names: tuple[str, ...]) -> Markup:
    """The sheets that every page has, those of a page by name, and that for paper, as one text."""
    folder = files("api.rendering") / "styles"
    wanted = (*_EVERY_PAGE, *names, _LAST)
    return Markup("").join(
        Markup((folder / f"{name}.css").read_text(encoding="utf-8"))  # noqa: S704 - our own files
        for name in wanted
    )


@cache
def security_policy(sheet: Markup, *, framed: bool = False) -> str:
    """The Content-Security-Policy of a page with that sheet and the site's own scripts.

    `framed`: any site may show it in a frame; no other page may be.
    """
    ancestors = "*" if framed else "'none'"
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; script-src 'self'; connect-src 'self'; "
        "img-src 'self' data:; form-action 'self'; base-uri 'none'; "
        f"frame-ancestors {ancestors}"
    )


@cache
def script_address(name: str) -> str:
    """The address of a script, which changes with it."""
    script = (files("api.rendering") / "static" / "js" / f"{name}.js").read_bytes()
    return f"/static/js/{name}.js?v={hashlib.sha256(script).hexdigest()[:12]}"

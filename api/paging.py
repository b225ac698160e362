"""Where the next page of a list is: the Link header (RFC 8288)."""

from __future__ import annotations

from fastapi import Request


def next_page(request: Request, cursor: object) -> dict[str, str]:
    """The header that names the same question from a cursor on; none without a cursor."""
    if cursor is None:
        return {}
    url = request.url.include_query_params(cursor=cursor)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}

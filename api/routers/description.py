"""What the API has, for programs: its OpenAPI document."""

from __future__ import annotations

import json

from fastapi import APIRouter, Request, Response

from api.answering.caching import tagged

router = APIRouter(include_in_schema=False)


@router.get("/openapi.json")
def describe(request: Request) -> Response:
    """The OpenAPI document, made outside the event loop: the first time it takes a while."""
    document = json.dumps(request.app.openapi(), ensure_ascii=False, separators=(",", ":"))
    return tagged(request, document.encode(), media_type="application/json")

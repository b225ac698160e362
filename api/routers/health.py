"""Whether the service can answer."""

from __future__ import annotations

from fastapi import APIRouter, Response

from api.health import health_of
from api.models.health import Health
from api.openapi import documented
from api.services import UsedServices

router = APIRouter(tags=["health"])

_UNAVAILABLE = 503


@router.get(
    "/healthz",
    response_model=Health,
    responses=documented(Health) | {503: {"model": Health, "description": "No database."}},
)
def show_health(services: UsedServices) -> Response:
    """Whether the database and the search index answer, how much they hold, and unread notes."""
    health = health_of(services)
    return Response(
        health.to_json(),
        status_code=_UNAVAILABLE if health.status == "failed" else 200,
        media_type="application/json",
        headers={"Cache-Control": "no-store"},
    )

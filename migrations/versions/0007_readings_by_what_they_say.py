"""Readings of notes by what they say: what is stated of one article is found from the article."""

from __future__ import annotations

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make it."""
    op.create_index("ix_amendment_readings_identity", "amendment_readings", ["identity"])


def downgrade() -> None:
    """Take it away."""
    op.drop_index("ix_amendment_readings_identity", "amendment_readings")

"""A place in the feed for withdrawals: a change that is withdrawn comes anew, at the end."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make it."""
    op.add_column(
        "changes", sa.Column("sequence", sa.Integer(), nullable=False, server_default="0")
    )
    op.execute("UPDATE changes SET sequence = id")
    op.create_index("uq_changes_sequence", "changes", ["sequence"], unique=True)


def downgrade() -> None:
    """Take it away."""
    op.drop_index("uq_changes_sequence", "changes")
    op.drop_column("changes", "sequence")

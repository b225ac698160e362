"""Office files are zip archives: with fixed dates, so that the same table gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

NO_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands for the moment of a table that has none."""
_CORE = "docProps/core.xml"
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def with_fixed_dates(archive: bytes, moment: datetime | None) -> bytes:
    """The archive anew: its members in their order, each of the moment that is given."""
    stamp = moment or NO_MOMENT
    day = (max(stamp.year, 1980), stamp.month, stamp.day, 0, 0, 0)
    written = stamp.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for name in source.namelist():
            content = source.read(name)
            if name == _CORE:  # openpyxl writes the moment of saving
                content = _MODIFIED.sub(rb"\g<1>" + written + rb"\g<2>", content)
            member = zipfile.ZipInfo(name, date_time=day)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            member.create_system = 3
            target.writestr(member, content)
    return made.getvalue()

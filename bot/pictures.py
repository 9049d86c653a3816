"""Pictures: the only place that knows segno."""

from functools import lru_cache
from io import BytesIO

import segno


@lru_cache(maxsize=256)
def qr_png(content: str) -> bytes:
    """A QR code as PNG, large enough to be scanned from a phone's screen."""
    picture = BytesIO()
    segno.make(content, error="m", micro=False).save(picture, kind="png", scale=10, border=4)
    return picture.getvalue()

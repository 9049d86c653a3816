"""
How often Python looks for garbage that refers to itself.

By itself it does after every 700 new objects, and now and then walks through everything there is:
mostly libraries, which are there for good. That was a sixth of what recording an order took.
"""

import gc

YOUNG = 50_000  # objects made since the last look, some MB of them at most, before it is time again


def look_seldom() -> None:
    """Call when all is loaded: what is there now is never looked at again, the rest less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])

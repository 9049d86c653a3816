"""The web layer, through its front door."""

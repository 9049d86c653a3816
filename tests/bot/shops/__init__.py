"""What shops deliver, as they sign and write it."""

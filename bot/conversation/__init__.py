"""What is said, on any channel."""

"""Well-known programs, lived through line by line: the shop at its API, the member in the chat."""

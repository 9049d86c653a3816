"""A whole shop in virtual time: everything that can go wrong does, and one seed repeats it."""

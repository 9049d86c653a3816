"""The till: what cashiers do for the customer in front of them."""

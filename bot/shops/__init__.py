"""The merchants' web shops: what they tell us, and what we ask of them."""

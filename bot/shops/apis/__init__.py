"""The shops' own APIs: orders read back, discount codes made and disabled."""

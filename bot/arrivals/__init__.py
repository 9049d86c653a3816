"""
Members in CSV files: written, and read back, also as other vendors write them.

columns: ours, and what a cell means · vendors: theirs · reading · writing.
"""

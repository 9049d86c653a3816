"""
Members in CSV files: written, and read back, also as other vendors write them.

columns: ours · cells: what stands in them · rows: what becomes of one · vendors: theirs · reading ·
writing.
"""

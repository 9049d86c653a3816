"""How nested values stand in the tables: JSON without blanks."""

from json import JSONEncoder

compact = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""The value as the tables keep it; made once, as json.dumps makes its encoder for every value."""

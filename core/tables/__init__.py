"""All SQL, one module a noun, in the dialect SQLite and PostgreSQL share."""

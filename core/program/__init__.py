"""The program file: its schema, loading, checking and presets."""

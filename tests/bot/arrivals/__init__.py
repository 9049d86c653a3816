"""Tests of members in CSV files."""

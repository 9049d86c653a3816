"""Tests of the stand-ins, through the real libraries."""

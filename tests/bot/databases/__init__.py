"""Tests of bot.databases."""

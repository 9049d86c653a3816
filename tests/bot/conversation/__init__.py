"""Tests of the conversation, without a channel."""

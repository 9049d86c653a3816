"""HTTP: webhooks, API v1, health."""

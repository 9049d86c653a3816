"""The API's description as a page to read: made of OpenAPI here, nobody else is asked."""

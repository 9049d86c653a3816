"""`python -m bot` is `loyalty`."""

from bot.cli import main

main()

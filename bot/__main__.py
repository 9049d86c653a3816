"""`python -m bot` is `loyalty`."""

from bot.cli.main import main

main()

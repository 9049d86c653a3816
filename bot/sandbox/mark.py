"""How the sandbox marks its customers, so that a live bot can tell them from real ones."""

SOURCE = "sandbox"  # where they say they found the bot: /start s_sandbox

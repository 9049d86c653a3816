"""The command `loyalty`: a file for each family of subcommands."""

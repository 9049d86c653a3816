"""What the program means: rules, ledger, tables. No text, no clock, no I/O but the transaction."""

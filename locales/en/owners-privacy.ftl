### What owners are told of privacy.

alarm-privacy = customers who ask for their data
alarm-data-asked = 📄 A customer of { $shop } asks for everything that is kept of them: card { $card }. On the bot's machine, loyalty member report { $card } shows it.

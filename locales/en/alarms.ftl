### What owners are told of web shops and of codes, without asking. $shop is a shop's short name.

alarm-shops = web shops that fall silent or refuse something
alarm-codes = partners' codes that run out
staff-told-codes-low = Codes for { $reward } are running out. Left: { $count }
staff-told-codes-out = The codes for { $reward } have run out. Nobody can get it until there are new ones.
staff-told-silent = Unusually quiet: no order has come from the shop { $shop } for { $hours } h. Is its webhook still on?
staff-told-codes-refused = The shop { $shop } has refused discount codes of ours: { $count }. The reasons: loyalty shops codes
staff-told-lost = The shop { $shop } had orders or changes that did not reach us: { $count }. They are entered now. Are its webhooks on?

## What owners are told of privacy.

alarm-privacy = customers who ask for their data
alarm-data-asked = 📄 A customer of { $shop } asks for everything that is kept of them: card { $card }. On the bot's machine, loyalty member report { $card } shows it.

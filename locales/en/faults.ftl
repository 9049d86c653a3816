### What is wrong with a program file. Each follows "line: field:", so it begins small and ends
### without a full stop. What stands in the file stays as it is there: names, examples in quotes.

fault-missing = it is missing; add { $example }
fault-unknown-field = there is no such field{ $near }
fault-unknown-field-known = there is no such field; the fields here are { $fields }
fault-kind-missing = { $tag } is missing; give { $tag } = { $words }
fault-one-of = give { $words } (found { $found }){ $near }
fault-near = ; did you mean "{ $word }"?
fault-give = give { $wanted } (found { $found })
fault-give-such = give { $wanted }, e.g. { $example } (found { $found })
fault-id-form = small letters, digits and hyphens, at most 32
fault-double-brackets = write it in double brackets, { $example }, once for each
fault-table = a table
fault-list = a list
fault-list-of = a list of { $count }
fault-flag = true or false
fault-whole-number = a whole number
fault-exact-number = a number in quotes
fault-text = a text
fault-text-of = a text of 1 to { $most } characters
fault-with = { $what }, { $bound }
fault-at-least = at least { $number }
fault-more-than = more than { $number }
fault-at-most = at most { $number }
fault-decimals = decimals: { $number } at most
fault-letters = characters: { $length }
fault-entries = entries: { $length }
fault-one-line = write it in one line, without control characters
fault-control = write it without control characters
fault-spaces = remove the spaces at the ends
fault-language = the bot does not speak "{ $code }"; it speaks { $languages }
fault-form = "{ $form }" is not a plural form; the forms are { $forms }
fault-currency = give an ISO 4217 code, e.g. "EUR" (found "{ $code }"){ $near }
fault-timezone = give an IANA time zone, e.g. "Europe/Kyiv" (found "{ $name }"){ $near }
fault-float = write the number in quotes, so that it is exact: { $example }
fault-comma = write decimals after a point: { $example }
fault-number = give a number in quotes, e.g. "5.00" (found { $found })
fault-title = give a text, or one per language, e.g. { $example }
fault-title-length = give a text of 1 to { $most } characters
fault-day = give month and day as "MM-DD", e.g. "03-01"
fault-too-fine = { $currency } has { $places } decimals, e.g. { $example } (found "{ $found }")
fault-too-large = this is too large (found "{ $found }")
fault-nothing-to-choose = nothing can be chosen: only multiples of { $grain } are whole steps worth whole minor units, so the fewest points are { $least }
fault-first-tier = the first tier is everybody's: from = 0
fault-rising = give more than the tier before it has ({ $below }), e.g. from = { $example } (found { $found })
fault-there-twice = "{ $name }" is there twice
fault-currency-twice = "{ $code }" is the program's own currency, or there twice
fault-points-unnamed = say what a point is called in "{ $code }": add { $example } with { $forms }
fault-forms-missing = "{ $code }" needs the plural forms { $forms }; add { $example }
fault-form-unknown = "{ $code }" has no plural form "{ $form }"; it has { $forms }
fault-id-taken = "{ $name }" is taken already; give every entry an id of its own
fault-one-rule = "{ $name }" is for "{ $on }" already; keep one of the two
fault-title-languages = give it in these languages too: { $languages }, e.g. { $example }
fault-no-such-reward = there is no reward "{ $name }"; the rewards are { $known }{ $near }
fault-no-such-tier = there is no tier "{ $name }"; the tiers are { $known }{ $near }
fault-no-such-plan = there is no plan "{ $name }"; the plans are { $known }{ $near }
fault-no-rewards = there is no reward "{ $name }"; there are no rewards
fault-no-tiers = there is no tier "{ $name }"; there are no tiers
fault-no-plans = there is no plan "{ $name }"; there are no plans
fault-several-causes = "{ $name }" has several causes: name a reward with a single cause
fault-chosen-sum = members choose the sum of "{ $name }": name a reward of the kind amount_off
fault-cost-missing = it is missing; add cost = 60, or a rule that gives this reward
fault-threshold = say how much of what, e.g. { $example }
fault-until = give a day after `since`, { $since } (found { $found })
fault-first-days = say how many days: add { $example }
fault-of-which-plan = say the days or years of which plan: add { $example }
fault-streak = { $counts } in a row are counted all along, without a period: remove it
fault-whole-goal = { $counts } are whole: give a whole number (found { $found })
fault-gives = say what it gives: add points, or the id of a reward, or both
fault-no-points = it gives no points: remove it (how long a reward is valid is set with the reward)
fault-limit = say how much at most: add points = 100, or times = 1
fault-limit-once = a rule gives only once for an order: say points, or a longer time
fault-limits-twice = there are two for { $example }: make them one
fault-limits-times = it gives no points: say at most how many times
fault-when-orders = "{ $name }" is about orders, and this is about none: remove it
fault-when-members = "{ $name }" is about members, and this is for who joins: remove it
fault-signup-limits = people join only once: remove them
fault-reward-at-once = it gives no points: remove it, the reward comes at once
fault-dividend-limits = it is paid once a year: say at_most instead
fault-dividend-day = it is paid when the year ends: remove it, or say calendar years
fault-multiplier = it gives no points itself: set it with the rules for purchases
fault-steps = write the steps from the smallest sum to the largest, each once
fault-each-once = name each of them only once
fault-how-long = say how long: add months = 12, or days = 90
fault-months-or-days = say months or days, not both
fault-access-goods = it opens the shop, whatever is bought: remove the goods
fault-lapses = no other one follows: remove it, or say every month or year
fault-price = it is missing; add price = "25.00", or approval = true if none is paid
fault-trial-free = nothing is paid: there is nothing to try
fault-trial-once = what is paid once can't be tried: remove it, or say month or year
fault-referral = give points to at least one of the two, or remove [referral]
fault-referral-joining = joining pays, whatever is bought: remove it, or say first_order
fault-has-cost = it has a cost already; keep one of the two
fault-automatic = say how many points suffice: add cost = 100
fault-voucher-months = it has voucher_days already; keep one of the two
fault-hold-free = it takes no points: remove it, or add cost = 100
fault-hold-days = say when they come back: add voucher_days = 30
fault-hold-automatic = what comes back would be redeemed again at once: keep one of the two
fault-chosen-points = members choose how many points it takes: remove it
fault-at-most-less = give no less than `at_least` and `step`
fault-causes = give every cause an id of its own
fault-causes-automatic = members choose the cause: remove it, or give it a single cause
fault-choices = give two or more, or none for an answer in words
fault-no-voucher = there is no voucher: remove it
fault-event = there is no message "{ $event }" here; there are { $known }{ $near }
fault-offer-purpose = a message that offers something is marketing: remove it, or the offer
fault-factor-days = say both: what it multiplies by, and for how many days
fault-place = there is no { $place } here; it can show { $known }
fault-place-nothing = there is no { $place } here; it can show no values
fault-brace = a brace stands alone; write { $example } and the like for values
fault-hours = it must be an hour before { $field }
fault-not-more = it must not be more than { $field }
fault-file-too-long = the file is too long: { $letters } characters, { $most } at most
fault-nested = the file is nested too deeply
fault-toml = this is not TOML: { $written }
fault-toml-twice = this is not TOML: the same name is there twice: { $written }
fault-toml-equals = this is not TOML: after a name comes =: { $written }
fault-toml-one-a-line = this is not TOML: a line has only one value: { $written }
fault-toml-quotes = this is not TOML: a text is not closed, or has a character it can't have: { $written }
fault-toml-brackets = this is not TOML: a bracket is not closed: { $written }
fault-toml-value = this is not TOML: the value can't be read; a text must be in quotes: { $written }

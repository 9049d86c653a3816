### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points comes with its number and plural form in the nominative, "30 points": keep it after
### a colon or at the start. $amount and $minimum are sums like "€5.00", $title and $tier names.
### Points may have any name ("stars"), so sentences without $points avoid the word.

rules-title = How { $program } works

## Earning

rules-purchase = For every { $amount } you spend: { $points }.
rules-purchase-minimum = The smallest order that earns: { $minimum }.
rules-purchase-pending = { $days ->
    [one] What an order earns can be spent after { $days } day.
   *[other] What an order earns can be spent after { $days } days.
}
rules-purchase-returned = If you return an order, what it earned is taken back.
rules-counts-goods = Delivery and tax added to the price don't count.
rules-counts-no-shipping = Delivery doesn't count.
rules-counts-no-tax = Tax added to the price doesn't count.
rules-signup = For joining: { $points }.
rules-birthday = On your birthday, every year: { $points }.
rules-birthday-before = { $days ->
    [one] Tell us your birthday at least { $days } day before.
   *[other] Tell us your birthday at least { $days } days before.
}

## Bringing a friend

rules-referrer = For every friend you bring, after their first purchase: { $points }.
rules-friend = For the friend, after their first purchase: { $points }.
rules-referral-minimum = The friend's smallest purchase that counts: { $minimum }.
rules-referral-within = { $days ->
    [one] The friend's purchase counts within { $days } day of joining.
   *[other] The friend's purchase counts within { $days } days of joining.
}

## Tiers

rules-tiers-lifetime = Your tier depends on everything your purchases have ever earned.
rules-tiers-calendar-year = Your tier depends on what your purchases have earned since 1 January.
rules-tiers-rolling = { $months ->
    [one] Your tier depends on what your purchases have earned in the last month.
   *[other] Your tier depends on what your purchases have earned in the last { $months } months.
}
rules-tier-first = { $tier }: everyone's first tier.
rules-tier = { $tier }: { $points } or more.
rules-tier-more = { $tier }: purchases earn { $percent }% more.
rules-tier-fewer = { $tier }: purchases earn { $percent }% less.

## Rewards

rules-rewards = What you can get:
rules-reward-gift = { $title }: { $points }.
rules-reward-amount-off = { $title } ({ $amount } off one order): { $points }.
rules-reward-percent-off = { $title } ({ $percent }% off one order): { $points }.
rules-reward-free-shipping = { $title } (delivery of one order is free): { $points }.
rules-reward-tier = { $title }: the tier you need is { $tier }.
rules-reward-per-member = { $times ->
    [one] { $title }: once per member.
   *[other] { $title }: at most { $times } times per member.
}
rules-reward-stock = { $title }: limited, { $stock } in all.
rules-reward-voucher-days = { $days ->
    [one] { $title }: use the voucher within { $days } day.
   *[other] { $title }: use the voucher within { $days } days.
}

## Expiry

rules-expiry-never = What you earn never expires.
rules-expiry-rolling = { $months ->
    [one] What you earn expires after { $months } month.
   *[other] What you earn expires after { $months } months.
}

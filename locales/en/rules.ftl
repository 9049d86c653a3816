### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points comes with its number and plural form in the nominative, "30 points", as a sum of money,
### or as a reward's name: keep it after a colon, "at least" or at the start. $amount and $minimum
### are sums like "€5.00", $title, $tier and $plan names. Lists come joined: "a, b and c".
### Points may have any name ("stars"), so sentences without $points avoid the word.
### A detail is a sentence below the one it belongs to.

rules-title = How { $program } works
rules-detail = – { $said }
rules-detail-deeper = {"   "}· { $said }

## Earning

rules-rates-best = If several of these fit the same goods, the best one counts:
rules-rate-first = Where this fits, it counts instead of the ones below.
rules-rate-added = This is added to whatever else you earn.
rules-purchase = For every { $amount } you spend: { $points }.
rules-purchase-no-carry = Each order counts by itself and is rounded down.
rules-purchase-nothing = Some purchases earn nothing:
rules-cashback = Of what you spend you get back: { $percent }%.
rules-share-in-points = Every { $amount } of that is: { $points }.
rules-factors-best = If several multipliers fit, a tier's included, the highest one counts:
rules-factor-added = This one multiplies the others too.
rules-multiplier = Purchases earn { $factor } times as much.
rules-extras = Of these everything that fits is added up:
rules-order = For every order: { $points }.
rules-item = For every piece you buy: { $points }.
rules-brackets = By the size of the order:
rules-bracket = From { $amount }: { $points }.
rules-purchase-minimum = The smallest order that earns: { $minimum }.
rules-purchase-pending = { $days ->
    [one] What an order earns can be spent after { $days } day.
   *[other] What an order earns can be spent after { $days } days.
}
rules-purchase-fulfilled = It can be spent once you have received the order.
rules-purchase-returned = If you return an order, what it earned is taken back.
rules-returned-pending = What you can spend by then stays yours.
rules-returned-owed = If you have spent it by then, what you earn next pays for it first.
rules-returned-spent = What you spent on the order comes back in proportion.
rules-purchase-before = { $days ->
    [one] What you bought the day before joining counts too, once you share your phone number or link your account in our web shop.
   *[other] What you bought in the { $days } days before joining counts too, once you share your phone number or link your account in our web shop.
}
rules-counts-goods = Delivery and tax added to the price don't count.
rules-counts-no-shipping = Delivery doesn't count.
rules-counts-no-tax = Tax added to the price doesn't count.
rules-counts-discounts = What counts is the price before discounts and vouchers.
rules-counts-currency = Purchases in { $currency } count, too: 1 { $currency } as { $rate } { $own }.
rules-counts-gift-cards = Buying a gift card counts too.
rules-counts-without = Nothing is earned for: { $goods }.
rules-limit-points = { $every ->
    [order] At most for one order: { $points }.
    [day] At most a day: { $points }.
    [week] At most a week: { $points }.
    [month] At most a month: { $points }.
    [year] At most a year: { $points }.
   *[ever] At most in all: { $points }.
}
rules-limit-times = { $every ->
    [order] How often for one order, at most: { $times }.
    [day] How often a day, at most: { $times }.
    [week] How often a week, at most: { $times }.
    [month] How often a month, at most: { $times }.
    [year] How often a year, at most: { $times }.
   *[ever] How often in all, at most: { $times }.
}
rules-lasts = { $months ->
    [one] What this earns expires after { $months } month.
   *[other] What this earns expires after { $months } months.
}
rules-lasts-days = { $days ->
    [one] What this earns expires after { $days } day.
   *[other] What this earns expires after { $days } days.
}

## Goals

rules-challenge = For reaching a goal: { $points }.
rules-challenge-titled = { $title }: { $points }.
rules-goal-spend = The goal: purchases of { $amount }.
rules-goal-orders = { $goal ->
    [one] The goal: { $goal } order.
   *[other] The goal: { $goal } orders.
}
rules-goal-items = { $goal ->
    [one] The goal: { $goal } piece.
   *[other] The goal: { $goal } pieces.
}
rules-goal-days = { $goal ->
    [one] The goal: { $goal } day with a purchase.
   *[other] The goal: { $goal } days in a row with a purchase on each.
}
rules-goal-weeks = { $goal ->
    [one] The goal: { $goal } week with a purchase.
   *[other] The goal: { $goal } weeks in a row with a purchase in each.
}
rules-goal-months = { $goal ->
    [one] The goal: { $goal } month with a purchase.
   *[other] The goal: { $goal } months in a row with a purchase in each.
}
rules-challenge-once = { $every ->
    [day] The goal pays once a day; the count starts anew every day.
    [week] The goal pays once a week; the count starts anew every week.
    [month] The goal pays once a month; the count starts anew every month.
    [year] The goal pays once a year; the count starts anew every year.
   *[ever] The goal pays once.
}
rules-challenge-repeats = { $every ->
    [day] The goal pays each time you reach it; the count starts anew every day.
    [week] The goal pays each time you reach it; the count starts anew every week.
    [month] The goal pays each time you reach it; the count starts anew every month.
    [year] The goal pays each time you reach it; the count starts anew every year.
   *[ever] The goal pays each time you reach it, and what is left over counts on.
}

## Without a purchase, and once a year

rules-signup = For joining: { $points }.
rules-birthday = On your birthday, every year: { $points }.
rules-anniversary = For every full year in the program, if you have agreed to offers: { $points }.
rules-rating = When you rate a purchase that we ask you about: { $points }.
rules-survey = Once, for answering “{ $question }”: { $points }.
rules-birthday-before = { $days ->
    [one] Tell us your birthday at least { $days } day before.
   *[other] Tell us your birthday at least { $days } days before.
}
rules-action = { $title }: { $points }.
rules-action-later = { $days ->
    [one] It comes { $days } day later.
   *[other] It comes { $days } days later.
}
rules-dividend = { $year ->
    [membership] After each year since your joining you get back, of what you spent in it: { $percent }%.
    [plan] After each year of your plan you get back, of what you spent in it: { $percent }%.
   *[calendar] After each calendar year you get back, of what you spent in it: { $percent }%.
}
rules-dividend-paid = Paid on { $day }.

## Conditions

rules-only-categories = Only in: { $categories }.
rules-only-labels = Only for goods marked: { $labels }.
rules-only-skus = Only for these goods: { $skus }.
rules-only-goods = Only for: { $goods }.
rules-not-goods = Not for: { $goods }.
rules-goods-category = category “{ $name }”
rules-goods-label = goods marked “{ $name }”
rules-goods-sku = item { $name }
rules-only-tiers = Only on the tier: { $tiers }.
rules-only-plans = Only with: { $plans }.
rules-only-channels = Only for purchases: { $channels }.
rules-channel-store = in the store
rules-channel-web = on the website
rules-channel-app = in the app
rules-only-shops = Only in the shop: { $shops }.
rules-only-payments = Only if you pay with: { $payments }.
rules-only-weekdays = Only on: { $weekdays }.
rules-only-date = Only on { $date }.
rules-only-between = Only from { $since } to { $until }.
rules-only-since = Only from { $since } on.
rules-only-until = Only up to and including { $until }.
rules-only-first-days = { $of ->
    [tier] { $days ->
        [one] Only on the first day after you reach the tier.
       *[other] Only in the first { $days } days after you reach the tier.
    }
    [plan] { $days ->
        [one] Only on the first day of your plan.
       *[other] Only in the first { $days } days of your plan.
    }
   *[membership] { $days ->
        [one] Only on the day you join.
       *[other] Only in the first { $days } days after you join.
    }
}
rules-only-birthday = { $span ->
    [day] Only on your birthday.
   *[month] Only in the month of your birthday.
}
rules-only-chosen-day = Only on the one day a year that you choose.
rules-only-first-order = Only for your first order.
rules-only-order-number = Only for your order number { $number }.
rules-only-every-nth = Only for one order in every { $number }.
rules-only-basket = Only for orders of { $minimum } or more.

## Bringing a friend

rules-referrer = For every friend you bring, after their first purchase: { $points }.
rules-referrer-joining = For every friend who joins through you: { $points }.
rules-referrer-every-order = For every purchase of a friend you brought: { $points }.
rules-friend = For the friend, after their first purchase: { $points }.
rules-friend-joining = For the friend, on joining: { $points }.
rules-referral-milestone = { $friends ->
    [one] When you have brought { $friends } friend, in addition: { $points }.
   *[other] When you have brought { $friends } friends, in addition: { $points }.
}
rules-referral-minimum = The friend's smallest purchase that counts: { $minimum }.
rules-referral-within = { $days ->
    [one] The friend's purchase counts within { $days } day of joining.
   *[other] The friend's purchase counts within { $days } days of joining.
}
rules-referral-hold = { $days ->
    [one] It is paid { $days } day after the friend's purchase, if it isn't returned.
   *[other] It is paid { $days } days after the friend's purchase, if it isn't returned.
}
rules-referral-at-most = { $friends ->
    [one] It is paid for { $friends } friend at most.
   *[other] It is paid for { $friends } friends at most.
}
rules-referral-at-most-a-month = { $friends ->
    [one] It is paid for { $friends } friend a month at most.
   *[other] It is paid for { $friends } friends a month at most.
}
rules-referral-review = The shop looks at unusual invitations before they are paid.

## Tiers

rules-tiers-lifetime = Your tier depends on everything your purchases have ever earned.
rules-tiers-calendar-year = Your tier depends on what your purchases have earned since 1 January.
rules-tiers-anniversary = Your tier depends on what your purchases have earned since the last anniversary of your joining.
rules-tiers-rolling = { $months ->
    [one] Your tier depends on what your purchases have earned in the last month.
   *[other] Your tier depends on what your purchases have earned in the last { $months } months.
}
rules-tiers-window = { $window ->
    [calendar_year] For your tier everything since 1 January counts.
    [anniversary] For your tier everything since the last anniversary of your joining counts.
   *[lifetime] For your tier everything since you joined counts.
}
rules-tiers-window-rolling = { $months ->
    [one] For your tier the last month counts.
   *[other] For your tier the last { $months } months count.
}
rules-tiers-pending = What an order earns counts for it once you can spend it.
rules-tier-first = { $tier }: everyone's first tier.
rules-tier = { $tier }: { $points } or more.
rules-tier-needs = { $tier }: { $needs }.
rules-tier-given = { $tier }: only the shop can give it.
rules-tier-keep = To keep it: { $needs }.
rules-need-points = at least { $points }
rules-need-all-points = at least { $points }, earned in any way
rules-need-spend = purchases of at least { $amount }
rules-need-orders = { $orders ->
    [one] at least { $orders } order
   *[other] at least { $orders } orders
}
rules-need-items = { $items ->
    [one] at least { $items } piece
   *[other] at least { $items } pieces
}
rules-tier-more = Purchases earn { $percent }% more.
rules-tier-fewer = Purchases earn { $percent }% less.
rules-tiers-hold = { $window ->
    [anniversary] A tier you reach is yours to the end of your next year with us.
   *[calendar_year] A tier you reach is yours to the end of the next calendar year.
}
rules-tiers-recalculated = If you don't keep it, you get the tier you have reached anew.
rules-tiers-one-down = If you don't keep a tier, you go down by one.
rules-tiers-never-fall = A tier you have reached stays yours.
rules-tiers-grace = { $days ->
    [one] A tier you don't keep stays yours for { $days } day more.
   *[other] A tier you don't keep stays yours for { $days } days more.
}
rules-tiers-inherit = Each tier also gives everything that the tiers below it give.
rules-tiers-own = Each tier gives only what stands below it here.

## What members have and are given

rules-benefits = Every member has:
rules-benefit-discount = { $percent }% off.
rules-benefit-shipping = Free delivery.
rules-benefit-shipping-from = Free delivery from { $minimum }.
rules-benefit-shipping-method = Free delivery, by this method: { $method }.
rules-benefit-shipping-method-from = Free delivery from { $minimum }, by this method: { $method }.
rules-benefit-early-access = { $days ->
    [one] New goods and sales { $days } day before everyone else.
   *[other] New goods and sales { $days } days before everyone else.
}
rules-benefit-perk = { $title }.
rules-benefit-access = The right to buy here; without it nobody can.
rules-discounts-best = Discounts don't add up: the best one counts.
rules-grant = { $every ->
    [once] Once, at the start: { $points }.
    [entry] Every time it starts: { $points }.
    [month] At the start and every month: { $points }.
    [calendar_year] At the start and every 1 January: { $points }.
   *[year] At the start and every year: { $points }.
}
rules-grant-lapses = What is left of it is lost when the next one comes.

## Plans

rules-plan = { $period ->
    [month] { $plan }: { $price } a month.
    [year] { $plan }: { $price } a year.
   *[once] { $plan }: { $price }, once and for good.
}
rules-plan-in-stars = { $period ->
    [month] { $plan }, a month, in Telegram Stars: { $stars }.
    [year] { $plan }, a year, in Telegram Stars: { $stars }.
   *[once] { $plan }, once and for good, in Telegram Stars: { $stars }.
}
rules-plan-free = { $period ->
    [month] { $plan }: costs nothing, for a month at a time.
    [year] { $plan }: costs nothing, for a year at a time.
   *[once] { $plan }: costs nothing.
}
rules-plan-stars = Price here in the chat, in Telegram Stars: { $stars }.
rules-plan-approval = You apply for it, and the shop decides.
rules-plan-trial = { $days ->
    [one] The first { $days } day costs nothing.
   *[other] The first { $days } days cost nothing.
}
rules-plan-tier = It gives everything that the tier { $tier } gives.

## Rewards

rules-rewards = What you can get:
rules-reward-gift = { $title }: { $points }.
rules-reward-product = { $title } (free in one order): { $points }.
rules-reward-amount-off = { $title } ({ $amount } off one order): { $points }.
rules-reward-flexible = { $title } (you choose how much; every { $amount } off one order): { $points }.
rules-reward-wallet = { $title }: you choose how much of an order to pay with what you have.
rules-reward-percent-off = { $title } ({ $percent }% off one order): { $points }.
rules-reward-free-shipping = { $title } (delivery of one order is free): { $points }.
rules-reward-raffle = { $title } (a ticket for the draw on { $date }): { $points }.
rules-reward-event = { $title } (on { $date }): { $points }.
rules-reward-early-access = { $title } (for you from { $date }, for everyone from { $opens }): { $points }.
rules-reward-donation = { $title } (we give { $amount }, and it can't be undone): { $points }.
rules-reward-partner-code = { $title } (a code for { $partner }): { $points }.
rules-reward-unlocks = with { $points } on your account it is open to you, and nothing is taken
rules-reward-given = a present, not for sale
rules-reward-at-least = At least: { $points }.
rules-reward-at-most = At most at once: { $points }.
rules-reward-step = Only in steps of: { $points }.
rules-reward-share = It pays at most { $percent }% of an order.
rules-reward-one-item = It is for one piece, the dearest that fits.
rules-reward-winners = Winning tickets: { $winners }. Everyone can check the draw.
rules-reward-place = Where: { $place }.
rules-reward-causes = You choose what for: { $causes }.
rules-reward-automatic = It comes by itself as soon as you have enough.
rules-reward-tier = The tier you need: { $tier }.
rules-reward-per-member = { $times ->
    [one] Once per member.
   *[other] At most { $times } times per member.
}
rules-reward-stock = Limited, { $stock } in all.
rules-reward-voucher-days = { $days ->
    [one] Use the voucher within { $days } day.
   *[other] Use the voucher within { $days } days.
}
rules-reward-voucher-months = { $months ->
    [one] Use the voucher within { $months } month.
   *[other] Use the voucher within { $months } months.
}
rules-reward-hold = The price is only set aside until you use the voucher. If you don't use it in time, it comes back.

## Expiry

rules-expiry-never = What you earn never expires.
rules-expiry-rolling = { $months ->
    [one] What you earn expires after { $months } month.
   *[other] What you earn expires after { $months } months.
}
rules-expiry-rolling-days = { $days ->
    [one] What you earn expires after { $days } day.
   *[other] What you earn expires after { $days } days.
}
rules-expiry-rounded = { $span ->
    [month] It then stays to the end of that month.
    [quarter] It then stays to the end of that quarter.
    [half_year] It then stays to the end of that half-year.
   *[year] It then stays to the end of that year.
}
rules-expiry-inactivity = { $months ->
    [one] Everything expires if nothing happens on your account for { $months } month.
   *[other] Everything expires if nothing happens on your account for { $months } months.
}
rules-expiry-inactivity-days = { $days ->
    [one] Everything expires if nothing happens on your account for { $days } day.
   *[other] Everything expires if nothing happens on your account for { $days } days.
}
rules-expiry-activity = What keeps it alive: { $activities }.
rules-activity-earning = anything you earn
rules-activity-redeeming = a reward you get
rules-activity-purchase = a purchase
rules-expiry-calendar = What you earn expires at the end of the next { $day }.
rules-expiry-calendar-later = { $years ->
    [one] What you earn stays for at least { $years } year, and expires at the end of the { $day } after that.
   *[other] What you earn stays for at least { $years } years, and expires at the end of the { $day } after that.
}
rules-expiry-anniversary = What you earn expires on the next anniversary of your joining.
rules-expiry-anniversary-later = { $years ->
    [one] What you earn stays for at least { $years } year, and expires on the next anniversary of your joining.
   *[other] What you earn stays for at least { $years } years, and expires on the next anniversary of your joining.
}

## At the till

rules-card-changes = Points are spent at the till with the code your card shows, which changes every 30 seconds: open the card there.
    .balance = The balance is spent at the till with the code your card shows, which changes every 30 seconds: open the card there.

# How much and when members are written to

rules-sending-offers = Offers: at most { $a_day } a day and { $a_week } a week, by SMS { $sms_a_day } and { $sms_a_week }.
rules-sending-hours = We write between { $begin }:00 and { $end }:00; offers by SMS come between { $sms_begin }:00 and { $sms_end }:00, on Sundays from { $sms_sunday }:00.

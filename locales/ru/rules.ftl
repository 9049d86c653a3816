### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points comes with its number and plural form in the nominative, "30 баллов": keep it after
### a colon or at the start. $amount and $minimum are sums like "5,00 €", $title and $tier names.
### Points may have any name ("звёзды"), so sentences without $points avoid the word.

rules-title = Как работает программа «{ $program }»

## Earning

rules-purchase = За каждые { $amount } покупки: { $points }.
rules-purchase-minimum = Начисляем за заказы на сумму от { $minimum }.
rules-purchase-pending = { $days ->
    [one] Начисленное за заказ можно потратить через { $days } день.
    [few] Начисленное за заказ можно потратить через { $days } дня.
    [many] Начисленное за заказ можно потратить через { $days } дней.
   *[other] Начисленное за заказ можно потратить через { $days } дня.
}
rules-purchase-returned = Если вы вернёте заказ, начисленное за него спишется.
rules-counts-goods = Доставка и налог сверх цены не учитываются.
rules-counts-no-shipping = Доставка не учитывается.
rules-counts-no-tax = Налог сверх цены не учитывается.
rules-signup = За вступление в программу: { $points }.
rules-birthday = На день рождения, каждый год: { $points }.
rules-birthday-before = { $days ->
    [one] Укажите день рождения хотя бы за { $days } день до него.
    [few] Укажите день рождения хотя бы за { $days } дня до него.
    [many] Укажите день рождения хотя бы за { $days } дней до него.
   *[other] Укажите день рождения хотя бы за { $days } дня до него.
}

## Bringing a friend

rules-referrer = За каждого приглашённого друга, после его первой покупки: { $points }.
rules-friend = Другу, после его первой покупки: { $points }.
rules-referral-minimum = Учитывается покупка друга на сумму от { $minimum }.
rules-referral-within = { $days ->
    [one] Покупка друга учитывается в течение { $days } дня после его вступления.
    [few] Покупка друга учитывается в течение { $days } дней после его вступления.
    [many] Покупка друга учитывается в течение { $days } дней после его вступления.
   *[other] Покупка друга учитывается в течение { $days } дня после его вступления.
}

## Tiers

rules-tiers-lifetime = Уровень зависит от всего, что вы накопили покупками за всё время.
rules-tiers-calendar-year = Уровень зависит от того, сколько вы накопили покупками с 1 января.
rules-tiers-rolling = { $months ->
    [1] Уровень зависит от того, сколько вы накопили покупками за последний месяц.
    [one] Уровень зависит от того, сколько вы накопили покупками за последний { $months } месяц.
    [few] Уровень зависит от того, сколько вы накопили покупками за последние { $months } месяца.
    [many] Уровень зависит от того, сколько вы накопили покупками за последние { $months } месяцев.
   *[other] Уровень зависит от того, сколько вы накопили покупками за последние { $months } месяца.
}
rules-tier-first = { $tier }: начальный уровень для всех.
rules-tier = { $tier }: { $points } и больше.
rules-tier-more = { $tier }: за покупки начисляем на { $percent }% больше.
rules-tier-fewer = { $tier }: за покупки начисляем на { $percent }% меньше.

## Rewards

rules-rewards = Что можно получить:
rules-reward-gift = { $title }: { $points }.
rules-reward-amount-off = { $title } (минус { $amount } на один заказ): { $points }.
rules-reward-percent-off = { $title } (минус { $percent }% на один заказ): { $points }.
rules-reward-free-shipping = { $title } (доставка одного заказа — бесплатно): { $points }.
rules-reward-tier = { $title }: начиная с уровня «{ $tier }».
rules-reward-per-member = { $times ->
    [1] { $title }: только один раз на участника.
    [one] { $title }: не больше { $times } раза на участника.
    [few] { $title }: не больше { $times } раз на участника.
    [many] { $title }: не больше { $times } раз на участника.
   *[other] { $title }: не больше { $times } раза на участника.
}
rules-reward-stock = { $title }: количество ограничено, всего { $stock }.
rules-reward-voucher-days = { $days ->
    [one] { $title }: купон действует { $days } день.
    [few] { $title }: купон действует { $days } дня.
    [many] { $title }: купон действует { $days } дней.
   *[other] { $title }: купон действует { $days } дня.
}

## Expiry

rules-expiry-never = Начисленное не сгорает никогда.
rules-expiry-rolling = { $months ->
    [one] Начисленное сгорает через { $months } месяц.
    [few] Начисленное сгорает через { $months } месяца.
    [many] Начисленное сгорает через { $months } месяцев.
   *[other] Начисленное сгорает через { $months } месяца.
}

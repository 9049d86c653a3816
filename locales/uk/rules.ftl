### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points comes with its number and plural form in the nominative, "30 балів": keep it after
### a colon or at the start. $amount and $minimum are sums like "5,00 €", $title and $tier names.
### Points may have any name ("зірки"), so sentences without $points avoid the word.

rules-title = Як працює програма «{ $program }»

## Earning

rules-purchase = За кожні { $amount } покупки: { $points }.
rules-purchase-minimum = Нараховуємо за замовлення на суму від { $minimum }.
rules-purchase-pending = { $days ->
    [one] Нараховане за замовлення можна витратити через { $days } день.
    [few] Нараховане за замовлення можна витратити через { $days } дні.
    [many] Нараховане за замовлення можна витратити через { $days } днів.
   *[other] Нараховане за замовлення можна витратити через { $days } дня.
}
rules-purchase-returned = Якщо ви повернете замовлення, нараховане за нього спишеться.
rules-counts-goods = Доставка й податок понад ціну не враховуються.
rules-counts-no-shipping = Доставка не враховується.
rules-counts-no-tax = Податок понад ціну не враховується.
rules-signup = За вступ до програми: { $points }.
rules-birthday = На день народження, щороку: { $points }.
rules-birthday-before = { $days ->
    [one] Вкажіть день народження щонайменше за { $days } день до нього.
    [few] Вкажіть день народження щонайменше за { $days } дні до нього.
    [many] Вкажіть день народження щонайменше за { $days } днів до нього.
   *[other] Вкажіть день народження щонайменше за { $days } дня до нього.
}

## Bringing a friend

rules-referrer = За кожного запрошеного друга, після його першої покупки: { $points }.
rules-friend = Другові, після його першої покупки: { $points }.
rules-referral-minimum = Враховується покупка друга на суму від { $minimum }.
rules-referral-within = { $days ->
    [one] Покупка друга враховується протягом { $days } дня після його вступу.
    [few] Покупка друга враховується протягом { $days } днів після його вступу.
    [many] Покупка друга враховується протягом { $days } днів після його вступу.
   *[other] Покупка друга враховується протягом { $days } дня після його вступу.
}

## Tiers

rules-tiers-lifetime = Рівень залежить від усього, що ви накопичили покупками за весь час.
rules-tiers-calendar-year = Рівень залежить від того, скільки ви накопичили покупками з 1 січня.
rules-tiers-rolling = { $months ->
    [1] Рівень залежить від того, скільки ви накопичили покупками за останній місяць.
    [one] Рівень залежить від того, скільки ви накопичили покупками за останній { $months } місяць.
    [few] Рівень залежить від того, скільки ви накопичили покупками за останні { $months } місяці.
    [many] Рівень залежить від того, скільки ви накопичили покупками за останні { $months } місяців.
   *[other] Рівень залежить від того, скільки ви накопичили покупками за останні { $months } місяця.
}
rules-tier-first = { $tier }: початковий рівень для всіх.
rules-tier = { $tier }: { $points } і більше.
rules-tier-more = { $tier }: за покупки нараховуємо на { $percent }% більше.
rules-tier-fewer = { $tier }: за покупки нараховуємо на { $percent }% менше.

## Rewards

rules-rewards = Що можна отримати:
rules-reward-gift = { $title }: { $points }.
rules-reward-amount-off = { $title } (мінус { $amount } на одне замовлення): { $points }.
rules-reward-percent-off = { $title } (мінус { $percent }% на одне замовлення): { $points }.
rules-reward-free-shipping = { $title } (доставка одного замовлення – безкоштовно): { $points }.
rules-reward-tier = { $title }: від рівня «{ $tier }».
rules-reward-per-member = { $times ->
    [1] { $title }: лише один раз на учасника.
    [one] { $title }: не більше { $times } разу на учасника.
    [few] { $title }: не більше { $times } разів на учасника.
    [many] { $title }: не більше { $times } разів на учасника.
   *[other] { $title }: не більше { $times } разу на учасника.
}
rules-reward-stock = { $title }: кількість обмежена, усього { $stock }.
rules-reward-voucher-days = { $days ->
    [one] { $title }: купон діє { $days } день.
    [few] { $title }: купон діє { $days } дні.
    [many] { $title }: купон діє { $days } днів.
   *[other] { $title }: купон діє { $days } дня.
}

## Expiry

rules-expiry-never = Нараховане не згорає ніколи.
rules-expiry-rolling = { $months ->
    [one] Нараховане згорає через { $months } місяць.
    [few] Нараховане згорає через { $months } місяці.
    [many] Нараховане згорає через { $months } місяців.
   *[other] Нараховане згорає через { $months } місяця.
}

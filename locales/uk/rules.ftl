### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points comes with its number and plural form in the nominative, "30 балів", as a sum of money,
### or as a reward's name: keep it after a colon, "щонайменше" or at the start. $amount and $minimum
### are sums like "5,00 €", $title, $tier and $plan names. Lists come joined: "а, б і в".
### Points may have any name ("зірки"), so sentences without $points avoid the word.
### A date ends in "р.": no full stop after it. A detail is a sentence below the one it belongs to.

rules-title = Як працює програма «{ $program }»
rules-detail = – { $said }
rules-detail-deeper = {"   "}· { $said }

## Earning

rules-rates-best = Якщо для товару підходить кілька з цих правил, діє найвигідніше:
rules-rate-first = Де це правило підходить, воно діє замість наведених нижче.
rules-rate-added = Це додається до всього іншого, що ви отримуєте за покупку.
rules-purchase = За кожні { $amount } покупки: { $points }.
rules-purchase-no-carry = Кожне замовлення рахуємо окремо й округлюємо вниз.
rules-purchase-nothing = За деякі покупки нічого не нараховуємо:
rules-cashback = З витраченої суми повертаємо: { $percent }%.
rules-share-in-points = Кожні { $amount } з цього: { $points }.
rules-factors-best = Якщо підходить кілька множників (разом із множником рівня), діє найбільший:
rules-factor-added = Цей множник діє разом з іншими.
rules-multiplier = Нарахування за покупки: × { $factor }
rules-extras = Усе, що підходить із наведеного далі, додається:
rules-order = За кожне замовлення: { $points }.
rules-item = За кожну куплену одиницю товару: { $points }.
rules-brackets = Залежно від суми замовлення:
rules-bracket = Від { $amount }: { $points }.
rules-purchase-minimum = Нараховуємо за замовлення на суму від { $minimum }.
rules-purchase-pending = { $days ->
    [one] Нараховане за замовлення можна витратити через { $days } день.
    [few] Нараховане за замовлення можна витратити через { $days } дні.
    [many] Нараховане за замовлення можна витратити через { $days } днів.
   *[other] Нараховане за замовлення можна витратити через { $days } дня.
}
rules-purchase-fulfilled = Нараховане можна витратити, коли ви отримаєте замовлення.
rules-purchase-returned = Якщо ви повернете замовлення, нараховане за нього спишеться.
rules-returned-pending = Те, що вже можна витрачати, залишиться вашим.
rules-returned-owed = Якщо ви це вже витратили, наступні нарахування спершу покриють витрачене.
rules-returned-spent = Витрачене на замовлення повернеться пропорційно.
rules-purchase-before = { $days ->
    [one] Покупки за { $days } день до вступу теж зараховуються, щойно ви поділитеся номером телефону або прив’яжете акаунт в інтернет-магазині.
    [few] Покупки за { $days } дні до вступу теж зараховуються, щойно ви поділитеся номером телефону або прив’яжете акаунт в інтернет-магазині.
    [many] Покупки за { $days } днів до вступу теж зараховуються, щойно ви поділитеся номером телефону або прив’яжете акаунт в інтернет-магазині.
   *[other] Покупки за { $days } дня до вступу теж зараховуються, щойно ви поділитеся номером телефону або прив’яжете акаунт в інтернет-магазині.
}
rules-counts-goods = Доставка й податок понад ціну не враховуються.
rules-counts-no-shipping = Доставка не враховується.
rules-counts-no-tax = Податок понад ціну не враховується.
rules-counts-discounts = Враховується ціна до знижок і купонів.
rules-counts-currency = Покупки в { $currency } теж враховуються: 1 { $currency } як { $rate } { $own }.
rules-counts-gift-cards = Купівля подарункової картки теж враховується.
rules-counts-without = Нічого не нараховуємо за: { $goods }.
rules-limit-points = { $every ->
    [order] Не більше за одне замовлення: { $points }.
    [day] Не більше за день: { $points }.
    [week] Не більше за тиждень: { $points }.
    [month] Не більше за місяць: { $points }.
    [year] Не більше за рік: { $points }.
   *[ever] Не більше за весь час: { $points }.
}
rules-limit-times = { $every ->
    [order] Скільки разів за одне замовлення, не більше: { $times }.
    [day] Скільки разів за день, не більше: { $times }.
    [week] Скільки разів за тиждень, не більше: { $times }.
    [month] Скільки разів за місяць, не більше: { $times }.
    [year] Скільки разів за рік, не більше: { $times }.
   *[ever] Скільки разів за весь час, не більше: { $times }.
}
rules-lasts = { $months ->
    [one] Нараховане за це згорає через { $months } місяць.
    [few] Нараховане за це згорає через { $months } місяці.
    [many] Нараховане за це згорає через { $months } місяців.
   *[other] Нараховане за це згорає через { $months } місяця.
}
rules-lasts-days = { $days ->
    [one] Нараховане за це згорає через { $days } день.
    [few] Нараховане за це згорає через { $days } дні.
    [many] Нараховане за це згорає через { $days } днів.
   *[other] Нараховане за це згорає через { $days } дня.
}

## Goals

rules-challenge = За досягнуту мету: { $points }.
rules-challenge-titled = { $title }: { $points }.
rules-goal-spend = Мета: покупки на { $amount }.
rules-goal-orders = { $goal ->
    [one] Мета: { $goal } замовлення.
    [few] Мета: { $goal } замовлення.
    [many] Мета: { $goal } замовлень.
   *[other] Мета: { $goal } замовлення.
}
rules-goal-items = { $goal ->
    [one] Мета: { $goal } одиниця товару.
    [few] Мета: { $goal } одиниці товару.
    [many] Мета: { $goal } одиниць товару.
   *[other] Мета: { $goal } одиниці товару.
}
rules-goal-days = { $goal ->
    [one] Мета: покупки { $goal } день поспіль.
    [few] Мета: покупки { $goal } дні поспіль.
    [many] Мета: покупки { $goal } днів поспіль.
   *[other] Мета: покупки { $goal } дня поспіль.
}
rules-goal-weeks = { $goal ->
    [one] Мета: покупки { $goal } тиждень поспіль, хоча б одна щотижня.
    [few] Мета: покупки { $goal } тижні поспіль, хоча б одна щотижня.
    [many] Мета: покупки { $goal } тижнів поспіль, хоча б одна щотижня.
   *[other] Мета: покупки { $goal } тижня поспіль, хоча б одна щотижня.
}
rules-goal-months = { $goal ->
    [one] Мета: покупки { $goal } місяць поспіль, хоча б одна щомісяця.
    [few] Мета: покупки { $goal } місяці поспіль, хоча б одна щомісяця.
    [many] Мета: покупки { $goal } місяців поспіль, хоча б одна щомісяця.
   *[other] Мета: покупки { $goal } місяця поспіль, хоча б одна щомісяця.
}
rules-challenge-once = { $every ->
    [day] Нараховуємо раз на день, щодня лік починається заново.
    [week] Нараховуємо раз на тиждень, щотижня лік починається заново.
    [month] Нараховуємо раз на місяць, щомісяця лік починається заново.
    [year] Нараховуємо раз на рік, щороку лік починається заново.
   *[ever] Нараховуємо один раз.
}
rules-challenge-repeats = { $every ->
    [day] Нараховуємо щоразу, коли мети досягнуто; щодня лік починається заново.
    [week] Нараховуємо щоразу, коли мети досягнуто; щотижня лік починається заново.
    [month] Нараховуємо щоразу, коли мети досягнуто; щомісяця лік починається заново.
    [year] Нараховуємо щоразу, коли мети досягнуто; щороку лік починається заново.
   *[ever] Нараховуємо щоразу, коли мети досягнуто; залишок переходить далі.
}

## Without a purchase, and once a year

rules-signup = За вступ до програми: { $points }.
rules-birthday = На день народження, щороку: { $points }.
rules-anniversary = За кожен повний рік у програмі, якщо ви погодилися на пропозиції: { $points }.
rules-rating = Коли ви оцінюєте покупку, про яку ми питаємо: { $points }.
rules-survey = Один раз, за відповідь на «{ $question }»: { $points }.
rules-birthday-before = { $days ->
    [one] Вкажіть день народження щонайменше за { $days } день до нього.
    [few] Вкажіть день народження щонайменше за { $days } дні до нього.
    [many] Вкажіть день народження щонайменше за { $days } днів до нього.
   *[other] Вкажіть день народження щонайменше за { $days } дня до нього.
}
rules-action = { $title }: { $points }.
rules-action-later = { $days ->
    [one] Нарахуємо через { $days } день.
    [few] Нарахуємо через { $days } дні.
    [many] Нарахуємо через { $days } днів.
   *[other] Нарахуємо через { $days } дня.
}
rules-dividend = { $year ->
    [membership] Після кожного року від дня вступу повертаємо з витраченого за цей рік: { $percent }%.
    [plan] Після кожного року вашого плану повертаємо з витраченого за цей рік: { $percent }%.
   *[calendar] Після кожного календарного року повертаємо з витраченого за цей рік: { $percent }%.
}
rules-dividend-paid = День виплати: { $day }.

## Conditions

rules-only-categories = Лише в категоріях: { $categories }.
rules-only-labels = Лише товари з позначкою: { $labels }.
rules-only-skus = Лише ці товари: { $skus }.
rules-only-goods = Лише: { $goods }.
rules-not-goods = Крім: { $goods }.
rules-goods-category = категорія «{ $name }»
rules-goods-label = позначка «{ $name }»
rules-goods-sku = товар { $name }
rules-only-tiers = Лише на рівні: { $tiers }.
rules-only-plans = Лише якщо у вас є: { $plans }.
rules-only-channels = Лише при покупці: { $channels }.
rules-channel-store = у магазині
rules-channel-web = на сайті
rules-channel-app = у застосунку
rules-only-shops = Лише в магазині: { $shops }.
rules-only-payments = Лише за такої оплати: { $payments }.
rules-only-weekdays = Лише в ці дні: { $weekdays }.
rules-only-date = Лише { $date }
rules-only-between = Лише з { $since } до { $until } включно.
rules-only-since = Лише починаючи з { $since }
rules-only-until = Лише до { $until } включно.
rules-only-first-days = { $of ->
    [tier] { $days ->
        [1] Лише першого дня на цьому рівні.
        [one] Лише протягом перших { $days } дня на цьому рівні.
        [few] Лише протягом перших { $days } днів на цьому рівні.
        [many] Лише протягом перших { $days } днів на цьому рівні.
       *[other] Лише протягом перших { $days } дня на цьому рівні.
    }
    [plan] { $days ->
        [1] Лише першого дня плану.
        [one] Лише протягом перших { $days } дня плану.
        [few] Лише протягом перших { $days } днів плану.
        [many] Лише протягом перших { $days } днів плану.
       *[other] Лише протягом перших { $days } дня плану.
    }
   *[membership] { $days ->
        [1] Лише в день вступу.
        [one] Лише протягом перших { $days } дня після вступу.
        [few] Лише протягом перших { $days } днів після вступу.
        [many] Лише протягом перших { $days } днів після вступу.
       *[other] Лише протягом перших { $days } дня після вступу.
    }
}
rules-only-birthday = { $span ->
    [day] Лише в день вашого народження.
   *[month] Лише в місяць вашого дня народження.
}
rules-only-chosen-day = Лише в один день на рік, який ви оберете.
rules-only-first-order = Лише для першого замовлення.
rules-only-order-number = Лише для вашого замовлення номер { $number }.
rules-only-every-nth = Лише для одного замовлення з кожних { $number }.
rules-only-basket = Лише для замовлень на суму від { $minimum }.

## Bringing a friend

rules-referrer = За кожного запрошеного друга, після його першої покупки: { $points }.
rules-referrer-joining = За кожного друга, який вступив на ваше запрошення: { $points }.
rules-referrer-every-order = За кожну покупку запрошеного вами друга: { $points }.
rules-friend = Другові, після його першої покупки: { $points }.
rules-friend-joining = Другові, за вступ: { $points }.
rules-referral-milestone = { $friends ->
    [one] Коли ви приведете { $friends } друга, додатково: { $points }.
    [few] Коли ви приведете { $friends } друзів, додатково: { $points }.
    [many] Коли ви приведете { $friends } друзів, додатково: { $points }.
   *[other] Коли ви приведете { $friends } друга, додатково: { $points }.
}
rules-referral-minimum = Враховується покупка друга на суму від { $minimum }.
rules-referral-within = { $days ->
    [one] Покупка друга враховується протягом { $days } дня після його вступу.
    [few] Покупка друга враховується протягом { $days } днів після його вступу.
    [many] Покупка друга враховується протягом { $days } днів після його вступу.
   *[other] Покупка друга враховується протягом { $days } дня після його вступу.
}
rules-referral-hold = { $days ->
    [one] Нараховуємо через { $days } день після покупки друга, якщо її не повернуто.
    [few] Нараховуємо через { $days } дні після покупки друга, якщо її не повернуто.
    [many] Нараховуємо через { $days } днів після покупки друга, якщо її не повернуто.
   *[other] Нараховуємо через { $days } дня після покупки друга, якщо її не повернуто.
}
rules-referral-at-most = { $friends ->
    [one] Нараховуємо не більше ніж за { $friends } друга.
    [few] Нараховуємо не більше ніж за { $friends } друзів.
    [many] Нараховуємо не більше ніж за { $friends } друзів.
   *[other] Нараховуємо не більше ніж за { $friends } друга.
}
rules-referral-at-most-a-month = { $friends ->
    [one] Нараховуємо не більше ніж за { $friends } друга на місяць.
    [few] Нараховуємо не більше ніж за { $friends } друзів на місяць.
    [many] Нараховуємо не більше ніж за { $friends } друзів на місяць.
   *[other] Нараховуємо не більше ніж за { $friends } друга на місяць.
}
rules-referral-review = Незвичні запрошення магазин перевіряє, перш ніж нарахувати.

## Tiers

rules-tiers-lifetime = Рівень залежить від усього, що ви накопичили покупками за весь час.
rules-tiers-calendar-year = Рівень залежить від того, скільки ви накопичили покупками з 1 січня.
rules-tiers-anniversary = Рівень залежить від того, скільки ви накопичили покупками від останньої річниці вступу.
rules-tiers-rolling = { $months ->
    [1] Рівень залежить від того, скільки ви накопичили покупками за останній місяць.
    [one] Рівень залежить від того, скільки ви накопичили покупками за останній { $months } місяць.
    [few] Рівень залежить від того, скільки ви накопичили покупками за останні { $months } місяці.
    [many] Рівень залежить від того, скільки ви накопичили покупками за останні { $months } місяців.
   *[other] Рівень залежить від того, скільки ви накопичили покупками за останні { $months } місяця.
}
rules-tiers-window = { $window ->
    [calendar_year] Для рівня враховується все з 1 січня.
    [anniversary] Для рівня враховується все від останньої річниці вступу.
   *[lifetime] Для рівня враховується все від дня вступу.
}
rules-tiers-window-rolling = { $months ->
    [1] Для рівня враховується останній місяць.
    [one] Для рівня враховується останній { $months } місяць.
    [few] Для рівня враховуються останні { $months } місяці.
    [many] Для рівня враховуються останні { $months } місяців.
   *[other] Для рівня враховуються останні { $months } місяця.
}
rules-tiers-pending = Накопичене за замовлення враховується, щойно його можна витратити.
rules-tier-first = { $tier }: початковий рівень для всіх.
rules-tier = { $tier }: { $points } і більше.
rules-tier-needs = { $tier }: { $needs }.
rules-tier-given = { $tier }: цей рівень надає лише магазин.
rules-tier-keep = Щоб зберегти рівень: { $needs }.
rules-need-points = щонайменше { $points }
rules-need-all-points = щонайменше { $points }, нараховані за будь-що
rules-need-spend = покупки на суму від { $amount }
rules-need-orders = { $orders ->
    [one] щонайменше { $orders } замовлення
    [few] щонайменше { $orders } замовлення
    [many] щонайменше { $orders } замовлень
   *[other] щонайменше { $orders } замовлення
}
rules-need-items = { $items ->
    [one] щонайменше { $items } одиниця товару
    [few] щонайменше { $items } одиниці товару
    [many] щонайменше { $items } одиниць товару
   *[other] щонайменше { $items } одиниці товару
}
rules-tier-more = За покупки нараховуємо на { $percent }% більше.
rules-tier-fewer = За покупки нараховуємо на { $percent }% менше.
rules-tiers-hold = { $window ->
    [anniversary] Досягнутий рівень діє до кінця наступного року вашої участі.
   *[calendar_year] Досягнутий рівень діє до кінця наступного календарного року.
}
rules-tiers-recalculated = Якщо не підтвердити рівень, діятиме той, якого ви досягли знову.
rules-tiers-one-down = Якщо не підтвердити рівень, він знизиться на один.
rules-tiers-never-fall = Досягнутий рівень залишається назавжди.
rules-tiers-grace = { $days ->
    [one] Непідтверджений рівень діє ще { $days } день.
    [few] Непідтверджений рівень діє ще { $days } дні.
    [many] Непідтверджений рівень діє ще { $days } днів.
   *[other] Непідтверджений рівень діє ще { $days } дня.
}
rules-tiers-inherit = Кожен рівень дає також усе, що дають нижчі рівні.
rules-tiers-own = Кожен рівень дає лише те, що вказано під ним.

## What members have and are given

rules-benefits = Кожен учасник має:
rules-benefit-discount = Знижка { $percent }%.
rules-benefit-shipping = Безкоштовна доставка.
rules-benefit-shipping-from = Безкоштовна доставка від { $minimum }.
rules-benefit-shipping-method = Безкоштовна доставка, спосіб: { $method }.
rules-benefit-shipping-method-from = Безкоштовна доставка від { $minimum }, спосіб: { $method }.
rules-benefit-early-access = { $days ->
    [one] Новинки й розпродажі на { $days } день раніше за інших.
    [few] Новинки й розпродажі на { $days } дні раніше за інших.
    [many] Новинки й розпродажі на { $days } днів раніше за інших.
   *[other] Новинки й розпродажі на { $days } дня раніше за інших.
}
rules-benefit-perk = { $title }.
rules-benefit-access = Право купувати в нас: без нього замовити не можна.
rules-discounts-best = Знижки не додаються: діє найбільша.
rules-grant = { $every ->
    [once] Один раз, на початку: { $points }.
    [entry] Щоразу на початку: { $points }.
    [month] На початку й далі щомісяця: { $points }.
    [calendar_year] На початку й далі щороку 1 січня: { $points }.
   *[year] На початку й далі щороку: { $points }.
}
rules-grant-lapses = Невикористане згорає, коли надходить наступне.

## Plans

rules-plan = { $period ->
    [month] { $plan }: { $price } на місяць.
    [year] { $plan }: { $price } на рік.
   *[once] { $plan }: { $price }, один раз і назавжди.
}
rules-plan-in-stars = { $period ->
    [month] { $plan }, на місяць, у Telegram Stars: { $stars }.
    [year] { $plan }, на рік, у Telegram Stars: { $stars }.
   *[once] { $plan }, один раз і назавжди, у Telegram Stars: { $stars }.
}
rules-plan-free = { $period ->
    [month] { $plan }: безкоштовно, щоразу на місяць.
    [year] { $plan }: безкоштовно, щоразу на рік.
   *[once] { $plan }: безкоштовно.
}
rules-plan-stars = Ціна тут у чаті, у Telegram Stars: { $stars }.
rules-plan-approval = Ви подаєте заявку, а магазин вирішує.
rules-plan-trial = { $days ->
    [1] Перший день безкоштовно.
    [one] Перший { $days } день безкоштовно.
    [few] Перші { $days } дні безкоштовно.
    [many] Перші { $days } днів безкоштовно.
   *[other] Перші { $days } дня безкоштовно.
}
rules-plan-tier = Дає все, що дає рівень «{ $tier }».

## Rewards

rules-rewards = Що можна отримати:
rules-reward-gift = { $title }: { $points }.
rules-reward-product = { $title } (безкоштовно в одному замовленні): { $points }.
rules-reward-amount-off = { $title } (мінус { $amount } на одне замовлення): { $points }.
rules-reward-flexible = { $title } (скільки – обираєте ви; кожні { $amount } знижки на одне замовлення): { $points }.
rules-reward-wallet = { $title }: ви обираєте, яку частину замовлення оплатити накопиченим.
rules-reward-percent-off = { $title } (мінус { $percent }% на одне замовлення): { $points }.
rules-reward-free-shipping = { $title } (доставка одного замовлення – безкоштовно): { $points }.
rules-reward-raffle = { $title } (квиток на розіграш { $date }): { $points }.
rules-reward-event = { $title } ({ $date }): { $points }.
rules-reward-early-access = { $title } (для вас з { $date }, для всіх з { $opens }): { $points }.
rules-reward-donation = { $title } (ми пожертвуємо { $amount }, скасувати це не можна): { $points }.
rules-reward-partner-code = { $title } (код для «{ $partner }»): { $points }.
rules-reward-unlocks = доступно, коли на рахунку { $points }, нічого не списуємо
rules-reward-given = подарунок, не продається
rules-reward-at-least = Щонайменше: { $points }.
rules-reward-at-most = Не більше за один раз: { $points }.
rules-reward-step = Лише з кроком: { $points }.
rules-reward-share = Оплачує не більше { $percent }% замовлення.
rules-reward-one-item = На одну річ – найдорожчу з тих, що підходять.
rules-reward-winners = Виграшних квитків: { $winners }. Розіграш може перевірити кожен.
rules-reward-place = Де: { $place }.
rules-reward-causes = Ви обираєте, на що: { $causes }.
rules-reward-automatic = Надходить само, щойно назбирається достатньо.
rules-reward-tier = Від рівня «{ $tier }».
rules-reward-per-member = { $times ->
    [1] Лише один раз на учасника.
    [one] Не більше { $times } разу на учасника.
    [few] Не більше { $times } разів на учасника.
    [many] Не більше { $times } разів на учасника.
   *[other] Не більше { $times } разу на учасника.
}
rules-reward-stock = Кількість обмежена, усього { $stock }.
rules-reward-voucher-days = { $days ->
    [one] Купон діє { $days } день.
    [few] Купон діє { $days } дні.
    [many] Купон діє { $days } днів.
   *[other] Купон діє { $days } дня.
}
rules-reward-voucher-months = { $months ->
    [one] Купон діє { $months } місяць.
    [few] Купон діє { $months } місяці.
    [many] Купон діє { $months } місяців.
   *[other] Купон діє { $months } місяця.
}
rules-reward-hold = Ціна лише відкладається, доки ви не скористаєтеся купоном. Якщо не встигнете, усе повернеться.

## Expiry

rules-expiry-never = Нараховане не згорає ніколи.
rules-expiry-rolling = { $months ->
    [one] Нараховане згорає через { $months } місяць.
    [few] Нараховане згорає через { $months } місяці.
    [many] Нараховане згорає через { $months } місяців.
   *[other] Нараховане згорає через { $months } місяця.
}
rules-expiry-rolling-days = { $days ->
    [one] Нараховане згорає через { $days } день.
    [few] Нараховане згорає через { $days } дні.
    [many] Нараховане згорає через { $days } днів.
   *[other] Нараховане згорає через { $days } дня.
}
rules-expiry-rounded = { $span ->
    [month] При цьому воно діє до кінця того місяця.
    [quarter] При цьому воно діє до кінця того кварталу.
    [half_year] При цьому воно діє до кінця того півріччя.
   *[year] При цьому воно діє до кінця того року.
}
rules-expiry-inactivity = { $months ->
    [one] Усе згорає, якщо на рахунку нічого не відбувається { $months } місяць.
    [few] Усе згорає, якщо на рахунку нічого не відбувається { $months } місяці.
    [many] Усе згорає, якщо на рахунку нічого не відбувається { $months } місяців.
   *[other] Усе згорає, якщо на рахунку нічого не відбувається { $months } місяця.
}
rules-expiry-inactivity-days = { $days ->
    [one] Усе згорає, якщо на рахунку нічого не відбувається { $days } день.
    [few] Усе згорає, якщо на рахунку нічого не відбувається { $days } дні.
    [many] Усе згорає, якщо на рахунку нічого не відбувається { $days } днів.
   *[other] Усе згорає, якщо на рахунку нічого не відбувається { $days } дня.
}
rules-expiry-activity = Щоб нічого не згоріло, достатньо: { $activities }.
rules-activity-earning = будь-яке нарахування
rules-activity-redeeming = отримана винагорода
rules-activity-purchase = покупка
rules-expiry-calendar = Нараховане діє до кінця найближчого дня: { $day }.
rules-expiry-calendar-later = { $years ->
    [one] Нараховане діє щонайменше { $years } рік і далі до кінця найближчого дня: { $day }.
    [few] Нараховане діє щонайменше { $years } роки й далі до кінця найближчого дня: { $day }.
    [many] Нараховане діє щонайменше { $years } років і далі до кінця найближчого дня: { $day }.
   *[other] Нараховане діє щонайменше { $years } року й далі до кінця найближчого дня: { $day }.
}
rules-expiry-anniversary = Нараховане згорає в найближчу річницю вашого вступу.
rules-expiry-anniversary-later = { $years ->
    [one] Нараховане діє щонайменше { $years } рік і згорає в найближчу після цього річницю вашого вступу.
    [few] Нараховане діє щонайменше { $years } роки й згорає в найближчу після цього річницю вашого вступу.
    [many] Нараховане діє щонайменше { $years } років і згорає в найближчу після цього річницю вашого вступу.
   *[other] Нараховане діє щонайменше { $years } року й згорає в найближчу після цього річницю вашого вступу.
}

## At the till

rules-card-changes = Бали на касі витрачають із кодом, який показує картка й який змінюється кожні 30 секунд: відкрийте її біля каси.
    .balance = Баланс на касі витрачають із кодом, який показує картка й який змінюється кожні 30 секунд: відкрийте її біля каси.

# How much and when members are written to

rules-sending-offers = Пропозиції: щонайбільше { $a_day } на день і { $a_week } на тиждень, у SMS – { $sms_a_day } і { $sms_a_week }.
rules-sending-hours = Пишемо з { $begin }:00 до { $end }:00; пропозиції в SMS – з { $sms_begin }:00 до { $sms_end }:00, у неділю з { $sms_sunday }:00.

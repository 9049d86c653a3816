### What the bot answers to customers. Texts are plain: no markup.
### $points, $cost, $missing arrive as "30 балів": number and plural form, in the nominative; keep
### them after a colon or a dash, or where the nominative fits. $date is "24 грудня 2026 р.": its
### full stop is already there, so no sentence ends with $date and a full stop.
### $reward, $tier are titles from the program file, $name is a person's name and may be empty:
### in a line of its own it needs no vocative and leaves no stray comma.

## Joining

start-hello = Вітаю! Це програма лояльності «{ $program }».
start-bonus = Подарунок за вступ: { $points }.
start-referred = Вас запросив друг: після вашої першої покупки бонус отримаєте і ви, і друг.
start-invited = Вас запросив друг.
start-referred-now = Вас запросив друг: щойно ви вступите, бонус отримаєте і ви, і друг.
start-again = 👋 { $name }
    Раді знову вас бачити!
start-left = Ви вийшли з програми. Ваші бали досі тут: повертайтеся й користуйтеся.
    .balance = Ви вийшли з програми. Ваш баланс досі тут: повертайтеся й користуйтеся.
join-welcome = 👋 { $name }
    Ласкаво просимо до програми «{ $program }»!
join-bonus = ⭐ Уже на вашому рахунку: { $points }.
join-gift = 🎁 Уже ваше: { $reward }
join-referred = Запрошення друга зараховано. Після вашої першої покупки від { $minimum } отримаєте: { $points }.
join-invited = Запрошення друга зараховано.
join-referred-any = Запрошення друга зараховано. Після вашої першої покупки отримаєте: { $points }.
join-referred-now = Запрошення друга зараховано. Для вас: { $points }.
join-referred-review = Магазин спершу перевірить запрошення друга. Тоді отримаєте: { $points }.
start-code-unknown = Такого коду запрошення я не знаю: попросіть у друга посилання ще раз або приєднуйтеся без нього.
join-code-unknown = Такого коду запрошення я не знаю, але ви все одно з нами.
join-next = Показуйте картку на касі й накопичуйте.
join-back = 👋 { $name }
    Ви знову з нами, і ваші бали теж.
    .balance = 👋 { $name }
        Ви знову з нами, і ваш баланс теж.
join-again = 👋 { $name }
    Ви вже в програмі. З поверненням!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Учасникам програми я пишу сюди про їхні нарахування, винагороди й покупки.
consent-offers = Чи можна надсилати вам ще й пропозиції, наприклад подарунок до дня народження або знижку? Передумати можна будь-коли.
consent-sms-service = Чи можна писати вам про ваш рахунок у SMS, коли сюди не достукатися?
consent-sms-offers = Чи можна надсилати в SMS ще й пропозиції? Відмовитися можна будь-коли; плата – за тарифами вашого оператора.
consent-texting-service = Тут ми пишемо учасникам SMS про їхній рахунок і покупки. Можлива плата за тарифом оператора. HELP – довідка, STOP – більше не писати.
consent-texting-offers = Можна надсилати вам ще й пропозиції, кілька на місяць? Приєднатися можна й без них.

## Points

points-balance = ⭐ У вас: { $points }.
points-pending = { $date } додасться ще: { $points }.
points-expiry = До { $date } включно встигніть використати: { $points }.
points-dividend = Дивіденд за { $year } рік, виплата { $date }: { $points }
points-dividend-since = Дивіденд за рік, що почався { $since }, виплата { $date }: { $points }
points-enough = Уже можна отримати: «{ $reward }» ({ $cost }).
points-missing = До винагороди «{ $reward }» залишилося: { $points }.
card-number = { $name }
    { $number }
card-tier = Рівень: { $tier }
card-show = Покажіть це на касі.
history-title = Ваша історія, спершу найновіше:
history-empty = Тут поки порожньо. Перша ж покупка з’явиться в історії.
history-hint = Щоб дізнатися, звідки запис, напишіть, наприклад: чому 1
history-order = №{ $number } · { $date } · { $points } · покупка { $reference }
history-signup = №{ $number } · { $date } · { $points } · вступ до програми
history-referrer = №{ $number } · { $date } · { $points } · ви запросили друга
history-friend = №{ $number } · { $date } · { $points } · запрошення від друга
history-birthday = №{ $number } · { $date } · { $points } · день народження
history-adjustment = №{ $number } · { $date } · { $points } · внесено в магазині
history-tier = №{ $number } · { $date } · ваш рівень, рішення магазину
history-redemption = №{ $number } · { $date } · { $points } · купон { $reference }
history-undo = №{ $number } · { $date } · { $points } · скасовано купон { $reference }
history-reversal = №{ $number } · { $date } · { $points } · повернення покупки { $reference }
history-referral-back = №{ $number } · { $date } · { $points } · бонус за запрошення скасовано
history-expiry = №{ $number } · { $date } · { $points } · згоріло
history-gift = №{ $number } · { $date } · 🎁 подарунок
history-action = №{ $number } · { $date } · { $points } · виконане завдання
history-survey = №{ $number } · { $date } · { $points } · відповідь на опитування
history-rating = №{ $number } · { $date } · { $points } · оцінка покупки
history-challenge = №{ $number } · { $date } · { $points } · досягнута мета
history-milestone = №{ $number } · { $date } · { $points } · ви запросили багато друзів
history-campaign = №{ $number } · { $date } · { $points } · подарунок з повідомленням
history-donation = №{ $number } · { $date } · { $points } · пожертва
history-ticket = №{ $number } · { $date } · { $points } · квиток { $reference }
history-partner-code = №{ $number } · { $date } · { $points } · код партнера
history-grant = №{ $number } · { $date } · { $points } · за вашу підписку чи рівень
history-grant-back = №{ $number } · { $date } · { $points } · подарунок за рівень чи підписку скасовано
history-gift-back = №{ $number } · { $date } · невикористаний подарунок скасовано
history-action-back = №{ $number } · { $date } · { $points } · завдання скасовано
history-dividend = №{ $number } · { $date } · { $points } · дивіденд за рік
why-order = Запис №{ $number }, { $date }: { $points } за покупку { $reference }.
why-signup = Запис №{ $number }, { $date }: { $points } за вступ до програми.
why-referrer = Запис №{ $number }, { $date }: { $points }, бо запрошений вами друг зробив покупку.
why-friend = Запис №{ $number }, { $date }: { $points }, бо вас запросив друг і ви зробили покупку.
why-birthday = Запис №{ $number }, { $date }: { $points } на день народження.
why-adjustment = Запис №{ $number }, { $date }: { $points }, внесено в магазині.
why-tier = Запис №{ $number }, { $date }: рівень визначив магазин. Нічого не нараховано й не списано.
why-redemption = Запис №{ $number }, { $date }: { $points } за купон { $reference }.
why-undo = Запис №{ $number }, { $date }: { $points }, бо купон { $reference } скасовано.
why-reversal = Запис №{ $number }, { $date }: { $points }, бо покупку { $reference } повернено або змінено.
why-referral-back = Запис №{ $number }, { $date }: { $points }, бо покупку, що принесла бонус за запрошення, повернено.
why-expiry = Запис №{ $number }, { $date }: { $points }, бо вийшов термін.
why-gift = Запис №{ $number }, { $date }: подарунок, за нього нічого не знято.
why-action = Запис №{ $number }, { $date }: { $points } за виконане завдання.
why-survey = Запис №{ $number }, { $date }: { $points } за відповідь на опитування магазину.
why-rating = Запис №{ $number }, { $date }: { $points } за оцінку покупки.
why-challenge = Запис №{ $number }, { $date }: { $points } за досягнуту мету.
why-milestone = Запис №{ $number }, { $date }: { $points } за друзів, яких ви запросили.
why-campaign = Запис №{ $number }, { $date }: { $points } – подарунок із нашим повідомленням.
why-donation = Запис №{ $number }, { $date }: { $points }, ваша пожертва.
why-ticket = Запис №{ $number }, { $date }: { $points } за квиток { $reference }.
why-partner-code = Запис №{ $number }, { $date }: { $points } за код партнера.
why-what = За що: { $title }
why-voucher = Його код: { $code }
why-grant = Запис №{ $number }, { $date }: { $points } за вашу підписку чи рівень.
why-grant-back = Запис №{ $number }, { $date }: { $points }, бо оплату чи покупку, за яку був подарунок, повернуто.
why-gift-back = Запис №{ $number }, { $date }: невикористаний подарунок скасовано, бо те, за що його дали, більше не враховується.
why-action-back = Запис №{ $number }, { $date }: { $points }, бо виконане завдання скасовано.
why-dividend = Запис №{ $number }, { $date }: { $points }, ваша частка від покупок за рік.
why-held-plan = Подаровано за: { $title }.
why-held-tier = Подаровано за рівень: { $tier }.
why-share = Ваша частка від неї: { $percent }%.
why-sum = Врахована сума: { $sum }.
why-sum-back = Сума, яку більше не враховуємо: { $sum }.
why-rule = Правило того дня, за кожні { $sum }: { $points }.
why-factor = Множник вашого рівня: × { $factor }.
why-carried = Залишок із попередніх покупок: { $sum }.
why-forgiven = Це вже витрачено, тож ми залишили вам: { $points }.
why-note = Причина: { $note }
why-reward = Винагорода: { $reward }.
why-available = Можна витрачати з { $date }
why-expires = Діє до { $date } включно.
tier-none = Рівнів у цій програмі немає: для всіх усе однаково.
tier-now = Ваш рівень: { $tier } (з { $since }).
tier-by-hand = Його надав вам магазин, тож він діє без обмеження в часі.
tier-until = Рівень «{ $tier }» збережеться за вами до { $date } включно.
tier-grace = Час рівня «{ $tier }» минув, але він залишається за вами до { $date } включно.
tier-keep = Щоб і далі мати рівень «{ $tier }», потрібно ще: { $missing }.
tier-next = До рівня «{ $tier }» залишилося: { $missing }.
tier-top = Вище вже нікуди: це найвищий рівень. Дякуємо!
tier-spend = покупки на суму { $sum }
tier-orders = { $orders ->
    [one] { $orders } замовлення
    [few] { $orders } замовлення
    [many] { $orders } замовлень
   *[other] { $orders } замовлення
}
tier-items = { $items ->
    [one] { $items } одиниця товару
    [few] { $items } одиниці товару
    [many] { $items } одиниць товару
   *[other] { $items } одиниці товару
}
tier-factor = Нарахування за покупки: × { $factor }
tier-benefits = Ваші переваги:

## Earning

earn-title = За що ще можна отримати бонуси:
earn-none = Додаткових завдань зараз немає, але кожна покупка рахується.
earn-had = ✅ { $title }: наразі ви отримали все.
earn-progress = {"   "}📈 Уже є: { $done } з { $goal }
earn-reached = {"   "}✅ Мети досягнуто. Вітаємо!

## Rewards

rewards-none = Винагород на вибір поки немає.
rewards-title = Що можна отримати:
rewards-balance = ⭐ У вас: { $points }. Що можна отримати:
rewards-line = 🎁 { $reward } – { $cost } (отримати { $id })
rewards-missing = ▫️ { $reward } – { $cost }, бракує ще: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, від рівня «{ $tier }»
rewards-sold-out = ▫️ { $reward } – усе розібрали
rewards-choose = 🎁 { $reward } – скільки захочете, щонайменше: { $cost } (отримати { $id })
rewards-opened = 🎁 { $reward } – доступно вам, нічого не знімаємо (отримати { $id })
rewards-opens = 🔒 { $reward } – відкриється, коли назбираєте: { $cost }, бракує ще: { $missing }
rewards-plan = 🔒 { $reward } – { $cost }, лише з «{ $plan }»
rewards-had = ✅ { $reward } – ви вже отримали
rewards-given = {"   "}💚 { $cause } – уже передано: { $sum }
rewards-hint = Торкніться винагороди або напишіть, наприклад: отримати { $reward }
rewards-texting = ⭐ У вас: { $points }. Щоб отримати винагороду, надішліть її номер:
redeem-done = 🎉 «{ $reward }» – для вас!
redeem-over = { $reward }: купон за цією кнопкою вже використано, скасовано або прострочено. Щоб отримати новий, відкрийте список.
redeem-rest = Витрачено: { $cost }. Залишилося: { $points }.
choose-amount = { $reward }: скільки хочете використати? У вас: { $points }.
choose-worth = { $cost } = { $sum }
choose-hint = Оберіть суму або напишіть, наприклад: отримати { $reward } { $number }
choose-cause = { $reward }: кому передати { $sum }? Пожертву не можна скасувати.
donate-done = 💚 { $sum } – на «{ $cause }». Дякуємо!
donate-total = Разом ми вже передали на «{ $cause }»: { $sum }.
voucher-code = Код: { $code }
voucher-until = Діє до { $date } включно.
voucher-show = Покажіть код на касі. Поки його не використано, купон можна скасувати.
voucher-worth = Сума: { $sum }
voucher-percent = Знижка { $percent }% на одне замовлення.
voucher-event = Коли: { $date }
voucher-since = Діє з { $date }
voucher-used = Використано: { $date }
voucher-undone = Цей купон скасовано.
voucher-expired = Термін дії купона минув. Останній день: { $date }
voucher-show-only = Покажіть код на касі.
ticket-code = 🎟 Ваш квиток: { $code }
ticket-draw = Розіграш: { $date }
    До початку цього дня квиток можна скасувати.
ticket-seal = Розіграш може перевірити кожен. Його таємне число вже визначено, ось SHA-256 цього числа: { $seal }
ticket-seed = Таємне число: { $seed }
    Квитки розіграно в порядку SHA-256("число|квиток").
ticket-won = 🏆 Цей квиток виграв!
ticket-lost = Цього разу квитку не пощастило.
partner-code = Код для { $partner }: { $code }
partner-final = Використайте його в { $partner }. Скасувати його не можна.
undo-done = Скасовано: { $reward }, купон { $code }.
undo-back = Повернуто на рахунок: { $points }.
undo-lapsed = З них за цей час згоріло: { $points }.
vouchers-none = Невикористаних купонів у вас немає.
vouchers-title = Ваші купони:
vouchers-line = { $reward } – { $code }
vouchers-ticket = 🎟 { $reward } – { $code }, розіграш: { $date }
vouchers-partner = { $reward } – код для { $partner }: { $code }
vouchers-one = { $reward }

## Plans

plan-none = Зараз підписок у програмі немає. Бали нараховуються й без них.
    .balance = Зараз підписок у програмі немає. Нарахування йдуть і без них.
plan-title = Наші підписки:
plan-in-the-shop = Оформити можна в магазині.
plan-in-telegram = Купити можна в нашому боті в Telegram.
plan-since = ✅ Діє для вас із { $since }
plan-paid = ✅ Діє для вас із { $since }, сплачено до { $date } включно.
plan-trial = ✅ Для вас безкоштовно до { $date } включно.
plan-cancelled = ✅ Скасовано, але діє для вас до { $date } включно.
plan-next-grant = 🎁 Наступний подарунок за нею: { $date }
plan-applied = ⏳ Заявку подано. Рішення за магазином.
plan-approved = ✅ Схвалено! Щойно сплатите, вона ваша.
plan-refused = Магазин не схвалив вашу заявку. Можна подати ще раз.
plan-apply-done = Вашу заявку на «{ $title }» передано магазину. Відповідь з’явиться тут.
plan-begun = 🎉 «{ $title }» – тепер ваше!
plan-cancel-ask = «{ $title }» більше не поновлюватиметься. Усе, що вона дає, залишиться вашим до { $date } включно. Скасувати?
plan-cancel-done = «{ $title }» скасовано. Усе діє до { $date } включно.
plan-withdraw-ask = Відкликати заявку на «{ $title }»?
plan-withdrawn = Заявку на «{ $title }» відкликано.
day-is = Ваш день: { $date }
day-ask = Який день буде вашим? Напишіть день і місяць, наприклад 24.12. Обрати можна один день на рік, доки він не настав.
day-done = 📅 Ваш день: { $date }
day-movable = Його ще можна змінити, доки він не настав.

## Оплата в чаті

buy-ask = { $period ->
    [month] «{ $title }» на місяць: { $stars } ⭐ (Telegram Stars). Поновлюється кожні 30 днів, доки не скасуєте.
    [year] «{ $title }» на рік: { $stars } ⭐ (Telegram Stars). Сама не поновлюється.
   *[once] «{ $title }» назавжди: { $stars } ⭐ (Telegram Stars), один платіж.
}
buy-description = { $period ->
    [month] Підписка на місяць, поновлюється кожні 30 днів, доки не скасуєте
    [year] Підписка на рік
   *[once] Підписка назавжди
}
buy-done = 🎉 Дякуємо, { $stars } ⭐ отримано: «{ $title }» – тепер ваше!
buy-renewed = «{ $title }» поновлено: { $stars } ⭐ отримано, дякуємо.
buy-back = { $stars } ⭐ вам повернуто.
buy-returned = Ваш платіж { $stars } ⭐ зарахувати не вдалося, тож він повертається до вас.
buy-stuck = Ваш платіж надійшов, але в нас щось пішло не так. Ми це записали, магазин розбереться. Будь ласка, не платіть удруге.
buy-not-now = Оплата зараз не працює. Кошти не списано. Спробуйте ще раз за кілька хвилин.
buy-not-stopped = «{ $title }» у нас скасовано, але Telegram скасування ще не прийняв і далі списуватиме зірки. Натисніть ще раз за хвилину або зупиніть підписку в налаштуваннях Telegram, розділ «Мої зірки».
buy-stop-yourself = Telegram ще не прийняв завершення вашої платної підписки. Зупиніть її в налаштуваннях Telegram, розділ «Мої зірки», щоб вона більше не списувалася.
buy-changed = «{ $title }» змінено в Telegram:
buy-in-telegram = «{ $title }» оплачується в Telegram Stars, тож купити можна в нашому боті в Telegram.
paysupport = Щось не так з оплатою в Telegram Stars? Напишіть «відгук» і що сталося, назвавши платіж. Магазин перевірить і може повернути зірки. Підтримка самого Telegram із покупками тут не допоможе.
paysupport-paid = { $date } · { $title } · { $stars } ⭐ · платіж { $reference }
paysupport-back = { $date } · { $title } · { $stars } ⭐, повернуто · платіж { $reference }

## Friends

refer-none = Зараз бонусу за запрошення друзів немає.
refer-code = Ваш код запрошення: { $code }
refer-link = Ваше посилання: { $link }
refer-friends = Приєдналося друзів: { $joined }, бонус нараховано за: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-held = ⏳ { $name }, { $date } · уже в дорозі, буде { $until }
refer-friend-review = 🔎 { $name }, { $date } · перевіряє магазин
refer-friend-paid = ✅ { $name }, { $date }
refer-friend-refused = ✖️ { $name }, { $date } · не зараховано, так вирішив магазин
refer-friend-gone = ☑️ { $name }, { $date } · без бонусу для вас: тоді ви не брали участі
refer-friend-at-most = ☑️ { $name }, { $date } · бонус лише другові: ваш ліміт вичерпано
refer-friend-at-most-a-month = ☑️ { $name }, { $date } · бонус лише другові: ваш ліміт на той місяць вичерпано
refer-own-held = { $date } буде ваш бонус за вступ на запрошення.
refer-own-review = Ваш бонус за вступ на запрошення перевіряє магазин.
refer-limit = Бонусів за друзів досі: { $friends }, найбільше – { $limit }.
refer-limit-month = Бонусів за друзів цього місяця: { $friends }, найбільше – { $limit }.
refer-milestone = Зараховано друзів: { $friends } з { $limit }. Далі для вас: { $points }
refer-message = Запрошую до програми «{ $program }»: бонус – кожному з нас!

## Profile

profile-name = { $name }
profile-phone = Телефон: { $phone }
profile-no-phone = Телефон: не вказано
profile-no-birthday = День народження: не вказано
profile-joined = У програмі з { $date }
language-ask = Оберіть мову:
language-done = Тепер розмовляємо українською.
birthday-ask = Коли у вас день народження? Напишіть день і місяць, наприклад 24.12. Змінити потім не можна.
birthday-is = День народження: { $date }
birthday-locked = Уже записано. Якщо там помилка, її виправлять у магазині.
birthday-bonus = { $days ->
    [one] Щорічний подарунок: { $points }, якщо до свята ще щонайменше { $days } день.
    [few] Щорічний подарунок: { $points }, якщо до свята ще щонайменше { $days } дні.
    [many] Щорічний подарунок: { $points }, якщо до свята ще щонайменше { $days } днів.
   *[other] Щорічний подарунок: { $points }, якщо до свята ще щонайменше { $days } дня.
}
phone-ask = Натисніть кнопку нижче, і в магазині вас упізнаватимуть ще й за номером.
phone-done = Дякуємо. Ваш номер: { $phone }
notifications-title = Що вам надсилати? Оберіть, що змінити.
notifications-paused = Сповіщення призупинено.
switch-telegram-service = { $state ->
    [on] ✅ Рахунок і покупки – тут
   *[off] ⬜ Рахунок і покупки – тут
}
switch-telegram-offers = { $state ->
    [on] ✅ Пропозиції – тут
   *[off] ⬜ Пропозиції – тут
}
switch-there-service = { $state ->
    [on] ✅ Рахунок і покупки – у Telegram
   *[off] ⬜ Рахунок і покупки – у Telegram
}
switch-there-offers = { $state ->
    [on] ✅ Пропозиції – у Telegram
   *[off] ⬜ Пропозиції – у Telegram
}
switch-sms-service = { $state ->
    [on] ✅ Рахунок і покупки – в SMS
   *[off] ⬜ Рахунок і покупки – в SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Пропозиції – в SMS
   *[off] ⬜ Пропозиції – в SMS
}
pause-done = Нічого не надсилатиму, доки не скажете. З вашими балами все як і раніше.
    .balance = Нічого не надсилатиму, доки не скажете. З вашим балансом усе як і раніше.
resume-done = Я знову на зв’язку. Надсилатиму лише те, на що ви погодилися.

## Privacy

privacy-what = У програмі «{ $program }» зберігаються ваше ім’я, мова, покупки й нарахування за них, а телефон, день народження та місто – лише якщо їх вкажете ви або вони є в замовленні. Ще зберігаються ваші відповіді на опитування й оцінки, мітки, які ставить вам магазин, і те, якими посиланнями та кнопками з повідомлень ви скористалися. Усе це потрібно тільки для самої програми.
privacy-rights = Отримати всі свої дані, вийти з програми або все видалити можна просто тут.
privacy-fingerprint = Після видалення лишаються тільки цифрові відбитки вашого акаунта, номера телефону й адреси пошти, щоб подарунки за вступ і запрошення діставалися лише раз.
mydata-done = Ось усе, що ми про вас знаємо.
leave-done = Ви вийшли з програми. Ваші бали вас чекатимуть: { $points }.
    .balance = Ви вийшли з програми. Ваш баланс вас чекатиме: { $points }.
forget-ask = Ваші ім’я, номер, день народження та повідомлення буде видалено. Повернути їх не вийде, і ви втратите: { $points }. Видалити все?
forget-kept = Нічого не видалено.
forget-done = Ваші дані видалено. Захочете – приєднуйтеся знову.
feedback-ask = Що хочете нам сказати? Напишіть наступним повідомленням.
feedback-done = Дякуємо! У магазині це обов’язково прочитають.

## Help

help-title = «{ $program }»: ось що я розумію.
help-guest = Ви ще не з нами, але приєднатися можна за мить.
help-line = { $word } – { $does }
help-texting = { $program }: напишіть одне зі слів: { $words }. STOP – більше жодних SMS.
not-understood = Вибачте, не розумію. Може, щось із цього?
not-understood-guest = Вибачте, не розумію. Хочете приєднатися до нашої програми лояльності?
thanks-welcome = Завжди раді вам!
said-again = Це повідомлення надійшло до нас удруге, тож нічого не змінилося. Якщо це досі потрібно, надішліть його, будь ласка, ще раз.
button-near = { $text }?
private-only = Напишіть мені в особисті: ваші бали – лише ваша справа.
    .balance = Напишіть мені в особисті: ваш баланс – лише ваша справа.

## Text messages (SMS): short, as every part is paid for

texting-stopped = Більше не надсилатимемо вам SMS від { $program }. Щоб повернути, напишіть START.
texting-started = { $program } знову може писати вам SMS. STOP – більше не писати.
texting-help = { $program }: SMS про ваш рахунок і про те, на що ви погодилися. MENU – список команд. Можлива плата за тарифом оператора. STOP – більше не писати.
texting-linked = Нам надійшло SMS з вашого номера { $phone }. Відтепер вашими балами можна користуватися й звідти. Якщо це були не ви, надішліть тут свій новий номер.
    .balance = Нам надійшло SMS з вашого номера { $phone }. Відтепер вашим балансом можна користуватися й звідти. Якщо це були не ви, надішліть тут свій новий номер.
texting-no-file = Цей файл не вміщається в SMS. Напишіть нам у Telegram або запитайте в магазині.
texting-late = Ваше повідомлення «{ $text }» дійшло із запізненням, після новіших, тож нічого не змінилося. Якщо це досі потрібно, надішліть його ще раз.
texting-ending = { $program }. Не надсилати: STOP

## A receipt's code

claim-ask = Який код на вашому чеку?
claim-join-first = Спершу приєднайтеся одним дотиком. Потім торкніться «Отримати бали».
    .balance = Спершу приєднайтеся одним дотиком. Потім торкніться «Зарахувати покупку».
claim-done = ✅ Вашу покупку на { $sum } зараховано. Балів за неї: { $points }
    .balance = ✅ Вашу покупку на { $sum } зараховано. Нараховано за неї: { $points }
card-code = Код: { $code }. Він змінюється кожні 30 секунд.

### What the bot answers to customers. Texts are plain: no markup.
### $points, $cost, $missing arrive as "30 баллов": number and plural form, in the nominative; keep
### them after a colon or a dash, or where the nominative fits. $date is "24 декабря 2026 г.": its
### full stop is already there, so no sentence ends with $date and a full stop.
### $reward, $tier are titles from the program file, $name is a person's name and may be empty:
### in a line of its own it leaves no stray comma.

## Joining

start-hello = Здравствуйте! Это программа лояльности «{ $program }».
start-bonus = Подарок за вступление: { $points }.
start-referred = Вас пригласил друг: после вашей первой покупки бонус получите и вы, и друг.
start-invited = Вас пригласил друг.
start-referred-now = Вас пригласил друг: как только вы вступите, бонус получите и вы, и друг.
start-again = 👋 { $name }
    Рады снова вас видеть!
start-left = Вы вышли из программы. Ваши баллы всё ещё здесь: возвращайтесь и пользуйтесь.
    .balance = Вы вышли из программы. Ваш баланс всё ещё здесь: возвращайтесь и пользуйтесь.
join-welcome = 👋 { $name }
    Добро пожаловать в программу «{ $program }»!
join-bonus = ⭐ Уже на вашем счёте: { $points }.
join-gift = 🎁 Уже ваше: { $reward }
join-referred = Приглашение друга засчитано. После вашей первой покупки от { $minimum } получите: { $points }.
join-invited = Приглашение друга засчитано.
join-referred-any = Приглашение друга засчитано. После вашей первой покупки получите: { $points }.
join-referred-now = Приглашение друга засчитано. Для вас: { $points }.
join-referred-review = Магазин сначала проверит приглашение друга. Затем получите: { $points }.
start-code-unknown = Такого кода приглашения я не знаю: попросите у друга ссылку ещё раз или вступайте без неё.
join-code-unknown = Такого кода приглашения я не знаю, но вы всё равно с нами.
join-next = Показывайте карту на кассе и копите.
join-back = 👋 { $name }
    Вы снова с нами, и ваши баллы тоже.
    .balance = 👋 { $name }
        Вы снова с нами, и ваш баланс тоже.
join-again = 👋 { $name }
    Вы уже в программе. С возвращением!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Участникам программы я пишу сюда об их начислениях, наградах и покупках.
consent-offers = Можно присылать вам ещё и предложения, например подарок ко дню рождения или скидку? Передумать можно в любой момент.
consent-sms-service = Можно писать вам о вашем счёте в SMS, когда сюда не достучаться?
consent-sms-offers = Можно присылать в SMS ещё и предложения? Отказаться можно в любой момент; плата — по тарифам вашего оператора.
consent-texting-service = Здесь мы пишем участникам SMS об их счёте и покупках. Возможна плата по тарифу оператора. HELP — справка, STOP — больше не писать.
consent-texting-offers = Можно присылать вам и предложения, несколько в месяц? Вступить можно и без них.

## Points

points-balance = ⭐ У вас: { $points }.
points-pending = { $date } добавится ещё: { $points }.
points-expiry = До { $date } включительно успейте потратить: { $points }.
points-dividend = Дивиденд за { $year } год, выплата { $date }: { $points }
points-dividend-since = Дивиденд за год, который начался { $since }, выплата { $date }: { $points }
points-enough = Уже можно получить: «{ $reward }» ({ $cost }).
points-missing = До награды «{ $reward }» осталось: { $points }.
card-number = { $name }
    { $number }
card-tier = Уровень: { $tier }
card-show = Покажите это на кассе.
history-title = Ваша история, сначала новое:
history-empty = Здесь пока пусто. Первая же покупка появится в истории.
history-hint = Чтобы узнать, откуда запись, напишите, например: почему 1
history-order = №{ $number } · { $date } · { $points } · покупка { $reference }
history-signup = №{ $number } · { $date } · { $points } · вступление в программу
history-referrer = №{ $number } · { $date } · { $points } · вы пригласили друга
history-friend = №{ $number } · { $date } · { $points } · приглашение от друга
history-birthday = №{ $number } · { $date } · { $points } · день рождения
history-adjustment = №{ $number } · { $date } · { $points } · внесено в магазине
history-tier = №{ $number } · { $date } · ваш уровень, решение магазина
history-redemption = №{ $number } · { $date } · { $points } · купон { $reference }
history-undo = №{ $number } · { $date } · { $points } · отменён купон { $reference }
history-reversal = №{ $number } · { $date } · { $points } · возврат покупки { $reference }
history-referral-back = №{ $number } · { $date } · { $points } · бонус за приглашение отменён
history-expiry = №{ $number } · { $date } · { $points } · сгорело
history-gift = №{ $number } · { $date } · 🎁 подарок
history-action = №{ $number } · { $date } · { $points } · выполненное задание
history-survey = №{ $number } · { $date } · { $points } · ответ на опрос
history-rating = №{ $number } · { $date } · { $points } · оценка покупки
history-challenge = №{ $number } · { $date } · { $points } · достигнутая цель
history-milestone = №{ $number } · { $date } · { $points } · вы пригласили много друзей
history-campaign = №{ $number } · { $date } · { $points } · подарок с сообщением
history-donation = №{ $number } · { $date } · { $points } · пожертвование
history-ticket = №{ $number } · { $date } · { $points } · билет { $reference }
history-partner-code = №{ $number } · { $date } · { $points } · код партнёра
history-grant = №{ $number } · { $date } · { $points } · за вашу подписку или уровень
history-grant-back = №{ $number } · { $date } · { $points } · подарок за уровень или подписку отменён
history-gift-back = №{ $number } · { $date } · неиспользованный подарок отменён
history-action-back = №{ $number } · { $date } · { $points } · задание отменено
history-dividend = №{ $number } · { $date } · { $points } · дивиденд за год
why-order = Запись №{ $number }, { $date }: { $points } за покупку { $reference }.
why-signup = Запись №{ $number }, { $date }: { $points } за вступление в программу.
why-referrer = Запись №{ $number }, { $date }: { $points }, потому что приглашённый вами друг сделал покупку.
why-friend = Запись №{ $number }, { $date }: { $points }, потому что вас пригласил друг и вы сделали покупку.
why-birthday = Запись №{ $number }, { $date }: { $points } на день рождения.
why-adjustment = Запись №{ $number }, { $date }: { $points }, внесено в магазине.
why-tier = Запись №{ $number }, { $date }: уровень определил магазин. Ничего не начислено и не списано.
why-redemption = Запись №{ $number }, { $date }: { $points } за купон { $reference }.
why-undo = Запись №{ $number }, { $date }: { $points }, потому что купон { $reference } отменён.
why-reversal = Запись №{ $number }, { $date }: { $points }, потому что покупка { $reference } возвращена или изменена.
why-referral-back = Запись №{ $number }, { $date }: { $points }, потому что покупку, принёсшую бонус за приглашение, вернули.
why-expiry = Запись №{ $number }, { $date }: { $points }, потому что вышел срок.
why-gift = Запись №{ $number }, { $date }: подарок, за него ничего не списано.
why-action = Запись №{ $number }, { $date }: { $points } за выполненное задание.
why-survey = Запись №{ $number }, { $date }: { $points } за ответ на опрос магазина.
why-rating = Запись №{ $number }, { $date }: { $points } за оценку покупки.
why-challenge = Запись №{ $number }, { $date }: { $points } за достигнутую цель.
why-milestone = Запись №{ $number }, { $date }: { $points } за друзей, которых вы пригласили.
why-campaign = Запись №{ $number }, { $date }: { $points } — подарок с нашим сообщением.
why-donation = Запись №{ $number }, { $date }: { $points }, ваше пожертвование.
why-ticket = Запись №{ $number }, { $date }: { $points } за билет { $reference }.
why-partner-code = Запись №{ $number }, { $date }: { $points } за код партнёра.
why-what = За что: { $title }
why-voucher = Его код: { $code }
why-grant = Запись №{ $number }, { $date }: { $points } за вашу подписку или уровень.
why-grant-back = Запись №{ $number }, { $date }: { $points }, потому что оплату или покупку, за которую был подарок, вернули.
why-gift-back = Запись №{ $number }, { $date }: неиспользованный подарок отменён, потому что то, за что его дали, больше не учитывается.
why-action-back = Запись №{ $number }, { $date }: { $points }, потому что выполненное задание отменено.
why-dividend = Запись №{ $number }, { $date }: { $points }, ваша доля от покупок за год.
why-held-plan = Подарено за: { $title }.
why-held-tier = Подарено за уровень: { $tier }.
why-share = Ваша доля от неё: { $percent }%.
why-sum = Учтённая сумма: { $sum }.
why-sum-back = Сумма, которую больше не учитываем: { $sum }.
why-rule = Правило того дня, за каждые { $sum }: { $points }.
why-factor = Множитель вашего уровня: × { $factor }.
why-carried = Остаток от прошлых покупок: { $sum }.
why-forgiven = Это уже потрачено, поэтому мы оставили вам: { $points }.
why-note = Причина: { $note }
why-reward = Награда: { $reward }.
why-available = Можно тратить с { $date }
why-expires = Действует до { $date } включительно.
tier-none = Уровней в этой программе нет: для всех всё одинаково.
tier-now = Ваш уровень: { $tier } (с { $since }).
tier-by-hand = Его дал вам магазин, поэтому он действует без ограничения по времени.
tier-until = Уровень «{ $tier }» сохранится за вами до { $date } включительно.
tier-grace = Время уровня «{ $tier }» истекло, но он остаётся за вами до { $date } включительно.
tier-keep = Чтобы и дальше иметь уровень «{ $tier }», нужно ещё: { $missing }.
tier-next = До уровня «{ $tier }» осталось: { $missing }.
tier-top = Выше уже некуда: это самый высокий уровень. Спасибо!
tier-spend = покупки на сумму { $sum }
tier-orders = { $orders ->
    [one] { $orders } заказ
    [few] { $orders } заказа
    [many] { $orders } заказов
   *[other] { $orders } заказа
}
tier-items = { $items ->
    [one] { $items } единица товара
    [few] { $items } единицы товара
    [many] { $items } единиц товара
   *[other] { $items } единицы товара
}
tier-factor = Начисление за покупки: × { $factor }
tier-benefits = Ваши преимущества:

## Earning

earn-title = За что ещё можно получить бонусы:
earn-none = Дополнительных заданий сейчас нет, но каждая покупка идёт в зачёт.
earn-had = ✅ { $title }: пока вы получили всё.
earn-progress = {"   "}📈 Уже есть: { $done } из { $goal }
earn-reached = {"   "}✅ Цель достигнута. Поздравляем!

## Rewards

rewards-none = Наград на выбор пока нет.
rewards-title = Что можно получить:
rewards-balance = ⭐ У вас: { $points }. Что можно получить:
rewards-line = 🎁 { $reward } — { $cost } (получить { $id })
rewards-missing = ▫️ { $reward } — { $cost }, не хватает ещё: { $missing }
rewards-tier = 🔒 { $reward } — { $cost }, начиная с уровня «{ $tier }»
rewards-sold-out = ▫️ { $reward } — всё разобрали
rewards-choose = 🎁 { $reward } — сколько захотите, минимум: { $cost } (получить { $id })
rewards-opened = 🎁 { $reward } — доступно вам, ничего не списываем (получить { $id })
rewards-opens = 🔒 { $reward } — откроется, когда накопите: { $cost }, не хватает: { $missing }
rewards-plan = 🔒 { $reward } — { $cost }, только с «{ $plan }»
rewards-had = ✅ { $reward } — вы уже получили
rewards-given = {"   "}💚 { $cause } — уже передано: { $sum }
rewards-hint = Коснитесь награды или напишите, например: получить { $reward }
rewards-texting = ⭐ У вас: { $points }. Чтобы получить награду, пришлите её номер:
redeem-done = 🎉 «{ $reward }» — для вас!
redeem-over = { $reward }: купон этой кнопки уже использован, отменён или просрочен. За новым откройте список.
redeem-rest = Потрачено: { $cost }. Осталось: { $points }.
choose-amount = { $reward }: сколько хотите использовать? У вас: { $points }.
choose-worth = { $cost } = { $sum }
choose-hint = Выберите сумму или напишите, например: получить { $reward } { $number }
choose-cause = { $reward }: кому передать { $sum }? Пожертвование нельзя отменить.
donate-done = 💚 { $sum } — на «{ $cause }». Спасибо!
donate-total = Вместе мы уже передали на «{ $cause }»: { $sum }.
voucher-code = Код: { $code }
voucher-until = Действует до { $date } включительно.
voucher-show = Покажите код на кассе. Пока он не использован, купон можно отменить.
voucher-worth = Сумма: { $sum }
voucher-percent = Скидка { $percent }% на один заказ.
voucher-event = Когда: { $date }
voucher-since = Действует с { $date }
voucher-used = Использован: { $date }
voucher-undone = Этот купон отменён.
voucher-expired = Срок действия купона истёк. Последний день: { $date }
voucher-show-only = Покажите код на кассе.
ticket-code = 🎟 Ваш билет: { $code }
ticket-draw = Розыгрыш: { $date }
    До начала этого дня билет можно отменить.
ticket-seal = Розыгрыш может проверить каждый. Его секретное число уже выбрано, вот SHA-256 этого числа: { $seal }
ticket-seed = Секретное число: { $seed }
    Билеты разыграны в порядке SHA-256("число|билет").
ticket-won = 🏆 Этот билет выиграл!
ticket-lost = В этот раз билету не повезло.
partner-code = Код для { $partner }: { $code }
partner-final = Используйте его в { $partner }. Отменить его нельзя.
undo-done = Отменено: { $reward }, купон { $code }.
undo-back = Возвращено на счёт: { $points }.
undo-lapsed = Из них за это время сгорело: { $points }.
vouchers-none = Неиспользованных купонов у вас нет.
vouchers-title = Ваши купоны:
vouchers-line = { $reward } — { $code }
vouchers-ticket = 🎟 { $reward } — { $code }, розыгрыш: { $date }
vouchers-partner = { $reward } — код для { $partner }: { $code }
vouchers-one = { $reward }

## Plans

plan-none = Сейчас подписок в программе нет. Баллы начисляются и без них.
    .balance = Сейчас подписок в программе нет. Начисления идут и без них.
plan-title = Наши подписки:
plan-in-the-shop = Оформить можно в магазине.
plan-in-telegram = Купить можно в нашем боте в Telegram.
plan-since = ✅ Действует для вас с { $since }
plan-paid = ✅ Действует для вас с { $since }, оплачено до { $date } включительно.
plan-trial = ✅ Для вас бесплатно до { $date } включительно.
plan-cancelled = ✅ Отменено, но действует для вас до { $date } включительно.
plan-next-grant = 🎁 Следующий подарок по ней: { $date }
plan-applied = ⏳ Заявка подана. Решение за магазином.
plan-approved = ✅ Одобрено! Как только оплатите, она ваша.
plan-refused = Магазин не одобрил вашу заявку. Можно подать ещё раз.
plan-apply-done = Ваша заявка на «{ $title }» передана магазину. Ответ появится здесь.
plan-begun = 🎉 «{ $title }» — теперь ваше!
plan-cancel-ask = «{ $title }» больше не будет продлеваться. Всё, что она даёт, останется вашим до { $date } включительно. Отменить?
plan-cancel-done = «{ $title }»: отменено. Всё действует до { $date } включительно.
plan-withdraw-ask = Отозвать заявку на «{ $title }»?
plan-withdrawn = Заявка на «{ $title }» отозвана.
day-is = Ваш день: { $date }
day-ask = Какой день будет вашим? Напишите день и месяц, например 24.12. Выбрать можно один день в году, пока он не наступил.
day-done = 📅 Ваш день: { $date }
day-movable = Его ещё можно изменить, пока он не наступил.

## Оплата в чате

buy-ask = { $period ->
    [month] «{ $title }» на месяц: { $stars } ⭐ (Telegram Stars). Продлевается каждые 30 дней, пока не отмените.
    [year] «{ $title }» на год: { $stars } ⭐ (Telegram Stars). Сама не продлевается.
   *[once] «{ $title }» навсегда: { $stars } ⭐ (Telegram Stars), один платёж.
}
buy-description = { $period ->
    [month] Подписка на месяц, продлевается каждые 30 дней, пока не отмените
    [year] Подписка на год
   *[once] Подписка навсегда
}
buy-done = 🎉 Спасибо, { $stars } ⭐ получено: «{ $title }» — теперь ваше!
buy-renewed = «{ $title }»: продлено, { $stars } ⭐ получено, спасибо.
buy-back = { $stars } ⭐ вам возвращено.
buy-returned = Ваш платёж { $stars } ⭐ зачесть не удалось, поэтому он возвращается к вам.
buy-stuck = Ваш платёж пришёл, но у нас что-то пошло не так. Мы это записали, магазин разберётся. Пожалуйста, не платите второй раз.
buy-not-now = Оплата сейчас не работает. Ничего не списано. Попробуйте ещё раз через несколько минут.
buy-not-stopped = «{ $title }»: у нас отменено, но Telegram отмену ещё не принял и продолжит списывать звёзды. Нажмите ещё раз через минуту или остановите подписку в настройках Telegram, раздел «Мои звёзды».
buy-stop-yourself = Telegram ещё не принял окончание вашей платной подписки. Остановите её в настройках Telegram, раздел «Мои звёзды», чтобы за неё больше не списывали.
buy-changed = «{ $title }» — изменено в Telegram:
buy-in-telegram = «{ $title }» оплачивается в Telegram Stars, поэтому купить можно в нашем боте в Telegram.
paysupport = Что-то не так с оплатой в Telegram Stars? Напишите «отзыв» и что случилось, назвав платёж. Магазин проверит и может вернуть звёзды. Поддержка самого Telegram с покупками здесь не поможет.
paysupport-paid = { $date } · { $title } · { $stars } ⭐ · платёж { $reference }
paysupport-back = { $date } · { $title } · { $stars } ⭐, возвращено · платёж { $reference }

## Friends

refer-none = Сейчас бонуса за приглашение друзей нет.
refer-code = Ваш код приглашения: { $code }
refer-link = Ваша ссылка: { $link }
refer-friends = Присоединилось друзей: { $joined }, бонус начислен за: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-held = ⏳ { $name }, { $date } · уже в пути, будет { $until }
refer-friend-review = 🔎 { $name }, { $date } · проверяет магазин
refer-friend-paid = ✅ { $name }, { $date }
refer-friend-refused = ✖️ { $name }, { $date } · не засчитано, так решил магазин
refer-friend-gone = ☑️ { $name }, { $date } · без бонуса для вас: тогда вы не участвовали
refer-friend-at-most = ☑️ { $name }, { $date } · бонус только другу: ваш лимит исчерпан
refer-friend-at-most-a-month = ☑️ { $name }, { $date } · бонус только другу: ваш лимит на тот месяц исчерпан
refer-own-held = { $date } будет ваш бонус за вступление по приглашению.
refer-own-review = Ваш бонус за вступление по приглашению проверяет магазин.
refer-limit = Бонусов за друзей пока: { $friends }, самое большее — { $limit }.
refer-limit-month = Бонусов за друзей в этом месяце: { $friends }, самое большее — { $limit }.
refer-milestone = Засчитано друзей: { $friends } из { $limit }. Затем для вас: { $points }
refer-message = Приглашаю в программу «{ $program }»: бонус — каждому из нас!

## Profile

profile-name = { $name }
profile-phone = Телефон: { $phone }
profile-no-phone = Телефон: не указан
profile-no-birthday = День рождения: не указан
profile-joined = В программе с { $date }
language-ask = Выберите язык:
language-done = Теперь говорим по-русски.
birthday-ask = Когда у вас день рождения? Напишите день и месяц, например 24.12. Изменить потом нельзя.
birthday-is = День рождения: { $date }
birthday-locked = Уже записано. Если там ошибка, её исправят в магазине.
birthday-bonus = { $days ->
    [one] Ежегодный подарок: { $points }, если до праздника ещё хотя бы { $days } день.
    [few] Ежегодный подарок: { $points }, если до праздника ещё хотя бы { $days } дня.
    [many] Ежегодный подарок: { $points }, если до праздника ещё хотя бы { $days } дней.
   *[other] Ежегодный подарок: { $points }, если до праздника ещё хотя бы { $days } дня.
}
phone-ask = Нажмите кнопку ниже, и в магазине вас будут узнавать ещё и по номеру.
phone-done = Спасибо. Ваш номер: { $phone }
notifications-title = Что вам присылать? Выберите, что изменить.
notifications-paused = Уведомления приостановлены.
switch-telegram-service = { $state ->
    [on] ✅ Счёт и покупки — здесь
   *[off] ⬜ Счёт и покупки — здесь
}
switch-telegram-offers = { $state ->
    [on] ✅ Предложения — здесь
   *[off] ⬜ Предложения — здесь
}
switch-there-service = { $state ->
    [on] ✅ Счёт и покупки — в Telegram
   *[off] ⬜ Счёт и покупки — в Telegram
}
switch-there-offers = { $state ->
    [on] ✅ Предложения — в Telegram
   *[off] ⬜ Предложения — в Telegram
}
switch-sms-service = { $state ->
    [on] ✅ Счёт и покупки — в SMS
   *[off] ⬜ Счёт и покупки — в SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Предложения — в SMS
   *[off] ⬜ Предложения — в SMS
}
pause-done = Ничего не буду присылать, пока не скажете. С вашими баллами всё по-прежнему.
    .balance = Ничего не буду присылать, пока не скажете. С вашим балансом всё по-прежнему.
resume-done = Я снова на связи. Буду присылать только то, на что вы согласились.

## Privacy

privacy-what = В программе «{ $program }» хранятся ваше имя, язык, покупки и начисления за них, а телефон, день рождения и город — только если их укажете вы или они есть в заказе. Ещё хранятся ваши ответы на опросы и оценки, метки, которые ставит вам магазин, и то, какими ссылками и кнопками из сообщений вы воспользовались. Всё это нужно только для самой программы.
privacy-rights = Получить все свои данные, выйти из программы или всё удалить можно прямо здесь.
privacy-fingerprint = После удаления остаются только цифровые отпечатки вашего аккаунта, номера телефона и адреса почты, чтобы подарки за вступление и приглашения доставались лишь раз.
mydata-done = Вот всё, что мы о вас знаем.
leave-done = Вы вышли из программы. Ваши баллы будут вас ждать: { $points }.
    .balance = Вы вышли из программы. Ваш баланс будет вас ждать: { $points }.
forget-ask = Ваши имя, номер, день рождения и сообщения будут удалены. Вернуть их не получится, и вы потеряете: { $points }. Удалить всё?
forget-kept = Ничего не удалено.
forget-done = Ваши данные удалены. Захотите — вступайте снова.
feedback-ask = Что хотите нам сказать? Напишите следующим сообщением.
feedback-done = Спасибо! В магазине это обязательно прочитают.

## Help

help-title = «{ $program }»: вот что я понимаю.
help-guest = Вы ещё не с нами, но вступить можно за минуту.
help-line = { $word } — { $does }
help-texting = { $program }: напишите одно из слов: { $words }. STOP — больше никаких SMS.
not-understood = Простите, не понимаю. Может, что-то из этого?
not-understood-guest = Простите, не понимаю. Хотите вступить в нашу программу лояльности?
thanks-welcome = Всегда рады вам!
said-again = Это сообщение пришло к нам повторно, поэтому ничего не изменилось. Если это всё ещё нужно, отправьте его, пожалуйста, ещё раз.
button-near = { $text }?
private-only = Напишите мне в личные сообщения: ваши баллы — только ваше дело.
    .balance = Напишите мне в личные сообщения: ваш баланс — только ваше дело.

## Text messages (SMS): short, as every part is paid for

texting-stopped = Больше не будем присылать вам SMS от { $program }. Чтобы вернуть, напишите START.
texting-started = { $program } снова может писать вам SMS. STOP — больше не писать.
texting-help = { $program }: SMS о вашем счёте и о том, на что вы согласились. MENU — список команд. Возможна плата по тарифу оператора. STOP — больше не писать.
texting-linked = Нам пришло SMS с вашего номера { $phone }. Теперь вашими баллами можно пользоваться и оттуда. Если это были не вы, пришлите здесь свой новый номер.
    .balance = Нам пришло SMS с вашего номера { $phone }. Теперь вашим балансом можно пользоваться и оттуда. Если это были не вы, пришлите здесь свой новый номер.
texting-no-file = Этот файл не помещается в SMS. Напишите нам в Telegram или спросите в магазине.
texting-late = Ваше сообщение «{ $text }» дошло с опозданием, после более новых, поэтому ничего не изменилось. Если это всё ещё нужно, отправьте его ещё раз.
texting-ending = { $program }. Не присылать: STOP

## A receipt's code

claim-ask = Какой код на вашем чеке?
claim-join-first = Сначала вступите одним касанием. Потом нажмите «Получить баллы».
    .balance = Сначала вступите одним касанием. Потом нажмите «Зачесть покупку».
claim-done = ✅ Ваша покупка на { $sum } зачтена. Баллов за неё: { $points }
    .balance = ✅ Ваша покупка на { $sum } зачтена. Начислено за неё: { $points }
card-code = Код: { $code }. Он меняется каждые 30 секунд.

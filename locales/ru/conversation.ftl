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
start-again = 👋 { $name }
    Рады снова вас видеть!
start-left = Вы вышли из программы. Ваши баллы всё ещё здесь: возвращайтесь и пользуйтесь.
join-welcome = 👋 { $name }
    Добро пожаловать в программу «{ $program }»!
join-bonus = ⭐ Уже на вашем счёте: { $points }.
join-referred = Приглашение друга засчитано. После вашей первой покупки от { $minimum } получите: { $points }.
join-code-unknown = Такого кода приглашения я не знаю, но вы всё равно с нами.
join-next = Показывайте карту на кассе и копите.
join-back = 👋 { $name }
    Вы снова с нами, и ваши баллы тоже.
join-again = 👋 { $name }
    Вы уже в программе. С возвращением!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Участникам программы я пишу сюда об их баллах, наградах и покупках.
consent-offers = Можно присылать вам ещё и предложения, например подарок ко дню рождения или скидку? Передумать можно в любой момент.
consent-sms-service = Можно писать вам о баллах в SMS, когда сюда не достучаться?
consent-sms-offers = Можно присылать в SMS ещё и предложения? Отказаться можно в любой момент; плата — по тарифам вашего оператора.

## Points

points-balance = ⭐ У вас: { $points }.
points-pending = { $date } добавится ещё: { $points }.
points-expiry = До { $date } включительно успейте потратить: { $points }.
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
history-redemption = №{ $number } · { $date } · { $points } · купон { $reference }
history-undo = №{ $number } · { $date } · { $points } · отменён купон { $reference }
history-reversal = №{ $number } · { $date } · { $points } · возврат покупки { $reference }
history-referral-back = №{ $number } · { $date } · { $points } · бонус за приглашение отменён
history-expiry = №{ $number } · { $date } · { $points } · сгорело
why-order = Запись №{ $number }, { $date }: { $points } за покупку { $reference }.
why-signup = Запись №{ $number }, { $date }: { $points } за вступление в программу.
why-referrer = Запись №{ $number }, { $date }: { $points }, потому что приглашённый вами друг сделал покупку.
why-friend = Запись №{ $number }, { $date }: { $points }, потому что вас пригласил друг и вы сделали покупку.
why-birthday = Запись №{ $number }, { $date }: { $points } на день рождения.
why-adjustment = Запись №{ $number }, { $date }: { $points }, внесено в магазине.
why-redemption = Запись №{ $number }, { $date }: { $points } за купон { $reference }.
why-undo = Запись №{ $number }, { $date }: { $points }, потому что купон { $reference } отменён.
why-reversal = Запись №{ $number }, { $date }: { $points }, потому что покупка { $reference } возвращена или изменена.
why-referral-back = Запись №{ $number }, { $date }: { $points }, потому что покупку, принёсшую бонус за приглашение, вернули.
why-expiry = Запись №{ $number }, { $date }: { $points }, потому что вышел срок.
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
tier-now = Ваш уровень: { $tier } (с { $since }).
tier-factor = Начисление за покупки: × { $factor }
tier-until = Уровень «{ $tier }» сохранится за вами до { $date } включительно.
tier-next = До уровня «{ $tier }» осталось: { $points }.
tier-top = Выше уже некуда: это самый высокий уровень. Спасибо!

## Rewards

rewards-none = Наград пока нет. Ваши баллы подождут.
rewards-title = Что можно получить:
rewards-balance = ⭐ У вас: { $points }. Что можно получить:
rewards-line = 🎁 { $reward } — { $cost } (получить { $id })
rewards-missing = ▫️ { $reward } — { $cost }, не хватает ещё: { $missing }
rewards-tier = 🔒 { $reward } — { $cost }, начиная с уровня «{ $tier }»
rewards-sold-out = ▫️ { $reward } — всё разобрали
rewards-hint = Коснитесь награды или напишите, например: получить { $reward }
redeem-done = 🎉 «{ $reward }» — для вас!
redeem-over = { $reward }: купон этой кнопки уже использован, отменён или просрочен. За новым откройте список.
redeem-rest = Потрачено: { $cost }. Осталось: { $points }.
voucher-code = Код: { $code }
voucher-until = Действует до { $date } включительно.
voucher-show = Покажите код на кассе. Пока он не использован, купон можно отменить.
undo-done = Отменено: { $reward }, купон { $code }.
undo-back = Возвращено на счёт: { $points }.
undo-lapsed = Из них за это время сгорело: { $points }.
vouchers-none = Неиспользованных купонов у вас нет.
vouchers-title = Ваши купоны:
vouchers-line = { $reward } — { $code }
vouchers-one = { $reward }

## Friends

refer-none = Сейчас бонуса за приглашение друзей нет.
refer-code = Ваш код приглашения: { $code }
refer-link = Ваша ссылка: { $link }
refer-reward = После первой покупки друга от { $minimum }. Вам: { $referrer }. Другу: { $friend }.
refer-friends = Присоединилось друзей: { $joined }, уже с покупкой: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-qualified = ✅ { $name }, { $date }
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
notifications-title = Что вам присылать? Коснитесь, чтобы изменить.
notifications-paused = Уведомления приостановлены.
switch-telegram-service = { $state ->
    [on] ✅ Баллы и покупки — здесь
   *[off] ⬜ Баллы и покупки — здесь
}
switch-telegram-offers = { $state ->
    [on] ✅ Предложения — здесь
   *[off] ⬜ Предложения — здесь
}
switch-sms-service = { $state ->
    [on] ✅ Баллы и покупки — в SMS
   *[off] ⬜ Баллы и покупки — в SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Предложения — в SMS
   *[off] ⬜ Предложения — в SMS
}
pause-done = Ничего не буду присылать, пока не скажете. С вашими баллами всё по-прежнему.
resume-done = Я снова на связи. Буду присылать только то, на что вы согласились.

## Privacy

privacy-what = В программе «{ $program }» хранятся ваше имя, язык, покупки и баллы, а телефон и день рождения — только если вы их укажете. Всё это нужно только для самой программы.
privacy-rights = Получить все свои данные, выйти из программы или всё удалить можно прямо здесь.
privacy-fingerprint = После удаления остаётся только цифровой отпечаток вашего аккаунта, чтобы подарок за вступление доставался лишь раз.
mydata-done = Вот всё, что мы о вас знаем.
leave-done = Вы вышли из программы. Ваши баллы будут вас ждать: { $points }.
forget-ask = Ваши имя, номер, день рождения и сообщения будут удалены. Вернуть их не получится, и вы потеряете: { $points }. Удалить всё?
forget-kept = Ничего не удалено.
forget-done = Ваши данные удалены. Захотите — вступайте снова.
feedback-ask = Что хотите нам сказать? Напишите следующим сообщением.
feedback-done = Спасибо! В магазине это обязательно прочитают.

## Help

help-title = «{ $program }»: вот что я понимаю.
help-guest = Вы ещё не с нами, но вступить можно одним касанием.
help-line = { $word } — { $does }
not-understood = Простите, не понимаю. Может, что-то из этого?
not-understood-guest = Простите, не понимаю. Хотите вступить в нашу программу лояльности?
private-only = Напишите мне в личные сообщения: ваши баллы — только ваше дело.

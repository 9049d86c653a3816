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
start-again = 👋 { $name }
    Раді знову вас бачити!
start-left = Ви вийшли з програми. Ваші бали досі тут: повертайтеся й користуйтеся.
join-welcome = 👋 { $name }
    Ласкаво просимо до програми «{ $program }»!
join-bonus = ⭐ Уже на вашому рахунку: { $points }.
join-referred = Запрошення друга зараховано. Після вашої першої покупки від { $minimum } отримаєте: { $points }.
join-code-unknown = Такого коду запрошення я не знаю, але ви все одно з нами.
join-next = Показуйте картку на касі й накопичуйте.
join-back = 👋 { $name }
    Ви знову з нами, і ваші бали теж.
join-again = 👋 { $name }
    Ви вже в програмі. З поверненням!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Учасникам програми я пишу сюди про їхні бали, винагороди й покупки.
consent-offers = Чи можна надсилати вам ще й пропозиції, наприклад подарунок до дня народження або знижку? Передумати можна будь-коли.
consent-sms-service = Чи можна писати вам про бали в SMS, коли сюди не достукатися?
consent-sms-offers = Чи можна надсилати в SMS ще й пропозиції? Відмовитися можна будь-коли; плата – за тарифами вашого оператора.

## Points

points-balance = ⭐ У вас: { $points }.
points-pending = { $date } додасться ще: { $points }.
points-expiry = До { $date } включно встигніть використати: { $points }.
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
history-redemption = №{ $number } · { $date } · { $points } · купон { $reference }
history-undo = №{ $number } · { $date } · { $points } · скасовано купон { $reference }
history-reversal = №{ $number } · { $date } · { $points } · повернення покупки { $reference }
history-referral-back = №{ $number } · { $date } · { $points } · бонус за запрошення скасовано
history-expiry = №{ $number } · { $date } · { $points } · згоріло
why-order = Запис №{ $number }, { $date }: { $points } за покупку { $reference }.
why-signup = Запис №{ $number }, { $date }: { $points } за вступ до програми.
why-referrer = Запис №{ $number }, { $date }: { $points }, бо запрошений вами друг зробив покупку.
why-friend = Запис №{ $number }, { $date }: { $points }, бо вас запросив друг і ви зробили покупку.
why-birthday = Запис №{ $number }, { $date }: { $points } на день народження.
why-adjustment = Запис №{ $number }, { $date }: { $points }, внесено в магазині.
why-redemption = Запис №{ $number }, { $date }: { $points } за купон { $reference }.
why-undo = Запис №{ $number }, { $date }: { $points }, бо купон { $reference } скасовано.
why-reversal = Запис №{ $number }, { $date }: { $points }, бо покупку { $reference } повернено або змінено.
why-referral-back = Запис №{ $number }, { $date }: { $points }, бо покупку, що принесла бонус за запрошення, повернено.
why-expiry = Запис №{ $number }, { $date }: { $points }, бо вийшов термін.
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
tier-now = Ваш рівень: { $tier } (з { $since }).
tier-factor = Нарахування за покупки: × { $factor }
tier-until = Рівень «{ $tier }» збережеться за вами до { $date } включно.
tier-next = До рівня «{ $tier }» залишилося: { $points }.
tier-top = Вище вже нікуди: це найвищий рівень. Дякуємо!

## Rewards

rewards-none = Винагород поки немає. Ваші бали зачекають.
rewards-title = Що можна отримати:
rewards-balance = ⭐ У вас: { $points }. Що можна отримати:
rewards-line = 🎁 { $reward } – { $cost } (отримати { $id })
rewards-missing = ▫️ { $reward } – { $cost }, бракує ще: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, від рівня «{ $tier }»
rewards-sold-out = ▫️ { $reward } – усе розібрали
rewards-hint = Торкніться винагороди або напишіть, наприклад: отримати { $reward }
redeem-done = 🎉 «{ $reward }» – для вас!
redeem-over = { $reward }: купон за цією кнопкою вже використано, скасовано або прострочено. Щоб отримати новий, відкрийте список.
redeem-rest = Витрачено: { $cost }. Залишилося: { $points }.
voucher-code = Код: { $code }
voucher-until = Діє до { $date } включно.
voucher-show = Покажіть код на касі. Поки його не використано, купон можна скасувати.
undo-done = Скасовано: { $reward }, купон { $code }.
undo-back = Повернуто на рахунок: { $points }.
undo-lapsed = З них за цей час згоріло: { $points }.
vouchers-none = Невикористаних купонів у вас немає.
vouchers-title = Ваші купони:
vouchers-line = { $reward } – { $code }
vouchers-one = { $reward }

## Friends

refer-none = Зараз бонусу за запрошення друзів немає.
refer-code = Ваш код запрошення: { $code }
refer-link = Ваше посилання: { $link }
refer-reward = Після першої покупки друга від { $minimum }. Вам: { $referrer }. Другові: { $friend }.
refer-friends = Приєдналося друзів: { $joined }, уже з покупкою: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-qualified = ✅ { $name }, { $date }
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
notifications-title = Що вам надсилати? Торкніться, щоб змінити.
notifications-paused = Сповіщення призупинено.
switch-telegram-service = { $state ->
    [on] ✅ Бали й покупки – тут
   *[off] ⬜ Бали й покупки – тут
}
switch-telegram-offers = { $state ->
    [on] ✅ Пропозиції – тут
   *[off] ⬜ Пропозиції – тут
}
switch-sms-service = { $state ->
    [on] ✅ Бали й покупки – в SMS
   *[off] ⬜ Бали й покупки – в SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Пропозиції – в SMS
   *[off] ⬜ Пропозиції – в SMS
}
pause-done = Нічого не надсилатиму, доки не скажете. З вашими балами все як і раніше.
resume-done = Я знову на зв’язку. Надсилатиму лише те, на що ви погодилися.

## Privacy

privacy-what = У програмі «{ $program }» зберігаються ваше ім’я, мова, покупки та бали, а телефон і день народження – лише якщо ви їх вкажете. Усе це потрібно тільки для самої програми.
privacy-rights = Отримати всі свої дані, вийти з програми або все видалити можна просто тут.
privacy-fingerprint = Після видалення лишається тільки цифровий відбиток вашого акаунта, щоб подарунок за вступ діставався лише раз.
mydata-done = Ось усе, що ми про вас знаємо.
leave-done = Ви вийшли з програми. Ваші бали вас чекатимуть: { $points }.
forget-ask = Ваші ім’я, номер, день народження та повідомлення буде видалено. Повернути їх не вийде, і ви втратите: { $points }. Видалити все?
forget-kept = Нічого не видалено.
forget-done = Ваші дані видалено. Захочете – приєднуйтеся знову.
feedback-ask = Що хочете нам сказати? Напишіть наступним повідомленням.
feedback-done = Дякуємо! У магазині це обов’язково прочитають.

## Help

help-title = «{ $program }»: ось що я розумію.
help-guest = Ви ще не з нами, але приєднатися можна одним дотиком.
help-line = { $word } – { $does }
not-understood = Вибачте, не розумію. Може, щось із цього?
not-understood-guest = Вибачте, не розумію. Хочете приєднатися до нашої програми лояльності?
private-only = Напишіть мені в особисті: ваші бали – лише ваша справа.

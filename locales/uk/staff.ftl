### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = касир
role-manager = менеджер
role-owner = власник
role-needed = Для цього потрібна роль: { $role }. Змінити вашу може власник.

staff-home = Ви тут працюєте. Ваша роль: { $role }. { $program }
staff-title = Команда:
staff-line = { $name } – { $role }, з { $since }
staff-open = { $name } – { $role }
staff-add = + { $role }
staff-make = Роль: { $role }
staff-invitation = Запрошення до команди, роль: { $role }. Діє один раз. Останній день: { $date }
    Надішліть посилання цій людині або дайте відсканувати код:
    { $link }
staff-welcome = Ласкаво просимо до команди «{ $program }»! Ваша роль: { $role }. Усе, що ви можете, – у меню.
staff-changed = { $name } – тепер роль: { $role }.
staff-sure = Вилучити з команди: { $name }?
staff-gone = { $name } більше не в команді.
staff-told-joined = У команді новачок: { $name }. Роль: { $role }.
staff-told-role = { $name } – тепер роль: { $role }.
staff-told-gone = Більше не в команді: { $name }. Роль: { $role }.

mute-title = Про що вам писати. Торкніться, щоб змінити.
mute-is-on = 🔔 { $alarm }
mute-is-off = 🔕 { $alarm }
alarm-staff = хто приходить у команду чи йде з неї

## The audit trail. $points is signed: "+12".

audit-none = Поки що нічого.
audit-day = { $date }
audit-line = { $time } · { $who }: { $what }
audit-invited = запрошення, роль: { $role }
audit-joined = тепер у команді, роль: { $role }
audit-role = { $person }, роль: { $role }
audit-dismissed = { $person } більше не в команді
audit-sold = { $name } · { $sum } · { $points } · покупка { $about }
audit-used = { $name } · купон { $about }
audit-handed = { $name } · { $points } · винагорода, { $about }
audit-undone = { $name } · { $points } · скасовано: { $about }
audit-undone-voucher = { $name } · скасовано: { $about }
audit-undone-by-hand = { $name } · { $points } · скасовано
audit-undone-receipt = { $sum } · скасовано код чека { $about }

alarm-grants = нарахування, що потребують другої людини
alarm-guesses = хто перебирає картки й коди
staff-told-asked = { $person } просить нарахувати: { $points }. Кому: { $name }. Причина: { $reason }
staff-told-asked-take = { $person } просить списати: { $points }. У кого: { $name }. Причина: { $reason }
staff-told-granted = Підтверджено. Хто: { $person }. { $name }, { $points }.
staff-told-refused = Відхилено. Хто: { $person }. { $name }, { $points }.
staff-told-guesses = ⚠️ Хтось перебирає картки, коди або запрошення; його на якийсь час зупинено. Id у Telegram або номер: { $person }

manage-how-grant = Напишіть: нарахувати КАРТКА БАЛИ ПРИЧИНА. Замість картки можна номер телефону.
    .balance = Напишіть: нарахувати КАРТКА ЧИСЛО ПРИЧИНА. Замість картки можна номер телефону.
manage-how-take = Напишіть: списати КАРТКА БАЛИ ПРИЧИНА. Замість картки можна номер телефону.
    .balance = Напишіть: списати КАРТКА ЧИСЛО ПРИЧИНА. Замість картки можна номер телефону.
manage-how-block = Напишіть після цього слова номер картки чи телефону.
manage-ask-find = Ім’я чи прізвище, номер телефону, картка або e-mail?
manage-none = Нікого не знайдено. Досить початку імені чи прізвища, від двох літер.
manage-found = { $name } · { $tier } · { $points }
    { $card } { $phone }
manage-waits = { $name }, { $points }: це більше, ніж ви можете самостійно. Запит надіслано другій людині.
manage-granted = ✅ { $name }, нараховано: { $points }. Баланс: { $balance }
manage-taken = ✅ { $name }, списано: { $points }. Баланс: { $balance }
manage-refused = { $name }, { $points }: відхилено.
manage-blocked = ⛔ Заблоковано: { $name }
manage-unblocked = ✅ Розблоковано: { $name }
audit-granted = { $name } · { $points } · { $reason }
audit-asked = { $name } · { $points } · запит другій людині: { $reason }
audit-approved = { $name } · { $points } · підтверджено: { $reason }
audit-refused = { $name } · { $points } · відхилено: { $reason }
audit-blocked = { $name } · заблоковано
audit-unblocked = { $name } · розблоковано
audit-receipt = { $sum } · код чека

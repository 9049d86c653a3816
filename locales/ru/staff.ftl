### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = кассир
role-manager = менеджер
role-owner = владелец
role-needed = Для этого нужна роль: { $role }. Изменить вашу может владелец.

staff-home = Вы здесь работаете. Ваша роль: { $role }. { $program }
staff-title = Команда:
staff-line = { $name } — { $role }, с { $since }
staff-open = { $name } — { $role }
staff-add = + { $role }
staff-make = Роль: { $role }
staff-invitation = Приглашение в команду, роль: { $role }. Действует один раз. Последний день: { $date }
    Отправьте ссылку этому человеку или дайте отсканировать код:
    { $link }
staff-welcome = Добро пожаловать в команду «{ $program }»! Ваша роль: { $role }. Всё, что вы можете, — в меню.
staff-changed = { $name } — теперь роль: { $role }.
staff-sure = Убрать из команды: { $name }?
staff-gone = { $name } больше не в команде.
staff-told-joined = В команде новый человек: { $name }. Роль: { $role }.
staff-told-role = { $name } — теперь роль: { $role }.
staff-told-gone = Больше не в команде: { $name }. Роль: { $role }.

mute-title = О чём вам писать. Нажмите, чтобы изменить.
mute-is-on = 🔔 { $alarm }
mute-is-off = 🔕 { $alarm }
alarm-staff = кто приходит в команду или уходит из неё

## The audit trail. $points is signed: "+12".

audit-none = Пока ничего.
audit-day = { $date }
audit-line = { $time } · { $who }: { $what }
audit-invited = приглашение, роль: { $role }
audit-joined = теперь в команде, роль: { $role }
audit-role = { $person }, роль: { $role }
audit-dismissed = { $person } больше не в команде
audit-sold = { $name } · { $sum } · { $points } · покупка { $about }
audit-used = { $name } · купон { $about }
audit-handed = { $name } · { $points } · награда, { $about }
audit-undone = { $name } · { $points } · отменено: { $about }
audit-undone-voucher = { $name } · отменено: { $about }
audit-undone-by-hand = { $name } · { $points } · отменено
audit-undone-receipt = { $sum } · отменён код чека { $about }

alarm-grants = начисления, которым нужен второй человек
alarm-guesses = кто перебирает карты и коды
staff-told-asked = { $person } просит начислить: { $points }. Кому: { $name }. Причина: { $reason }
staff-told-asked-take = { $person } просит списать: { $points }. У кого: { $name }. Причина: { $reason }
staff-told-granted = Подтверждено. Кто: { $person }. { $name }, { $points }.
staff-told-refused = Отклонено. Кто: { $person }. { $name }, { $points }.
staff-told-guesses = ⚠️ Кто-то перебирает карты, коды или приглашения; его на время остановили. Id в Telegram или номер: { $person }

manage-how-grant = Напишите: начислить КАРТА БАЛЛЫ ПРИЧИНА. Вместо карты можно номер телефона.
    .balance = Напишите: начислить КАРТА ЧИСЛО ПРИЧИНА. Вместо карты можно номер телефона.
manage-how-take = Напишите: списать КАРТА БАЛЛЫ ПРИЧИНА. Вместо карты можно номер телефона.
    .balance = Напишите: списать КАРТА ЧИСЛО ПРИЧИНА. Вместо карты можно номер телефона.
manage-how-block = Напишите после этого слова номер карты или телефона.
manage-ask-find = Имя или фамилия, номер телефона, карта или e-mail?
manage-none = Никого не нашлось. Достаточно начала имени или фамилии, от двух букв.
manage-found = { $name } · { $tier } · { $points }
    { $card } { $phone }
manage-waits = { $name }, { $points }: это больше, чем вы можете сами. Запрос отправлен второму человеку.
manage-granted = ✅ { $name }, начислено: { $points }. Баланс: { $balance }
manage-taken = ✅ { $name }, списано: { $points }. Баланс: { $balance }
manage-refused = { $name }, { $points }: отклонено.
manage-blocked = ⛔ Заблокировано: { $name }
manage-unblocked = ✅ Разблокировано: { $name }
audit-granted = { $name } · { $points } · { $reason }
audit-asked = { $name } · { $points } · запрос второму человеку: { $reason }
audit-approved = { $name } · { $points } · подтверждено: { $reason }
audit-refused = { $name } · { $points } · отклонено: { $reason }
audit-blocked = { $name } · заблокировано
audit-unblocked = { $name } · разблокировано
audit-receipt = { $sum } · код чека

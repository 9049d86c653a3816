### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = кассир
role-manager = менеджер
role-owner = владелец

staff-home = Вы здесь работаете. Ваша роль: { $role }. { $program }
staff-title = Команда:
staff-line = { $name } – { $role }, с { $since }
staff-open = { $name } – { $role }
staff-add = + { $role }
staff-make = Роль: { $role }
staff-invitation = Приглашение в команду, роль: { $role }. Действует один раз. Последний день: { $date }
    Отправьте ссылку этому человеку или дайте отсканировать код:
    { $link }
staff-welcome = Добро пожаловать в команду «{ $program }»! Ваша роль: { $role }. Всё, что вы можете, – в меню.
staff-changed = { $name } – теперь роль: { $role }.
staff-sure = Убрать из команды: { $name }?
staff-gone = { $name } больше не в команде.
staff-told-joined = В команде новый человек: { $name }. Роль: { $role }.
staff-told-role = { $name } – теперь роль: { $role }.
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

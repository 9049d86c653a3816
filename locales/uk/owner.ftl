### Owners: the rules, campaigns, what members say, alarms.

word-program = програма, правила програми
word-campaigns = кампанії
word-opinions = думки, відгуки, що кажуть учасники
word-answer = відповісти
word-reply = відповідь

menu-program = правила: подивитися, змінити файлом, попередні версії
menu-campaigns = автоматичні повідомлення учасникам
menu-opinions = що кажуть учасники

button-program = 📜 Правила
button-campaigns = Кампанії
button-opinions = 💬 Що кажуть учасники
button-answer = 💬 Відповісти
button-answer-to = Відповісти: { $name }
button-tomorrow = Хто що отримав би завтра
button-rulebook-file = 📄 Файл
button-rulebook-history = Попередні версії
button-rulebook-apply = ✅ Увімкнути
button-rulebook-drop = Лишити як є
button-rulebook-back = Назад до версії { $version }

program-title = 📜 Чинні правила, версія { $version }:
program-hint = Щоб змінити їх, надішліть сюди файл програми (.toml) документом. Спершу покажу, що зміниться.
program-would = Ось що змінилося б:
program-nothing-yet = Поки що нічого не змінено.
program-kept = Нічого не змінено.
program-applied = ✅ Версія { $version } чинна. Хто переходить на інший рівень, перейде протягом хвилини.
program-version = { $version } – { $date }, { $by }
program-by-settings = перший запуск
program-by-command = командний рядок
program-no-difference = Учасники не помітять різниці.
program-gone = ➖ { $said }
program-new = ➕ { $said }
program-moves = Перейдуть із { $before } на { $after }: { $count }
program-stays = Збережуть { $tier }, хоча тепер не досягли б: { $count }
program-speaks = Мова спілкування буде «{ $after }» замість «{ $before }»: { $count }
campaigns-title = Автоматичні повідомлення учасникам. Торкніться, щоб побачити, як працює.
campaigns-on = ✅ { $campaign }
campaigns-paused = ⏸ { $campaign }
campaigns-sent = Днів: { $days }. Надіслано { $sent }, не вдалося { $failed }, чекають { $waiting }
campaigns-no-control = Без контрольної групи не видно, що це дає: додайте control = 10 у файл програми.
campaigns-told = Отримали: { $members }, купили за 14 днів: { $buyers }
campaigns-held = Не отримали навмисне: { $members }, теж купили: { $buyers }
campaigns-lift = Тож на сотню це дає від { $low } до { $high } покупців (у 19 випадках із 20).
campaigns-tomorrow = { $campaign }: { $count }
campaigns-nobody = Станом на зараз завтра ніхто нічого не отримає.
opinions-none = На все відповіли.
opinions-ask = Напишіть відповідь наступним повідомленням.
opinions-answered = Відповідь отримає: { $name }
staff-feedback = 💬 { $name }: { $text }
staff-delivery = ⚠️ Повідомлення не доходять: { $count } за годину. Причину скажуть `loyalty doctor` і `loyalty outbox list`.
staff-generous = ⚠️ { $name } – нарахувань вручну сьогодні: { $count }, одному учаснику до { $same }. Разом: { $given }
staff-digest = 📊 Тиждень { $first } – { $last }
    Приєдналися: { $joined }
    Покупок: { $orders }, разом { $sum }
    Покупців: { $buyers }
    Нараховано: { $points }
    Витрачено: { $spent }
    Згоріло: { $expired }
alarm-feedback = що кажуть учасники
alarm-delivery = повідомлення, що не доходять
alarm-generous = надто часті нарахування вручну
alarm-digest = цифри за тиждень
notice-answer = 💬 Магазин відповідає: { $text }
    Ви писали: { $said }
error-file-not-read = Не можу прочитати «{ $name }». Надішліть файл програми документом із назвою на .toml, до 400 КБ тексту.
error-program-refused = Це ще не програма. Нічого не змінено. За рядками:
    { $problems }
error-program-draft-gone = Це не те, що я востаннє показував. Надішліть файл ще раз.
error-unknown-version = Версії { $version } не було.
error-unknown-campaign = У програмі немає кампанії «{ $campaign }».
error-feedback-gone = Цього повідомлення вже немає.

audit-sent = розсилка { $about } надіслана
audit-program = програма: увімкнено версію { $about }
audit-paused = пауза: { $about }
audit-resumed = далі: { $about }
audit-stopped = скасовано: { $about }
audit-answered = { $name } · відповідь

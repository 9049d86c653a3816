### Owners: the rules, campaigns, what members say, alarms.

word-program = программа, правила программы
word-campaigns = кампании
word-opinions = мнения, отзывы, что говорят участники
word-answer = ответить
word-reply = ответ

menu-program = правила: посмотреть, изменить файлом, прежние версии
menu-campaigns = автоматические сообщения участникам
menu-opinions = что говорят участники

button-program = 📜 Правила
button-campaigns = Кампании
button-opinions = 💬 Что говорят участники
button-answer = 💬 Ответить
button-answer-to = Ответить: { $name }
button-tomorrow = Кто что получил бы завтра
button-rulebook-file = 📄 Файл
button-rulebook-history = Прежние версии
button-rulebook-apply = ✅ Включить
button-rulebook-drop = Оставить как есть
button-rulebook-back = Назад к версии { $version }

program-title = 📜 Действующие правила, версия { $version }:
program-hint = Чтобы изменить их, пришлите сюда файл программы (.toml) документом. Сначала покажу, что изменится.
program-would = Вот что изменилось бы:
program-nothing-yet = Пока ничего не изменено.
program-kept = Ничего не изменено.
program-applied = ✅ Версия { $version } действует. Кто переходит на другой уровень, перейдёт в течение минуты.
program-version = { $version } — { $date }, { $by }
program-by-settings = первый запуск
program-by-command = командная строка
program-no-difference = Участники не заметят разницы.
program-gone = ➖ { $said }
program-new = ➕ { $said }
program-moves = Перейдут с { $before } на { $after }: { $count }
program-stays = Сохранят { $tier }, хотя теперь не достигли бы: { $count }
program-speaks = Язык общения будет «{ $after }» вместо «{ $before }»: { $count }
campaigns-title = Автоматические сообщения участникам. Нажмите, чтобы увидеть, как работает.
campaigns-on = ✅ { $campaign }
campaigns-paused = ⏸ { $campaign }
campaigns-sent = Дней: { $days }. Отправлено { $sent }, не удалось { $failed }, ждут { $waiting }
campaigns-no-control = Без контрольной группы не видно, что это даёт: добавьте control = 10 в файл программы.
campaigns-told = Получили: { $members }, купили за 14 дней: { $buyers }
campaigns-held = Не получили намеренно: { $members }, тоже купили: { $buyers }
campaigns-lift = Значит, на сотню это даёт от { $low } до { $high } покупателей (в 19 случаях из 20).
campaigns-tomorrow = { $campaign }: { $count }
campaigns-nobody = По состоянию на сейчас завтра никто ничего не получит.
opinions-none = На всё ответили.
opinions-ask = Напишите ответ следующим сообщением.
opinions-answered = Ответ получит: { $name }
staff-feedback = 💬 { $name }: { $text }
staff-delivery = ⚠️ Сообщения не доходят: { $count } за час. Причину скажут `loyalty doctor` и `loyalty outbox list`.
staff-generous = ⚠️ { $name } — начислений вручную сегодня: { $count }, одному участнику до { $same }. Всего: { $given }
staff-digest = 📊 Неделя { $first } – { $last }
    Присоединились: { $joined }
    Покупок: { $orders }, всего { $sum }
    Покупателей: { $buyers }
    Начислено: { $points }
    Потрачено: { $spent }
    Сгорело: { $expired }
alarm-feedback = что говорят участники
alarm-delivery = сообщения, которые не доходят
alarm-generous = слишком частые начисления вручную
alarm-digest = цифры за неделю
notice-answer = 💬 Магазин отвечает: { $text }
    Вы писали: { $said }
error-file-not-read = Не могу прочитать «{ $name }». Пришлите файл программы документом с именем на .toml, до 400 КБ текста.
error-program-refused = Это ещё не программа. Ничего не изменено. По строкам:
    { $problems }
error-program-draft-gone = Это не то, что я показывал в последний раз. Пришлите файл ещё раз.
error-unknown-version = Версии { $version } не было.
error-unknown-campaign = В программе нет кампании «{ $campaign }».
error-feedback-gone = Этого сообщения уже нет.

audit-sent = рассылка { $about } отправлена
audit-program = программа: включена версия { $about }
audit-paused = пауза: { $about }
audit-resumed = дальше: { $about }
audit-stopped = отменено: { $about }
audit-answered = { $name } · ответ

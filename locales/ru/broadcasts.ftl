### Рассылки: что владелец пишет многим сразу и как далеко это зашло.

notice-broadcast-text = { $text }
button-own = { $label }
broadcast-title = 📣 Рассылка { $number }: { $stage ->
    [waiting] ждёт своего времени
    [running] отправляется
    [paused] на паузе
    [cancelled] отменена
   *[done] завершена
}
broadcast-waits = Уйдёт { $date } с { $hour }:00 по местному времени каждого участника.
broadcast-counts = Участников: { $members }
    Отправлено: { $sent }
    Ждут: { $waiting }
    Не удалось: { $failed }
    Не отправляем: { $stopped }
broadcast-reason =   { $reason }: { $count }
broadcast-why-consent = не соглашались на предложения
broadcast-why-address = некуда писать
broadcast-why-blocked = заблокировали бота
broadcast-why-enough = уже получают достаточно сообщений
broadcast-why-hours = была бы ночь
broadcast-why-late = слишком поздно
broadcast-why-other = другие причины
broadcast-taps = Нажали кнопку: { $count }
broadcast-taps-unknown = Ссылку ещё никто не открыл или открытия не считаются: для этого нужен LOYALTY_PUBLIC_URL.
broadcast-followed = Открыли ссылку: { $count }
broadcast-sms = SMS: частей { $parts }, пока стоит { $cost }
broadcast-field = { $example } — { $means }
broadcast-gift = 🎁 { $title }
broadcast-start = 📣 Кому написать?
broadcast-ask-who = Напишите, кому, например: tier=silver and bought>60. Соединяйте через and, or, not и скобки. Можно спросить:
broadcast-field-tier = уровень
broadcast-field-language = язык
broadcast-field-bought = последняя покупка: меньше (<) или больше (>) дней назад
broadcast-field-orders = сколько раз покупали
broadcast-field-balance = баллы
    .balance = баланс
broadcast-field-expiring = баллы, которые сгорят за столько дней
    .balance = что сгорит за столько дней
broadcast-field-birthday = месяц дня рождения
broadcast-field-category = что покупали
broadcast-field-joined = присоединились столько дней назад
broadcast-field-rfm = как покупают: new, best, loyal, sleeping, lost, never
broadcast-field-missing = сколько баллов не хватает до следующего уровня
    .balance = сколько не хватает до следующего уровня
broadcast-field-source = откуда узнали о нас
broadcast-ask-text = Напишите текст на этом языке: { $language }. Можно вставить {"{"}name{"}"}, {"{"}points{"}"} и {"{"}tier{"}"}: каждый увидит своё.
broadcast-ask-picture = Пришлите картинку сейчас. В SMS её не будет.
broadcast-draft-picture = С картинкой
broadcast-ask-button = Напишите, что на кнопке, а в конце — куда она ведёт: адрес сайта или слово бота. Например: Посмотреть награды rewards
broadcast-ask-offer = Что подарить вместе с сообщением? Выберите или напишите число баллов, короткое имя награды или «x2 7»: двойное начисление на неделю. Если другой множитель участника больше, действует он.
    .balance = Что подарить вместе с сообщением? Выберите или напишите число, короткое имя награды или «x2 7»: двойное начисление на неделю. Если другой множитель участника больше, действует он.
broadcast-ask-when = Когда? Выберите или напишите день и час, например 24.12 18:00. Час — по местному времени каждого участника.
broadcast-preview = Вот как это видите вы:
broadcast-goes = Рассылка { $number } пошла. Как идут дела, покажу в следующем сообщении.
broadcast-draft-large = 📣 Черновик. Кому: { $whom } (посчитаю перед отправкой)
broadcast-draft-for = 📣 Черновик. Кому: { $whom } — участников: { $count }
broadcast-all = всем
broadcast-draft-text = { $language }: { $text }
broadcast-draft-no-text = { $language }: текста ещё нет
broadcast-draft-button = Кнопка: { $label }
broadcast-draft-offer = Вместе с ним: { $given }
broadcast-by-telegram = Только в Telegram
broadcast-by-sms = Только SMS
broadcast-by-both = В Telegram, а если нельзя — SMS
broadcast-draft-on = { $date } с { $hour }:00 по местному времени каждого
broadcast-draft-now = Сразу, как только скажете
broadcast-write = ✍️ { $language }
broadcast-reach = Участников: { $members }, напишем: { $reached }
broadcast-reach-telegram = В Telegram: { $count }
broadcast-reach-sms = SMS: { $count }
broadcast-reach-none = Не соглашались на предложения или некуда писать: { $count }
broadcast-asleep = Сейчас спят, получат утром: { $count }
broadcast-gives = Всего подарим: { $count }
broadcast-sms-cost = SMS: около { $parts } частей, примерно { $cost } по последним ценам
broadcast-sms-parts = SMS: около { $parts } частей. Сколько стоит часть, станет известно после первой.

## How broadcasts say no.

error-segment-broken = Отсюда не могу прочитать: «{ $at }». Например: tier=silver and bought>60
error-segment-unknown-field = О «{ $field }» спросить нельзя. Можно: { $known }
error-segment-value-refused = «{ $field }{ $value }» здесь так не спросить. Например: { $example }
error-broadcast-gone = Этой рассылки уже нет, или её так не изменить. Начните со слова: /broadcast
error-broadcast-needs-text = Сначала напишите текст.
error-broadcast-text-too-long = Текст слишком длинный. Не больше знаков: { $most }.
error-broadcast-unknown-field = «{ $field }» вставить нельзя. Можно name, points и tier в фигурных скобках.
error-broadcast-link-refused = Кнопка должна вести на сайт (https://…) или к одному слову бота, а надпись — не длиннее 40 знаков.
error-broadcast-offer-refused = Это подарить нельзя. Напишите число баллов, короткое имя награды или «x2 7»: двойное начисление на неделю.
    .balance = Это подарить нельзя. Напишите число, короткое имя награды или «x2 7»: двойное начисление на неделю.
error-broadcast-day-refused = Это не день впереди в течение года или не час. Например: 24.12 18:00

### Розсилки: що власник пише багатьом одразу і як далеко це зайшло.

notice-broadcast-text = { $text }
button-own = { $label }
broadcast-title = 📣 Розсилка { $number }: { $stage ->
    [waiting] чекає свого часу
    [running] надсилається
    [paused] на паузі
    [cancelled] скасована
   *[done] завершена
}
broadcast-waits = Піде { $date } з { $hour }:00 за місцевим часом кожного учасника.
broadcast-counts = Учасників: { $members }
    Надіслано: { $sent }
    Чекають: { $waiting }
    Не вдалося: { $failed }
    Не надсилаємо: { $stopped }
broadcast-reason =   { $reason }: { $count }
broadcast-why-consent = не погоджувалися на пропозиції
broadcast-why-address = немає куди писати
broadcast-why-blocked = заблокували бота
broadcast-why-enough = уже отримують досить повідомлень
broadcast-why-hours = була б ніч
broadcast-why-late = запізно
broadcast-why-other = інші причини
broadcast-taps = Натиснули кнопку: { $count }
broadcast-taps-unknown = Посилання ще ніхто не відкрив або відкриття не рахуються: для цього потрібен LOYALTY_PUBLIC_URL.
broadcast-followed = Відкрили посилання: { $count }
broadcast-sms = SMS: частин { $parts }, поки що коштує { $cost }
broadcast-field = { $example } – { $means }
broadcast-gift = 🎁 { $title }
broadcast-start = 📣 Кому написати?
broadcast-ask-who = Напишіть, кому, наприклад: tier=silver and bought>60. Поєднуйте через and, or, not і дужки. Можна запитати:
broadcast-field-tier = рівень
broadcast-field-language = мова
broadcast-field-bought = остання покупка: менше (<) чи більше (>) днів тому
broadcast-field-orders = скільки разів купували
broadcast-field-balance = бали
    .balance = баланс
broadcast-field-expiring = бали, що згорять за стільки днів
    .balance = що згорить за стільки днів
broadcast-field-birthday = місяць дня народження
broadcast-field-category = що купували
broadcast-field-joined = приєдналися стільки днів тому
broadcast-field-rfm = як купують: new, best, loyal, sleeping, lost, never
broadcast-field-missing = скільки балів бракує до наступного рівня
    .balance = скільки бракує до наступного рівня
broadcast-field-source = звідки дізналися про нас
broadcast-ask-text = Напишіть текст цією мовою: { $language }. Можна вставити {"{"}name{"}"}, {"{"}points{"}"} і {"{"}tier{"}"}: кожен побачить своє.
broadcast-ask-picture = Надішліть картинку зараз. В SMS її не буде.
broadcast-draft-picture = З картинкою
broadcast-ask-button = Напишіть, що на кнопці, а в кінці – куди вона веде: адреса сайту або слово бота. Наприклад: Переглянути винагороди rewards
broadcast-ask-offer = Що подарувати разом із повідомленням? Оберіть або напишіть кількість балів, коротку назву винагороди чи «x2 7»: подвійне нарахування на тиждень. Якщо інший множник учасника більший, діє він.
    .balance = Що подарувати разом із повідомленням? Оберіть або напишіть число, коротку назву винагороди чи «x2 7»: подвійне нарахування на тиждень. Якщо інший множник учасника більший, діє він.
broadcast-ask-when = Коли? Оберіть або напишіть день і годину, наприклад 24.12 18:00. Година – за місцевим часом кожного учасника.
broadcast-preview = Ось як це бачите ви:
broadcast-goes = Розсилка { $number } пішла. Як іде справа, покажу в наступному повідомленні.
broadcast-draft-large = 📣 Чернетка. Кому: { $whom } (порахую перед надсиланням)
broadcast-draft-for = 📣 Чернетка. Кому: { $whom } – учасників: { $count }
broadcast-all = усім
broadcast-draft-text = { $language }: { $text }
broadcast-draft-no-text = { $language }: тексту ще немає
broadcast-draft-button = Кнопка: { $label }
broadcast-draft-offer = Разом із ним: { $given }
broadcast-by-telegram = Лише в Telegram
broadcast-by-sms = Лише SMS
broadcast-by-both = У Telegram, а як ні – SMS
broadcast-draft-on = { $date } з { $hour }:00 за місцевим часом кожного
broadcast-draft-now = Одразу, щойно скажете
broadcast-write = ✍️ { $language }
broadcast-reach = Учасників: { $members }, напишемо: { $reached }
broadcast-reach-telegram = У Telegram: { $count }
broadcast-reach-sms = SMS: { $count }
broadcast-reach-none = Не погоджувалися на пропозиції або немає куди писати: { $count }
broadcast-asleep = Зараз сплять, отримають уранці: { $count }
broadcast-gives = Усього подаруємо: { $count }
broadcast-sms-cost = SMS: близько { $parts } частин, приблизно { $cost } за останніми цінами
broadcast-sms-parts = SMS: близько { $parts } частин. Скільки коштує частина, стане відомо після першої.

## How broadcasts say no.

error-segment-broken = Звідси не можу прочитати: «{ $at }». Наприклад: tier=silver and bought>60
error-segment-unknown-field = Про «{ $field }» запитати не можна. Можна: { $known }
error-segment-value-refused = «{ $field }{ $value }» тут так не запитати. Наприклад: { $example }
error-broadcast-gone = Цієї розсилки вже немає, або її так не змінити. Почніть зі слова: /broadcast
error-broadcast-needs-text = Спершу напишіть текст.
error-broadcast-text-too-long = Текст задовгий. Щонайбільше знаків: { $most }.
error-broadcast-unknown-field = «{ $field }» вставити не можна. Можна name, points і tier у фігурних дужках.
error-broadcast-link-refused = Кнопка має вести на сайт (https://…) або до одного слова бота, а напис – щонайбільше 40 знаків.
error-broadcast-offer-refused = Цього подарувати не можна. Напишіть кількість балів, коротку назву винагороди або «x2 7»: подвійне нарахування на тиждень.
    .balance = Цього подарувати не можна. Напишіть число, коротку назву винагороди або «x2 7»: подвійне нарахування на тиждень.
error-broadcast-day-refused = Це не день попереду впродовж року або не година. Наприклад: 24.12 18:00

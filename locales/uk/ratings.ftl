### Оцінки: зірки за покупку й кілька слів до них.

word-rate = оцінка, оцінити
word-rate-words = оцінка словами
rating-units = зірка, зірки, зірок, зірочка, зірочки, зірочок, з 5, із 5
menu-rate = оцінити покупку: оцінка 5
notice-rating-ask = ⭐ Як вам покупка від { $date }? Скільки зірок поставите?
notice-rating-points = ⭐ Як вам покупка від { $date }? Скільки зірок поставите?
    За вашу оцінку: { $points }
button-stars-1 = ⭐ Погано
button-stars-2 = ⭐⭐ Не дуже
button-stars-3 = ⭐⭐⭐ Нормально
button-stars-4 = ⭐⭐⭐⭐ Добре
button-stars-5 = ⭐⭐⭐⭐⭐ Чудово
rating-done = { $stars } ({ $count } з 5). Дякуємо! Щоб змінити оцінку, оберіть інші зірки.
rating-points = За вашу оцінку: { $points }
rating-ask = Хочете щось додати? Просто напишіть.
rating-ask-low = Нам дуже шкода. Що було не так? Напишіть – магазин це прочитає.
rating-words-done = Дякуємо! Магазин це прочитає.
staff-rating = { $stars } { $name }, замовлення { $order }
staff-rating-worded = { $stars } { $name }, замовлення { $order }: { $text }
stats-rating = Оцінки: у середньому { $average }, усього { $count }
error-stars-not-understood = Напишіть, скільки зірок, від 1 до 5, і кілька слів, якщо хочете. Наприклад: оцінка 5 або: оцінка 2 Кава була холодна
error-rating-over = Зараз нема чого оцінювати або змінювати оцінку вже пізно.

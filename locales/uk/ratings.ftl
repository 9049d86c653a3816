### Оцінки: зірки за покупку й кілька слів до них.

word-rate = оцінка, оцінити
word-rate-words = оцінка словами
notice-rating-ask = ⭐ Як вам покупка { $date }? Торкніться зірок.
notice-rating-points = ⭐ Як вам покупка { $date }? Торкніться зірок.
    За вашу думку: { $points }
button-stars-1 = ⭐ Погано
button-stars-2 = ⭐⭐ Не дуже
button-stars-3 = ⭐⭐⭐ Нормально
button-stars-4 = ⭐⭐⭐⭐ Добре
button-stars-5 = ⭐⭐⭐⭐⭐ Чудово
rating-done = { $stars } ({ $count } з 5). Дякуємо! Щоб змінити, торкніться інших зірок.
rating-points = За вашу думку: { $points }
rating-ask = Хочете щось додати? Просто напишіть.
rating-ask-low = Нам дуже шкода. Що було не так? Напишіть, магазин це прочитає.
rating-words-done = Дякуємо! Магазин це прочитає.
staff-rating = { $stars } { $name }, замовлення { $order }
staff-rating-worded = { $stars } { $name }, замовлення { $order }: { $text }
stats-rating = Оцінки: у середньому { $average }, усього { $count }
error-stars-not-understood = Поставте від 1 до 5 зірок, наприклад: оцінка 5
error-rating-over = Зараз немає чого оцінювати, або змінювати вже пізно.

### Оценки: звёзды за покупку и несколько слов к ним.

word-rate = оценка, оценить
word-rate-words = оценка словами
rating-units = звезда, звезды, звёзды, звёзд, звёздочка, звёздочки, звёздочек, из 5
menu-rate = оценить покупку: оценка 5
notice-rating-ask = ⭐ Как вам покупка от { $date }? Сколько звёзд поставите?
notice-rating-points = ⭐ Как вам покупка от { $date }? Сколько звёзд поставите?
    За вашу оценку: { $points }
button-stars-1 = ⭐ Плохо
button-stars-2 = ⭐⭐ Не очень
button-stars-3 = ⭐⭐⭐ Нормально
button-stars-4 = ⭐⭐⭐⭐ Хорошо
button-stars-5 = ⭐⭐⭐⭐⭐ Отлично
rating-done = { $stars } ({ $count } из 5). Спасибо! Чтобы изменить оценку, выберите другие звёзды.
rating-points = За вашу оценку: { $points }
rating-ask = Хотите что-нибудь добавить? Просто напишите.
rating-ask-low = Нам очень жаль. Что было не так? Напишите — магазин это прочитает.
rating-words-done = Спасибо! Магазин это прочитает.
staff-rating = { $stars } { $name }, заказ { $order }
staff-rating-worded = { $stars } { $name }, заказ { $order }: { $text }
stats-rating = Оценки: в среднем { $average }, всего { $count }
error-stars-not-understood = Напишите, сколько звёзд, от 1 до 5, и пару слов, если хотите. Например: оценка 5 или: оценка 2 Кофе был холодный
error-rating-over = Сейчас нечего оценивать или менять оценку уже поздно.

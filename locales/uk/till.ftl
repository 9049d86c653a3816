### The till: what cashiers see. Short: there is a queue. $name is a first name and may be empty.

till-ask-who = Номер картки чи телефону?
till-ask-code = Код купона?
till-card-of-customer = Це картка для каси: її зчитує касир.
till-customer = 👤 { $name } · { $tier }
till-not-active = Цей клієнт вийшов із програми або заблокований.
till-balance = Можна витратити: { $points }
till-has = 🎟 { $reward }
till-can = 🎁 { $reward } – { $cost }
till-ask-sum = 👤 { $name } · { $sum }
till-ask-typed = Напишіть суму, наприклад 249,90, або наберіть кнопками разом із копійками.
till-key = { $figure }
till-key-back = ⌫
till-check = 👤 { $name } · { $sum }
till-category = Категорія: { $category }
till-as = { $category } …
till-to-pay = До сплати: { $sum }
till-which-sum = Це можна прочитати двояко. Яку суму ви мали на увазі: { $sums }?
till-large = 👤 { $name } · { $sum }
    ⚠️ Це дуже багато. Сума правильна?
till-large-receipt = ⚠️ { $sum } – це дуже багато. Сума правильна?
till-sold = ✅ { $name } · { $sum }
till-off = Знижка: { $sum }
till-earned = Нараховано: { $points }
till-choose = 👤 { $name }: що видаємо?
till-handed = ✅ { $name } · { $reward }. Можна видавати.
till-undone-sold = ↩ { $name } · { $sum }: скасовано.
till-undone-handed = ↩ { $name }: скасовано.
till-was-undone = Це вже скасовано. Почніть, будь ласка, спочатку.
till-unproven = Бали можна витратити лише з кодом, який телефон клієнта показує зараз: відскануйте його або напишіть після номера картки.
till-ask-receipt = Яка сума? Клієнт отримає код, за яким зарахує бали.
till-receipt = 🧾 { $sum }. Код: { $code }. Діє до { $date }
till-receipt-link = Дайте відсканувати код або відкрити { $link }
till-undone-receipt = ↩ { $sum }: код чека відкликано.
till-undone-claimed = ↩ { $name } · { $sum }: скасовано. Код чека більше не діє.
till-undone-grant = ↩ { $name }, нарахування скасовано: { $points }
till-undone-take = ↩ { $name }, списання скасовано: { $points }

### The till: what cashiers see. Short: there is a queue. $name is a first name and may be empty.

till-ask-who = Номер карты или телефона?
till-ask-code = Код купона?
till-card-of-customer = Это карта для кассы: её сканирует кассир.
till-customer = 👤 { $name } · { $tier }
till-not-active = Этот клиент вышел из программы или заблокирован.
till-balance = Можно потратить: { $points }
till-has = 🎟 { $reward }
till-can = 🎁 { $reward } – { $cost }
till-ask-sum = 👤 { $name } · { $sum }
till-ask-typed = Напишите сумму, например 249,90, или наберите кнопками вместе с копейками.
till-key = { $figure }
till-key-back = ⌫
till-check = 👤 { $name } · { $sum }
till-category = Категория: { $category }
till-as = { $category } …
till-to-pay = К оплате: { $sum }
till-sold = ✅ { $name } · { $sum }
till-off = Скидка: { $sum }
till-earned = Начислено: { $points }
till-choose = 👤 { $name }: что выдаём?
till-handed = ✅ { $name } · { $reward }. Можно выдавать.
till-undone-sold = ↩ { $name } · { $sum }: отменено.
till-undone-handed = ↩ { $name }: отменено.
till-was-undone = Это уже отменено. Начните, пожалуйста, сначала.

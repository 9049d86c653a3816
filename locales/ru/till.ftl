### The till: what cashiers see. Short: there is a queue. $name is a first name and may be empty.

till-ask-who = Номер карты или телефона?
till-ask-code = Код купона?
till-card-of-customer = Это карта для кассы: её сканирует кассир.
till-customer = 👤 { $name } · { $tier }
till-not-active = Этот клиент вышел из программы или заблокирован.
till-balance = Можно потратить: { $points }
till-has = 🎟 { $reward }
till-can = 🎁 { $reward } — { $cost }
till-ask-sum = 👤 { $name } · { $sum }
till-ask-typed = Напишите сумму, например 249,90, или наберите кнопками вместе с копейками.
till-key = { $figure }
till-key-back = ⌫
till-check = 👤 { $name } · { $sum }
till-category = Категория: { $category }
till-as = { $category } …
till-to-pay = К оплате: { $sum }
till-which-sum = Это можно прочитать двояко. Какую сумму вы имели в виду: { $sums }?
till-large = 👤 { $name } · { $sum }
    ⚠️ Это очень много. Сумма верна?
till-large-receipt = ⚠️ { $sum } — это очень много. Сумма верна?
till-sold = ✅ { $name } · { $sum }
till-off = Скидка: { $sum }
till-earned = Начислено: { $points }
till-choose = 👤 { $name }: что выдаём?
till-handed = ✅ { $name } · { $reward }. Можно выдавать.
till-undone-sold = ↩ { $name } · { $sum }: отменено.
till-undone-handed = ↩ { $name }: отменено.
till-was-undone = Это уже отменено. Начните, пожалуйста, сначала.
till-unproven = Баллы можно потратить только с кодом, который телефон клиента показывает сейчас: отсканируйте его или напишите после номера карты.
till-ask-receipt = Какая сумма? Клиент получит код, по которому зачтёт баллы.
till-receipt = 🧾 { $sum }. Код: { $code }. Действует до { $date }
till-receipt-link = Дайте отсканировать код или открыть { $link }
till-undone-receipt = ↩ { $sum }: код чека отозван.
till-undone-claimed = ↩ { $name } · { $sum }: отменено. Код чека больше не действует.
till-undone-grant = ↩ { $name }, начисление отменено: { $points }
till-undone-take = ↩ { $name }, списание отменено: { $points }

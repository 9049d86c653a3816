### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = персонал, команда магазину, працівники, команда
word-mute = без звуку, тихо, про що писати

menu-staff = команда: запросити, змінити роль, вилучити
menu-mute = про що вам писати

button-staff = 👥 Команда
button-dismiss = Вилучити з команди
button-dismiss-yes = Так, вилучити
button-mute = 🔔 Про що писати

word-member = клієнт, клієнтка, покупець
word-order = покупка, чек, продаж
word-use = використати, погасити, купон
word-key = клавіша
word-sell = продати
word-hand = видати

menu-member = клієнт: клієнт 2040128169768
menu-order = покупка: покупка 2040128169768 249.90
menu-use = погасити купон за кодом

button-member = 👤 Клієнт
button-order = 💰 Покупка
button-hand = 🎁 Винагорода
button-use = 🎟 Купон
button-use-voucher = 🎟 { $reward }
button-hand-over = 🎁 { $reward } – { $cost }
button-take-back = ↩ Скасувати
button-customer = 👤 { $name }
button-key-done = ✅ { $sum }
button-sell = ✅ { $sum }
button-other-sum = Інша сума
button-sell-as = ✅ { $category }: { $sum }
button-sell-voucher = 🎟 { $reward } → { $sum }
button-sell-points = ⭐ { $cost } = −{ $sum }

word-audit = журнал дій, журнал, аудит
menu-audit = що робила команда

word-grant = нарахувати
word-take = списати
word-approve = підтвердити
word-refuse = відхилити
word-find = знайти, пошук
word-block = заблокувати
word-unblock = розблокувати

menu-grant = нарахувати бали: нарахувати 2040128169768 50 причина
    .balance = поповнити баланс: нарахувати 2040128169768 50 причина
menu-take = списати бали: списати 2040128169768 50 причина
    .balance = списати з балансу: списати 2040128169768 50 причина
menu-find = знайти учасника за іменем, телефоном чи поштою
menu-block = заблокувати учасника: заблокувати 2040128169768
menu-unblock = розблокувати учасника: розблокувати 2040128169768

button-find = 🔎 Знайти
button-approve = ✅ Підтвердити
button-refuse = ✖ Відхилити

word-receipt = код чека, квитанція
word-claim = зарахувати, код із чека, чек, код з чека, мій чек
menu-receipt = код для того, хто без картки: код чека 249.90
menu-claim = бали за кодом із чека
    .balance = нарахування за кодом із чека
button-claim = Отримати бали
    .balance = Зарахувати покупку
button-new-code = 🔄 Новий код

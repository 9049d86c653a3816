### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = персонал, команда магазина, сотрудники, команда
word-mute = без звука, тихо, о чём писать

menu-staff = команда: пригласить, сменить роль, убрать
menu-mute = о чём вам писать

button-staff = 👥 Команда
button-dismiss = Убрать из команды
button-dismiss-yes = Да, убрать
button-mute = 🔔 О чём писать

word-member = клиент, клиентка, покупатель
word-order = покупка, чек, продажа
word-use = использовать, погасить, купон
word-key = клавиша
word-sell = продать
word-hand = выдать

menu-member = клиент: клиент 2040128169768
menu-order = покупка: покупка 2040128169768 249.90
menu-use = погасить купон по коду

button-member = 👤 Клиент
button-order = 💰 Покупка
button-hand = 🎁 Награда
button-use = 🎟 Купон
button-use-voucher = 🎟 { $reward }
button-hand-over = 🎁 { $reward } — { $cost }
button-take-back = ↩ Отменить
button-customer = 👤 { $name }
button-key-done = ✅ { $sum }
button-sell = ✅ { $sum }
button-other-sum = Другая сумма
button-sell-as = ✅ { $category }: { $sum }
button-sell-voucher = 🎟 { $reward } → { $sum }
button-sell-points = ⭐ { $cost } = −{ $sum }

word-audit = журнал действий, журнал, аудит
menu-audit = что делала команда

word-grant = начислить
word-take = списать
word-approve = подтвердить
word-refuse = отклонить
word-find = найти, поиск
word-block = заблокировать
word-unblock = разблокировать

menu-grant = начислить баллы: начислить 2040128169768 50 причина
    .balance = пополнить баланс: начислить 2040128169768 50 причина
menu-take = списать баллы: списать 2040128169768 50 причина
    .balance = списать с баланса: списать 2040128169768 50 причина
menu-find = найти участника по имени, телефону или почте
menu-block = заблокировать участника: заблокировать 2040128169768
menu-unblock = разблокировать участника: разблокировать 2040128169768

button-find = 🔎 Найти
button-approve = ✅ Подтвердить
button-refuse = ✖ Отклонить

word-receipt = код чека, квитанция
word-claim = зачесть, код из чека, чек, мой чек
menu-receipt = код для того, кто без карты: код чека 249.90
menu-claim = баллы по коду из чека
    .balance = начисление по коду из чека
button-claim = Получить баллы
    .balance = Зачесть покупку
button-new-code = 🔄 Новый код

### What happened to one customer, as managers see it. $about is a campaign's id, $state and
### $channel are lines of this file, in lower case.

word-timeline = хронологія, що було
menu-timeline = усе, що було з клієнтом

timeline-ask = Чию історію показати? Напишіть, наприклад: хронологія 2040128169768 або номер телефону.
timeline-none = Більше нічого немає.
timeline-title = { $name }, картка { $card }. Спершу найновіше:
timeline-order = 🛒 { $date } · { $order } · { $sum } · { $state }
timeline-yes = ✅ { $date } · згода: { $purpose }, { $channel } ({ $source })
timeline-no = 🚫 { $date } · відмова: { $purpose }, { $channel } ({ $source })
timeline-message = ✉ { $date } · { $about } · { $state }
timeline-message-by = ✉ { $date } · { $about } · { $channel } · { $state }

timeline-telegram = Telegram
timeline-sms = SMS
timeline-console = консоль
timeline-marketing = пропозиції
timeline-transactional = службові повідомлення
timeline-source-chat = сказано в чаті
timeline-source-shop = повідомив магазин
timeline-source-import = із файлу
timeline-source-stop = надіслано STOP
timeline-source-start = надіслано START
timeline-source-carrier = повідомив оператор
timeline-placed = оформлено
timeline-paid = оплачено
timeline-fulfilled = доставлено
timeline-order-cancelled = скасовано
timeline-queued = чекає
timeline-sent = надіслано
timeline-delivered = доставлено
timeline-failed = не вдалося
timeline-blocked = клієнт заблокував бота
timeline-nowhere = не надіслано: немає куди писати
timeline-suppressed = не надіслано за правилами
timeline-unknown = невідомо, чи дійшло
timeline-cancelled = уже не потрібне
timeline-about-birthday = день народження
timeline-about-expiry = бали, що згорять
    .balance = що згорить
timeline-about-pending = бали вже доступні
    .balance = що вже доступне
timeline-about-tier = рівень
timeline-about-voucher = купон
timeline-about-reward = вистачає на винагороду
timeline-about-cart = залишений кошик
timeline-about-winback = запрошення повернутися
timeline-about-plan = підписка
timeline-about-dividend = дивіденд
timeline-about-anniversary = річниця
timeline-about-referral = друзі
timeline-about-purchase = покупка
timeline-about-taken = списано вручну
timeline-about-given = нараховано вручну
timeline-about-broadcast = розсилка { $number }

### What happened to one customer, as managers see it. $about is a campaign's id, $state and
### $channel are lines of this file, in lower case.

word-timeline = хронология, что было
menu-timeline = всё, что было с клиентом

timeline-ask = Чью историю показать? Напишите, например: хронология 2040128169768 или номер телефона.
timeline-none = Больше ничего нет.
timeline-title = { $name }, карта { $card }. Сначала новые:
timeline-order = 🛒 { $date } · { $order } · { $sum } · { $state }
timeline-yes = ✅ { $date } · согласие: { $purpose }, { $channel } ({ $source })
timeline-no = 🚫 { $date } · отказ: { $purpose }, { $channel } ({ $source })
timeline-message = ✉ { $date } · { $about } · { $state }
timeline-message-by = ✉ { $date } · { $about } · { $channel } · { $state }

timeline-telegram = Telegram
timeline-sms = SMS
timeline-console = консоль
timeline-marketing = предложения
timeline-transactional = служебные сообщения
timeline-source-chat = сказано в чате
timeline-source-shop = сообщил магазин
timeline-source-import = из файла
timeline-source-stop = прислано STOP
timeline-source-start = прислано START
timeline-source-carrier = сообщил оператор
timeline-placed = оформлен
timeline-paid = оплачен
timeline-fulfilled = доставлен
timeline-order-cancelled = отменён
timeline-queued = ждёт
timeline-sent = отправлено
timeline-delivered = доставлено
timeline-failed = не удалось
timeline-blocked = клиент заблокировал бота
timeline-nowhere = не отправлено: некуда писать
timeline-suppressed = не отправлено по правилам
timeline-unknown = неизвестно, дошло ли
timeline-cancelled = больше не нужно
timeline-about-birthday = день рождения
timeline-about-expiry = баллы, которые сгорят
    .balance = что сгорит
timeline-about-pending = баллы уже доступны
    .balance = что уже доступно
timeline-about-tier = уровень
timeline-about-voucher = купон
timeline-about-reward = хватает на награду
timeline-about-cart = оставленная корзина
timeline-about-winback = приглашение вернуться
timeline-about-plan = подписка
timeline-about-dividend = дивиденд
timeline-about-anniversary = годовщина
timeline-about-referral = друзья
timeline-about-purchase = покупка
timeline-about-taken = списано вручную
timeline-about-given = начислено вручную
timeline-about-broadcast = рассылка { $number }

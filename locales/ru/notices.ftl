### То, что участникам пишут без вопроса. Тексты простые; в SMS каждая буква стоит денег.
### $points, $cost, $given, $missing приходят готовыми, в именительном: после двоеточия или тире.

notice-own = { $text }
notice-with-offer = { $said }
    🎁 И подарок для вас: { $given }
notice-birthday-day = 🎂 С днём рождения! Подарок для вас: { $given }
notice-birthday-until = 🎂 С днём рождения! Подарок для вас: { $given }
    Действует до конца дня { $date }
notice-birthday-ahead = 🎂 Скоро ваш день рождения. { $date } вас ждёт подарок: { $given }
notice-expiry-warning = ⏳ Успейте использовать до { $date } включительно: { $points }
notice-expiry-buys = ⏳ Успейте использовать до { $date } включительно: { $points }
    Уже хватает на: { $reward }
notice-pending-free = ⭐ Уже можно тратить: { $points }
notice-tier-up = 🏅 У вас новый уровень: { $tier }
notice-tier-down = Ваш уровень теперь: { $tier }
notice-tier-keep = 🏅 Уровень { $tier } действует до { $date } включительно.
    Чтобы сохранить его, осталось: { $missing }
notice-tier-grant = 🎁 За уровень { $tier }: { $given }
notice-voucher-ending = ⏳ Успейте использовать до { $date } включительно: { $reward }
notice-voucher-given = 🎁 У вас новый купон: { $reward }
notice-reward-reach = 🎁 Уже хватает на: { $reward } ({ $cost })
notice-cart-left = 🛒 Ваша корзина ждёт вас.
notice-cart-worth = 🛒 Ваша корзина ждёт, и с вашими баллами она дешевле.
    { $points } — это скидка { $sum }.
    .balance = 🛒 Ваша корзина ждёт, и с вашим балансом она дешевле.
        { $points } — это скидка { $sum }.
notice-winback-missed = 👋 Давно вас не было. Загляните снова!
notice-winback-points = 👋 Давно вас не было. Вас ждёт: { $points }
notice-plan-renewal = { $title }: оплачено до { $date } включительно.
notice-plan-ended = { $title }: срок действия закончился. Возобновить можно в любое время.
notice-plan-grant = 🎁 { $title } даёт вам: { $given }
notice-dividend-paid = 💰 Ваш дивиденд за год: { $points }
notice-anniversary-day = { $years ->
    [one] 🎉 Вы с нами уже { $years } год. Спасибо!
    [few] 🎉 Вы с нами уже { $years } года. Спасибо!
    [many] 🎉 Вы с нами уже { $years } лет. Спасибо!
   *[other] 🎉 Вы с нами уже { $years } года. Спасибо!
}
notice-referral-joined = 🤝 Друг принял ваше приглашение.
notice-referral-paid = 🤝 Бонус за приглашение: { $given }
notice-referral-nudge = 🤝 Пригласите друга. Для вас: { $given }
notice-purchase-earned = ⭐ За покупку: { $points }
notice-purchase-pending = ⭐ За покупку: { $points }
    Тратить можно с { $date }
notice-purchase-waited = ⭐ За покупки до вступления: { $points }
notice-taken-order = Заказ { $order } изменён или возвращён. Списано: { $points }
notice-taken-friend = Покупка вашего друга возвращена. Списано: { $points }
notice-taken-grant = Отменено то, за что вы получили баллы. Списано: { $points }
    .balance = Отменено то, за что вы получили начисление. Списано: { $points }
notice-taken-hand = Магазин списал: { $points }
    Причина: { $reason }
notice-taken-undone = Ошибочное начисление отменено. Списано: { $points }
notice-given-hand = ⭐ От магазина: { $points }
    Причина: { $reason }
notice-given-undone = Ошибочное списание отменено. Возвращено: { $points }
button-cart = 🛒 В корзину
notice-purchase-paid = 💳 Оплачено баллами на кассе: { $points }
    .balance = 💳 Оплачено с баланса на кассе: { $points }
notice-purchase-handed = 🎁 Использовано на кассе: { $reward }

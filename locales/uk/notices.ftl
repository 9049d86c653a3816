### Те, що учасникам пишуть без запитання. Тексти прості; в SMS кожна літера коштує.
### $points, $cost, $given, $missing приходять готовими, у називному: після двокрапки чи тире.

notice-own = { $text }
notice-with-offer = { $said }
    🎁 І подарунок для вас: { $given }
notice-birthday-day = 🎂 З днем народження! Подарунок для вас: { $given }
notice-birthday-until = 🎂 З днем народження! Подарунок для вас: { $given }
    Діє до кінця дня { $date }
notice-birthday-ahead = 🎂 Скоро ваш день народження. { $date } на вас чекає подарунок: { $given }
notice-expiry-warning = ⏳ Встигніть використати до { $date } включно: { $points }
notice-expiry-buys = ⏳ Встигніть використати до { $date } включно: { $points }
    Уже вистачає на: { $reward }
notice-pending-free = ⭐ Уже можна витрачати: { $points }
notice-tier-up = 🏅 У вас новий рівень: { $tier }
notice-tier-down = Ваш рівень тепер: { $tier }
notice-tier-keep = 🏅 Рівень { $tier } діє до { $date } включно.
    Щоб зберегти його, залишилося: { $missing }
notice-tier-grant = 🎁 За рівень { $tier }: { $given }
notice-voucher-ending = ⏳ Встигніть використати до { $date } включно: { $reward }
notice-voucher-given = 🎁 У вас новий купон: { $reward }
notice-reward-reach = 🎁 Уже вистачає на: { $reward } ({ $cost })
notice-cart-left = 🛒 Ваш кошик чекає на вас.
notice-cart-worth = 🛒 Ваш кошик чекає, і з вашими балами він дешевший.
    { $points } – це знижка { $sum }.
    .balance = 🛒 Ваш кошик чекає, і з вашим балансом він дешевший.
        { $points } – це знижка { $sum }.
notice-winback-missed = 👋 Давно вас не було. Завітайте знову!
notice-winback-points = 👋 Давно вас не було. На вас чекає: { $points }
notice-plan-renewal = { $title }: оплачено до { $date } включно.
notice-plan-ended = { $title }: термін дії закінчився. Поновити можна будь-коли.
notice-plan-grant = 🎁 { $title } дає вам: { $given }
notice-dividend-paid = 💰 Ваш дивіденд за рік: { $points }
notice-anniversary-day = { $years ->
    [one] 🎉 Ви з нами вже { $years } рік. Дякуємо!
    [few] 🎉 Ви з нами вже { $years } роки. Дякуємо!
    [many] 🎉 Ви з нами вже { $years } років. Дякуємо!
   *[other] 🎉 Ви з нами вже { $years } року. Дякуємо!
}
notice-referral-joined = 🤝 Друг прийняв ваше запрошення.
notice-referral-paid = 🤝 Бонус за запрошення: { $given }
notice-referral-nudge = 🤝 Запросіть друга. Для вас: { $given }
notice-purchase-earned = ⭐ За покупку: { $points }
notice-purchase-pending = ⭐ За покупку: { $points }
    Витрачати можна від { $date }
notice-purchase-waited = ⭐ За покупки до вступу: { $points }
notice-taken-order = Замовлення { $order } змінено або повернено. Списано: { $points }
notice-taken-friend = Покупку вашого друга повернено. Списано: { $points }
notice-taken-grant = Скасовано те, за що ви отримали бали. Списано: { $points }
    .balance = Скасовано те, за що ви отримали нарахування. Списано: { $points }
notice-taken-hand = Магазин списав: { $points }
    Причина: { $reason }
notice-taken-undone = Помилкове нарахування скасовано. Списано: { $points }
notice-given-hand = ⭐ Від магазину: { $points }
    Причина: { $reason }
notice-given-undone = Помилкове списання скасовано. Повернуто: { $points }
button-cart = 🛒 До кошика
notice-purchase-paid = 💳 Сплачено балами на касі: { $points }
    .balance = 💳 Сплачено з балансу на касі: { $points }
notice-purchase-handed = 🎁 Використано на касі: { $reward }

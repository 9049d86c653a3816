### Купоны при оформлении заказа и баллы, только отложенные на купон.

voucher-checkout = В интернет-магазине введите код при оформлении заказа.
voucher-held = Пока это только отложено: если не воспользуетесь купоном, всё вернётся.
history-hold = №{ $number } · { $date } · { $points } · отложено на купон { $reference }
history-held-spent = №{ $number } · { $date } · купон { $reference } использован, отложенное потрачено
history-release = №{ $number } · { $date } · { $points } · возвращено, купон { $reference } не использован
why-hold = Запись №{ $number }, { $date }: { $points }, отложено на купон { $reference }. Если не воспользуетесь им вовремя, всё вернётся.
why-held-spent = Запись №{ $number }, { $date }: вы воспользовались купоном { $reference }, поэтому отложенное на него потрачено.
why-release = Запись №{ $number }, { $date }: { $points }, возвращено, потому что купон { $reference } вовремя не использован.
notice-voucher-released = ↩️ Вовремя не использовано: { $reward }
    Возвращено на счёт: { $points }
notice-voucher-charged = Вы сделали заказ с кодом на награду: { $reward }
    Поэтому за неё всё же списано: { $points }

### Купоны при оформлении заказа и баллы, только отложенные на купон.

voucher-checkout = В интернет-магазине введите код при оформлении заказа.
voucher-held = Пока баллы только отложены: если не воспользуетесь купоном, они вернутся.
history-hold = №{ $number } · { $date } · { $points } · отложено на купон { $reference }
history-held-spent = №{ $number } · { $date } · купон { $reference } использован, его баллы потрачены
history-release = №{ $number } · { $date } · { $points } · возвращено, купон { $reference } не использован
why-hold = Запись №{ $number }, { $date }: { $points }, отложено на купон { $reference }. Если не воспользуетесь им вовремя, всё вернётся.
why-held-spent = Запись №{ $number }, { $date }: вы воспользовались купоном { $reference }, поэтому отложенные на него баллы потрачены.
why-release = Запись №{ $number }, { $date }: { $points }, возвращено, потому что купон { $reference } вовремя не использован.
notice-voucher-released = ↩️ Вовремя не использовано: { $reward }
    Возвращено на счёт: { $points }
notice-voucher-charged = Вы сделали заказ с кодом на награду: { $reward }
    Поэтому за неё всё же списано: { $points }

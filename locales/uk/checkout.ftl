### Купони під час оформлення замовлення та бали, лише відкладені на купон.

voucher-checkout = В інтернет-магазині введіть код під час оформлення замовлення.
voucher-held = Поки що це лише відкладено: якщо не скористаєтеся купоном, усе повернеться.
history-hold = №{ $number } · { $date } · { $points } · відкладено на купон { $reference }
history-held-spent = №{ $number } · { $date } · купон { $reference } використано, відкладене витрачено
history-release = №{ $number } · { $date } · { $points } · повернуто, купон { $reference } не використано
why-hold = Запис №{ $number }, { $date }: { $points }, відкладено на купон { $reference }. Якщо не скористаєтеся ним вчасно, усе повернеться.
why-held-spent = Запис №{ $number }, { $date }: ви скористалися купоном { $reference }, тож відкладене на нього витрачено.
why-release = Запис №{ $number }, { $date }: { $points }, повернуто, бо купон { $reference } вчасно не використано.
notice-voucher-released = ↩️ Вчасно не використано: { $reward }
    Повернуто на рахунок: { $points }
notice-voucher-charged = Ви зробили замовлення з кодом на винагороду: { $reward }
    Тож за неї все-таки списано: { $points }

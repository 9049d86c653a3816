### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points comes with its number and plural form in the nominative, "30 баллов", as a sum of money,
### or as a reward's name: keep it after a colon, "минимум" or at the start. $amount and $minimum
### are sums like "5,00 €", $title, $tier and $plan names. Lists come joined: "а, б и в".
### Points may have any name ("звёзды"), so sentences without $points avoid the word.
### A date ends in "г.": no full stop after it. A detail is a sentence below the one it belongs to.

rules-title = Как работает программа «{ $program }»
rules-detail = — { $said }
rules-detail-deeper = {"   "}· { $said }

## Earning

rules-rates-best = Если для товара подходит несколько из этих правил, действует самое выгодное:
rules-rate-first = Где это правило подходит, оно действует вместо перечисленных ниже.
rules-rate-added = Это добавляется ко всему остальному, что вы получаете за покупку.
rules-purchase = За каждые { $amount } покупки: { $points }.
rules-purchase-no-carry = Каждый заказ считаем отдельно и округляем вниз.
rules-purchase-nothing = За некоторые покупки ничего не начисляем:
rules-cashback = С потраченной суммы возвращаем: { $percent }%.
rules-share-in-points = Каждые { $amount } из этого: { $points }.
rules-factors-best = Если подходит несколько множителей (вместе с множителем уровня), действует наибольший:
rules-factor-added = Этот множитель действует вместе с другими.
rules-multiplier = Начисление за покупки: × { $factor }
rules-extras = Всё подходящее из перечисленного дальше складывается:
rules-order = За каждый заказ: { $points }.
rules-item = За каждую купленную единицу товара: { $points }.
rules-brackets = В зависимости от суммы заказа:
rules-bracket = От { $amount }: { $points }.
rules-purchase-minimum = Начисляем за заказы на сумму от { $minimum }.
rules-purchase-pending = { $days ->
    [one] Начисленное за заказ можно потратить через { $days } день.
    [few] Начисленное за заказ можно потратить через { $days } дня.
    [many] Начисленное за заказ можно потратить через { $days } дней.
   *[other] Начисленное за заказ можно потратить через { $days } дня.
}
rules-purchase-fulfilled = Начисленное можно потратить, когда вы получите заказ.
rules-purchase-returned = Если вы вернёте заказ, начисленное за него спишется.
rules-returned-pending = То, что уже можно тратить, останется вашим.
rules-returned-owed = Если вы это уже потратили, следующие начисления сначала покроют потраченное.
rules-returned-spent = Потраченное на заказ вернётся пропорционально.
rules-purchase-before = { $days ->
    [one] Покупки за { $days } день до вступления тоже засчитываются, как только вы поделитесь номером телефона или привяжете аккаунт в интернет-магазине.
    [few] Покупки за { $days } дня до вступления тоже засчитываются, как только вы поделитесь номером телефона или привяжете аккаунт в интернет-магазине.
    [many] Покупки за { $days } дней до вступления тоже засчитываются, как только вы поделитесь номером телефона или привяжете аккаунт в интернет-магазине.
   *[other] Покупки за { $days } дня до вступления тоже засчитываются, как только вы поделитесь номером телефона или привяжете аккаунт в интернет-магазине.
}
rules-counts-goods = Доставка и налог сверх цены не учитываются.
rules-counts-no-shipping = Доставка не учитывается.
rules-counts-no-tax = Налог сверх цены не учитывается.
rules-counts-discounts = Учитывается цена до скидок и купонов.
rules-counts-currency = Покупки в { $currency } тоже учитываются: 1 { $currency } как { $rate } { $own }.
rules-counts-gift-cards = Покупка подарочной карты тоже учитывается.
rules-counts-without = Ничего не начисляем за: { $goods }.
rules-limit-points = { $every ->
    [order] Не больше за один заказ: { $points }.
    [day] Не больше за день: { $points }.
    [week] Не больше за неделю: { $points }.
    [month] Не больше за месяц: { $points }.
    [year] Не больше за год: { $points }.
   *[ever] Не больше за всё время: { $points }.
}
rules-limit-times = { $every ->
    [order] Сколько раз за один заказ, не больше: { $times }.
    [day] Сколько раз за день, не больше: { $times }.
    [week] Сколько раз за неделю, не больше: { $times }.
    [month] Сколько раз за месяц, не больше: { $times }.
    [year] Сколько раз за год, не больше: { $times }.
   *[ever] Сколько раз за всё время, не больше: { $times }.
}
rules-lasts = { $months ->
    [one] Начисленное за это сгорает через { $months } месяц.
    [few] Начисленное за это сгорает через { $months } месяца.
    [many] Начисленное за это сгорает через { $months } месяцев.
   *[other] Начисленное за это сгорает через { $months } месяца.
}
rules-lasts-days = { $days ->
    [one] Начисленное за это сгорает через { $days } день.
    [few] Начисленное за это сгорает через { $days } дня.
    [many] Начисленное за это сгорает через { $days } дней.
   *[other] Начисленное за это сгорает через { $days } дня.
}

## Goals

rules-challenge = За достигнутую цель: { $points }.
rules-challenge-titled = { $title }: { $points }.
rules-goal-spend = Цель: покупки на { $amount }.
rules-goal-orders = { $goal ->
    [one] Цель: { $goal } заказ.
    [few] Цель: { $goal } заказа.
    [many] Цель: { $goal } заказов.
   *[other] Цель: { $goal } заказа.
}
rules-goal-items = { $goal ->
    [one] Цель: { $goal } единица товара.
    [few] Цель: { $goal } единицы товара.
    [many] Цель: { $goal } единиц товара.
   *[other] Цель: { $goal } единицы товара.
}
rules-goal-days = { $goal ->
    [one] Цель: покупки { $goal } день подряд.
    [few] Цель: покупки { $goal } дня подряд.
    [many] Цель: покупки { $goal } дней подряд.
   *[other] Цель: покупки { $goal } дня подряд.
}
rules-goal-weeks = { $goal ->
    [one] Цель: покупки { $goal } неделю подряд, хотя бы одна каждую неделю.
    [few] Цель: покупки { $goal } недели подряд, хотя бы одна каждую неделю.
    [many] Цель: покупки { $goal } недель подряд, хотя бы одна каждую неделю.
   *[other] Цель: покупки { $goal } недели подряд, хотя бы одна каждую неделю.
}
rules-goal-months = { $goal ->
    [one] Цель: покупки { $goal } месяц подряд, хотя бы одна каждый месяц.
    [few] Цель: покупки { $goal } месяца подряд, хотя бы одна каждый месяц.
    [many] Цель: покупки { $goal } месяцев подряд, хотя бы одна каждый месяц.
   *[other] Цель: покупки { $goal } месяца подряд, хотя бы одна каждый месяц.
}
rules-challenge-once = { $every ->
    [day] Начисляем раз в день, каждый день счёт начинается заново.
    [week] Начисляем раз в неделю, каждую неделю счёт начинается заново.
    [month] Начисляем раз в месяц, каждый месяц счёт начинается заново.
    [year] Начисляем раз в год, каждый год счёт начинается заново.
   *[ever] Начисляем один раз.
}
rules-challenge-repeats = { $every ->
    [day] Начисляем каждый раз, когда цель достигнута; каждый день счёт начинается заново.
    [week] Начисляем каждый раз, когда цель достигнута; каждую неделю счёт начинается заново.
    [month] Начисляем каждый раз, когда цель достигнута; каждый месяц счёт начинается заново.
    [year] Начисляем каждый раз, когда цель достигнута; каждый год счёт начинается заново.
   *[ever] Начисляем каждый раз, когда цель достигнута; остаток переходит дальше.
}

## Without a purchase, and once a year

rules-signup = За вступление в программу: { $points }.
rules-birthday = На день рождения, каждый год: { $points }.
rules-anniversary = За каждый полный год в программе, если вы согласились на предложения: { $points }.
rules-rating = Когда вы оцениваете покупку, о которой мы спрашиваем: { $points }.
rules-survey = Один раз, за ответ на «{ $question }»: { $points }.
rules-birthday-before = { $days ->
    [one] Укажите день рождения хотя бы за { $days } день до него.
    [few] Укажите день рождения хотя бы за { $days } дня до него.
    [many] Укажите день рождения хотя бы за { $days } дней до него.
   *[other] Укажите день рождения хотя бы за { $days } дня до него.
}
rules-action = { $title }: { $points }.
rules-action-later = { $days ->
    [one] Начислим через { $days } день.
    [few] Начислим через { $days } дня.
    [many] Начислим через { $days } дней.
   *[other] Начислим через { $days } дня.
}
rules-dividend = { $year ->
    [membership] После каждого года со дня вступления возвращаем с потраченного за этот год: { $percent }%.
    [plan] После каждого года вашего плана возвращаем с потраченного за этот год: { $percent }%.
   *[calendar] После каждого календарного года возвращаем с потраченного за этот год: { $percent }%.
}
rules-dividend-paid = День выплаты: { $day }.

## Conditions

rules-only-categories = Только в категориях: { $categories }.
rules-only-labels = Только товары с отметкой: { $labels }.
rules-only-skus = Только эти товары: { $skus }.
rules-only-goods = Только: { $goods }.
rules-not-goods = Кроме: { $goods }.
rules-goods-category = категория «{ $name }»
rules-goods-label = отметка «{ $name }»
rules-goods-sku = товар { $name }
rules-only-tiers = Только на уровне: { $tiers }.
rules-only-plans = Только если у вас есть: { $plans }.
rules-only-channels = Только при покупке: { $channels }.
rules-channel-store = в магазине
rules-channel-web = на сайте
rules-channel-app = в приложении
rules-only-shops = Только в магазине: { $shops }.
rules-only-payments = Только при такой оплате: { $payments }.
rules-only-weekdays = Только в эти дни: { $weekdays }.
rules-only-date = Только { $date }
rules-only-between = Только с { $since } по { $until } включительно.
rules-only-since = Только начиная с { $since }
rules-only-until = Только по { $until } включительно.
rules-only-first-days = { $of ->
    [tier] { $days ->
        [1] Только в первый день на этом уровне.
        [one] Только в течение первых { $days } дня на этом уровне.
        [few] Только в течение первых { $days } дней на этом уровне.
        [many] Только в течение первых { $days } дней на этом уровне.
       *[other] Только в течение первых { $days } дня на этом уровне.
    }
    [plan] { $days ->
        [1] Только в первый день плана.
        [one] Только в течение первых { $days } дня плана.
        [few] Только в течение первых { $days } дней плана.
        [many] Только в течение первых { $days } дней плана.
       *[other] Только в течение первых { $days } дня плана.
    }
   *[membership] { $days ->
        [1] Только в день вступления.
        [one] Только в течение первых { $days } дня после вступления.
        [few] Только в течение первых { $days } дней после вступления.
        [many] Только в течение первых { $days } дней после вступления.
       *[other] Только в течение первых { $days } дня после вступления.
    }
}
rules-only-birthday = { $span ->
    [day] Только в ваш день рождения.
   *[month] Только в месяц вашего дня рождения.
}
rules-only-chosen-day = Только в один день в году, который вы выберете.
rules-only-first-order = Только для первого заказа.
rules-only-order-number = Только для вашего заказа номер { $number }.
rules-only-every-nth = Только для каждого { $number }-го заказа.
rules-only-basket = Только для заказов на сумму от { $minimum }.

## Bringing a friend

rules-referrer = За каждого приглашённого друга, после его первой покупки: { $points }.
rules-referrer-joining = За каждого друга, который вступил по вашему приглашению: { $points }.
rules-referrer-every-order = За каждую покупку приглашённого вами друга: { $points }.
rules-friend = Другу, после его первой покупки: { $points }.
rules-friend-joining = Другу, за вступление: { $points }.
rules-referral-milestone = { $friends ->
    [one] Когда вы приведёте { $friends } друга, дополнительно: { $points }.
    [few] Когда вы приведёте { $friends } друзей, дополнительно: { $points }.
    [many] Когда вы приведёте { $friends } друзей, дополнительно: { $points }.
   *[other] Когда вы приведёте { $friends } друга, дополнительно: { $points }.
}
rules-referral-minimum = Учитывается покупка друга на сумму от { $minimum }.
rules-referral-within = { $days ->
    [one] Покупка друга учитывается в течение { $days } дня после его вступления.
    [few] Покупка друга учитывается в течение { $days } дней после его вступления.
    [many] Покупка друга учитывается в течение { $days } дней после его вступления.
   *[other] Покупка друга учитывается в течение { $days } дня после его вступления.
}
rules-referral-hold = { $days ->
    [one] Начисляем через { $days } день после покупки друга, если она не возвращена.
    [few] Начисляем через { $days } дня после покупки друга, если она не возвращена.
    [many] Начисляем через { $days } дней после покупки друга, если она не возвращена.
   *[other] Начисляем через { $days } дня после покупки друга, если она не возвращена.
}
rules-referral-at-most = { $friends ->
    [one] Начисляем не больше чем за { $friends } друга.
    [few] Начисляем не больше чем за { $friends } друзей.
    [many] Начисляем не больше чем за { $friends } друзей.
   *[other] Начисляем не больше чем за { $friends } друга.
}
rules-referral-at-most-a-month = { $friends ->
    [one] Начисляем не больше чем за { $friends } друга в месяц.
    [few] Начисляем не больше чем за { $friends } друзей в месяц.
    [many] Начисляем не больше чем за { $friends } друзей в месяц.
   *[other] Начисляем не больше чем за { $friends } друга в месяц.
}
rules-referral-review = Необычные приглашения магазин проверяет, прежде чем начислить.

## Tiers

rules-tiers-lifetime = Уровень зависит от всего, что вы накопили покупками за всё время.
rules-tiers-calendar-year = Уровень зависит от того, сколько вы накопили покупками с 1 января.
rules-tiers-anniversary = Уровень зависит от того, сколько вы накопили покупками с последней годовщины вступления.
rules-tiers-rolling = { $months ->
    [1] Уровень зависит от того, сколько вы накопили покупками за последний месяц.
    [one] Уровень зависит от того, сколько вы накопили покупками за последний { $months } месяц.
    [few] Уровень зависит от того, сколько вы накопили покупками за последние { $months } месяца.
    [many] Уровень зависит от того, сколько вы накопили покупками за последние { $months } месяцев.
   *[other] Уровень зависит от того, сколько вы накопили покупками за последние { $months } месяца.
}
rules-tiers-window = { $window ->
    [calendar_year] Для уровня учитывается всё с 1 января.
    [anniversary] Для уровня учитывается всё с последней годовщины вступления.
   *[lifetime] Для уровня учитывается всё со дня вступления.
}
rules-tiers-window-rolling = { $months ->
    [1] Для уровня учитывается последний месяц.
    [one] Для уровня учитывается последний { $months } месяц.
    [few] Для уровня учитываются последние { $months } месяца.
    [many] Для уровня учитываются последние { $months } месяцев.
   *[other] Для уровня учитываются последние { $months } месяца.
}
rules-tiers-pending = Накопленное за заказ учитывается, как только его можно потратить.
rules-tier-first = { $tier }: начальный уровень для всех.
rules-tier = { $tier }: { $points } и больше.
rules-tier-needs = { $tier }: { $needs }.
rules-tier-given = { $tier }: этот уровень даёт только магазин.
rules-tier-keep = Чтобы сохранить уровень: { $needs }.
rules-need-points = минимум { $points }
rules-need-all-points = минимум { $points }, начисленные за что угодно
rules-need-spend = покупки на сумму от { $amount }
rules-need-orders = { $orders ->
    [one] минимум { $orders } заказ
    [few] минимум { $orders } заказа
    [many] минимум { $orders } заказов
   *[other] минимум { $orders } заказа
}
rules-need-items = { $items ->
    [one] минимум { $items } единица товара
    [few] минимум { $items } единицы товара
    [many] минимум { $items } единиц товара
   *[other] минимум { $items } единицы товара
}
rules-tier-more = За покупки начисляем на { $percent }% больше.
rules-tier-fewer = За покупки начисляем на { $percent }% меньше.
rules-tiers-hold = { $window ->
    [anniversary] Достигнутый уровень действует до конца следующего года вашего участия.
   *[calendar_year] Достигнутый уровень действует до конца следующего календарного года.
}
rules-tiers-recalculated = Если не подтвердить уровень, будет действовать тот, которого вы достигли снова.
rules-tiers-one-down = Если не подтвердить уровень, он снизится на один.
rules-tiers-never-fall = Достигнутый уровень остаётся навсегда.
rules-tiers-grace = { $days ->
    [one] Неподтверждённый уровень действует ещё { $days } день.
    [few] Неподтверждённый уровень действует ещё { $days } дня.
    [many] Неподтверждённый уровень действует ещё { $days } дней.
   *[other] Неподтверждённый уровень действует ещё { $days } дня.
}
rules-tiers-inherit = Каждый уровень даёт и всё то, что дают уровни ниже.
rules-tiers-own = Каждый уровень даёт только то, что указано под ним.

## What members have and are given

rules-benefits = У каждого участника есть:
rules-benefit-discount = Скидка { $percent }%.
rules-benefit-shipping = Бесплатная доставка.
rules-benefit-shipping-from = Бесплатная доставка от { $minimum }.
rules-benefit-shipping-method = Бесплатная доставка, способ: { $method }.
rules-benefit-shipping-method-from = Бесплатная доставка от { $minimum }, способ: { $method }.
rules-benefit-early-access = { $days ->
    [one] Новинки и распродажи на { $days } день раньше остальных.
    [few] Новинки и распродажи на { $days } дня раньше остальных.
    [many] Новинки и распродажи на { $days } дней раньше остальных.
   *[other] Новинки и распродажи на { $days } дня раньше остальных.
}
rules-benefit-perk = { $title }.
rules-benefit-access = Право покупать у нас: без него заказать нельзя.
rules-discounts-best = Скидки не складываются: действует наибольшая.
rules-grant = { $every ->
    [once] Один раз, в начале: { $points }.
    [entry] Каждый раз в начале: { $points }.
    [month] В начале и дальше каждый месяц: { $points }.
    [calendar_year] В начале и дальше каждое 1 января: { $points }.
   *[year] В начале и дальше каждый год: { $points }.
}
rules-grant-lapses = Неиспользованное сгорает, когда приходит следующее.

## Plans

rules-plan = { $period ->
    [month] { $plan }: { $price } в месяц.
    [year] { $plan }: { $price } в год.
   *[once] { $plan }: { $price }, один раз и навсегда.
}
rules-plan-in-stars = { $period ->
    [month] { $plan }, в месяц, в Telegram Stars: { $stars }.
    [year] { $plan }, в год, в Telegram Stars: { $stars }.
   *[once] { $plan }, один раз и навсегда, в Telegram Stars: { $stars }.
}
rules-plan-free = { $period ->
    [month] { $plan }: бесплатно, каждый раз на месяц.
    [year] { $plan }: бесплатно, каждый раз на год.
   *[once] { $plan }: бесплатно.
}
rules-plan-stars = Цена здесь в чате, в Telegram Stars: { $stars }.
rules-plan-approval = Вы подаёте заявку, а магазин решает.
rules-plan-trial = { $days ->
    [1] Первый день бесплатно.
    [one] Первый { $days } день бесплатно.
    [few] Первые { $days } дня бесплатно.
    [many] Первые { $days } дней бесплатно.
   *[other] Первые { $days } дня бесплатно.
}
rules-plan-tier = Даёт всё, что даёт уровень «{ $tier }».

## Rewards

rules-rewards = Что можно получить:
rules-reward-gift = { $title }: { $points }.
rules-reward-product = { $title } (бесплатно в одном заказе): { $points }.
rules-reward-amount-off = { $title } (минус { $amount } на один заказ): { $points }.
rules-reward-flexible = { $title } (сколько — выбираете вы; каждые { $amount } скидки на один заказ): { $points }.
rules-reward-wallet = { $title }: вы выбираете, какую часть заказа оплатить накопленным.
rules-reward-percent-off = { $title } (минус { $percent }% на один заказ): { $points }.
rules-reward-free-shipping = { $title } (доставка одного заказа — бесплатно): { $points }.
rules-reward-raffle = { $title } (билет на розыгрыш { $date }): { $points }.
rules-reward-event = { $title } ({ $date }): { $points }.
rules-reward-early-access = { $title } (для вас с { $date }, для всех с { $opens }): { $points }.
rules-reward-donation = { $title } (мы пожертвуем { $amount }, отменить это нельзя): { $points }.
rules-reward-partner-code = { $title } (код для «{ $partner }»): { $points }.
rules-reward-unlocks = доступно, когда на счету { $points }, ничего не списываем
rules-reward-given = подарок, не продаётся
rules-reward-at-least = Минимум: { $points }.
rules-reward-at-most = Не больше за один раз: { $points }.
rules-reward-step = Только с шагом: { $points }.
rules-reward-share = Оплачивает не больше { $percent }% заказа.
rules-reward-one-item = На одну вещь — самую дорогую из подходящих.
rules-reward-winners = Выигрышных билетов: { $winners }. Розыгрыш может проверить каждый.
rules-reward-place = Где: { $place }.
rules-reward-causes = Вы выбираете, на что: { $causes }.
rules-reward-automatic = Приходит само, как только накопится достаточно.
rules-reward-tier = Начиная с уровня «{ $tier }».
rules-reward-per-member = { $times ->
    [1] Только один раз на участника.
    [one] Не больше { $times } раза на участника.
    [few] Не больше { $times } раз на участника.
    [many] Не больше { $times } раз на участника.
   *[other] Не больше { $times } раза на участника.
}
rules-reward-stock = Количество ограничено, всего { $stock }.
rules-reward-voucher-days = { $days ->
    [one] Купон действует { $days } день.
    [few] Купон действует { $days } дня.
    [many] Купон действует { $days } дней.
   *[other] Купон действует { $days } дня.
}
rules-reward-voucher-months = { $months ->
    [one] Купон действует { $months } месяц.
    [few] Купон действует { $months } месяца.
    [many] Купон действует { $months } месяцев.
   *[other] Купон действует { $months } месяца.
}
rules-reward-hold = Цена только откладывается, пока вы не воспользуетесь купоном. Если не успеете, всё вернётся.

## Expiry

rules-expiry-never = Начисленное не сгорает никогда.
rules-expiry-rolling = { $months ->
    [one] Начисленное сгорает через { $months } месяц.
    [few] Начисленное сгорает через { $months } месяца.
    [many] Начисленное сгорает через { $months } месяцев.
   *[other] Начисленное сгорает через { $months } месяца.
}
rules-expiry-rolling-days = { $days ->
    [one] Начисленное сгорает через { $days } день.
    [few] Начисленное сгорает через { $days } дня.
    [many] Начисленное сгорает через { $days } дней.
   *[other] Начисленное сгорает через { $days } дня.
}
rules-expiry-rounded = { $span ->
    [month] При этом оно действует до конца того месяца.
    [quarter] При этом оно действует до конца того квартала.
    [half_year] При этом оно действует до конца того полугодия.
   *[year] При этом оно действует до конца того года.
}
rules-expiry-inactivity = { $months ->
    [one] Всё сгорает, если на счету ничего не происходит { $months } месяц.
    [few] Всё сгорает, если на счету ничего не происходит { $months } месяца.
    [many] Всё сгорает, если на счету ничего не происходит { $months } месяцев.
   *[other] Всё сгорает, если на счету ничего не происходит { $months } месяца.
}
rules-expiry-inactivity-days = { $days ->
    [one] Всё сгорает, если на счету ничего не происходит { $days } день.
    [few] Всё сгорает, если на счету ничего не происходит { $days } дня.
    [many] Всё сгорает, если на счету ничего не происходит { $days } дней.
   *[other] Всё сгорает, если на счету ничего не происходит { $days } дня.
}
rules-expiry-activity = Чтобы ничего не сгорело, достаточно: { $activities }.
rules-activity-earning = любое начисление
rules-activity-redeeming = полученное вознаграждение
rules-activity-purchase = покупка
rules-expiry-calendar = Начисленное действует до конца ближайшего дня: { $day }.
rules-expiry-calendar-later = { $years ->
    [one] Начисленное действует минимум { $years } год и дальше до конца ближайшего дня: { $day }.
    [few] Начисленное действует минимум { $years } года и дальше до конца ближайшего дня: { $day }.
    [many] Начисленное действует минимум { $years } лет и дальше до конца ближайшего дня: { $day }.
   *[other] Начисленное действует минимум { $years } года и дальше до конца ближайшего дня: { $day }.
}
rules-expiry-anniversary = Начисленное сгорает в ближайшую годовщину вашего вступления.
rules-expiry-anniversary-later = { $years ->
    [one] Начисленное действует минимум { $years } год и сгорает в ближайшую после этого годовщину вашего вступления.
    [few] Начисленное действует минимум { $years } года и сгорает в ближайшую после этого годовщину вашего вступления.
    [many] Начисленное действует минимум { $years } лет и сгорает в ближайшую после этого годовщину вашего вступления.
   *[other] Начисленное действует минимум { $years } года и сгорает в ближайшую после этого годовщину вашего вступления.
}

## At the till

rules-card-changes = Баллы на кассе тратят с кодом, который показывает карта и который меняется каждые 30 секунд: откройте её у кассы.
    .balance = Баланс на кассе тратят с кодом, который показывает карта и который меняется каждые 30 секунд: откройте её у кассы.

# How much and when members are written to

rules-sending-offers = Предложения: не больше { $a_day } в день и { $a_week } в неделю, по SMS — { $sms_a_day } и { $sms_a_week }.
rules-sending-hours = Пишем с { $begin }:00 до { $end }:00; предложения по SMS — с { $sms_begin }:00 до { $sms_end }:00, в воскресенье с { $sms_sunday }:00.

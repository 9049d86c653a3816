### Every way the program says no: friendly, and what to do next.

error-not-a-member = Вы ещё не с нами, но вступить можно одним касанием.
error-already-member = Этот человек уже в программе.
error-membership-frozen = Вы вышли из программы. Возвращайтесь — и баллы снова ваши.
    .balance = Вы вышли из программы. Возвращайтесь — и баланс снова ваш.
error-membership-blocked = Магазин заблокировал ваше участие в программе, поэтому баллы, карта и награды сейчас недоступны. Спросите, пожалуйста, в магазине или напишите ему здесь.
    .balance = Магазин заблокировал ваше участие в программе, поэтому баланс, карта и награды сейчас недоступны. Спросите, пожалуйста, в магазине или напишите ему здесь.
error-not-enough-points = Пока маловато. Не хватает ещё: { $missing }.
error-unknown-reward = Награды «{ $reward }» нет. Выберите, пожалуйста, из списка.
error-reward-sold-out = { $title }: всё разобрали. С вас ничего не списано.
error-reward-limit-reached = { $limit ->
    [1] { $title }: только один раз на участника, и вы уже воспользовались.
    [one] { $title }: не больше { $limit } раза на участника, и вы уже всё использовали.
    [few] { $title }: не больше { $limit } раз на участника, и вы уже всё использовали.
    [many] { $title }: не больше { $limit } раз на участника, и вы уже всё использовали.
   *[other] { $title }: не больше { $limit } раза на участника, и вы уже всё использовали.
}
error-reward-needs-tier = { $title }: начиная с уровня «{ $tier }».
error-reward-price-is-fixed = { $title }: цена здесь одна — { $cost }.
error-reward-needs-plan = { $title }: только для участников с «{ $plan }».
error-reward-only-given = { $title } — это подарок: его дарят, а не обменивают.
error-reward-over = { $title }: уже поздно. Дата: { $date }
error-reward-needs-amount = { $title }: скажите, сколько. Минимум: { $least }.
error-reward-amount-too-small = { $title }: это слишком мало. Минимум: { $least }.
error-reward-amount-too-large = { $title }: это слишком много за один раз. Максимум: { $most }.
error-reward-amount-uneven = { $title }: столько нельзя. Ближайшее: { $below } или { $above }.
error-reward-needs-cause = { $title }: скажите, кому передать: { $causes }.
error-reward-is-final = { $title }: отменить уже нельзя.
error-voucher-too-early = Этот купон ещё не действует. Начнёт действовать с { $date }
error-nothing-to-undo = Неиспользованных купонов нет, так что и отменять нечего.
error-voucher-not-usable = Этот код не подходит: он неправильный, уже использован или просрочен.
error-unknown-entry = Записи №{ $number } в вашей истории нет.
error-unknown-plan = Подписки «{ $plan }» нет. Выберите из списка.
error-plan-is-paid = { $title }: оформить можно в магазине.
error-plan-needs-approval = { $title }: сначала должен одобрить магазин.
error-plan-held-already = { $title }: уже ваше, навсегда.
error-plan-not-renewed = { $title }: отменять нечего.
error-plan-not-sold = { $title }: сейчас здесь не продаётся.
error-plan-paid-already = { $title }: уже ваше, последний оплаченный день — { $date }
error-plan-price-changed = Цена изменилась: { $title } теперь стоит { $stars } ⭐. Ничего не списано, выберите ещё раз.
error-unknown-payment = Платежа «{ $reference }» нет.
error-no-day-to-choose = В этой программе нет дня на ваш выбор. Все дни одинаковы.
error-day-not-understood = Не понимаю эту дату. Напишите день и месяц, например 24.12
error-day-not-ahead = Этот день выбрать нельзя: он уже наступил, прошёл или ещё слишком далеко.
error-chosen-day-begun = В этом году ваш день — { $date }, его уже не изменить. Новый можно выбрать на следующий год.
error-operation-reused = Эта кнопка устарела. Откройте, пожалуйста, список ещё раз.
error-unknown-referral-code = Не знаю такого кода приглашения.
error-unknown-referral = Этого участника никто не приглашал.
error-referral-decided = Сейчас по этому приглашению так решить нельзя: его состояние — «{ $state }».
error-birthday-locked = День рождения уже указан. Если там ошибка, её исправят в магазине.
error-period-not-understood = Не понимаю, за какие дни. Например: статистика неделя или статистика 01.10–31.10
error-birthday-not-understood = Не понимаю эту дату. Напишите день и месяц, например 24.12
error-phone-taken = Этот номер привязан к другой карте. В магазине вам помогут.
error-phone-not-proven = Могу принять только ваш собственный номер, отправленный кнопкой.
error-email-taken = Этот адрес электронной почты привязан к другой карте. В магазине вам помогут.
error-wrong-currency = Валюта покупки — { $currency }, а валюта программы — { $expected }.
error-currency-is-fixed = Программа работает в валюте { $currency }. Сменить валюту действующей программы нельзя.
error-order-of-another-member = Эта покупка уже записана на другую карту.
error-access-needed = Покупать здесь могут только участники с соответствующим членством.
error-unknown-action = За действие «{ $action }» в этой программе ничего не начисляется.
error-unexpected = У нас произошёл сбой, мы о нём уже знаем. Попробуйте, пожалуйста, чуть позже.
error-unknown-tier = Уровня «{ $tier }» в программе нет.
error-invitation-not-usable = Это приглашение не действует: оно уже использовано, отозвано или устарело. Попросите новое.
error-unknown-colleague = «{ $person }» в команде нет или таких несколько. Выберите, пожалуйста, из списка.
error-not-on-yourself = С собой этого сделать нельзя. Это может другой владелец.
error-owner-by-settings = { $name } — владелец по настройкам бота (LOYALTY_OWNERS); изменить это можно только там.
error-customer-unknown = Такой карты или такого номера ни у кого нет. Проверьте, пожалуйста.
error-phone-without-country = Напишите, пожалуйста, номер с кодом страны, например +380 67 123 45 67.
error-customer-not-active = Этот клиент вышел из программы или заблокирован, поэтому провести ничего нельзя.
error-customer-has-less = Столько у клиента нет. Можно потратить: { $points }
error-already-spent = Отменить уже нельзя: часть уже потрачена. Осталось: { $points }
error-not-for-yourself = Это ваша собственная карта. Попросите, пожалуйста, коллегу.
error-voucher-not-for-this = Для этой покупки купон ничего не даёт.
error-amount-not-understood = Не понимаю сумму. Напишите, пожалуйста, так: 249,90
error-category-unknown = Такой категории нет. Есть: { $categories }
error-nothing-to-take-back = За последние 10 минут у вас нечего отменить.
error-points-not-understood = Сколько баллов? Напишите после карты целое число, больше нуля, а затем причину.
    .balance = Сколько? Напишите после карты число, больше нуля, а затем причину.
error-reason-needed = Добавьте, пожалуйста, причину: она останется в истории.
error-approval-over = Это уже никого не ждёт.
error-too-many-guesses = { $minutes ->
    [one] Слишком много неверных номеров. Подождите, пожалуйста, { $minutes } минуту.
    [few] Слишком много неверных номеров. Подождите, пожалуйста, { $minutes } минуты.
    [many] Слишком много неверных номеров. Подождите, пожалуйста, { $minutes } минут.
   *[other] Слишком много неверных номеров. Подождите, пожалуйста, { $minutes } минуты.
}
error-card-not-proven = Сама карта здесь баллов не тратит. Отсканируйте код, который телефон клиента показывает сейчас.
    .balance = Сама карта здесь ничего не тратит. Отсканируйте код, который телефон клиента показывает сейчас.
error-receipt-not-usable = Этот код не действует: он неверный, уже зачтён или устарел.

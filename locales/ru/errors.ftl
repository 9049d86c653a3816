### Every way the program says no: friendly, and what to do next.

error-not-a-member = Вы ещё не с нами, но вступить можно одним касанием.
error-already-member = Этот человек уже в программе.
error-membership-frozen = Вы вышли из программы. Возвращайтесь — и баллы снова ваши.
error-membership-blocked = Ваше участие в программе заблокировано. Спросите, пожалуйста, в магазине.
error-not-enough-points = Пока маловато. Не хватает ещё: { $missing }.
error-unknown-reward = Награды «{ $reward }» нет. Выберите, пожалуйста, из списка.
error-reward-sold-out = { $title }: всё разобрали. Ваши баллы на месте.
error-reward-limit-reached = { $limit ->
    [1] { $title }: только один раз на участника, и вы уже воспользовались.
    [one] { $title }: не больше { $limit } раза на участника, и вы уже всё использовали.
    [few] { $title }: не больше { $limit } раз на участника, и вы уже всё использовали.
    [many] { $title }: не больше { $limit } раз на участника, и вы уже всё использовали.
   *[other] { $title }: не больше { $limit } раза на участника, и вы уже всё использовали.
}
error-reward-needs-tier = { $title }: начиная с уровня «{ $tier }».
error-reward-price-is-fixed = { $title }: цена здесь одна — { $cost }.
error-nothing-to-undo = Неиспользованных купонов нет, так что и отменять нечего.
error-voucher-not-usable = Этот код не подходит: он неправильный, уже использован или просрочен.
error-unknown-entry = Записи №{ $number } в вашей истории нет.
error-operation-reused = Эта кнопка устарела. Откройте, пожалуйста, список ещё раз.
error-unknown-referral-code = Не знаю такого кода приглашения.
error-birthday-locked = День рождения уже указан. Если там ошибка, её исправят в магазине.
error-birthday-not-understood = Не понимаю эту дату. Напишите день и месяц, например 24.12
error-phone-taken = Этот номер привязан к другой карте. В магазине вам помогут.
error-phone-not-proven = Могу принять только ваш собственный номер, отправленный кнопкой.
error-email-taken = Этот адрес электронной почты привязан к другой карте. В магазине вам помогут.
error-wrong-currency = Валюта покупки — { $currency }, а валюта программы — { $expected }.
error-currency-is-fixed = Программа работает в валюте { $currency }. Сменить валюту действующей программы нельзя.
error-order-of-another-member = Эта покупка уже записана на другую карту.
error-unexpected = У нас произошёл сбой, мы о нём уже знаем. Попробуйте, пожалуйста, чуть позже.

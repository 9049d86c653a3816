### Every way the program says no: friendly, and what to do next.

error-not-a-member = Ви ще не з нами, але приєднатися можна одним дотиком.
error-already-member = Ця людина вже в програмі.
error-membership-frozen = Ви вийшли з програми. Поверніться – і бали знову ваші.
error-membership-blocked = Вашу участь у програмі заблоковано. Запитайте, будь ласка, у магазині.
error-not-enough-points = Поки що замало. Бракує ще: { $missing }.
error-unknown-reward = Винагороди «{ $reward }» немає. Оберіть, будь ласка, зі списку.
error-reward-sold-out = { $title }: усе розібрали. Ваші бали на місці.
error-reward-limit-reached = { $limit ->
    [1] { $title }: лише один раз на учасника, і ви вже скористалися.
    [one] { $title }: не більше { $limit } разу на учасника, і ви вже все використали.
    [few] { $title }: не більше { $limit } разів на учасника, і ви вже все використали.
    [many] { $title }: не більше { $limit } разів на учасника, і ви вже все використали.
   *[other] { $title }: не більше { $limit } разу на учасника, і ви вже все використали.
}
error-reward-needs-tier = { $title }: від рівня «{ $tier }».
error-reward-price-is-fixed = { $title }: ціна тут одна – { $cost }.
error-nothing-to-undo = Невикористаних купонів немає, тож і скасовувати нічого.
error-voucher-not-usable = Цей код не підходить: він неправильний, уже використаний або прострочений.
error-unknown-entry = Запису №{ $number } у вашій історії немає.
error-operation-reused = Ця кнопка застаріла. Відкрийте, будь ласка, список ще раз.
error-unknown-referral-code = Не знаю такого коду запрошення.
error-birthday-locked = День народження вже вказано. Якщо там помилка, її виправлять у магазині.
error-birthday-not-understood = Не розумію цієї дати. Напишіть день і місяць, наприклад 24.12
error-phone-taken = Цей номер прив’язаний до іншої картки. У магазині вам допоможуть.
error-phone-not-proven = Можу прийняти лише ваш власний номер, надісланий кнопкою.
error-email-taken = Ця електронна адреса прив’язана до іншої картки. У магазині вам допоможуть.
error-wrong-currency = Валюта покупки – { $currency }, а валюта програми – { $expected }.
error-currency-is-fixed = Програма працює у валюті { $currency }. Змінити валюту програми, що вже діє, не можна.
error-order-of-another-member = Цю покупку вже записано на іншу картку.
error-unexpected = У нас стався збій, ми вже про нього знаємо. Спробуйте, будь ласка, трохи пізніше.

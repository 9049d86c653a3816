### Every way the program says no: friendly, and what to do next.

error-not-a-member = Ви ще не з нами, але приєднатися можна за мить.
error-already-member = Ця людина вже в програмі.
error-membership-frozen = Ви вийшли з програми. Поверніться – і бали знову ваші.
    .balance = Ви вийшли з програми. Поверніться – і баланс знову ваш.
error-membership-blocked = Магазин заблокував вашу участь у програмі, тож бали, картка й винагороди зараз недоступні. Запитайте, будь ласка, у магазині або напишіть йому тут.
    .balance = Магазин заблокував вашу участь у програмі, тож баланс, картка й винагороди зараз недоступні. Запитайте, будь ласка, у магазині або напишіть йому тут.
error-not-enough-points = Поки що замало. Бракує ще: { $missing }.
error-unknown-reward = Винагороди «{ $reward }» немає. Оберіть, будь ласка, зі списку.
error-reward-sold-out = { $title }: усе розібрали. З вас нічого не списано.
error-reward-limit-reached = { $limit ->
    [1] { $title }: лише один раз на учасника, і ви вже скористалися.
    [one] { $title }: не більше { $limit } разу на учасника, і ви вже все використали.
    [few] { $title }: не більше { $limit } разів на учасника, і ви вже все використали.
    [many] { $title }: не більше { $limit } разів на учасника, і ви вже все використали.
   *[other] { $title }: не більше { $limit } разу на учасника, і ви вже все використали.
}
error-reward-needs-tier = { $title }: від рівня «{ $tier }».
error-reward-price-is-fixed = { $title }: ціна тут одна – { $cost }.
error-reward-needs-plan = { $title }: лише для учасників із «{ $plan }».
error-reward-only-given = { $title } – це подарунок: його дарують, а не обмінюють.
error-reward-over = { $title }: уже пізно. Дата: { $date }
error-reward-needs-amount = { $title }: скажіть, скільки. Щонайменше: { $least }.
error-reward-amount-too-small = { $title }: це замало. Щонайменше: { $least }.
error-reward-amount-too-large = { $title }: це забагато за один раз. Щонайбільше: { $most }.
error-reward-amount-uneven = { $title }: стільки не можна. Найближче: { $below } або { $above }.
error-reward-needs-cause = { $title }: скажіть, кому передати: { $causes }.
error-reward-is-final = { $title }: скасувати вже не можна.
error-voucher-too-early = Цей купон ще не діє. Діятиме з { $date }
error-nothing-to-undo = Невикористаних купонів немає, тож і скасовувати нічого.
error-voucher-not-usable = Цей код не підходить: він неправильний, уже використаний або прострочений.
error-unknown-entry = Запису №{ $number } у вашій історії немає.
error-unknown-plan = Підписки «{ $plan }» немає. Оберіть зі списку.
error-plan-is-paid = { $title }: оформити можна в магазині.
error-plan-needs-approval = { $title }: спершу має схвалити магазин.
error-plan-held-already = { $title }: уже ваше, назавжди.
error-plan-not-renewed = { $title }: скасовувати нічого.
error-plan-not-sold = { $title }: зараз тут не продається.
error-plan-paid-already = { $title }: уже ваше, останній оплачений день – { $date }
error-plan-price-changed = Ціна змінилася: { $title } тепер коштує { $stars } ⭐. Кошти не списано, оберіть ще раз.
error-unknown-payment = Платежу «{ $reference }» немає.
error-no-day-to-choose = У цій програмі немає дня на ваш вибір. Усі дні однакові.
error-day-not-understood = Не розумію цієї дати. Напишіть день і місяць, наприклад 24.12
error-day-not-ahead = Цей день обрати не можна: він уже настав, минув або ще надто далеко.
error-chosen-day-begun = Цього року ваш день – { $date }, його вже не змінити. Новий можна обрати на наступний рік.
error-operation-reused = Ця кнопка застаріла. Відкрийте, будь ласка, список ще раз.
error-unknown-referral-code = Не знаю такого коду запрошення.
error-unknown-referral = Цього учасника ніхто не запрошував.
error-referral-decided = Зараз щодо цього запрошення так вирішити не можна: його стан – «{ $state }».
error-birthday-locked = День народження вже вказано. Якщо там помилка, її виправлять у магазині.
error-period-not-understood = Не розумію, за які дні. Наприклад: статистика тиждень або статистика 01.10–31.10
error-birthday-not-understood = Не розумію цієї дати. Напишіть день і місяць, наприклад 24.12
error-phone-taken = Цей номер прив’язаний до іншої картки. У магазині вам допоможуть.
error-phone-not-proven = Можу прийняти лише ваш власний номер, надісланий кнопкою.
error-email-taken = Ця електронна адреса прив’язана до іншої картки. У магазині вам допоможуть.
error-wrong-currency = Валюта покупки – { $currency }, а валюта програми – { $expected }.
error-currency-is-fixed = Програма працює у валюті { $currency }. Змінити валюту програми, що вже діє, не можна: почніть з нової бази даних.
error-unit-is-fixed = Нараховане учасникам ведеться або в балах, або в грошах. Програму, що вже діє, перевести з одного на інше не можна: почніть з нової бази даних.
error-order-of-another-member = Цю покупку вже записано на іншу картку.
error-access-needed = Купувати тут можуть лише учасники з відповідним членством.
error-unknown-action = За дію «{ $action }» у цій програмі нічого не нараховується.
error-unexpected = У нас стався збій, ми вже про нього знаємо. Спробуйте, будь ласка, трохи пізніше.
error-unknown-tier = Рівня «{ $tier }» у програмі немає.
error-invitation-not-usable = Це запрошення не діє: його вже використано, відкликано або воно застаріло. Попросіть нове.
error-unknown-colleague = «{ $person }» у команді немає або таких кілька. Оберіть, будь ласка, зі списку.
error-not-on-yourself = Із собою цього зробити не можна. Це може інший власник.
error-owner-by-settings = { $name } – власник за налаштуваннями бота (LOYALTY_OWNERS); змінити це можна лише там.
error-customer-unknown = Такої картки чи такого номера ні в кого немає. Перевірте, будь ласка.
error-phone-without-country = Напишіть, будь ласка, номер із кодом країни, наприклад +380 67 123 45 67.
error-customer-not-active = Цей клієнт вийшов із програми або заблокований, тож провести нічого не можна.
error-customer-has-less = Стільки в клієнта немає. Можна витратити: { $points }
error-already-spent = Скасувати вже не можна: частину вже витрачено. Залишилося: { $points }
error-not-for-yourself = Це ваша власна картка. Попросіть, будь ласка, колегу.
error-voucher-not-for-this = Для цієї покупки купон нічого не дає.
error-amount-not-understood = Не розумію суму. Напишіть, будь ласка, так: 249,90
error-category-unknown = Такої категорії немає. Є: { $categories }
error-nothing-to-take-back = За останні 10 хвилин вам немає чого скасовувати.
error-points-not-understood = Скільки балів? Напишіть після картки ціле число, більше за нуль, а тоді причину.
    .balance = Скільки? Напишіть після картки число, більше за нуль, а тоді причину.
error-reason-needed = Додайте, будь ласка, причину: вона лишиться в історії.
error-approval-over = Це вже ні на кого не чекає.
error-too-many-guesses = { $minutes ->
    [one] Забагато неправильних номерів. Зачекайте, будь ласка, { $minutes } хвилину.
    [few] Забагато неправильних номерів. Зачекайте, будь ласка, { $minutes } хвилини.
    [many] Забагато неправильних номерів. Зачекайте, будь ласка, { $minutes } хвилин.
   *[other] Забагато неправильних номерів. Зачекайте, будь ласка, { $minutes } хвилини.
}
error-card-not-proven = Сама картка тут балів не витрачає. Відскануйте код, який телефон клієнта показує зараз.
    .balance = Сама картка тут нічого не витрачає. Відскануйте код, який телефон клієнта показує зараз.
error-receipt-not-usable = Цей код не діє: він неправильний, уже зарахований або застарів.

### What people can type (first the usual word, then others, separated by commas), the menu's
### descriptions (without commas), and buttons. No greeting people open a message to the shop with
### ("здравствуйте"): it would be taken for the word, not for the message.

# What points are called as a rule. A program that calls them otherwise, or earns money, is worded
# by the .balance that some sentences have beside their text.
points-usual = балл

word-start = привет, начать, здравствуйте, добрый день, старт
word-join = вступить, присоединиться, зарегистрироваться, регистрация
word-points = баллы, мои баллы, баланс, сколько баллов, мой баланс, бонусы, мои бонусы, сколько у меня баллов
word-earn = заработать, как заработать, задания
word-card = карта, моя карта, карточка, qr, qr-код, штрихкод
word-history = история, моя история, операции, мои операции, покупки, мои покупки
word-why = почему, за что, объясните
word-rewards = награды, подарки, призы, вознаграждения, каталог, потратить, потратить баллы
word-redeem = получить, взять, обменять
word-undo = отменить, отменить купон, вернуть купон
word-vouchers = купоны, мои купоны, купон, ваучеры, коды, ваучер
word-refer = пригласить, пригласить друга, друзья, приглашение, реферал, привести друга
word-rules = правила, условия, как это работает
word-tier = уровень, мой уровень, статус
word-plan = подписка, подписки, моя подписка, абонемент, членство
word-day = мой день, выбрать день
word-profile = профиль, мой профиль, настройки, кабинет, мой кабинет
word-language = язык, сменить язык
word-birthday = день рождения, мой день рождения, дата рождения
word-phone = телефон, мой телефон, номер телефона
word-notifications = уведомления, рассылка, сообщения
word-pause = пауза, приостановить, не беспокоить, отписаться
word-resume = возобновить, продолжить
word-privacy = приватность, конфиденциальность
word-mydata = мои данные, данные
word-leave = выйти, уйти, покинуть программу
word-forget = забыть, забудьте меня, удалить данные, удалить меня, удалить
word-feedback = отзыв, оставить отзыв, пожелание, жалоба, поддержка, связь, предложение
word-paysupport = помощь с оплатой, проблема с оплатой, вернуть звёзды
word-help = помощь, меню, команды, что ты умеешь, справка, назад, отмена
word-thanks = спасибо, большое спасибо, спасибо большое, благодарю

menu-join = вступить в программу
menu-points = ваши баллы
    .balance = ваш баланс
menu-earn = за что ещё дают бонусы
menu-card = ваша карта для кассы
menu-history = что начислено и что потрачено
menu-why = откуда запись в истории: почему 12
menu-rewards = что можно получить
menu-redeem = выбрать награду: получить 1
menu-undo = отменить неиспользованный купон
menu-undo-counter = отменить своё последнее действие
menu-vouchers = ваши купоны
menu-refer = пригласить друга
menu-rules = как работает программа
menu-tier = ваш уровень
menu-plan = подписки: что они дают и есть ли у вас
menu-day = выбрать свой день в году
menu-profile = ваш профиль
menu-language = сменить язык
menu-birthday = указать день рождения
menu-notifications = выбрать нужные уведомления
menu-pause = пока ничего не присылать
menu-resume = снова присылать уведомления
menu-privacy = что мы о вас знаем и какие у вас права
menu-mydata = все ваши данные одним файлом
menu-leave = выйти из программы с сохранением баллов
    .balance = выйти из программы с сохранением баланса
menu-forget = удалить ваши данные
menu-feedback = написать нам отзыв
menu-help = все мои команды

button-join = Вступить
button-join-offers = Вступить и получать предложения
button-join-quiet = Вступить без предложений
button-offers-yes = Да, присылайте
button-offers-no = Спасибо, без предложений
button-points = ⭐ Мои баллы
    .balance = ⭐ Мой баланс
button-earn = 🏅 Заработать ещё
button-card = 💳 Моя карта
button-history = История
button-older = Более ранние
button-why = Почему №{ $number }?
button-rewards = 🎁 Награды
button-redeem = { $reward } — { $cost }
button-choose = { $reward } …
button-open = 🎁 { $reward }
button-amount = { $cost } → { $sum }
button-sum = { $sum }
button-cause = 💚 { $cause }
button-undo = Отменить
button-vouchers = Купоны
button-show = Показать: { $reward }
button-refer = Пригласить друга
button-share = Поделиться с другом
button-rules = Как это работает
button-tier = Мой уровень
button-plan = Подписки
button-apply = Подать заявку: { $title }
button-try = Попробовать бесплатно: { $title }
button-buy = Купить: { $title }
button-pay = Заплатить { $stars } ⭐
button-paysupport = Помощь с оплатой
button-feedback = Написать магазину
button-cancel = Отменить: { $title }
button-cancel-yes = Да, отменить
button-profile = Мой профиль
button-language = 🌐 Язык
button-birthday = 🎂 День рождения
button-phone = Номер телефона
button-contact = Отправить мой номер
button-notifications = Уведомления
button-pause = Приостановить уведомления
button-resume = Возобновить уведомления
button-privacy = Приватность
button-mydata = Мои данные
button-leave = Выйти из программы
button-forget = Удалить мои данные
button-forget-yes = Да, удалить всё
button-keep = Нет, оставить
button-later = Позже
button-help = Меню
button-private = Написать мне
button-sms-all = Да, и предложения тоже
button-sms-service = Только о моём счёте
button-sms-none = Спасибо, без SMS
button-more = Дальше

language-en = English
language-uk = Українська
language-ru = Русский
language-pl = Polski
language-ro = Română

## How people ask, in their own words, to be sent nothing more.

texting-stop-phrases = стоп, не пишите, не присылайте, не шлите, не отправляйте, прекратите писать, прекратите присылать, хватит писать, отписаться, отпишите меня, удалите меня из рассылки
texting-stop-words = остановите, прекратите, отпишите, отписка, отказ от sms, хватит

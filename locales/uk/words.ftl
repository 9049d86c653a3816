### What people can type (first the usual word, then others, separated by commas), the menu's
### descriptions (without commas), and buttons. No greeting people open a message to the shop with
### ("добрий день"): it would be taken for the word, not for the message.

# What points are called as a rule. A program that calls them otherwise, or earns money, is worded
# by the .balance that some sentences have beside their text.
points-usual = бал

word-start = привіт, почати, вітаю, добрий день, доброго дня, старт
word-join = приєднатися, вступити, зареєструватися, реєстрація
word-points = бали, мої бали, баланс, скільки балів, мій баланс, бонуси, мої бонуси, скільки у мене балів, скільки маю балів
word-earn = заробити, як заробити, завдання
word-card = картка, моя картка, qr, qr-код, штрихкод
word-history = історія, моя історія, операції, мої операції, покупки, мої покупки
word-why = чому, за що, поясніть
word-rewards = винагороди, нагороди, подарунки, призи, каталог, витратити, витратити бали
word-redeem = отримати, взяти, обміняти
word-undo = скасувати, скасувати купон, повернути купон
word-vouchers = купони, мої купони, купон, ваучери, коди, ваучер
word-refer = запросити, запросити друга, друзі, запрошення, реферал, привести друга
word-rules = правила, умови, як це працює
word-tier = рівень, мій рівень, статус
word-plan = підписка, підписки, моя підписка, абонемент, членство
word-day = мій день, обрати день, вибрати день
word-profile = профіль, мій профіль, налаштування, кабінет, мій кабінет
word-language = мова, змінити мову
word-birthday = день народження, мій день народження, дата народження
word-phone = телефон, мій телефон, номер телефону
word-notifications = сповіщення, розсилка, повідомлення
word-pause = пауза, призупинити, не турбувати, відписатися, відписатись
word-resume = відновити, продовжити
word-privacy = приватність, конфіденційність
word-mydata = мої дані, дані
word-leave = вийти, піти, покинути програму
word-forget = забути, забудьте мене, видалити дані, видалити мене, видалити
word-feedback = відгук, залишити відгук, побажання, скарга, пропозиція, підтримка, зв'язок, зв’язок
word-paysupport = допомога з оплатою, проблема з оплатою, повернути зірки
word-help = допомога, меню, команди, що ти вмієш, довідка, назад, відміна
word-thanks = дякую, дуже дякую, спасибі, дяки

menu-join = приєднатися до програми
menu-points = ваші бали
    .balance = ваш баланс
menu-earn = за що ще дають бонуси
menu-card = ваша картка для каси
menu-history = що нараховано й що витрачено
menu-why = звідки запис в історії: чому 12
menu-rewards = що можна отримати
menu-redeem = обрати винагороду: отримати 1
menu-undo = скасувати невикористаний купон
menu-undo-counter = скасувати свою останню дію
menu-vouchers = ваші купони
menu-refer = запросити друга
menu-rules = як працює програма
menu-tier = ваш рівень
menu-plan = підписки: що вони дають і чи є у вас
menu-day = обрати свій день року
menu-profile = ваш профіль
menu-language = змінити мову
menu-birthday = вказати день народження
menu-notifications = обрати потрібні сповіщення
menu-pause = поки що нічого не надсилати
menu-resume = знову надсилати сповіщення
menu-privacy = що ми про вас знаємо і які ваші права
menu-mydata = усі ваші дані одним файлом
menu-leave = вийти з програми зі збереженням балів
    .balance = вийти з програми зі збереженням балансу
menu-forget = видалити ваші дані
menu-feedback = написати нам відгук
menu-help = усі мої команди

button-join = Приєднатися
button-join-offers = Приєднатися й отримувати пропозиції
button-join-quiet = Приєднатися без пропозицій
button-offers-yes = Так, надсилайте
button-offers-no = Дякую, без пропозицій
button-points = ⭐ Мої бали
    .balance = ⭐ Мій баланс
button-earn = 🏅 Заробити ще
button-card = 💳 Моя картка
button-history = Історія
button-older = Давніші
button-why = Чому №{ $number }?
button-rewards = 🎁 Винагороди
button-redeem = { $reward } – { $cost }
button-choose = { $reward } …
button-open = 🎁 { $reward }
button-amount = { $cost } → { $sum }
button-sum = { $sum }
button-cause = 💚 { $cause }
button-undo = Скасувати
button-vouchers = Купони
button-show = Показати: { $reward }
button-refer = Запросити друга
button-share = Поділитися з другом
button-rules = Як це працює
button-tier = Мій рівень
button-plan = Підписки
button-apply = Подати заявку: { $title }
button-try = Спробувати безкоштовно: { $title }
button-buy = Купити: { $title }
button-pay = Сплатити { $stars } ⭐
button-paysupport = Допомога з оплатою
button-feedback = Написати магазину
button-cancel = Скасувати: { $title }
button-cancel-yes = Так, скасувати
button-profile = Мій профіль
button-language = 🌐 Мова
button-birthday = 🎂 День народження
button-phone = Номер телефону
button-contact = Надіслати мій номер
button-notifications = Сповіщення
button-pause = Призупинити сповіщення
button-resume = Відновити сповіщення
button-privacy = Приватність
button-mydata = Мої дані
button-leave = Вийти з програми
button-forget = Видалити мої дані
button-forget-yes = Так, видалити все
button-keep = Ні, залишити
button-later = Пізніше
button-help = Меню
button-private = Написати мені
button-sms-all = Так, і пропозиції теж
button-sms-service = Лише про мій рахунок
button-sms-none = Дякую, без SMS
button-more = Далі

language-en = English
language-uk = Українська
language-ru = Русский
language-pl = Polski
language-ro = Română

## How people ask, in their own words, to be sent nothing more.

texting-stop-phrases = стоп, не пишіть, не надсилайте, не шліть, не присилайте, припиніть писати, припиніть надсилати, досить писати, відписатися, відписатись, відпишіть мене, видаліть мене з розсилки
texting-stop-words = стій, зупиніть, припиніть, відпишіть, відписка, відмова від sms, досить

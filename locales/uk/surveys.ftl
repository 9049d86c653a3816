### Опитування: про що магазин питає учасників.

word-survey = опитування
word-survey-words = відповідь на опитування
menu-survey = відповісти на запитання магазину
button-survey = 📝 Опитування
word-surveys = опитування магазину, опитування
menu-surveys = що відповіли учасники
button-surveys = 📝 Опитування
button-answer-survey = 📝 Відповісти
button-mailing-survey = 📝 Опитування: { $survey }
surveys-question = { $question }
surveys-choice = { $choice }
surveys-none = Зараз нема на що відповідати.
surveys-which = На яке запитання хочете відповісти?
surveys-gives = За вашу відповідь: { $points }
surveys-write = Напишіть відповідь наступним повідомленням.
surveys-thanks = Дякуємо за відповідь!
surveys-given = За неї ви отримуєте: { $points }
surveys-before = Ви вже відповіли. Дякуємо!
surveys-all = Опитування. Надіслати їх: розсилка учасникам
surveys-how = Опитувань немає. Додайте [[surveys]] у файл програми: id, question, choices, points.
surveys-row = { $survey }: відповідей { $count }
surveys-count = Відповідей: { $count }
surveys-counted = { $choice }: { $count }
broadcast-draft-survey = Кнопка веде до опитування { $survey }
error-survey-over = Такого запитання немає або так на нього не відповісти. Напишіть: опитування

### Опросы: о чём магазин спрашивает участников.

word-survey = опрос
word-survey-words = ответ на опрос
menu-survey = ответить на вопрос магазина
button-survey = 📝 Опрос
word-surveys = опросы, опрос
menu-surveys = что ответили участники
button-surveys = 📝 Опросы
button-answer-survey = 📝 Ответить
button-mailing-survey = 📝 Опрос: { $survey }
surveys-question = { $question }
surveys-choice = { $choice }
surveys-none = Сейчас не на что отвечать.
surveys-which = На какой вопрос хотите ответить?
surveys-gives = За ваш ответ: { $points }
surveys-write = Напишите ответ следующим сообщением.
surveys-thanks = Спасибо за ответ!
surveys-given = За него вы получаете: { $points }
surveys-before = Вы уже ответили. Спасибо!
surveys-all = Опросы. Отправить их: рассылка участникам
surveys-how = Опросов нет. Добавьте [[surveys]] в файл программы: id, question, choices, points.
surveys-row = { $survey }: ответов { $count }
surveys-count = Ответов: { $count }
surveys-counted = { $choice }: { $count }
broadcast-draft-survey = Кнопка ведёт к опросу { $survey }
error-survey-over = Такого вопроса нет или так на него не ответить. Напишите: опрос

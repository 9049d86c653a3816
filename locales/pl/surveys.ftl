### Ankiety: o co sklep pyta uczestników.

word-survey = ankieta
word-survey-words = odpowiedź na ankietę
menu-survey = odpowiedz na pytanie sklepu
button-survey = 📝 Ankieta
word-surveys = ankiety, ankieta
menu-surveys = co odpowiedzieli uczestnicy
button-surveys = 📝 Ankiety
button-answer-survey = 📝 Odpowiedz
button-mailing-survey = 📝 Ankieta: { $survey }
surveys-question = { $question }
surveys-choice = { $choice }
surveys-none = Teraz nie ma pytań.
surveys-which = Na które pytanie chcesz odpowiedzieć?
surveys-gives = Za odpowiedź: { $points }
surveys-write = Napisz odpowiedź w następnej wiadomości.
surveys-thanks = Dziękujemy za odpowiedź!
surveys-given = Za nią otrzymujesz: { $points }
surveys-before = Twoja odpowiedź już u nas jest. Dziękujemy!
surveys-all = Ankiety. Wyślesz je słowem: wysyłka
surveys-how = Nie ma ankiet. Dopisz [[surveys]] do pliku programu: id, question, choices, points.
surveys-row = { $survey }: odpowiedzi { $count }
surveys-count = Odpowiedzi: { $count }
surveys-counted = { $choice }: { $count }
broadcast-draft-survey = Przycisk prowadzi do ankiety { $survey }
error-survey-over = Nie ma takiego pytania albo nie da się na nie tak odpowiedzieć. Napisz: ankieta

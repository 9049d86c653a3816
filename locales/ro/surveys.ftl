### Sondaje: ce îi întreabă magazinul pe membri.

word-survey = sondaj
word-survey-words = răspuns la sondaj
menu-survey = răspunde la o întrebare a magazinului
button-survey = 📝 Sondaj
word-surveys = sondaje, sondaj
menu-surveys = ce au răspuns membrii
button-surveys = 📝 Sondaje
button-answer-survey = 📝 Răspunde
button-mailing-survey = 📝 Sondaj: { $survey }
surveys-question = { $question }
surveys-choice = { $choice }
surveys-none = Acum nu sunt întrebări.
surveys-which = La ce întrebare vrei să răspunzi?
surveys-gives = Pentru răspunsul tău: { $points }
surveys-write = Scrie răspunsul în mesajul următor.
surveys-thanks = Mulțumim pentru răspuns!
surveys-given = Pentru el primești: { $points }
surveys-before = Ai răspuns deja. Mulțumim!
surveys-all = Sondaje. Le trimiți cu: mesaj tuturor
surveys-how = Nu sunt sondaje. Scrie [[surveys]] în fișierul programului: id, question, choices, points.
surveys-row = { $survey }: răspunsuri { $count }
surveys-count = Răspunsuri: { $count }
surveys-counted = { $choice }: { $count }
broadcast-draft-survey = Butonul duce la sondajul { $survey }
error-survey-over = Nu există această întrebare sau nu se poate răspunde așa. Scrie: sondaj

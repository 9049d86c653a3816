### Surveys: what the shop asks its members.

word-survey = survey, answer a survey
word-survey-words = survey-words
menu-survey = answer the shop's question
button-survey = 📝 Survey
word-surveys = surveys
menu-surveys = what members answered
button-surveys = 📝 Surveys
button-answer-survey = 📝 Answer
button-mailing-survey = 📝 Survey: { $survey }
surveys-question = { $question }
surveys-choice = { $choice }
surveys-none = There is nothing to answer just now.
surveys-which = Which question would you like to answer?
surveys-gives = For your answer: { $points }
surveys-write = Write your answer in the next message.
surveys-thanks = Thank you for your answer!
surveys-given = For it you get: { $points }
surveys-before = You have answered this already. Thank you!
surveys-all = Surveys. Send one to members with: broadcast
surveys-how = There are no surveys. Write [[surveys]] into the program file: id, question, choices, points.
surveys-row = { $survey }: answers { $count }
surveys-count = Answers: { $count }
surveys-counted = { $choice }: { $count }
broadcast-draft-survey = Its button leads to the survey { $survey }
error-survey-over = There is no such question, or it can't be answered like that. Say: survey

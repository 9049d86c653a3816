### Two memberships of one person become one.

word-merge = merge
button-merge-ask = Yes, both are mine
button-merge-go = Make them one
button-merge-yes = Yes, that's me
button-merge-no = No, not me

merge-found = Another card has this number. If it is yours too, the two can become one: all you collected, with its dates, and the better level.
merge-waits = ⏳ We have told the other card. If nobody objects by { $date }, you can put the two together, and we will write to you. Do you use the other one in a chat as well? Say MERGE YES there, and you need not wait.
merge-asked = 🔐 Somebody who has your phone number wants to put your card together with theirs. If that is not you, say MERGE NO by { $date }, and nothing happens.
merge-ready = 🔗 Now your two cards can become one.
merge-refused = The other card said no, so nothing is put together. If both are yours, the shop can help you.
merge-done = ✅ You have one card now. With it came: { $points }. Your old card number still works.
merge-signup-once = The present for joining is given once. Taken back: { $points }
merge-agreed = 👍 Thank you. Now go on in the other chat.
merge-kept = 👍 Noted: your card stays yours alone. Do you have a new phone number? Share it here.
merge-nothing = There is nothing to answer.

history-signup-back = #{ $number } · { $date } · { $points } · present for joining, given twice
why-signup-back = Entry #{ $number }, { $date }: { $points }, because two of your cards became one, and joining is rewarded once.
error-nothing-to-merge = There is nothing to put together now. If you have two cards, the shop can help you.

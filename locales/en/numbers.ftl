### Phone numbers that may have got a new owner.

word-number = number
button-number-new = I'm new here

number-asked = 🔐 A text message came from your number { $phone }. Numbers get new owners, so we ask: is it still yours? Until you answer, nothing of yours can be seen or spent from there. If you don't answer by { $date }, we'll take it that it's you.
number-held = This number is on a card, but numbers get new owners. Is the card yours? Reply NUMBER and the card's number, or say yes in our Telegram chat. Or write again after { $date }.
number-held-shop = This number is on a card, but numbers get new owners. Is the card yours? Reply NUMBER and the card's number, or say yes in our Telegram chat, or ask the shop.
number-yours = 👍 Thank you. Everything works from this number again.
number-free = Thank you. This number is on no card now. Would you like one of your own?
number-kept = 👍 Thank you. { $phone } is yours, and text messages from there are answered as usual.
number-dropped = 👍 Noted: { $phone } is no longer on your card. Do you have a new number? Share it here.
number-gone = ℹ️ Whoever texts from { $phone } now says your card isn't theirs, so the number is no longer on it. All you collected is still there. Do you have a new number? Share it here.

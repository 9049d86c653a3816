### What the bot answers to customers. Texts are plain: no markup.
### $points, $cost, $missing arrive as "30 points": number and plural form, in the nominative; keep
### them after a colon or a dash, or where the nominative fits. $date is "24 December 2026".
### $reward, $tier are titles from the program file, $name is a person's name and may be empty.

## Joining

start-hello = Hello! This is the loyalty program of { $program }.
start-bonus = A present for joining: { $points }.
start-referred = A friend invited you: you both get something after your first purchase.
start-invited = A friend invited you.
start-referred-now = A friend invited you: you both get something as soon as you join.
start-again = 👋 { $name }
    Good to see you again!
start-left = You left the program. Your points are still here: come back and use them.
    .balance = You left the program. Your balance is still here: come back and use it.
join-welcome = 👋 { $name }
    Welcome to { $program }!
join-bonus = ⭐ Yours already: { $points }.
join-gift = 🎁 Yours already: { $reward }
join-referred = Your friend's invitation counts. After your first purchase of { $minimum } or more: { $points }.
join-invited = Your friend's invitation counts.
join-referred-any = Your friend's invitation counts. After your first purchase: { $points }.
join-referred-now = Your friend's invitation counts. For you: { $points }.
join-referred-review = The shop has a look at your friend's invitation first. Then you get: { $points }.
start-code-unknown = I don't know this invitation code: ask your friend for the link once more, or join without it.
join-code-unknown = I don't know that invitation code, but you are in all the same.
join-next = Show your card at the till and collect.
join-back = 👋 { $name }
    You are back, and so are your points.
    .balance = 👋 { $name }
        You are back, and so is your balance.
join-again = 👋 { $name }
    You are a member already. Welcome back!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Here I write to members about what they collect, their rewards and purchases.
consent-offers = May I also send you offers, such as a birthday present or a discount? You can change your mind at any time.
consent-sms-service = May we text you about your account when you can't be reached here?
consent-sms-offers = May we also text you offers? You can stop them at any time; your operator's rates may apply.
consent-texting-service = Here we text members about their account and purchases. Msg & data rates may apply. HELP for help, STOP to stop.
consent-texting-offers = May we also text you offers, a few a month? You can join without.

## Points

points-balance = ⭐ You have: { $points }.
points-pending = On { $date } you also get: { $points }.
points-expiry = Use by { $date }: { $points }.
points-dividend = Dividend for { $year }, paid on { $date }: { $points }
points-dividend-since = Dividend for the year since { $since }, paid on { $date }: { $points }
points-enough = Enough for “{ $reward }” ({ $cost }).
points-missing = Until “{ $reward }”: { $points }.
card-number = { $name }
    { $number }
card-tier = Tier: { $tier }
card-show = Show this at the till.
history-title = Your history, newest first:
history-empty = Nothing has happened yet. Your first purchase will appear here.
history-hint = To know why, write for example: why 1
history-order = #{ $number } · { $date } · { $points } · purchase { $reference }
history-signup = #{ $number } · { $date } · { $points } · joining
history-referrer = #{ $number } · { $date } · { $points } · you brought a friend
history-friend = #{ $number } · { $date } · { $points } · a friend invited you
history-birthday = #{ $number } · { $date } · { $points } · birthday
history-adjustment = #{ $number } · { $date } · { $points } · by the shop
history-tier = #{ $number } · { $date } · your tier, by the shop
history-redemption = #{ $number } · { $date } · { $points } · voucher { $reference }
history-undo = #{ $number } · { $date } · { $points } · voucher { $reference } undone
history-reversal = #{ $number } · { $date } · { $points } · purchase { $reference } returned
history-referral-back = #{ $number } · { $date } · { $points } · invitation bonus taken back
history-expiry = #{ $number } · { $date } · { $points } · expired
history-gift = #{ $number } · { $date } · 🎁 a present
history-action = #{ $number } · { $date } · { $points } · something you did
history-survey = #{ $number } · { $date } · { $points } · your answer to a question
history-rating = #{ $number } · { $date } · { $points } · your rating of a purchase
history-challenge = #{ $number } · { $date } · { $points } · a goal reached
history-milestone = #{ $number } · { $date } · { $points } · friends you have brought
history-campaign = #{ $number } · { $date } · { $points } · gift with a message
history-donation = #{ $number } · { $date } · { $points } · donation
history-ticket = #{ $number } · { $date } · { $points } · ticket { $reference }
history-partner-code = #{ $number } · { $date } · { $points } · a partner's code
history-grant = #{ $number } · { $date } · { $points } · for your membership or tier
history-grant-back = #{ $number } · { $date } · { $points } · tier or membership gift taken back
history-gift-back = #{ $number } · { $date } · an unused present taken back
history-action-back = #{ $number } · { $date } · { $points } · something you did no longer counts
history-dividend = #{ $number } · { $date } · { $points } · dividend for the year
why-order = Entry #{ $number }, { $date }: { $points } for purchase { $reference }.
why-signup = Entry #{ $number }, { $date }: { $points } for joining.
why-referrer = Entry #{ $number }, { $date }: { $points } because a friend you invited made a purchase.
why-friend = Entry #{ $number }, { $date }: { $points } because a friend invited you and you made a purchase.
why-birthday = Entry #{ $number }, { $date }: { $points } for your birthday.
why-adjustment = Entry #{ $number }, { $date }: { $points }, entered by the shop.
why-tier = Entry #{ $number }, { $date }: the shop decided which tier you have. Nothing was given or taken.
why-redemption = Entry #{ $number }, { $date }: { $points } for voucher { $reference }.
why-undo = Entry #{ $number }, { $date }: { $points }, because voucher { $reference } was undone.
why-reversal = Entry #{ $number }, { $date }: { $points }, because purchase { $reference } was returned or changed.
why-referral-back = Entry #{ $number }, { $date }: { $points }, because the purchase that brought the invitation bonus was returned.
why-expiry = Entry #{ $number }, { $date }: { $points }, because their time was over.
why-gift = Entry #{ $number }, { $date }: a present. Nothing was taken for it.
why-action = Entry #{ $number }, { $date }: { $points } for something you did.
why-survey = Entry #{ $number }, { $date }: { $points } for your answer to a question of the shop.
why-rating = Entry #{ $number }, { $date }: { $points } for your rating of a purchase.
why-challenge = Entry #{ $number }, { $date }: { $points } for reaching a goal.
why-milestone = Entry #{ $number }, { $date }: { $points } for the friends you have brought.
why-campaign = Entry #{ $number }, { $date }: { $points } as a gift with our message.
why-donation = Entry #{ $number }, { $date }: { $points } for your donation.
why-ticket = Entry #{ $number }, { $date }: { $points } for ticket { $reference }.
why-partner-code = Entry #{ $number }, { $date }: { $points } for a partner's code.
why-what = What for: { $title }
why-voucher = Its code: { $code }
why-grant = Entry #{ $number }, { $date }: { $points } for your membership or tier.
why-grant-back = Entry #{ $number }, { $date }: { $points }, because the payment or purchase that brought this gift was returned.
why-gift-back = Entry #{ $number }, { $date }: a present you had not used was taken back, because what brought it no longer counts.
why-action-back = Entry #{ $number }, { $date }: { $points }, because what you did was taken back.
why-dividend = Entry #{ $number }, { $date }: { $points }, your share of a year's purchases.
why-held-plan = Given for: { $title }.
why-held-tier = Given for the tier: { $tier }.
why-share = Your share of it: { $percent }%.
why-sum = The sum that counts: { $sum }.
why-sum-back = The sum that no longer counts: { $sum }.
why-rule = The rule that day, for every { $sum }: { $points }.
why-factor = Your tier multiplied it by { $factor }.
why-carried = Carried over from earlier purchases: { $sum }.
why-forgiven = Already spent, so we left you: { $points }.
why-note = The reason given: { $note }
why-reward = Reward: { $reward }.
why-available = Can be spent from { $date }.
why-expires = Good until { $date }.
tier-none = There are no tiers here: everything is the same for everybody.
tier-now = Your tier: { $tier }, since { $since }.
tier-by-hand = The shop gave it to you, and it has no end date.
tier-until = { $tier } is yours until { $date }.
tier-grace = The time of { $tier } is over, but it stays yours until { $date }.
tier-keep = Still to go to keep { $tier } for longer: { $missing }.
tier-next = Until { $tier }: { $missing }.
tier-top = That is the highest tier. Thank you!
tier-spend = purchases for { $sum }
tier-orders = { $orders ->
    [one] { $orders } order
   *[other] { $orders } orders
}
tier-items = { $items ->
    [one] { $items } piece
   *[other] { $items } pieces
}
tier-factor = For the same purchase you earn { $factor } times as much.
tier-benefits = What you have:

## Earning

earn-title = More ways to earn:
earn-none = There are no extra ways to earn at the moment, but every purchase counts.
earn-had = ✅ { $title }: you have had it for now.
earn-progress = {"   "}📈 So far: { $done } of { $goal }
earn-reached = {"   "}✅ You have reached it. Well done!

## Rewards

rewards-none = There are no rewards to choose from yet.
rewards-title = What you can get:
rewards-balance = ⭐ You have: { $points }. What you can get:
rewards-line = 🎁 { $reward } – { $cost } (redeem { $id })
rewards-missing = ▫️ { $reward } – { $cost }, still missing: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, for tier { $tier }
rewards-sold-out = ▫️ { $reward } – sold out
rewards-choose = 🎁 { $reward } – as much as you like, at least: { $cost } (redeem { $id })
rewards-opened = 🎁 { $reward } – open to you, nothing is taken (redeem { $id })
rewards-opens = 🔒 { $reward } – opens at: { $cost }, still missing: { $missing }
rewards-plan = 🔒 { $reward } – { $cost }, only with { $plan }
rewards-had = ✅ { $reward } – you have had it
rewards-given = {"   "}💚 { $cause } – given so far: { $sum }
rewards-hint = Tap a reward, or write for example: redeem { $reward }
rewards-texting = ⭐ You have: { $points }. To get a reward, answer with its number:
redeem-done = 🎉 { $reward } is yours!
redeem-over = { $reward }: the voucher of this button was used, undone or has expired. For another one open the list.
redeem-rest = Spent: { $cost }. Left: { $points }.
choose-amount = { $reward }: how much would you like to use? You have: { $points }.
choose-worth = { $cost } = { $sum }
choose-hint = Choose an amount, or write for example: redeem { $reward } { $number }
choose-cause = { $reward }: who shall get { $sum }? A donation can't be undone.
donate-done = 💚 { $sum } for “{ $cause }”. Thank you!
donate-total = All together we have given “{ $cause }”: { $sum }.
voucher-code = Code: { $code }
voucher-until = Good until { $date }.
voucher-show = Show it at the till. Until it is used you can undo it.
voucher-worth = Worth: { $sum }
voucher-percent = { $percent }% off one order.
voucher-event = When: { $date }
voucher-since = Good from: { $date }
voucher-used = Used: { $date }
voucher-undone = This voucher was undone.
voucher-expired = This voucher has expired. Its last day: { $date }
voucher-show-only = Show it at the till.
ticket-code = 🎟 Your ticket: { $code }
ticket-draw = The draw: { $date }
    Until that day begins you can undo it.
ticket-seal = Everyone can check the draw. Its secret number is fixed already, and this is the number's SHA-256: { $seal }
ticket-seed = The secret number: { $seed }
    Tickets were drawn in the order of SHA-256("number|ticket").
ticket-won = 🏆 This ticket has won!
ticket-lost = This ticket had no luck in the draw.
partner-code = Code for { $partner }: { $code }
partner-final = Use it at { $partner }. It can't be undone.
undo-done = Undone: { $reward }, voucher { $code }.
undo-back = Back on your account: { $points }.
undo-lapsed = Of these, expired meanwhile: { $points }.
vouchers-none = You have no unused vouchers.
vouchers-title = Your vouchers:
vouchers-line = { $reward } – { $code }
vouchers-ticket = 🎟 { $reward } – { $code }, draw: { $date }
vouchers-partner = { $reward } – code for { $partner }: { $code }
vouchers-one = { $reward }

## Plans

plan-none = There are no memberships to choose from at the moment. You collect points without one, too.
    .balance = There are no memberships to choose from at the moment. You collect without one, too.
plan-title = Our memberships:
plan-in-the-shop = You can get it in the shop.
plan-in-telegram = You can buy it in our Telegram bot.
plan-since = ✅ Yours since { $since }.
plan-paid = ✅ Yours since { $since }, paid until { $date }.
plan-trial = ✅ Free for you until { $date }.
plan-cancelled = ✅ Cancelled, and still yours until { $date }.
plan-next-grant = 🎁 Your next gift from it: { $date }
plan-applied = ⏳ You have applied. The shop will decide.
plan-approved = ✅ Approved! Once it is paid, it is yours.
plan-refused = The shop did not accept your application. You may apply again.
plan-apply-done = Your application for “{ $title }” is with the shop. Its answer will be shown here.
plan-begun = 🎉 “{ $title }” is yours!
plan-cancel-ask = “{ $title }” will not be renewed. Everything it gives stays yours until { $date }. Cancel it?
plan-cancel-done = “{ $title }” is cancelled. It stays yours until { $date }.
plan-withdraw-ask = Withdraw your application for “{ $title }”?
plan-withdrawn = Your application for “{ $title }” is withdrawn.
day-is = Your day: { $date }
day-ask = Which day shall be yours? Write day and month, for example 24.12. You can choose one day a year, before it begins.
day-done = 📅 Your day: { $date }
day-movable = You can still change it until that day begins.

## Paying in the chat

buy-ask = { $period ->
    [month] “{ $title }” for a month: { $stars } ⭐ (Telegram Stars). It is renewed every 30 days until you cancel it.
    [year] “{ $title }” for a year: { $stars } ⭐ (Telegram Stars). It does not renew by itself.
   *[once] “{ $title }” for good: { $stars } ⭐ (Telegram Stars), paid once.
}
buy-description = { $period ->
    [month] Membership for a month, renewed every 30 days until you cancel it
    [year] Membership for a year
   *[once] Membership for good
}
buy-done = 🎉 Thank you, { $stars } ⭐ received: “{ $title }” is yours!
buy-renewed = “{ $title }” is renewed: { $stars } ⭐ received, thank you.
buy-back = { $stars } ⭐ were given back to you.
buy-returned = Your payment of { $stars } ⭐ can't be used for it, so it goes back to you.
buy-stuck = Your payment has arrived, but something went wrong on our side. We have noted it, and the shop will see to it. Please do not pay again.
buy-not-now = Paying does not work right now. Nothing was taken; please try again in a few minutes.
buy-not-stopped = “{ $title }” is cancelled here, but Telegram did not take the cancellation yet: it would go on charging you. Please tap again in a moment, or stop it in Telegram's settings under “My Stars”.
buy-stop-yourself = Telegram did not take the end of your paid membership yet. Please stop it in Telegram's settings under “My Stars”, so that you are not charged again.
buy-changed = “{ $title }” was changed in Telegram:
buy-in-telegram = “{ $title }” is paid with Telegram Stars, so you can buy it in our Telegram bot.
paysupport = Is something wrong with a payment in Telegram Stars? Write “feedback” and what happened, and name the payment. The shop will look into it and can give the Stars back. Telegram's own support can't help with what is bought here.
paysupport-paid = { $date } · { $title } · { $stars } ⭐ · payment { $reference }
paysupport-back = { $date } · { $title } · { $stars } ⭐, given back · payment { $reference }

## Friends

refer-none = There is no bonus for inviting friends at the moment.
refer-code = Your invitation code: { $code }
refer-link = Your link: { $link }
refer-friends = Joined: { $joined }, bonus given for: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-held = ⏳ { $name }, { $date } · on the way, comes on { $until }
refer-friend-review = 🔎 { $name }, { $date } · being checked by the shop
refer-friend-paid = ✅ { $name }, { $date }
refer-friend-refused = ✖️ { $name }, { $date } · not counted, the shop decided
refer-friend-gone = ☑️ { $name }, { $date } · no bonus for you: you were not taking part then
refer-friend-at-most = ☑️ { $name }, { $date } · bonus for your friend only: you had reached the limit
refer-friend-at-most-a-month = ☑️ { $name }, { $date } · bonus for your friend only: you had reached that month's limit
refer-own-held = Your own bonus for joining by invitation comes on { $date }.
refer-own-review = Your own bonus for joining by invitation is being checked by the shop.
refer-limit = Bonuses for friends so far: { $friends }, at most { $limit }.
refer-limit-month = Bonuses for friends this month: { $friends }, at most { $limit }.
refer-milestone = Friends that count: { $friends } of { $limit }. Then for you: { $points }
refer-message = Join me at { $program }: there is a bonus for each of us!

## Profile

profile-name = { $name }
profile-phone = Phone: { $phone }
profile-no-phone = Phone: not given
profile-no-birthday = Birthday: not given
profile-joined = Member since { $date }
language-ask = Choose your language:
language-done = I speak English now.
birthday-ask = When is your birthday? Write day and month, for example 24.12. It can't be changed later.
birthday-is = Birthday: { $date }
birthday-locked = It is set. If it is wrong, the shop can correct it.
birthday-bonus = { $days ->
    [one] Your yearly present: { $points }, if the day is at least { $days } day away.
   *[other] Your yearly present: { $points }, if the day is at least { $days } days away.
}
phone-ask = Tap the button below and the shop will recognise you by your number too.
phone-done = Thank you. Your number: { $phone }
notifications-title = What may we send you? Choose what to change.
notifications-paused = Messages are paused.
switch-telegram-service = { $state ->
    [on] ✅ Account and purchases, here
   *[off] ⬜ Account and purchases, here
}
switch-telegram-offers = { $state ->
    [on] ✅ Offers, here
   *[off] ⬜ Offers, here
}
switch-there-service = { $state ->
    [on] ✅ Account and purchases, in Telegram
   *[off] ⬜ Account and purchases, in Telegram
}
switch-there-offers = { $state ->
    [on] ✅ Offers, in Telegram
   *[off] ⬜ Offers, in Telegram
}
switch-sms-service = { $state ->
    [on] ✅ Account and purchases, by SMS
   *[off] ⬜ Account and purchases, by SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Offers, by SMS
   *[off] ⬜ Offers, by SMS
}
pause-done = I will send you nothing until you say so. You collect points as before.
    .balance = I will send you nothing until you say so. You collect as before.
resume-done = I am back. I send only what you agreed to.

## Privacy

privacy-what = { $program } keeps your name, language, purchases and what they bring you; your phone, birthday and city only if you or your orders give them. It also keeps your answers to surveys and ratings, the tags the shop puts on you, and which links and buttons of its messages you followed. It is used for this program only.
privacy-rights = You can get all your data, leave, or have everything deleted, right here.
privacy-fingerprint = After deletion we keep only fingerprints of your account, phone number and e-mail address, so that presents for joining and for invitations are given once.
mydata-done = Here is everything we know about you.
leave-done = You have left. Your points wait for you: { $points }.
    .balance = You have left. Your balance waits for you: { $points }.
forget-ask = This deletes your name, number, birthday and messages. It can't be undone, and you lose: { $points }. Delete everything?
forget-kept = Nothing was deleted.
forget-done = Your data is deleted. Join again whenever you like.
feedback-ask = What would you like to tell us? Write it in your next message.
feedback-done = Thank you! The shop will read it.

## Help

help-title = { $program }: this is what I understand.
help-guest = You are not a member yet. Joining takes a moment.
help-line = { $word } – { $does }
help-texting = { $program }: write one of these words: { $words }. STOP ends all texts.
not-understood = I did not understand that. Perhaps you want one of these?
not-understood-guest = I did not understand that. Would you like to join our loyalty program?
thanks-welcome = You're welcome! See you soon.
said-again = That message reached us a second time, and nothing was done. If you still want it, please send it again.
button-near = { $text }?
private-only = Let us talk in private: your points are nobody else's business.
    .balance = Let us talk in private: your balance is nobody else's business.

## Text messages (SMS): short, as every part is paid for

texting-stopped = You will get no more texts from { $program }. START brings them back.
texting-started = { $program } may text you again. STOP ends it.
texting-help = { $program }: texts about your account and what you agreed to. MENU lists the words. Msg & data rates may apply. STOP ends it.
texting-linked = Somebody wrote us a text message from your number { $phone }. Your points can be used from there too. If that was not you, share your new number here.
    .balance = Somebody wrote us a text message from your number { $phone }. Your balance can be used from there too. If that was not you, share your new number here.
texting-no-file = A text message can't hold this file. Write to us in Telegram, or ask the shop for it.
texting-late = Your message “{ $text }” reached us late, after newer ones, so nothing was done. If you still want it, please send it again.
texting-ending = { $program }. No more texts: reply STOP

## A receipt's code

claim-ask = What is the code on your receipt?
claim-join-first = Join first, it takes one tap. Then tap “Take the points”.
    .balance = Join first, it takes one tap. Then tap “Credit my purchase”.
claim-done = ✅ Your purchase of { $sum } counts. Points for it: { $points }
    .balance = ✅ Your purchase of { $sum } counts. For it you get: { $points }
card-code = Code: { $code }. It changes every 30 seconds.

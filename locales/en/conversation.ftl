### What the bot answers to customers. Texts are plain: no markup.
### $points, $cost, $missing arrive as "30 points": number and plural form, in the nominative; keep
### them after a colon or a dash, or where the nominative fits. $date is "24 December 2026".
### $reward, $tier are titles from the program file, $name is a person's name and may be empty.

## Joining

start-hello = Hello! This is the loyalty program of { $program }.
start-bonus = A present for joining: { $points }.
start-referred = A friend invited you: you both get something after your first purchase.
start-again = 👋 { $name }
    Good to see you again!
start-left = You left the program. Your points are still here: come back and use them.
join-welcome = 👋 { $name }
    Welcome to { $program }!
join-bonus = ⭐ Yours already: { $points }.
join-referred = Your friend's invitation counts. After your first purchase of { $minimum } or more: { $points }.
join-code-unknown = I don't know that invitation code, but you are in all the same.
join-next = Show your card at the till and collect.
join-back = 👋 { $name }
    You are back, and so are your points.
join-again = 👋 { $name }
    You are a member already. Welcome back!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Here I write to members about their points, rewards and purchases.
consent-offers = May I also send you offers, such as a birthday present or a discount? You can change your mind at any time.
consent-sms-service = May we text you about your points when you can't be reached here?
consent-sms-offers = May we also text you offers? You can stop them at any time; your operator's rates may apply.

## Points

points-balance = ⭐ You have: { $points }.
points-pending = On { $date } you also get: { $points }.
points-expiry = Use by { $date }: { $points }.
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
history-redemption = #{ $number } · { $date } · { $points } · voucher { $reference }
history-undo = #{ $number } · { $date } · { $points } · voucher { $reference } undone
history-reversal = #{ $number } · { $date } · { $points } · purchase { $reference } returned
history-referral-back = #{ $number } · { $date } · { $points } · invitation bonus taken back
history-expiry = #{ $number } · { $date } · { $points } · expired
why-order = Entry #{ $number }, { $date }: { $points } for purchase { $reference }.
why-signup = Entry #{ $number }, { $date }: { $points } for joining.
why-referrer = Entry #{ $number }, { $date }: { $points } because a friend you invited made a purchase.
why-friend = Entry #{ $number }, { $date }: { $points } because a friend invited you and you made a purchase.
why-birthday = Entry #{ $number }, { $date }: { $points } for your birthday.
why-adjustment = Entry #{ $number }, { $date }: { $points }, entered by the shop.
why-redemption = Entry #{ $number }, { $date }: { $points } for voucher { $reference }.
why-undo = Entry #{ $number }, { $date }: { $points }, because voucher { $reference } was undone.
why-reversal = Entry #{ $number }, { $date }: { $points }, because purchase { $reference } was returned or changed.
why-referral-back = Entry #{ $number }, { $date }: { $points }, because the purchase that brought the invitation bonus was returned.
why-expiry = Entry #{ $number }, { $date }: { $points }, because their time was over.
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
tier-now = Your tier: { $tier }, since { $since }.
tier-factor = For the same purchase you earn { $factor } times as much.
tier-until = { $tier } is yours until { $date }.
tier-next = Until { $tier }: { $points }.
tier-top = That is the highest tier. Thank you!

## Rewards

rewards-none = There are no rewards yet. Your points wait for them.
rewards-title = What you can get:
rewards-balance = ⭐ You have: { $points }. What you can get:
rewards-line = 🎁 { $reward } – { $cost } (redeem { $id })
rewards-missing = ▫️ { $reward } – { $cost }, still missing: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, for tier { $tier }
rewards-sold-out = ▫️ { $reward } – sold out
rewards-hint = Tap a reward, or write for example: redeem { $reward }
redeem-done = 🎉 { $reward } is yours!
redeem-over = { $reward }: the voucher of this button was used, undone or has expired. For another one open the list.
redeem-rest = Spent: { $cost }. Left: { $points }.
voucher-code = Code: { $code }
voucher-until = Good until { $date }.
voucher-show = Show it at the till. Until it is used you can undo it.
undo-done = Undone: { $reward }, voucher { $code }.
undo-back = Back on your account: { $points }.
undo-lapsed = Of these, expired meanwhile: { $points }.
vouchers-none = You have no unused vouchers.
vouchers-title = Your vouchers:
vouchers-line = { $reward } – { $code }
vouchers-one = { $reward }

## Friends

refer-none = There is no bonus for inviting friends at the moment.
refer-code = Your invitation code: { $code }
refer-link = Your link: { $link }
refer-reward = After your friend's first purchase of { $minimum } or more. For you: { $referrer }. For your friend: { $friend }.
refer-friends = Joined: { $joined }, bought already: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-qualified = ✅ { $name }, { $date }
refer-message = Join me at { $program }: we both get points!

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
notifications-title = What may we send you? Tap to change.
notifications-paused = Messages are paused.
switch-telegram-service = { $state ->
    [on] ✅ Points and purchases, here
   *[off] ⬜ Points and purchases, here
}
switch-telegram-offers = { $state ->
    [on] ✅ Offers, here
   *[off] ⬜ Offers, here
}
switch-sms-service = { $state ->
    [on] ✅ Points and purchases, by SMS
   *[off] ⬜ Points and purchases, by SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Offers, by SMS
   *[off] ⬜ Offers, by SMS
}
pause-done = I will send you nothing until you say so. Your points go on.
resume-done = I am back. I send only what you agreed to.

## Privacy

privacy-what = { $program } keeps your name, language, purchases and points; your phone and birthday only if you give them. It is used for this program only.
privacy-rights = You can get all your data, leave, or have everything deleted, right here.
privacy-fingerprint = After deletion we keep only a fingerprint of your account, so that the joining present is given once.
mydata-done = Here is everything we know about you.
leave-done = You have left. Your points wait for you: { $points }.
forget-ask = This deletes your name, number, birthday and messages. It can't be undone, and you lose: { $points }. Delete everything?
forget-kept = Nothing was deleted.
forget-done = Your data is deleted. Join again whenever you like.
feedback-ask = What would you like to tell us? Write it in your next message.
feedback-done = Thank you! The shop will read it.

## Help

help-title = { $program }: this is what I understand.
help-guest = You are not a member yet. Joining takes one tap.
help-line = { $word } – { $does }
not-understood = I did not understand that. Perhaps you want one of these?
not-understood-guest = I did not understand that. Would you like to join our loyalty program?
private-only = Let us talk in private: your points are nobody else's business.

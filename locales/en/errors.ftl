### Every way the program says no: friendly, and what to do next.

error-not-a-member = You are not a member yet. Joining takes a moment.
error-already-member = This person is a member already.
error-membership-frozen = You have left the program. Come back and your points are yours again.
    .balance = You have left the program. Come back and your balance is yours again.
error-membership-blocked = Your membership is blocked by the shop, so points, card and rewards can't be used now. Please ask in the shop why, or write to it here.
    .balance = Your membership is blocked by the shop, so balance, card and rewards can't be used now. Please ask in the shop why, or write to it here.
error-not-enough-points = Not enough yet. Still missing: { $missing }.
error-unknown-reward = There is no reward “{ $reward }”. Choose one from the list.
error-reward-sold-out = { $title }: sold out. Nothing was taken from you.
error-reward-limit-reached = { $limit ->
    [one] { $title }: once per member, and you have had it.
   *[other] { $title }: at most { $limit } times per member, and you have had them.
}
error-reward-needs-tier = { $title } is for members of tier { $tier }.
error-reward-price-is-fixed = { $title } has a fixed price: { $cost }.
error-reward-needs-plan = { $title } is for members with { $plan }.
error-reward-only-given = { $title } is a present: it is given, not redeemed.
error-reward-over = { $title }: too late. The day: { $date }
error-reward-needs-amount = { $title }: say how much. At least: { $least }.
error-reward-amount-too-small = { $title }: that is too little. At least: { $least }.
error-reward-amount-too-large = { $title }: that is too much at once. At most: { $most }.
error-reward-amount-uneven = { $title }: that is no full step. The nearest: { $below } or { $above }.
error-reward-needs-cause = { $title }: say who shall get it: { $causes }.
error-reward-is-final = { $title } is final and can't be undone.
error-voucher-too-early = This voucher can't be used yet. Good from: { $date }
error-nothing-to-undo = There is no unused voucher to undo.
error-voucher-not-usable = This code can't be used: it is wrong, used already or expired.
error-unknown-entry = There is no entry #{ $number } in your history.
error-unknown-plan = There is no membership “{ $plan }”. Choose one from the list.
error-plan-is-paid = { $title } is bought in the shop.
error-plan-needs-approval = { $title }: the shop has to approve first.
error-plan-held-already = { $title } is yours already, for good.
error-plan-not-renewed = { $title }: there is nothing to cancel.
error-plan-not-sold = { $title } is not for sale here at the moment.
error-plan-paid-already = { $title } is yours already, paid until { $date }
error-plan-price-changed = The price has changed: { $title } is { $stars } ⭐ now. Nothing was taken; please choose it again.
error-unknown-payment = There is no payment “{ $reference }”.
error-no-day-to-choose = This program has no day of your choice. Every day counts alike.
error-day-not-understood = I did not understand that day. Write day and month, for example 24.12
error-day-not-ahead = That day can't be chosen: it has begun or is past, or too far ahead.
error-chosen-day-begun = Your day this year was { $date }. You can choose again for next year.
error-operation-reused = This button is out of date. Please open the list again.
error-unknown-referral-code = I don't know that invitation code.
error-unknown-referral = This member was not invited by anybody.
error-referral-decided = This invitation can't be decided like that now: it is “{ $state }”.
error-birthday-locked = Your birthday is set already. If it is wrong, the shop can correct it.
error-period-not-understood = I did not understand those days. For example: stats week, or stats 01.10–31.10
error-birthday-not-understood = I did not understand that day. Write day and month, for example 24.12
error-phone-taken = This number belongs to another card. The shop can help you.
error-phone-not-proven = I can only take your own number, shared with the button.
error-email-taken = This e-mail address belongs to another card. The shop can help you.
error-wrong-currency = This purchase is in { $currency }, the program counts in { $expected }.
error-currency-is-fixed = The program runs in { $currency }. A running program can't change its currency: begin with a new database.
error-unit-is-fixed = What members have is kept in points or in money. A running program can't change from one to the other: begin with a new database.
error-order-of-another-member = This purchase is on another card already.
error-access-needed = Only members with the right membership can shop here.
error-unknown-action = This program gives nothing for “{ $action }”.
error-unexpected = Something went wrong on our side. We have noted it. Please try again later.
error-unknown-tier = There is no tier “{ $tier }” in the program.
error-invitation-not-usable = This invitation doesn't work: it was used, is too old, or was withdrawn. Ask for a new one.
error-unknown-colleague = Nobody in the team is called “{ $person }”, or several are. Please choose from the list.
error-not-on-yourself = You can't do that to yourself. Another owner can.
error-owner-by-settings = { $name } is an owner by the bot's settings (LOYALTY_OWNERS); only there this can change.
error-customer-unknown = Nobody has this card or phone number. Please check it.
error-phone-without-country = Please type the phone number with the country code, like +380 67 123 45 67.
error-customer-not-active = This customer has left the program or is blocked, so nothing can be booked.
error-customer-has-less = The customer doesn't have that many. Can be spent: { $points }
error-already-spent = This can't be undone any more: the customer has already spent some of it. Left to spend: { $points }
error-not-for-yourself = That is your own card. Please ask a colleague.
error-voucher-not-for-this = The voucher takes nothing off this purchase.
error-amount-not-understood = I don't understand the sum. Please type it like this: 249.90
error-category-unknown = There is no such category. There are: { $categories }
error-nothing-to-take-back = There is nothing of yours from the last 10 minutes to undo.
error-points-not-understood = How many points? Write a whole number above nothing after the card, then the reason.
    .balance = How much? Write a number above nothing after the card, then the reason.
error-reason-needed = Please add a reason: it stands in the history.
error-approval-over = This does not wait for anybody any more.
error-too-many-guesses = { $minutes ->
    [one] Too many wrong numbers. Please wait { $minutes } minute.
   *[other] Too many wrong numbers. Please wait { $minutes } minutes.
}
error-card-not-proven = A plain card spends no points here. Scan the code that the customer's phone shows now.
    .balance = A plain card spends nothing here. Scan the code that the customer's phone shows now.
error-receipt-not-usable = This code doesn't work: it is wrong, was claimed, or is too old.

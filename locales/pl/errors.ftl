### Every way the program says no: friendly, and what to do next.

error-not-a-member = You are not a member yet. Joining takes one tap.
error-already-member = This person is a member already.
error-membership-frozen = You have left the program. Come back and your points are yours again.
error-membership-blocked = Your membership is blocked. Please ask the shop.
error-not-enough-points = Not enough yet. Still missing: { $missing }.
error-unknown-reward = There is no reward “{ $reward }”. Choose one from the list.
error-reward-sold-out = { $title }: sold out. Your points are untouched.
error-reward-limit-reached = { $limit ->
    [one] { $title }: once per member, and you have had it.
   *[other] { $title }: at most { $limit } times per member, and you have had them.
}
error-reward-needs-tier = { $title } is for members of tier { $tier }.
error-reward-price-is-fixed = { $title } has a fixed price: { $cost }.
error-nothing-to-undo = There is no unused voucher to undo.
error-voucher-not-usable = This code can't be used: it is wrong, used already or expired.
error-unknown-entry = There is no entry #{ $number } in your history.
error-operation-reused = This button is out of date. Please open the list again.
error-unknown-referral-code = I don't know that invitation code.
error-birthday-locked = Your birthday is set already. If it is wrong, the shop can correct it.
error-birthday-not-understood = I did not understand that day. Write day and month, for example 24.12
error-phone-taken = This number belongs to another card. The shop can help you.
error-phone-not-proven = I can only take your own number, shared with the button.
error-email-taken = This e-mail address belongs to another card. The shop can help you.
error-wrong-currency = This purchase is in { $currency }, the program counts in { $expected }.
error-currency-is-fixed = Program działa w walucie { $currency }. Waluty działającego programu nie można zmienić.
error-order-of-another-member = This purchase is on another card already.
error-unexpected = Something went wrong on our side. We have noted it. Please try again later.

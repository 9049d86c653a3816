### What members are written without asking. Texts are plain; on SMS every letter costs.
### $points, $cost, $given, $missing come ready, in the nominative: after a colon or a dash.

notice-own = { $text }
notice-with-offer = { $said }
    🎁 With it for you: { $given }
notice-birthday-day = 🎂 Happy birthday! A present for you: { $given }
notice-birthday-until = 🎂 Happy birthday! A present for you: { $given }
    Use it by { $date }
notice-birthday-ahead = 🎂 Your birthday is coming up. On { $date } you get a present: { $given }
notice-expiry-warning = ⏳ To be used by { $date }: { $points }
notice-expiry-buys = ⏳ To be used by { $date }: { $points }
    You already have enough for: { $reward }
notice-pending-free = ⭐ Now yours to spend: { $points }
notice-tier-up = 🏅 You have reached a new level: { $tier }
notice-tier-down = Your level is now: { $tier }
notice-tier-keep = 🏅 { $tier } is yours until { $date }
    To keep it for longer: { $missing }
notice-tier-grant = 🎁 For your level { $tier }: { $given }
notice-voucher-ending = ⏳ To be used by { $date }: { $reward }
notice-voucher-given = 🎁 You have a new voucher: { $reward }
notice-reward-reach = 🎁 You have enough for: { $reward } ({ $cost })
notice-cart-left = 🛒 Your cart is waiting for you.
notice-cart-worth = 🛒 Your cart is waiting, and your points make it cheaper.
    { $points } – that is { $sum } off.
    .balance = 🛒 Your cart is waiting, and your balance makes it cheaper.
        { $points } – that is { $sum } off.
notice-winback-missed = 👋 We have not seen you for a while. Drop in again!
notice-winback-points = 👋 We have not seen you for a while. Waiting for you: { $points }
notice-plan-renewal = { $title } is paid up to and including { $date }
notice-plan-ended = { $title } has ended. You can start it again at any time.
notice-plan-grant = 🎁 With { $title } you get: { $given }
notice-dividend-paid = 💰 Your dividend for the year: { $points }
notice-anniversary-day = { $years ->
    [one] 🎉 You have been with us for { $years } year. Thank you!
   *[other] 🎉 You have been with us for { $years } years. Thank you!
}
notice-referral-joined = 🤝 A friend has accepted your invitation.
notice-referral-paid = 🤝 Bonus for an invitation: { $given }
notice-referral-nudge = 🤝 Invite a friend. For you: { $given }
notice-purchase-earned = ⭐ For your purchase: { $points }
notice-purchase-pending = ⭐ For your purchase: { $points }
    You can spend them from { $date }
notice-purchase-waited = ⭐ For what you bought before joining: { $points }
notice-taken-order = Order { $order } was changed or returned. Taken back: { $points }
notice-taken-friend = Your friend's purchase was returned. Taken back: { $points }
notice-taken-grant = What these points were given for was cancelled. Taken back: { $points }
    .balance = What this was given for was cancelled. Taken back: { $points }
notice-taken-hand = Taken by the shop: { $points }
    Reason: { $reason }
notice-taken-undone = What the shop had just given you was a mistake. Taken back: { $points }
notice-given-hand = ⭐ From the shop: { $points }
    Reason: { $reason }
notice-given-undone = What the shop had just taken was a mistake. Given back: { $points }
button-cart = 🛒 To the cart
notice-purchase-paid = 💳 Paid with points at the till: { $points }
    .balance = 💳 Paid from the balance at the till: { $points }
notice-purchase-handed = 🎁 Used at the till: { $reward }

### Vouchers at a web shop's checkout, and points that are only set aside for one.

voucher-checkout = In our web shop, enter the code at the checkout.
voucher-held = For now this is only set aside: if you don't use the voucher, it comes back.
history-hold = #{ $number } · { $date } · { $points } · set aside for voucher { $reference }
history-held-spent = #{ $number } · { $date } · voucher { $reference } used, what was set aside is spent
history-release = #{ $number } · { $date } · { $points } · back from unused voucher { $reference }
why-hold = Entry #{ $number }, { $date }: { $points }, set aside for voucher { $reference }. If you don't use it in time, they come back.
why-held-spent = Entry #{ $number }, { $date }: you used voucher { $reference }, so what was set aside for it is spent.
why-release = Entry #{ $number }, { $date }: { $points }, back because voucher { $reference } was not used in time.
notice-voucher-released = ↩️ Not used in time: { $reward }
    Back on your account: { $points }
notice-voucher-charged = You ordered with the code for: { $reward }
    Spent for it after all: { $points }

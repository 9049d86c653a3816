### The till: what cashiers see. Short: there is a queue. $name is a first name and may be empty.

till-ask-who = The card's number or the phone number?
till-ask-code = The voucher's code?
till-card-of-customer = This is a card for the till: the cashier scans it there.
till-customer = 👤 { $name } · { $tier }
till-not-active = This customer has left the program or is blocked.
till-balance = Can be spent: { $points }
till-has = 🎟 { $reward }
till-can = 🎁 { $reward } – { $cost }
till-ask-sum = 👤 { $name } · { $sum }
till-ask-typed = Type the sum, such as 249.90, or tap it, cents too.
till-key = { $figure }
till-key-back = ⌫
till-check = 👤 { $name } · { $sum }
till-category = Category: { $category }
till-as = { $category } …
till-to-pay = To pay: { $sum }
till-which-sum = This can be read in two ways. Which sum do you mean: { $sums }?
till-large = 👤 { $name } · { $sum }
    ⚠️ That is a lot. Is the sum right?
till-large-receipt = ⚠️ { $sum } – that is a lot. Is the sum right?
till-sold = ✅ { $name } · { $sum }
till-off = Taken off: { $sum }
till-earned = Earned: { $points }
till-choose = 👤 { $name }: what is handed over?
till-handed = ✅ { $name } · { $reward }. Please hand it over.
till-undone-sold = ↩ { $name } · { $sum }: undone.
till-undone-handed = ↩ { $name }: undone.
till-was-undone = This was undone. Please start anew.
till-unproven = Points can be spent only with the code the customer's phone shows now: scan it, or type it after the card's number.
till-ask-receipt = What sum? The customer gets a code to claim the points with.
till-receipt = 🧾 { $sum }. Code: { $code }. To be claimed by { $date }
till-receipt-link = Let them scan the code, or open { $link }
till-undone-receipt = ↩ { $sum }: the receipt's code is withdrawn.
till-undone-claimed = ↩ { $name } · { $sum }: undone. The receipt's code no longer works.
till-undone-grant = ↩ { $name }, taken back: { $points }
till-undone-take = ↩ { $name }, given back: { $points }

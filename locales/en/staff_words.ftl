### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = staff, team
word-mute = mute, alarms, what I write about

menu-staff = the team: invite, change roles, remove
menu-mute = what I write to you about

button-staff = 👥 Team
button-dismiss = Remove from the team
button-dismiss-yes = Yes, remove
button-mute = 🔔 What I write about

word-member = member, customer
word-order = order, purchase, sale
word-use = use, use voucher, voucher
word-key = key
word-sell = sell
word-hand = hand, hand over

menu-member = a customer: member 2040128169768
menu-order = a purchase: order 2040128169768 249.90
menu-use = use a voucher by its code

button-member = 👤 Customer
button-order = 💰 Purchase
button-hand = 🎁 Use a reward
button-use = 🎟 Voucher
button-use-voucher = 🎟 { $reward }
button-hand-over = 🎁 { $reward } – { $cost }
button-take-back = ↩ Undo
button-customer = 👤 { $name }
button-key-done = ✅ { $sum }
button-sell = ✅ { $sum }
button-other-sum = Another sum
button-sell-as = ✅ { $category }: { $sum }
button-sell-voucher = 🎟 { $reward } → { $sum }
button-sell-points = ⭐ { $cost } = −{ $sum }

word-audit = audit, audit trail
menu-audit = what the team did

word-grant = grant, give points
word-take = take, take points
word-approve = approve
word-refuse = refuse
word-find = find, search
word-block = block
word-unblock = unblock

menu-grant = give points: grant 2040128169768 50 reason
    .balance = add to the balance: grant 2040128169768 50 reason
menu-take = take points: take 2040128169768 50 reason
    .balance = take from the balance: take 2040128169768 50 reason
menu-find = find a member by name, phone or e-mail
menu-block = shut a member out: block 2040128169768
menu-unblock = let a member in again: unblock 2040128169768

button-find = 🔎 Find
button-approve = ✅ Agree
button-refuse = ✖ Don't agree

word-receipt = receipt
word-claim = claim, my receipt, code on my receipt
menu-receipt = a code for a customer without a card: receipt 249.90
menu-claim = points by the code on a receipt
    .balance = what a purchase brings, by the code on the receipt
button-claim = Take the points
    .balance = Credit my purchase
button-new-code = 🔄 New code

### What happened to one customer, as managers see it. $about is a campaign's id, $state and
### $channel are lines of this file, in lower case.

word-timeline = timeline, what happened
menu-timeline = all that happened to a customer

timeline-ask = Whose history? Write for example: timeline 2040128169768, or a phone number.
timeline-none = Nothing more.
timeline-title = { $name }, card { $card }. Newest first:
timeline-order = 🛒 { $date } · { $order } · { $sum } · { $state }
timeline-yes = ✅ { $date } · agreed: { $purpose }, { $channel } ({ $source })
timeline-no = 🚫 { $date } · declined: { $purpose }, { $channel } ({ $source })
timeline-message = ✉ { $date } · { $about } · { $state }
timeline-message-by = ✉ { $date } · { $about } · { $channel } · { $state }

timeline-telegram = Telegram
timeline-sms = SMS
timeline-console = console
timeline-marketing = offers
timeline-transactional = service messages
timeline-source-chat = said in the chat
timeline-source-shop = told by the shop
timeline-source-import = from a file
timeline-source-stop = texted STOP
timeline-source-start = texted START
timeline-source-carrier = told by the operator
timeline-placed = placed
timeline-paid = paid
timeline-fulfilled = delivered
timeline-order-cancelled = cancelled
timeline-queued = waiting
timeline-sent = sent
timeline-delivered = delivered
timeline-failed = failed
timeline-blocked = blocked by the customer
timeline-nowhere = not sent: nowhere to write to
timeline-suppressed = not sent, by the rules
timeline-unknown = unknown whether it arrived
timeline-cancelled = no longer needed
timeline-about-birthday = birthday
timeline-about-expiry = points that expire
    .balance = what expires
timeline-about-pending = points free to spend
    .balance = what is free to spend
timeline-about-tier = tier
timeline-about-voucher = voucher
timeline-about-reward = reward within reach
timeline-about-cart = cart left
timeline-about-winback = come back
timeline-about-plan = membership
timeline-about-dividend = dividend
timeline-about-anniversary = anniversary
timeline-about-referral = friends
timeline-about-purchase = purchase
timeline-about-taken = taken by hand
timeline-about-given = given by hand
timeline-about-broadcast = broadcast { $number }

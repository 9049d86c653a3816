### What happened to one customer, as managers see it. $about is a campaign's id, $state and
### $channel are lines of this file, in lower case.

word-timeline = cronologie, ce s-a întâmplat
menu-timeline = tot ce s-a întâmplat cu un client

timeline-ask = Istoricul cui? Scrie, de exemplu: cronologie 2040128169768 sau un număr de telefon.
timeline-none = Nu mai este nimic.
timeline-title = { $name }, cardul { $card }. Cele mai noi întâi:
timeline-order = 🛒 { $date } · { $order } · { $sum } · { $state }
timeline-yes = ✅ { $date } · acord: { $purpose }, { $channel } ({ $source })
timeline-no = 🚫 { $date } · refuz: { $purpose }, { $channel } ({ $source })
timeline-message = ✉ { $date } · { $about } · { $state }
timeline-message-by = ✉ { $date } · { $about } · { $channel } · { $state }

timeline-telegram = Telegram
timeline-sms = SMS
timeline-console = consolă
timeline-marketing = oferte
timeline-transactional = mesaje despre cont
timeline-source-chat = spus în chat
timeline-source-shop = comunicat de magazin
timeline-source-import = dintr-un fișier
timeline-source-stop = SMS cu STOP
timeline-source-start = SMS cu START
timeline-source-carrier = comunicat de operator
timeline-placed = plasată
timeline-paid = plătită
timeline-fulfilled = livrată
timeline-order-cancelled = anulată
timeline-queued = așteaptă
timeline-sent = trimis
timeline-delivered = livrat
timeline-failed = nu s-a putut trimite
timeline-blocked = clientul a blocat botul
timeline-nowhere = netrimis: nu avem unde scrie
timeline-suppressed = netrimis, conform regulilor
timeline-unknown = nu se știe dacă a ajuns
timeline-cancelled = nu mai este nevoie
timeline-about-birthday = ziua de naștere
timeline-about-expiry = puncte care expiră
    .balance = ce expiră
timeline-about-pending = puncte deja disponibile
    .balance = ce e deja disponibil
timeline-about-tier = nivel
timeline-about-voucher = voucher
timeline-about-reward = ajunge pentru o recompensă
timeline-about-cart = coș lăsat
timeline-about-winback = invitație de a reveni
timeline-about-plan = abonament
timeline-about-dividend = dividend
timeline-about-anniversary = aniversare
timeline-about-referral = prieteni
timeline-about-purchase = cumpărătură
timeline-about-taken = retrase manual
timeline-about-given = acordate manual
timeline-about-broadcast = mesajul nr. { $number }

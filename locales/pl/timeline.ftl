### What happened to one customer, as managers see it. $about is a campaign's id, $state and
### $channel are lines of this file, in lower case.

word-timeline = oś czasu, co się działo
menu-timeline = wszystko, co działo się z klientem

timeline-ask = Czyją historię pokazać? Napisz na przykład: oś czasu 2040128169768 albo numer telefonu.
timeline-none = Nic więcej nie ma.
timeline-title = { $name }, karta { $card }. Od najnowszych:
timeline-order = 🛒 { $date } · { $order } · { $sum } · { $state }
timeline-yes = ✅ { $date } · zgoda: { $purpose }, { $channel } ({ $source })
timeline-no = 🚫 { $date } · odmowa: { $purpose }, { $channel } ({ $source })
timeline-message = ✉ { $date } · { $about } · { $state }
timeline-message-by = ✉ { $date } · { $about } · { $channel } · { $state }

timeline-telegram = Telegram
timeline-sms = SMS
timeline-console = konsola
timeline-marketing = oferty
timeline-transactional = wiadomości o koncie
timeline-source-chat = z czatu
timeline-source-shop = podał sklep
timeline-source-import = z pliku
timeline-source-stop = SMS STOP
timeline-source-start = SMS START
timeline-source-carrier = podał operator
timeline-placed = złożone
timeline-paid = opłacone
timeline-fulfilled = dostarczone
timeline-order-cancelled = anulowane
timeline-queued = czeka
timeline-sent = wysłano
timeline-delivered = dostarczono
timeline-failed = nie udało się
timeline-blocked = klient zablokował bota
timeline-nowhere = nie wysłano: nie ma dokąd napisać
timeline-suppressed = nie wysłano zgodnie z zasadami
timeline-unknown = nie wiadomo, czy dotarło
timeline-cancelled = już niepotrzebne
timeline-about-birthday = urodziny
timeline-about-expiry = punkty, które przepadną
    .balance = co przepadnie
timeline-about-pending = punkty już dostępne
    .balance = co już dostępne
timeline-about-tier = poziom
timeline-about-voucher = kupon
timeline-about-reward = wystarczy na nagrodę
timeline-about-cart = porzucony koszyk
timeline-about-winback = zaproszenie do powrotu
timeline-about-plan = abonament
timeline-about-dividend = dywidenda
timeline-about-anniversary = rocznica
timeline-about-referral = znajomi
timeline-about-purchase = zakup
timeline-about-taken = odjęto ręcznie
timeline-about-given = przyznano ręcznie
timeline-about-broadcast = wysyłka { $number }

### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points is "30 punktów", in the nominative: only after a colon or at the start.
### Points may have any name ("stars"), so sentences without $points avoid the word.

rules-title = Jak działa { $program }

## Earning

rules-purchase = Za każde wydane { $amount }: { $points }.
rules-purchase-minimum = Liczą się zamówienia od { $minimum }.
rules-purchase-pending = { $days ->
    [one] To, co dostajesz za zamówienie, możesz wydać po { $days } dniu.
    [few] To, co dostajesz za zamówienie, możesz wydać po { $days } dniach.
    [many] To, co dostajesz za zamówienie, możesz wydać po { $days } dniach.
   *[other] To, co dostajesz za zamówienie, możesz wydać po { $days } dnia.
}
rules-purchase-returned = Jeśli zwrócisz zamówienie, to, co było za nie naliczone, zniknie z konta.
rules-counts-goods = Dostawa i podatek doliczany do ceny się nie liczą.
rules-counts-no-shipping = Dostawa się nie liczy.
rules-counts-no-tax = Podatek doliczany do ceny się nie liczy.
rules-signup = Za dołączenie: { $points }.
rules-birthday = Na urodziny, co roku: { $points }.
rules-birthday-before = { $days ->
    [one] Datę urodzin podaj co najmniej { $days } dzień wcześniej.
    [few] Datę urodzin podaj co najmniej { $days } dni wcześniej.
    [many] Datę urodzin podaj co najmniej { $days } dni wcześniej.
   *[other] Datę urodzin podaj co najmniej { $days } dnia wcześniej.
}

## Bringing a friend

rules-referrer = Za każdą zaproszoną osobę, po jej pierwszych zakupach: { $points }.
rules-friend = Dla zaproszonej osoby, po jej pierwszych zakupach: { $points }.
rules-referral-minimum = Zakupy zaproszonej osoby liczą się od { $minimum }.
rules-referral-within = { $days ->
    [one] Zakupy zaproszonej osoby liczą się przez { $days } dzień od dołączenia.
    [few] Zakupy zaproszonej osoby liczą się przez { $days } dni od dołączenia.
    [many] Zakupy zaproszonej osoby liczą się przez { $days } dni od dołączenia.
   *[other] Zakupy zaproszonej osoby liczą się przez { $days } dnia od dołączenia.
}

## Tiers

rules-tiers-lifetime = Twój poziom zależy od wszystkiego, co zbierasz za zakupy od samego początku.
rules-tiers-calendar-year = Twój poziom zależy od tego, ile zbierasz za zakupy od 1 stycznia.
rules-tiers-rolling = { $months ->
    [one] Twój poziom zależy od tego, ile zbierasz za zakupy: liczy się ostatni miesiąc.
    [few] Twój poziom zależy od tego, ile zbierasz za zakupy: liczą się ostatnie { $months } miesiące.
    [many] Twój poziom zależy od tego, ile zbierasz za zakupy: liczy się ostatnich { $months } miesięcy.
   *[other] Twój poziom zależy od tego, ile zbierasz za zakupy: liczy się ostatnie { $months } miesiąca.
}
rules-tier-first = { $tier }: poziom na start, dla każdego.
rules-tier = { $tier }: { $points } lub więcej.
rules-tier-more = { $tier }: za zakupy dostajesz o { $percent }% więcej.
rules-tier-fewer = { $tier }: za zakupy dostajesz o { $percent }% mniej.

## Rewards

rules-rewards = Co możesz odebrać:
rules-reward-gift = { $title }: { $points }.
rules-reward-amount-off = { $title } (jedno zamówienie tańsze o { $amount }): { $points }.
rules-reward-percent-off = { $title } (jedno zamówienie tańsze o { $percent }%): { $points }.
rules-reward-free-shipping = { $title } (jedno zamówienie z dostawą gratis): { $points }.
rules-reward-tier = { $title }: potrzebny poziom to { $tier }.
rules-reward-per-member = { $times ->
    [one] { $title }: raz na osobę.
    [few] { $title }: najwyżej { $times } razy na osobę.
    [many] { $title }: najwyżej { $times } razy na osobę.
   *[other] { $title }: najwyżej { $times } razy na osobę.
}
rules-reward-stock = { $title }: liczba ograniczona, łącznie { $stock } szt.
rules-reward-voucher-days = { $days ->
    [one] { $title }: kupon jest ważny { $days } dzień.
    [few] { $title }: kupon jest ważny { $days } dni.
    [many] { $title }: kupon jest ważny { $days } dni.
   *[other] { $title }: kupon jest ważny { $days } dnia.
}

## Expiry

rules-expiry-never = To, co zbierasz, nigdy nie przepada.
rules-expiry-rolling = { $months ->
    [one] To, co zbierasz, przepada po { $months } miesiącu.
    [few] To, co zbierasz, przepada po { $months } miesiącach.
    [many] To, co zbierasz, przepada po { $months } miesiącach.
   *[other] To, co zbierasz, przepada po { $months } miesiąca.
}

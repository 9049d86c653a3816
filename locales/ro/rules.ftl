### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points is "30 de puncte", number and plural form; $amount and $minimum are sums.
### Points may have any name ("stars"), so sentences without $points avoid the word.

rules-title = Cum funcționează { $program }

## Earning

rules-purchase = La fiecare { $amount } din cumpărături: { $points }.
rules-purchase-minimum = Contează comenzile de la { $minimum } în sus.
rules-purchase-pending = { $days ->
    [one] Ce primești pentru o comandă poți folosi după o zi.
    [few] Ce primești pentru o comandă poți folosi după { $days } zile.
   *[other] Ce primești pentru o comandă poți folosi după { $days } de zile.
}
rules-purchase-returned = Dacă returnezi o comandă, ce ai primit pentru ea se scade din cont.
rules-counts-goods = Livrarea și taxele adăugate la preț nu se iau în calcul.
rules-counts-no-shipping = Livrarea nu se ia în calcul.
rules-counts-no-tax = Taxele adăugate la preț nu se iau în calcul.
rules-signup = La înscriere: { $points }.
rules-birthday = De ziua ta, în fiecare an: { $points }.
rules-birthday-before = { $days ->
    [one] Spune-ne când e ziua ta cu cel puțin o zi înainte.
    [few] Spune-ne când e ziua ta cu cel puțin { $days } zile înainte.
   *[other] Spune-ne când e ziua ta cu cel puțin { $days } de zile înainte.
}

## Bringing a friend

rules-referrer = Pentru fiecare prieten pe care îl aduci, după prima lui cumpărătură: { $points }.
rules-friend = Pentru prieten, după prima lui cumpărătură: { $points }.
rules-referral-minimum = Cumpărătura prietenului contează de la { $minimum } în sus.
rules-referral-within = { $days ->
    [one] Cumpărătura prietenului contează în cel mult o zi de la înscriere.
    [few] Cumpărătura prietenului contează în cel mult { $days } zile de la înscriere.
   *[other] Cumpărătura prietenului contează în cel mult { $days } de zile de la înscriere.
}

## Tiers

rules-tiers-lifetime = Nivelul tău depinde de tot ce ai adunat din cumpărături până acum.
rules-tiers-calendar-year = Nivelul tău depinde de cât ai adunat din cumpărături de la 1 ianuarie.
rules-tiers-rolling = { $months ->
    [one] Nivelul tău depinde de cât ai adunat din cumpărături în ultima lună.
    [few] Nivelul tău depinde de cât ai adunat din cumpărături în ultimele { $months } luni.
   *[other] Nivelul tău depinde de cât ai adunat din cumpărături în ultimele { $months } de luni.
}
rules-tier-first = { $tier }: nivelul de început, pentru toată lumea.
rules-tier = { $tier }: cel puțin { $points }.
rules-tier-more = { $tier }: la cumpărături primești cu { $percent }% mai mult.
rules-tier-fewer = { $tier }: la cumpărături primești cu { $percent }% mai puțin.

## Rewards

rules-rewards = Ce poți primi:
rules-reward-gift = { $title }: { $points }.
rules-reward-amount-off = { $title } (o comandă mai ieftină cu { $amount }): { $points }.
rules-reward-percent-off = { $title } (o comandă mai ieftină cu { $percent }%): { $points }.
rules-reward-free-shipping = { $title } (o comandă cu livrarea gratuită): { $points }.
rules-reward-tier = { $title }: e nevoie de nivelul { $tier }.
rules-reward-per-member = { $times ->
    [one] { $title }: o singură dată per persoană.
    [few] { $title }: de cel mult { $times } ori per persoană.
   *[other] { $title }: de cel mult { $times } de ori per persoană.
}
rules-reward-stock = { $title }: stoc limitat, { $stock } în total.
rules-reward-voucher-days = { $days ->
    [one] { $title }: voucherul e valabil o zi.
    [few] { $title }: voucherul e valabil { $days } zile.
   *[other] { $title }: voucherul e valabil { $days } de zile.
}

## Expiry

rules-expiry-never = Ce aduni nu expiră niciodată.
rules-expiry-rolling = { $months ->
    [one] Ce aduni expiră după o lună.
    [few] Ce aduni expiră după { $months } luni.
   *[other] Ce aduni expiră după { $months } de luni.
}

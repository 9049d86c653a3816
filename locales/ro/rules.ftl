### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points is "30 de puncte", number and plural form, a sum of money, or a reward's name; $amount
### and $minimum are sums, $title, $tier and $plan names. Lists come joined: "a, b și c".
### Points may have any name ("stars"), so sentences without $points avoid the word.
### A detail is a sentence below the one it belongs to.

rules-title = Cum funcționează { $program }
rules-detail = – { $said }
rules-detail-deeper = {"   "}· { $said }

## Earning

rules-rates-best = Dacă unui produs i se potrivesc mai multe dintre aceste reguli, contează cea mai bună:
rules-rate-first = Unde se potrivește, contează în locul celor de mai jos.
rules-rate-added = Se adaugă la tot ce mai primești pentru cumpărături.
rules-purchase = La fiecare { $amount } din cumpărături: { $points }.
rules-purchase-no-carry = Fiecare comandă se socotește separat și se rotunjește în jos.
rules-purchase-nothing = Pentru unele cumpărături nu primești nimic:
rules-cashback = Din ce cheltuiești primești înapoi: { $percent }%.
rules-share-in-points = Fiecare { $amount } din această sumă înseamnă: { $points }.
rules-factors-best = Dacă se potrivesc mai mulți coeficienți (și cel al nivelului), contează cel mai mare:
rules-factor-added = Acest coeficient se înmulțește cu celelalte.
rules-multiplier = Cumpărăturile contează × { $factor }
rules-extras = Tot ce se potrivește din cele ce urmează se adună:
rules-order = Pentru fiecare comandă: { $points }.
rules-item = Pentru fiecare bucată cumpărată: { $points }.
rules-brackets = După valoarea comenzii:
rules-bracket = De la { $amount }: { $points }.
rules-purchase-minimum = Contează comenzile de la { $minimum } în sus.
rules-purchase-pending = { $days ->
    [one] Ce primești pentru o comandă poți folosi după o zi.
    [few] Ce primești pentru o comandă poți folosi după { $days } zile.
   *[other] Ce primești pentru o comandă poți folosi după { $days } de zile.
}
rules-purchase-fulfilled = Poți folosi ce primești după ce ai în mână comanda.
rules-purchase-returned = Dacă returnezi o comandă, ce ai primit pentru ea se scade din cont.
rules-returned-pending = Ce poți folosi deja rămâne al tău.
rules-returned-owed = Dacă ai cheltuit deja, ce primești de acum acoperă întâi suma aceea.
rules-returned-spent = Ce ai cheltuit pe comandă se întoarce proporțional.
rules-purchase-before = { $days ->
    [one] Se adună și ce ai cumpărat cu o zi înainte de înscriere, imediat ce îți dai numărul de telefon sau îți legi contul din magazinul online.
    [few] Se adună și ce ai cumpărat în cele { $days } zile dinainte de înscriere, imediat ce îți dai numărul de telefon sau îți legi contul din magazinul online.
   *[other] Se adună și ce ai cumpărat în cele { $days } de zile dinainte de înscriere, imediat ce îți dai numărul de telefon sau îți legi contul din magazinul online.
}
rules-counts-goods = Livrarea și taxele adăugate la preț nu se iau în calcul.
rules-counts-no-shipping = Livrarea nu se ia în calcul.
rules-counts-no-tax = Taxele adăugate la preț nu se iau în calcul.
rules-counts-discounts = Contează prețul dinainte de reduceri și vouchere.
rules-counts-currency = Cumpărăturile în { $currency } se iau și ele în calcul: 1 { $currency } ca { $rate } { $own }.
rules-counts-gift-cards = Contează și cumpărarea unui card cadou.
rules-counts-without = Nu primești nimic pentru: { $goods }.
rules-limit-points = { $every ->
    [order] Cel mult pentru o comandă: { $points }.
    [day] Cel mult pe zi: { $points }.
    [week] Cel mult pe săptămână: { $points }.
    [month] Cel mult pe lună: { $points }.
    [year] Cel mult pe an: { $points }.
   *[ever] Cel mult în total: { $points }.
}
rules-limit-times = { $every ->
    [order] De câte ori pentru o comandă, cel mult: { $times }.
    [day] De câte ori pe zi, cel mult: { $times }.
    [week] De câte ori pe săptămână, cel mult: { $times }.
    [month] De câte ori pe lună, cel mult: { $times }.
    [year] De câte ori pe an, cel mult: { $times }.
   *[ever] De câte ori în total, cel mult: { $times }.
}
rules-lasts = { $months ->
    [one] Ce primești pentru asta expiră după o lună.
    [few] Ce primești pentru asta expiră după { $months } luni.
   *[other] Ce primești pentru asta expiră după { $months } de luni.
}
rules-lasts-days = { $days ->
    [one] Ce primești pentru asta expiră după o zi.
    [few] Ce primești pentru asta expiră după { $days } zile.
   *[other] Ce primești pentru asta expiră după { $days } de zile.
}

## Goals

rules-challenge = Pentru un obiectiv atins: { $points }.
rules-challenge-titled = { $title }: { $points }.
rules-goal-spend = Obiectivul: cumpărături de { $amount }.
rules-goal-orders = { $goal ->
    [one] Obiectivul: o comandă.
    [few] Obiectivul: { $goal } comenzi.
   *[other] Obiectivul: { $goal } de comenzi.
}
rules-goal-items = { $goal ->
    [one] Obiectivul: o bucată.
    [few] Obiectivul: { $goal } bucăți.
   *[other] Obiectivul: { $goal } de bucăți.
}
rules-goal-days = { $goal ->
    [one] Obiectivul: o zi cu cumpărături.
    [few] Obiectivul: { $goal } zile la rând cu cumpărături.
   *[other] Obiectivul: { $goal } de zile la rând cu cumpărături.
}
rules-goal-weeks = { $goal ->
    [one] Obiectivul: o săptămână cu cumpărături.
    [few] Obiectivul: { $goal } săptămâni la rând cu cumpărături în fiecare.
   *[other] Obiectivul: { $goal } de săptămâni la rând cu cumpărături în fiecare.
}
rules-goal-months = { $goal ->
    [one] Obiectivul: o lună cu cumpărături.
    [few] Obiectivul: { $goal } luni la rând cu cumpărături în fiecare.
   *[other] Obiectivul: { $goal } de luni la rând cu cumpărături în fiecare.
}
rules-challenge-once = { $every ->
    [day] Se dă o dată pe zi, iar numărătoarea începe din nou în fiecare zi.
    [week] Se dă o dată pe săptămână, iar numărătoarea începe din nou în fiecare săptămână.
    [month] Se dă o dată pe lună, iar numărătoarea începe din nou în fiecare lună.
    [year] Se dă o dată pe an, iar numărătoarea începe din nou în fiecare an.
   *[ever] Se dă o singură dată.
}
rules-challenge-repeats = { $every ->
    [day] Se dă de fiecare dată când atingi obiectivul; numărătoarea începe din nou în fiecare zi.
    [week] Se dă de fiecare dată când atingi obiectivul; numărătoarea începe din nou în fiecare săptămână.
    [month] Se dă de fiecare dată când atingi obiectivul; numărătoarea începe din nou în fiecare lună.
    [year] Se dă de fiecare dată când atingi obiectivul; numărătoarea începe din nou în fiecare an.
   *[ever] Se dă de fiecare dată când atingi obiectivul, iar ce rămâne contează mai departe.
}

## Without a purchase, and once a year

rules-signup = La înscriere: { $points }.
rules-birthday = De ziua ta, în fiecare an: { $points }.
rules-anniversary = Pentru fiecare an întreg în program, dacă ai acceptat ofertele: { $points }.
rules-rating = Când dai o notă unei cumpărături despre care te întrebăm: { $points }.
rules-survey = O dată, pentru răspunsul la „{ $question }”: { $points }.
rules-birthday-before = { $days ->
    [one] Spune-ne când e ziua ta cu cel puțin o zi înainte.
    [few] Spune-ne când e ziua ta cu cel puțin { $days } zile înainte.
   *[other] Spune-ne când e ziua ta cu cel puțin { $days } de zile înainte.
}
rules-action = { $title }: { $points }.
rules-action-later = { $days ->
    [one] Vine după o zi.
    [few] Vine după { $days } zile.
   *[other] Vine după { $days } de zile.
}
rules-dividend = { $year ->
    [membership] După fiecare an de la înscriere primești înapoi din ce ai cheltuit în acel an: { $percent }%.
    [plan] După fiecare an al planului tău primești înapoi din ce ai cheltuit în acel an: { $percent }%.
   *[calendar] După fiecare an calendaristic primești înapoi din ce ai cheltuit în acel an: { $percent }%.
}
rules-dividend-paid = Se plătește pe { $day }.

## Conditions

rules-only-categories = Doar la categoriile: { $categories }.
rules-only-labels = Doar pentru produse marcate: { $labels }.
rules-only-skus = Doar pentru aceste produse: { $skus }.
rules-only-goods = Doar pentru: { $goods }.
rules-not-goods = Nu și pentru: { $goods }.
rules-goods-category = categoria „{ $name }”
rules-goods-label = produse marcate „{ $name }”
rules-goods-sku = produsul { $name }
rules-only-tiers = Doar la nivelul: { $tiers }.
rules-only-plans = Doar dacă ai: { $plans }.
rules-only-channels = Doar pentru cumpărături: { $channels }.
rules-channel-store = în magazin
rules-channel-web = pe site
rules-channel-app = în aplicație
rules-only-shops = Doar în magazinul: { $shops }.
rules-only-payments = Doar dacă plătești cu: { $payments }.
rules-only-weekdays = Doar în aceste zile: { $weekdays }.
rules-only-date = Doar pe { $date }.
rules-only-between = Doar de pe { $since } până pe { $until }.
rules-only-since = Doar începând cu { $since }.
rules-only-until = Doar până pe { $until }.
rules-only-first-days = { $of ->
    [tier] { $days ->
        [one] Doar în prima zi la acest nivel.
        [few] Doar în primele { $days } zile la acest nivel.
       *[other] Doar în primele { $days } de zile la acest nivel.
    }
    [plan] { $days ->
        [one] Doar în prima zi a planului.
        [few] Doar în primele { $days } zile ale planului.
       *[other] Doar în primele { $days } de zile ale planului.
    }
   *[membership] { $days ->
        [one] Doar în ziua înscrierii.
        [few] Doar în primele { $days } zile de la înscriere.
       *[other] Doar în primele { $days } de zile de la înscriere.
    }
}
rules-only-birthday = { $span ->
    [day] Doar de ziua ta.
   *[month] Doar în luna zilei tale de naștere.
}
rules-only-chosen-day = Doar într-o singură zi pe an, pe care o alegi tu.
rules-only-first-order = Doar pentru prima comandă.
rules-only-order-number = Doar pentru comanda ta cu numărul { $number }.
rules-only-every-nth = Doar pentru fiecare a { $number }-a comandă.
rules-only-basket = Doar pentru comenzi de la { $minimum } în sus.

## Bringing a friend

rules-referrer = Pentru fiecare prieten pe care îl aduci, după prima lui cumpărătură: { $points }.
rules-referrer-joining = Pentru fiecare prieten care se înscrie la invitația ta: { $points }.
rules-referrer-every-order = Pentru fiecare cumpărătură a unui prieten adus de tine: { $points }.
rules-friend = Pentru prieten, după prima lui cumpărătură: { $points }.
rules-friend-joining = Pentru prieten, la înscriere: { $points }.
rules-referral-milestone = { $friends ->
    [one] Când ai adus un prieten, în plus: { $points }.
    [few] Când ai adus { $friends } prieteni, în plus: { $points }.
   *[other] Când ai adus { $friends } de prieteni, în plus: { $points }.
}
rules-referral-minimum = Cumpărătura prietenului contează de la { $minimum } în sus.
rules-referral-within = { $days ->
    [one] Cumpărătura prietenului contează în cel mult o zi de la înscriere.
    [few] Cumpărătura prietenului contează în cel mult { $days } zile de la înscriere.
   *[other] Cumpărătura prietenului contează în cel mult { $days } de zile de la înscriere.
}
rules-referral-hold = { $days ->
    [one] Se dă la o zi după cumpărătura prietenului, dacă nu e returnată.
    [few] Se dă la { $days } zile după cumpărătura prietenului, dacă nu e returnată.
   *[other] Se dă la { $days } de zile după cumpărătura prietenului, dacă nu e returnată.
}
rules-referral-at-most = { $friends ->
    [one] Se dă pentru cel mult un prieten.
    [few] Se dă pentru cel mult { $friends } prieteni.
   *[other] Se dă pentru cel mult { $friends } de prieteni.
}
rules-referral-at-most-a-month = { $friends ->
    [one] Se dă pentru cel mult un prieten pe lună.
    [few] Se dă pentru cel mult { $friends } prieteni pe lună.
   *[other] Se dă pentru cel mult { $friends } de prieteni pe lună.
}
rules-referral-review = Magazinul verifică invitațiile neobișnuite înainte de a acorda bonusul.

## Tiers

rules-tiers-lifetime = Nivelul tău depinde de tot ce ai adunat din cumpărături până acum.
rules-tiers-calendar-year = Nivelul tău depinde de cât ai adunat din cumpărături de la 1 ianuarie.
rules-tiers-anniversary = Nivelul tău depinde de cât ai adunat din cumpărături de la ultima aniversare a înscrierii.
rules-tiers-rolling = { $months ->
    [one] Nivelul tău depinde de cât ai adunat din cumpărături în ultima lună.
    [few] Nivelul tău depinde de cât ai adunat din cumpărături în ultimele { $months } luni.
   *[other] Nivelul tău depinde de cât ai adunat din cumpărături în ultimele { $months } de luni.
}
rules-tiers-window = { $window ->
    [calendar_year] Pentru nivel contează tot de la 1 ianuarie.
    [anniversary] Pentru nivel contează tot de la ultima aniversare a înscrierii.
   *[lifetime] Pentru nivel contează tot de la înscriere.
}
rules-tiers-window-rolling = { $months ->
    [one] Pentru nivel contează ultima lună.
    [few] Pentru nivel contează ultimele { $months } luni.
   *[other] Pentru nivel contează ultimele { $months } de luni.
}
rules-tiers-pending = Ce aduni dintr-o comandă contează abia când poate fi folosit.
rules-tier-first = { $tier }: nivelul de început, pentru toată lumea.
rules-tier = { $tier }: cel puțin { $points }.
rules-tier-needs = { $tier }: { $needs }.
rules-tier-given = { $tier }: acest nivel îl dă doar magazinul.
rules-tier-keep = Ca să îl păstrezi: { $needs }.
rules-need-points = cel puțin { $points }
rules-need-all-points = cel puțin { $points }, adunate oricum
rules-need-spend = cumpărături de cel puțin { $amount }
rules-need-orders = { $orders ->
    [one] cel puțin o comandă
    [few] cel puțin { $orders } comenzi
   *[other] cel puțin { $orders } de comenzi
}
rules-need-items = { $items ->
    [one] cel puțin o bucată
    [few] cel puțin { $items } bucăți
   *[other] cel puțin { $items } de bucăți
}
rules-tier-more = La cumpărături primești cu { $percent }% mai mult.
rules-tier-fewer = La cumpărături primești cu { $percent }% mai puțin.
rules-tiers-hold = { $window ->
    [anniversary] Nivelul atins rămâne al tău până la sfârșitul următorului tău an în program.
   *[calendar_year] Nivelul atins rămâne al tău până la sfârșitul următorului an calendaristic.
}
rules-tiers-recalculated = Dacă nu îl păstrezi, ai nivelul pe care l-ai atins din nou.
rules-tiers-one-down = Dacă nu păstrezi nivelul, cobori cu unul.
rules-tiers-never-fall = Nivelul atins rămâne al tău pentru totdeauna.
rules-tiers-grace = { $days ->
    [one] Un nivel nepăstrat mai e al tău încă o zi.
    [few] Un nivel nepăstrat mai e al tău încă { $days } zile.
   *[other] Un nivel nepăstrat mai e al tău încă { $days } de zile.
}
rules-tiers-inherit = Fiecare nivel oferă și tot ce oferă nivelurile de sub el.
rules-tiers-own = Fiecare nivel oferă doar ce e scris sub el.

## What members have and are given

rules-benefits = Fiecare membru are:
rules-benefit-discount = Reducere de { $percent }%.
rules-benefit-shipping = Livrare gratuită.
rules-benefit-shipping-from = Livrare gratuită de la { $minimum }.
rules-benefit-shipping-method = Livrare gratuită, prin: { $method }.
rules-benefit-shipping-method-from = Livrare gratuită de la { $minimum }, prin: { $method }.
rules-benefit-early-access = { $days ->
    [one] Noutăți și reduceri cu o zi înaintea celorlalți.
    [few] Noutăți și reduceri cu { $days } zile înaintea celorlalți.
   *[other] Noutăți și reduceri cu { $days } de zile înaintea celorlalți.
}
rules-benefit-perk = { $title }.
rules-benefit-access = Dreptul de a cumpăra la noi: fără el nu se poate comanda.
rules-discounts-best = Reducerile nu se adună: contează cea mai mare.
rules-grant = { $every ->
    [once] O singură dată, la început: { $points }.
    [entry] De fiecare dată la început: { $points }.
    [month] La început și apoi în fiecare lună: { $points }.
    [calendar_year] La început și apoi în fiecare an pe 1 ianuarie: { $points }.
   *[year] La început și apoi în fiecare an: { $points }.
}
rules-grant-lapses = Ce rămâne nefolosit se pierde când vine următorul.

## Plans

rules-plan = { $period ->
    [month] { $plan }: { $price } pe lună.
    [year] { $plan }: { $price } pe an.
   *[once] { $plan }: { $price }, o dată pentru totdeauna.
}
rules-plan-in-stars = { $period ->
    [month] { $plan }, pe lună, în Telegram Stars: { $stars }.
    [year] { $plan }, pe an, în Telegram Stars: { $stars }.
   *[once] { $plan }, o dată pentru totdeauna, în Telegram Stars: { $stars }.
}
rules-plan-free = { $period ->
    [month] { $plan }: gratuit, de fiecare dată pentru o lună.
    [year] { $plan }: gratuit, de fiecare dată pentru un an.
   *[once] { $plan }: gratuit.
}
rules-plan-stars = Prețul aici în chat, în Telegram Stars: { $stars }.
rules-plan-approval = Tu faci cererea, iar magazinul hotărăște.
rules-plan-trial = { $days ->
    [one] Prima zi e gratuită.
    [few] Primele { $days } zile sunt gratuite.
   *[other] Primele { $days } de zile sunt gratuite.
}
rules-plan-tier = Oferă tot ce oferă nivelul { $tier }.

## Rewards

rules-rewards = Ce poți primi:
rules-reward-gift = { $title }: { $points }.
rules-reward-product = { $title } (gratuit într-o comandă): { $points }.
rules-reward-amount-off = { $title } (o comandă mai ieftină cu { $amount }): { $points }.
rules-reward-flexible = { $title } (cât, alegi tu; fiecare { $amount } reducere la o comandă): { $points }.
rules-reward-wallet = { $title }: alegi tu cât din comandă plătești cu ce ai adunat.
rules-reward-percent-off = { $title } (o comandă mai ieftină cu { $percent }%): { $points }.
rules-reward-free-shipping = { $title } (o comandă cu livrarea gratuită): { $points }.
rules-reward-raffle = { $title } (un bilet la extragerea din { $date }): { $points }.
rules-reward-event = { $title } (pe { $date }): { $points }.
rules-reward-early-access = { $title } (pentru tine din { $date }, pentru toți din { $opens }): { $points }.
rules-reward-donation = { $title } (donăm { $amount }, iar asta nu se mai poate anula): { $points }.
rules-reward-partner-code = { $title } (un cod pentru { $partner }): { $points }.
rules-reward-unlocks = e al tău când ai în cont { $points }, nu se scade nimic
rules-reward-given = un cadou, nu se vinde
rules-reward-at-least = Cel puțin: { $points }.
rules-reward-at-most = Cel mult deodată: { $points }.
rules-reward-step = Doar în trepte de: { $points }.
rules-reward-share = Plătește cel mult { $percent }% dintr-o comandă.
rules-reward-one-item = Pentru o singură bucată, cea mai scumpă care se potrivește.
rules-reward-winners = Bilete câștigătoare: { $winners }. Oricine poate verifica extragerea.
rules-reward-place = Unde: { $place }.
rules-reward-causes = Alegi tu pentru ce: { $causes }.
rules-reward-automatic = Vine singur, imediat ce ai destul.
rules-reward-tier = E nevoie de nivelul { $tier }.
rules-reward-per-member = { $times ->
    [one] O singură dată per persoană.
    [few] De cel mult { $times } ori per persoană.
   *[other] De cel mult { $times } de ori per persoană.
}
rules-reward-stock = Stoc limitat, { $stock } în total.
rules-reward-voucher-days = { $days ->
    [one] Voucherul e valabil o zi.
    [few] Voucherul e valabil { $days } zile.
   *[other] Voucherul e valabil { $days } de zile.
}
rules-reward-voucher-months = { $months ->
    [one] Voucherul e valabil o lună.
    [few] Voucherul e valabil { $months } luni.
   *[other] Voucherul e valabil { $months } de luni.
}
rules-reward-hold = Prețul e doar pus deoparte până folosești voucherul. Dacă nu îl folosești la timp, totul se întoarce.

## Expiry

rules-expiry-never = Ce aduni nu expiră niciodată.
rules-expiry-rolling = { $months ->
    [one] Ce aduni expiră după o lună.
    [few] Ce aduni expiră după { $months } luni.
   *[other] Ce aduni expiră după { $months } de luni.
}
rules-expiry-rolling-days = { $days ->
    [one] Ce aduni expiră după o zi.
    [few] Ce aduni expiră după { $days } zile.
   *[other] Ce aduni expiră după { $days } de zile.
}
rules-expiry-rounded = { $span ->
    [month] Rămâne însă până la sfârșitul acelei luni.
    [quarter] Rămâne însă până la sfârșitul acelui trimestru.
    [half_year] Rămâne însă până la sfârșitul acelui semestru.
   *[year] Rămâne însă până la sfârșitul acelui an.
}
rules-expiry-inactivity = { $months ->
    [one] Totul expiră dacă în cont nu se întâmplă nimic timp de o lună.
    [few] Totul expiră dacă în cont nu se întâmplă nimic timp de { $months } luni.
   *[other] Totul expiră dacă în cont nu se întâmplă nimic timp de { $months } de luni.
}
rules-expiry-inactivity-days = { $days ->
    [one] Totul expiră dacă în cont nu se întâmplă nimic timp de o zi.
    [few] Totul expiră dacă în cont nu se întâmplă nimic timp de { $days } zile.
   *[other] Totul expiră dacă în cont nu se întâmplă nimic timp de { $days } de zile.
}
rules-expiry-activity = Ca să nu expire, e de ajuns: { $activities }.
rules-activity-earning = orice primești în cont
rules-activity-redeeming = o recompensă luată
rules-activity-purchase = o cumpărătură
rules-expiry-calendar = Ce aduni e valabil până la sfârșitul următoarei zile de { $day }.
rules-expiry-calendar-later = { $years ->
    [one] Ce aduni e valabil cel puțin un an, apoi până la sfârșitul următoarei zile de { $day }.
    [few] Ce aduni e valabil cel puțin { $years } ani, apoi până la sfârșitul următoarei zile de { $day }.
   *[other] Ce aduni e valabil cel puțin { $years } de ani, apoi până la sfârșitul următoarei zile de { $day }.
}
rules-expiry-anniversary = Ce aduni expiră la următoarea aniversare a înscrierii tale.
rules-expiry-anniversary-later = { $years ->
    [one] Ce aduni e valabil cel puțin un an și expiră la următoarea aniversare a înscrierii tale.
    [few] Ce aduni e valabil cel puțin { $years } ani și expiră la următoarea aniversare a înscrierii tale.
   *[other] Ce aduni e valabil cel puțin { $years } de ani și expiră la următoarea aniversare a înscrierii tale.
}

## At the till

rules-card-changes = Punctele se folosesc la casă cu codul arătat de card, care se schimbă la fiecare 30 de secunde: deschide cardul acolo.
    .balance = Soldul se folosește la casă cu codul arătat de card, care se schimbă la fiecare 30 de secunde: deschide cardul acolo.

# How much and when members are written to

rules-sending-offers = Oferte: cel mult { $a_day } pe zi și { $a_week } pe săptămână, prin SMS { $sms_a_day } și { $sms_a_week }.
rules-sending-hours = Scriem între { $begin }:00 și { $end }:00; ofertele prin SMS vin între { $sms_begin }:00 și { $sms_end }:00, duminica de la { $sms_sunday }:00.

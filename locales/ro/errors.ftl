### Every way the program says no: friendly, and what to do next.

error-not-a-member = Încă nu ești în program. Te înscrii într-o clipă.
error-already-member = Această persoană e deja în program.
error-membership-frozen = Momentan nu ești în program. Revino și punctele sunt din nou ale tale.
    .balance = Momentan nu ești în program. Revino și soldul e din nou al tău.
error-membership-blocked = Magazinul ți-a blocat contul din program, așa că punctele, cardul și recompensele nu pot fi folosite acum. Întreabă la magazin sau scrie-i aici.
    .balance = Magazinul ți-a blocat contul din program, așa că soldul, cardul și recompensele nu pot fi folosite acum. Întreabă la magazin sau scrie-i aici.
error-not-enough-points = Încă nu ajunge. Îți mai trebuie: { $missing }.
error-unknown-reward = Nu avem recompensa „{ $reward }”. Alege una din listă.
error-reward-sold-out = { $title }: stoc epuizat. Din contul tău nu s-a scăzut nimic.
error-reward-limit-reached = { $limit ->
    [one] { $title }: o singură dată per persoană, iar tu ai primit deja.
    [few] { $title }: de cel mult { $limit } ori per persoană, iar tu ai ajuns la limită.
   *[other] { $title }: de cel mult { $limit } de ori per persoană, iar tu ai ajuns la limită.
}
error-reward-needs-tier = { $title }: e nevoie de nivelul { $tier }.
error-reward-price-is-fixed = { $title } are preț fix: { $cost }.
error-reward-needs-plan = { $title } este pentru membrii cu „{ $plan }”.
error-reward-only-given = { $title } este un cadou: se oferă, nu se cumpără.
error-reward-over = { $title }: e prea târziu. Data: { $date }
error-reward-needs-amount = { $title }: spune cât. Cel puțin: { $least }.
error-reward-amount-too-small = { $title }: e prea puțin. Cel puțin: { $least }.
error-reward-amount-too-large = { $title }: e prea mult odată. Cel mult: { $most }.
error-reward-amount-uneven = { $title }: atât nu se poate. Cel mai aproape: { $below } sau { $above }.
error-reward-needs-cause = { $title }: spune cui dăm: { $causes }.
error-reward-is-final = { $title }: nu se mai poate anula.
error-voucher-too-early = Acest voucher nu se poate folosi încă. Valabil din: { $date }
error-nothing-to-undo = Nu ai niciun voucher nefolosit de anulat.
error-voucher-not-usable = Acest cod nu poate fi folosit: e greșit, deja folosit sau expirat.
error-unknown-entry = Nu există înregistrarea #{ $number } în istoricul tău.
error-unknown-plan = Nu există abonamentul „{ $plan }”. Alege unul din listă.
error-plan-is-paid = { $title }: se cumpără din magazin.
error-plan-needs-approval = { $title }: mai întâi trebuie să aprobe magazinul.
error-plan-held-already = { $title }: e deja al tău, pentru totdeauna.
error-plan-not-renewed = { $title }: nu e nimic de anulat.
error-plan-not-sold = { $title }: acum nu se vinde aici.
error-plan-paid-already = { $title }: e deja al tău, ultima zi plătită – { $date }
error-plan-price-changed = Prețul s-a schimbat: { $title } costă acum { $stars } ⭐. Nu s-a luat nimic, alege din nou.
error-unknown-payment = Nu există plata „{ $reference }”.
error-no-day-to-choose = Programul acesta nu are o zi la alegere. Toate zilele contează la fel.
error-day-not-understood = Nu am înțeles ziua. Scrie ziua și luna, de exemplu 24.12
error-day-not-ahead = Ziua aceea nu poate fi aleasă: a început, a trecut sau e prea departe.
error-chosen-day-begun = Ziua ta de anul acesta a fost { $date }. Poți alege din nou pentru anul viitor.
error-operation-reused = Acest buton nu mai e valabil. Deschide din nou lista.
error-unknown-referral-code = Nu cunosc acest cod de invitație.
error-unknown-referral = Pe acest membru nu l-a invitat nimeni.
error-referral-decided = Acum nu se poate decide așa despre această invitație: starea ei este „{ $state }”.
error-birthday-locked = Ziua ta de naștere e deja salvată. Dacă e greșită, o poate corecta magazinul.
error-period-not-understood = Nu am înțeles zilele. De exemplu: statistici săptămână sau statistici 01.10–31.10
error-birthday-not-understood = Nu am înțeles data. Scrie ziua și luna, de exemplu 24.12
error-phone-taken = Acest număr e legat de alt card. Te ajută cu drag cei de la magazin.
error-phone-not-proven = Pot primi doar numărul tău, trimis cu butonul.
error-email-taken = Această adresă de e-mail e legată de alt card. Te ajută cu drag cei de la magazin.
error-wrong-currency = Această cumpărătură e în { $currency }, iar programul calculează în { $expected }.
error-currency-is-fixed = Moneda programului e { $currency }. Într-un program care rulează, moneda nu se poate schimba: începe cu o bază de date nouă.
error-unit-is-fixed = Ce au adunat membrii se ține fie în puncte, fie în bani. Un program care rulează nu se poate muta de la unele la alții: începe cu o bază de date nouă.
error-order-of-another-member = Această cumpărătură e deja pe alt card.
error-access-needed = Aici pot cumpăra doar membrii cu abonamentul potrivit.
error-unknown-action = În acest program nu se primește nimic pentru „{ $action }”.
error-unexpected = Ceva nu a mers bine la noi. Am notat problema. Te rugăm să încerci din nou mai târziu.
error-unknown-tier = Programul nu are nivelul „{ $tier }”.
error-invitation-not-usable = Invitația nu funcționează: a fost folosită, retrasă sau a expirat. Cere una nouă.
error-unknown-colleague = În echipă nu există „{ $person }” sau sunt mai multe persoane cu acest nume. Alege din listă, te rog.
error-not-on-yourself = Nu poți face asta cu tine. O poate face alt proprietar.
error-owner-by-settings = { $name } este proprietar din setările botului (LOYALTY_OWNERS); doar acolo se poate schimba.
error-customer-unknown = Nimeni nu are acest card sau număr de telefon. Verifică, te rog.
error-phone-without-country = Scrie numărul cu prefixul țării, de exemplu +40 721 234 567.
error-customer-not-active = Clientul a ieșit din program sau este blocat, deci nu se poate înregistra nimic.
error-customer-has-less = Clientul nu are atât. De cheltuit: { $points }
error-already-spent = Nu se mai poate anula: clientul a cheltuit deja o parte. Au rămas: { $points }
error-not-for-yourself = E chiar cardul tău. Roagă un coleg, te rog.
error-voucher-not-for-this = La această cumpărătură voucherul nu reduce nimic.
error-amount-not-understood = Nu înțeleg suma. Scrie-o, te rog, așa: 249,90
error-category-unknown = Nu există această categorie. Există: { $categories }
error-nothing-to-take-back = Din ultimele 10 minute nu ai nimic de anulat.
error-points-not-understood = Câte puncte? Scrie după card un număr întreg mai mare ca zero, apoi motivul.
    .balance = Cât? Scrie după card un număr mai mare ca zero, apoi motivul.
error-reason-needed = Adaugă, te rog, un motiv: rămâne în istoric.
error-approval-over = Asta nu mai așteaptă pe nimeni.
error-too-many-guesses = { $minutes ->
    [one] Prea multe numere greșite. Așteaptă, te rog, un minut.
    [few] Prea multe numere greșite. Așteaptă, te rog, { $minutes } minute.
   *[other] Prea multe numere greșite. Așteaptă, te rog, { $minutes } de minute.
}
error-card-not-proven = Doar cardul nu cheltuiește puncte aici. Scanează codul arătat acum de telefonul clientului.
    .balance = Doar cardul nu cheltuiește nimic aici. Scanează codul arătat acum de telefonul clientului.
error-receipt-not-usable = Codul nu funcționează: e greșit, a fost deja folosit sau a expirat.

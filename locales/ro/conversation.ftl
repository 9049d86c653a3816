### What the bot answers to customers, in Romanian: informal "tu", as loyalty apps do.
### $points, $cost, $missing are "30 de puncte", number and plural form.
### $name may be empty, so nothing but an emoji leans on it.

## Joining

start-hello = Bună! Aici e programul de fidelitate { $program }.
start-bonus = Cadou de bun venit: { $points }.
start-referred = Te-a invitat un prieten: după prima ta cumpărătură primiți fiecare câte ceva.
start-again = { $name } 👋 Ne bucurăm să te revedem!
start-left = Momentan nu ești în program, dar punctele tale sunt tot aici: revino și folosește-le.
join-welcome = { $name } 👋 Bine ai venit în programul { $program }!
join-bonus = ⭐ Ai deja în cont: { $points }.
join-referred = Invitația prietenului tău e valabilă. După prima ta cumpărătură de cel puțin { $minimum } primești: { $points }.
join-code-unknown = Nu cunosc acest cod de invitație, dar ești oricum în program.
join-next = Arată cardul la casă și începe să aduni.
join-back = { $name } 👋 Ești din nou cu noi, iar punctele tale la fel.
join-again = { $name } 👋 Ești deja în program. Ne bucurăm să te revedem!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Membrilor programului le scriu aici despre punctele, recompensele și cumpărăturile lor.
consent-offers = Pot să îți trimit și oferte, de exemplu un cadou de ziua ta sau o reducere? Te poți răzgândi oricând.
consent-sms-service = Putem să îți trimitem SMS-uri despre punctele tale când nu te putem contacta aici?
consent-sms-offers = Putem să îți trimitem și oferte prin SMS? Le poți opri oricând; se pot aplica tarifele operatorului tău.

## Points

points-balance = ⭐ Ai: { $points }.
points-pending = Pe { $date } mai primești: { $points }.
points-expiry = De folosit până pe { $date }: { $points }.
points-enough = Îți ajunge pentru „{ $reward }” ({ $cost }).
points-missing = Pentru „{ $reward }” îți mai trebuie: { $points }.
card-number = { $name }
    { $number }
card-tier = Nivel: { $tier }
card-show = Arată acest cod la casă.
history-title = Istoricul tău, începând cu cele mai noi:
history-empty = Încă nu e nimic aici. Prima ta cumpărătură va apărea în această listă.
history-hint = Vrei să știi de unde vine o înregistrare? Scrie, de exemplu: de ce 1
history-order = #{ $number } · { $date } · { $points } · cumpărătura { $reference }
history-signup = #{ $number } · { $date } · { $points } · înscriere
history-referrer = #{ $number } · { $date } · { $points } · ai adus un prieten
history-friend = #{ $number } · { $date } · { $points } · te-a invitat un prieten
history-birthday = #{ $number } · { $date } · { $points } · ziua ta
history-adjustment = #{ $number } · { $date } · { $points } · corecție de la magazin
history-redemption = #{ $number } · { $date } · { $points } · voucherul { $reference }
history-undo = #{ $number } · { $date } · { $points } · voucherul { $reference } anulat
history-reversal = #{ $number } · { $date } · { $points } · cumpărătura { $reference } returnată
history-referral-back = #{ $number } · { $date } · { $points } · bonus de invitație anulat
history-expiry = #{ $number } · { $date } · { $points } · expirare
why-order = Înregistrarea #{ $number }, { $date }: { $points } pentru cumpărătura { $reference }.
why-signup = Înregistrarea #{ $number }, { $date }: { $points } pentru înscriere.
why-referrer = Înregistrarea #{ $number }, { $date }: { $points } pentru că un prieten invitat de tine a făcut o cumpărătură.
why-friend = Înregistrarea #{ $number }, { $date }: { $points } pentru că te-a invitat un prieten și ai făcut o cumpărătură.
why-birthday = Înregistrarea #{ $number }, { $date }: { $points } de ziua ta.
why-adjustment = Înregistrarea #{ $number }, { $date }: { $points }, corecție făcută de magazin.
why-redemption = Înregistrarea #{ $number }, { $date }: { $points } pentru voucherul { $reference }.
why-undo = Înregistrarea #{ $number }, { $date }: { $points }, pentru că voucherul { $reference } a fost anulat.
why-reversal = Înregistrarea #{ $number }, { $date }: { $points }, deoarece cumpărătura { $reference } a fost returnată sau modificată.
why-referral-back = Înregistrarea #{ $number }, { $date }: { $points }, pentru că s-a returnat cumpărătura care a adus bonusul de invitație.
why-expiry = Înregistrarea #{ $number }, { $date }: { $points }, pentru că a trecut termenul de valabilitate.
why-sum = Suma care contează: { $sum }.
why-sum-back = Suma care nu mai contează: { $sum }.
why-rule = Regula din acea zi, pentru fiecare { $sum }: { $points }.
why-factor = Coeficientul nivelului tău: × { $factor }.
why-carried = Rămas de la cumpărăturile anterioare: { $sum }.
why-forgiven = Deja cheltuite, așa că ți le lăsăm: { $points }.
why-note = Motivul indicat: { $note }
why-reward = Recompensa: { $reward }.
why-available = De folosit începând cu { $date }.
why-expires = Valabile până pe { $date }.
tier-now = Nivelul tău: { $tier }, din { $since }.
tier-factor = Cumpărăturile contează × { $factor }
tier-until = Ai nivelul { $tier } până pe { $date }.
tier-next = Până la nivelul { $tier } îți mai trebuie: { $points }.
tier-top = Mai sus de atât nu se poate. Îți mulțumim!

## Rewards

rewards-none = Încă nu avem recompense. Punctele tale le așteaptă.
rewards-title = Ce poți primi:
rewards-balance = ⭐ Ai: { $points }. Ce poți primi:
rewards-line = 🎁 { $reward } – { $cost } (revendică { $id })
rewards-missing = ▫️ { $reward } – { $cost }, îți mai trebuie: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, de la nivelul { $tier }
rewards-sold-out = ▫️ { $reward } – stoc epuizat
rewards-hint = Alege o recompensă sau scrie, de exemplu: revendică { $reward }
redeem-done = 🎉 Recompensa e a ta: { $reward }!
redeem-over = { $reward }: voucherul acestui buton a fost folosit, anulat sau a expirat. Pentru altul, deschide lista.
redeem-rest = Cost: { $cost }. Sold: { $points }.
voucher-code = Cod: { $code }
voucher-until = Valabil până pe { $date }.
voucher-show = Arată codul la casă. Cât timp voucherul nu e folosit, îl poți anula.
undo-done = Voucher anulat: { $reward }, { $code }.
undo-back = Înapoi în contul tău: { $points }.
undo-lapsed = Dintre acestea, expirate între timp: { $points }.
vouchers-none = Nu ai niciun voucher nefolosit.
vouchers-title = Voucherele tale:
vouchers-line = { $reward } – { $code }
vouchers-one = { $reward }

## Friends

refer-none = Momentan nu există un bonus pentru invitarea prietenilor.
refer-code = Codul tău de invitație: { $code }
refer-link = Linkul tău: { $link }
refer-reward = După prima cumpărătură a prietenului tău, de cel puțin { $minimum }. Pentru tine: { $referrer }. Pentru prieten: { $friend }.
refer-friends = Prieteni înscriși: { $joined }. Au făcut deja cumpărături: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-qualified = ✅ { $name }, { $date }
refer-message = Hai și tu în programul { $program }: primim puncte și tu, și eu!

## Profile

profile-name = { $name }
profile-phone = Telefon: { $phone }
profile-no-phone = Telefon: necompletat
profile-no-birthday = Ziua de naștere: necompletată
profile-joined = În program din { $date }
language-ask = Alege limba:
language-done = De acum vorbesc românește.
birthday-ask = Când e ziua ta? Scrie ziua și luna, de exemplu 24.12. Mai târziu nu se mai poate schimba.
birthday-is = Ziua de naștere: { $date }
birthday-locked = Data e salvată. Dacă e greșită, o poate corecta magazinul.
birthday-bonus = { $days ->
    [one] Cadoul tău în fiecare an: { $points }, dacă până la ziua ta mai e cel puțin o zi.
    [few] Cadoul tău în fiecare an: { $points }, dacă până la ziua ta mai sunt cel puțin { $days } zile.
   *[other] Cadoul tău în fiecare an: { $points }, dacă până la ziua ta mai sunt cel puțin { $days } de zile.
}
phone-ask = Apasă butonul de mai jos și magazinul te va recunoaște și după număr.
phone-done = Mulțumim! Numărul tău: { $phone }
notifications-title = Ce putem să îți trimitem? Apasă ca să schimbi.
notifications-paused = Mesajele sunt oprite deocamdată.
switch-telegram-service = { $state ->
    [on] ✅ Puncte și cumpărături, aici
   *[off] ⬜ Puncte și cumpărături, aici
}
switch-telegram-offers = { $state ->
    [on] ✅ Oferte, aici
   *[off] ⬜ Oferte, aici
}
switch-sms-service = { $state ->
    [on] ✅ Puncte și cumpărături, prin SMS
   *[off] ⬜ Puncte și cumpărături, prin SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Oferte, prin SMS
   *[off] ⬜ Oferte, prin SMS
}
pause-done = Nu îți mai trimit nimic până nu îmi spui. Punctele se adună în continuare.
resume-done = Am revenit. Îți trimit doar ce ai acceptat.

## Privacy

privacy-what = { $program } păstrează numele, limba, cumpărăturile și punctele tale, iar telefonul și ziua de naștere doar dacă ni le dai. Le folosim numai pentru acest program.
privacy-rights = Chiar de aici îți poți descărca toate datele, poți ieși din program sau poți șterge tot.
privacy-fingerprint = După ștergere păstrăm doar o amprentă digitală a contului tău, pentru ca darul de bun venit să fie oferit o singură dată.
mydata-done = Iată tot ce știm despre tine.
leave-done = Ai ieșit din program. Punctele tale te așteaptă: { $points }.
forget-ask = Vom șterge numele, numărul, ziua de naștere și mesajele tale. Acest pas e definitiv și pierzi: { $points }. Ștergem tot?
forget-kept = Nu s-a șters nimic.
forget-done = Datele tale au fost șterse. Te poți înscrie din nou oricând.
feedback-ask = Ce ai vrea să ne spui? Scrie în mesajul următor.
feedback-done = Mulțumim! Magazinul va citi mesajul tău.

## Help

help-title = { $program }: iată ce înțeleg.
help-guest = Încă nu ești în program. Te înscrii cu o singură atingere.
help-line = { $word } – { $does }
not-understood = Nu am înțeles. Poate vrei ceva de aici?
not-understood-guest = Nu am înțeles. Vrei să te înscrii în programul nostru de fidelitate?
private-only = Hai să vorbim în privat: punctele tale sunt doar treaba ta.

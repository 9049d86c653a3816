### What the bot answers to customers, in Romanian: informal "tu", as loyalty apps do.
### $points, $cost, $missing are "30 de puncte", number and plural form.
### $name may be empty, so nothing but an emoji leans on it.

## Joining

start-hello = Bună! Aici e programul de fidelitate { $program }.
start-bonus = Cadou de bun venit: { $points }.
start-referred = Te-a invitat un prieten: după prima ta cumpărătură primiți fiecare câte ceva.
start-invited = Te-a invitat un prieten.
start-referred-now = Te-a invitat un prieten: imediat ce te înscrii, primiți fiecare câte ceva.
start-again = { $name } 👋 Ne bucurăm să te revedem!
start-left = Momentan nu ești în program, dar punctele tale sunt tot aici: revino și folosește-le.
    .balance = Momentan nu ești în program, dar soldul tău e tot aici: revino și folosește-l.
join-welcome = { $name } 👋 Bine ai venit în programul { $program }!
join-bonus = ⭐ Ai deja în cont: { $points }.
join-gift = 🎁 Deja al tău: { $reward }
join-referred = Invitația prietenului tău e valabilă. După prima ta cumpărătură de cel puțin { $minimum } primești: { $points }.
join-invited = Invitația prietenului tău e valabilă.
join-referred-any = Invitația prietenului tău e valabilă. După prima ta cumpărătură primești: { $points }.
join-referred-now = Invitația prietenului tău e valabilă. Pentru tine: { $points }.
join-referred-review = Magazinul verifică mai întâi invitația prietenului tău. Apoi primești: { $points }.
start-code-unknown = Nu cunosc acest cod de invitație: cere-i prietenului linkul încă o dată sau înscrie-te fără el.
join-code-unknown = Nu cunosc acest cod de invitație, dar ești oricum în program.
join-next = Arată cardul la casă și începe să aduni.
join-back = { $name } 👋 Ești din nou cu noi, iar punctele tale la fel.
    .balance = { $name } 👋 Ești din nou cu noi, iar soldul tău la fel.
join-again = { $name } 👋 Ești deja în program. Ne bucurăm să te revedem!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Membrilor programului le scriu aici despre ce au adunat, despre recompensele și cumpărăturile lor.
consent-offers = Pot să îți trimit și oferte, de exemplu un cadou de ziua ta sau o reducere? Te poți răzgândi oricând.
consent-sms-service = Putem să îți trimitem SMS-uri despre contul tău când nu te putem contacta aici?
consent-sms-offers = Putem să îți trimitem și oferte prin SMS? Le poți opri oricând; se pot aplica tarifele operatorului tău.
consent-texting-service = Aici le scriem membrilor SMS-uri despre contul și cumpărăturile lor. Se pot aplica tarifele operatorului. HELP – ajutor, STOP – renunțare.
consent-texting-offers = Putem să îți trimitem și oferte, câteva pe lună? Te poți înscrie și fără ele.

## Points

points-balance = ⭐ Ai: { $points }.
points-pending = Pe { $date } mai primești: { $points }.
points-expiry = De folosit până pe { $date }: { $points }.
points-dividend = Dividend pentru { $year }, plătit pe { $date }: { $points }
points-dividend-since = Dividend pentru anul început pe { $since }, plătit pe { $date }: { $points }
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
history-tier = #{ $number } · { $date } · nivelul tău, decizia magazinului
history-redemption = #{ $number } · { $date } · { $points } · voucherul { $reference }
history-undo = #{ $number } · { $date } · { $points } · voucherul { $reference } anulat
history-reversal = #{ $number } · { $date } · { $points } · cumpărătura { $reference } returnată
history-referral-back = #{ $number } · { $date } · { $points } · bonus de invitație anulat
history-expiry = #{ $number } · { $date } · { $points } · expirare
history-gift = #{ $number } · { $date } · 🎁 un cadou
history-action = #{ $number } · { $date } · { $points } · ceva ce ai făcut
history-survey = #{ $number } · { $date } · { $points } · răspuns la un sondaj
history-rating = #{ $number } · { $date } · { $points } · nota unei cumpărături
history-challenge = #{ $number } · { $date } · { $points } · o țintă atinsă
history-milestone = #{ $number } · { $date } · { $points } · mulți prieteni aduși
history-campaign = #{ $number } · { $date } · { $points } · cadou cu un mesaj
history-donation = #{ $number } · { $date } · { $points } · donație
history-ticket = #{ $number } · { $date } · { $points } · biletul { $reference }
history-partner-code = #{ $number } · { $date } · { $points } · codul unui partener
history-grant = #{ $number } · { $date } · { $points } · pentru abonament sau nivel
history-grant-back = #{ $number } · { $date } · { $points } · cadoul pentru nivel sau abonament retras
history-gift-back = #{ $number } · { $date } · cadou nefolosit retras
history-action-back = #{ $number } · { $date } · { $points } · acțiune anulată
history-dividend = #{ $number } · { $date } · { $points } · dividendul pe un an
why-order = Înregistrarea #{ $number }, { $date }: { $points } pentru cumpărătura { $reference }.
why-signup = Înregistrarea #{ $number }, { $date }: { $points } pentru înscriere.
why-referrer = Înregistrarea #{ $number }, { $date }: { $points } pentru că un prieten invitat de tine a făcut o cumpărătură.
why-friend = Înregistrarea #{ $number }, { $date }: { $points } pentru că te-a invitat un prieten și ai făcut o cumpărătură.
why-birthday = Înregistrarea #{ $number }, { $date }: { $points } de ziua ta.
why-adjustment = Înregistrarea #{ $number }, { $date }: { $points }, corecție făcută de magazin.
why-tier = Înregistrarea #{ $number }, { $date }: magazinul a hotărât ce nivel ai. Soldul nu s-a schimbat.
why-redemption = Înregistrarea #{ $number }, { $date }: { $points } pentru voucherul { $reference }.
why-undo = Înregistrarea #{ $number }, { $date }: { $points }, pentru că voucherul { $reference } a fost anulat.
why-reversal = Înregistrarea #{ $number }, { $date }: { $points }, deoarece cumpărătura { $reference } a fost returnată sau modificată.
why-referral-back = Înregistrarea #{ $number }, { $date }: { $points }, pentru că s-a returnat cumpărătura care a adus bonusul de invitație.
why-expiry = Înregistrarea #{ $number }, { $date }: { $points }, pentru că a trecut termenul de valabilitate.
why-gift = Înregistrarea #{ $number }, { $date }: un cadou, nu s-a luat nimic pentru el.
why-action = Înregistrarea #{ $number }, { $date }: { $points } pentru ceva ce ai făcut.
why-survey = Înregistrarea #{ $number }, { $date }: { $points } pentru răspunsul la un sondaj al magazinului.
why-rating = Înregistrarea #{ $number }, { $date }: { $points } pentru nota dată unei cumpărături.
why-challenge = Înregistrarea #{ $number }, { $date }: { $points } pentru o țintă atinsă.
why-milestone = Înregistrarea #{ $number }, { $date }: { $points } pentru prietenii pe care i-ai adus.
why-campaign = Înregistrarea #{ $number }, { $date }: { $points } – cadou odată cu mesajul nostru.
why-donation = Înregistrarea #{ $number }, { $date }: { $points }, donația ta.
why-ticket = Înregistrarea #{ $number }, { $date }: { $points } pentru biletul { $reference }.
why-partner-code = Înregistrarea #{ $number }, { $date }: { $points } pentru codul unui partener.
why-what = Pentru ce: { $title }
why-voucher = Codul: { $code }
why-grant = Înregistrarea #{ $number }, { $date }: { $points } pentru abonament sau nivel.
why-grant-back = Înregistrarea #{ $number }, { $date }: { $points }, pentru că plata sau cumpărătura care a adus cadoul a fost returnată.
why-gift-back = Înregistrarea #{ $number }, { $date }: un cadou nefolosit a fost retras, pentru că ceea ce l-a adus nu mai contează.
why-action-back = Înregistrarea #{ $number }, { $date }: { $points }, pentru că acțiunea ta a fost anulată.
why-dividend = Înregistrarea #{ $number }, { $date }: { $points }, partea ta din cumpărăturile de un an.
why-held-plan = Primit pentru: { $title }.
why-held-tier = Primit pentru nivelul: { $tier }.
why-share = Partea ta din ea: { $percent }%.
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
tier-none = În acest program nu sunt niveluri: toți au aceleași avantaje.
tier-now = Nivelul tău: { $tier }, din { $since }.
tier-by-hand = Ți l-a dat magazinul și nu are termen.
tier-until = Ai nivelul { $tier } până pe { $date }.
tier-grace = Timpul nivelului { $tier } a trecut, dar rămâne al tău până pe { $date }.
tier-keep = Ca să păstrezi nivelul { $tier } mai departe, îți mai trebuie: { $missing }.
tier-next = Până la nivelul { $tier } îți mai trebuie: { $missing }.
tier-top = Mai sus de atât nu se poate. Îți mulțumim!
tier-spend = cumpărături de { $sum }
tier-orders = { $orders ->
    [one] o comandă
    [few] { $orders } comenzi
   *[other] { $orders } de comenzi
}
tier-items = { $items ->
    [one] o bucată
    [few] { $items } bucăți
   *[other] { $items } de bucăți
}
tier-factor = Cumpărăturile contează × { $factor }
tier-benefits = Ce ai la acest nivel:

## Earning

earn-title = Pentru ce mai primești ceva:
earn-none = Acum nu sunt provocări, dar fiecare cumpărătură contează.
earn-had = ✅ { $title }: deocamdată ai primit tot.
earn-progress = {"   "}📈 Până acum: { $done } din { $goal }
earn-reached = {"   "}✅ Ai atins ținta. Felicitări!

## Rewards

rewards-none = Încă nu sunt recompense din care să alegi.
rewards-title = Ce poți primi:
rewards-balance = ⭐ Ai: { $points }. Ce poți primi:
rewards-line = 🎁 { $reward } – { $cost } (revendică { $id })
rewards-missing = ▫️ { $reward } – { $cost }, îți mai trebuie: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, de la nivelul { $tier }
rewards-sold-out = ▫️ { $reward } – stoc epuizat
rewards-choose = 🎁 { $reward } – cât dorești, cel puțin: { $cost } (revendică { $id })
rewards-opened = 🎁 { $reward } – disponibil pentru tine, nu se ia nimic (revendică { $id })
rewards-opens = 🔒 { $reward } – se deschide la: { $cost }, mai lipsesc: { $missing }
rewards-plan = 🔒 { $reward } – { $cost }, doar cu „{ $plan }”
rewards-had = ✅ { $reward } – ai primit deja
rewards-given = {"   "}💚 { $cause } – donat până acum: { $sum }
rewards-hint = Alege o recompensă sau scrie, de exemplu: revendică { $reward }
rewards-texting = ⭐ Ai: { $points }. Ca să primești o recompensă, răspunde cu numărul ei:
redeem-done = 🎉 Recompensa e a ta: { $reward }!
redeem-over = { $reward }: voucherul acestui buton a fost folosit, anulat sau a expirat. Pentru altul, deschide lista.
redeem-rest = Cost: { $cost }. Sold: { $points }.
choose-amount = { $reward }: cât vrei să folosești? Ai: { $points }.
choose-worth = { $cost } = { $sum }
choose-hint = Alege o sumă sau scrie, de exemplu: revendică { $reward } { $number }
choose-cause = { $reward }: cui dăm { $sum }? O donație nu se poate anula.
donate-done = 💚 { $sum } pentru „{ $cause }”. Mulțumim!
donate-total = Împreună am donat pentru „{ $cause }”: { $sum }.
voucher-code = Cod: { $code }
voucher-until = Valabil până pe { $date }.
voucher-show = Arată codul la casă. Cât timp voucherul nu e folosit, îl poți anula.
voucher-worth = Valoare: { $sum }
voucher-percent = { $percent }% reducere la o comandă.
voucher-event = Când: { $date }
voucher-since = Valabil din: { $date }
voucher-used = Folosit: { $date }
voucher-undone = Acest voucher a fost anulat.
voucher-expired = Acest voucher a expirat. Ultima zi: { $date }
voucher-show-only = Arată-l la casă.
ticket-code = 🎟 Biletul tău: { $code }
ticket-draw = Extragerea: { $date }
    Până la începutul acelei zile îl poți anula.
ticket-seal = Oricine poate verifica extragerea. Numărul ei secret este deja stabilit, iar acesta este SHA-256 al numărului: { $seal }
ticket-seed = Numărul secret: { $seed }
    Biletele au fost extrase în ordinea SHA-256("număr|bilet").
ticket-won = 🏆 Acest bilet a câștigat!
ticket-lost = De data aceasta biletul nu a avut noroc.
partner-code = Cod pentru { $partner }: { $code }
partner-final = Folosește-l la { $partner }. Nu se poate anula.
undo-done = Voucher anulat: { $reward }, { $code }.
undo-back = Înapoi în contul tău: { $points }.
undo-lapsed = Dintre acestea, expirate între timp: { $points }.
vouchers-none = Nu ai niciun voucher nefolosit.
vouchers-title = Voucherele tale:
vouchers-line = { $reward } – { $code }
vouchers-ticket = 🎟 { $reward } – { $code }, extragerea: { $date }
vouchers-partner = { $reward } – cod pentru { $partner }: { $code }
vouchers-one = { $reward }

## Plans

plan-none = Momentan nu avem abonamente. Punctele se adună și fără.
    .balance = Momentan nu avem abonamente. Aduni și fără.
plan-title = Abonamentele noastre:
plan-in-the-shop = Îl poți lua din magazin.
plan-in-telegram = Îl poți cumpăra din botul nostru de Telegram.
plan-since = ✅ Îl ai din { $since }.
plan-paid = ✅ Îl ai din { $since }, plătit până pe { $date }.
plan-trial = ✅ Îl ai gratuit până pe { $date }.
plan-cancelled = ✅ Anulat, dar îl mai ai până pe { $date }.
plan-next-grant = 🎁 Următorul cadou din abonament: { $date }
plan-applied = ⏳ Ai făcut cererea. Hotărăște magazinul.
plan-approved = ✅ Aprobat! Îl plătești și e al tău.
plan-refused = Magazinul nu ți-a aprobat cererea. Poți face alta.
plan-apply-done = Cererea ta pentru „{ $title }” a ajuns la magazin. Răspunsul apare aici.
plan-begun = 🎉 „{ $title }” e al tău!
plan-cancel-ask = „{ $title }” nu se va mai reînnoi. Tot ce oferă rămâne al tău până pe { $date }. Îl anulezi?
plan-cancel-done = „{ $title }”: anulat. Îl mai ai până pe { $date }.
plan-withdraw-ask = Retragi cererea pentru „{ $title }”?
plan-withdrawn = Cererea pentru „{ $title }” a fost retrasă.
day-is = Ziua ta aleasă: { $date }
day-ask = Ce zi alegi? Scrie ziua și luna, de exemplu 24.12. Poți alege o zi pe an, înainte să înceapă.
day-done = 📅 Ziua ta aleasă: { $date }
day-movable = O mai poți schimba până începe.

## Plata în chat

buy-ask = { $period ->
    [month] „{ $title }” pe o lună: { $stars } ⭐ (Telegram Stars). Se reînnoiește la fiecare 30 de zile, până îl anulezi.
    [year] „{ $title }” pe un an: { $stars } ⭐ (Telegram Stars). Nu se reînnoiește singur.
   *[once] „{ $title }” pentru totdeauna: { $stars } ⭐ (Telegram Stars), o singură plată.
}
buy-description = { $period ->
    [month] Abonament pe o lună, se reînnoiește la fiecare 30 de zile, până îl anulezi
    [year] Abonament pe un an
   *[once] Abonament pentru totdeauna
}
buy-done = 🎉 Mulțumim, am primit { $stars } ⭐: „{ $title }” e al tău!
buy-renewed = „{ $title }” e reînnoit: am primit { $stars } ⭐, mulțumim.
buy-back = Ți-am dat înapoi { $stars } ⭐.
buy-returned = Plata ta de { $stars } ⭐ nu poate fi folosită pentru asta, așa că se întoarce la tine.
buy-stuck = Plata ta a ajuns, dar la noi ceva n-a mers bine. Am notat și magazinul se ocupă. Te rugăm să nu plătești din nou.
buy-not-now = Plata nu merge acum. Nu s-a luat nimic, încearcă din nou peste câteva minute.
buy-not-stopped = „{ $title }” e anulat la noi, dar Telegram încă nu a primit anularea și ar lua stele în continuare. Apasă din nou peste puțin timp sau oprește-l din setările Telegram, la „Stelele mele”.
buy-stop-yourself = Telegram încă nu a primit încheierea abonamentului tău plătit. Oprește-l din setările Telegram, la „Stelele mele”, ca să nu ți se mai ia nimic.
buy-changed = „{ $title }” – schimbat în Telegram:
buy-in-telegram = „{ $title }” se plătește în Telegram Stars, așa că îl poți cumpăra din botul nostru de Telegram.
paysupport = Ceva nu e în regulă cu o plată în Telegram Stars? Scrie „părere” și ce s-a întâmplat, cu numărul plății. Magazinul verifică și poate da stelele înapoi. Asistența Telegram nu ajută la cumpărăturile de aici.
paysupport-paid = { $date } · { $title } · { $stars } ⭐ · plata { $reference }
paysupport-back = { $date } · { $title } · { $stars } ⭐, dată înapoi · plata { $reference }

## Friends

refer-none = Momentan nu există un bonus pentru invitarea prietenilor.
refer-code = Codul tău de invitație: { $code }
refer-link = Linkul tău: { $link }
refer-friends = Prieteni înscriși: { $joined }, bonus dat pentru: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-held = ⏳ { $name }, { $date } · pe drum, vine pe { $until }
refer-friend-review = 🔎 { $name }, { $date } · verifică magazinul
refer-friend-paid = ✅ { $name }, { $date }
refer-friend-refused = ✖️ { $name }, { $date } · nu contează, așa a hotărât magazinul
refer-friend-gone = ☑️ { $name }, { $date } · fără bonus pentru tine: atunci nu erai în program
refer-friend-at-most = ☑️ { $name }, { $date } · bonus doar pentru prieten: ajunseseși la limită
refer-friend-at-most-a-month = ☑️ { $name }, { $date } · bonus doar pentru prieten: ajunseseși la limita lunii
refer-own-held = Bonusul tău pentru înscrierea la invitație vine pe { $date }.
refer-own-review = Bonusul tău pentru înscrierea la invitație e verificat de magazin.
refer-limit = Bonusuri pentru prieteni până acum: { $friends }, cel mult { $limit }.
refer-limit-month = Bonusuri pentru prieteni luna aceasta: { $friends }, cel mult { $limit }.
refer-milestone = Prieteni care contează: { $friends } din { $limit }. Apoi pentru tine: { $points }
refer-message = Hai și tu în programul { $program }: primim câte un bonus și tu, și eu!

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
notifications-title = Ce putem să îți trimitem? Alege ce vrei să schimbi.
notifications-paused = Mesajele sunt oprite deocamdată.
switch-telegram-service = { $state ->
    [on] ✅ Contul și cumpărăturile, aici
   *[off] ⬜ Contul și cumpărăturile, aici
}
switch-telegram-offers = { $state ->
    [on] ✅ Oferte, aici
   *[off] ⬜ Oferte, aici
}
switch-there-service = { $state ->
    [on] ✅ Contul și cumpărăturile, pe Telegram
   *[off] ⬜ Contul și cumpărăturile, pe Telegram
}
switch-there-offers = { $state ->
    [on] ✅ Oferte, pe Telegram
   *[off] ⬜ Oferte, pe Telegram
}
switch-sms-service = { $state ->
    [on] ✅ Contul și cumpărăturile, prin SMS
   *[off] ⬜ Contul și cumpărăturile, prin SMS
}
switch-sms-offers = { $state ->
    [on] ✅ Oferte, prin SMS
   *[off] ⬜ Oferte, prin SMS
}
pause-done = Nu îți mai trimit nimic până nu îmi spui. Punctele se adună în continuare.
    .balance = Nu îți mai trimit nimic până nu îmi spui. Aduni în continuare.
resume-done = Am revenit. Îți trimit doar ce ai acceptat.

## Privacy

privacy-what = { $program } păstrează numele, limba, cumpărăturile tale și ce aduc ele, iar telefonul, ziua de naștere și orașul doar dacă ni le dai tu sau apar într-o comandă. Mai păstrează răspunsurile tale la sondaje și notele, etichetele pe care ți le pune magazinul și ce linkuri și butoane din mesaje ai folosit. Le folosim numai pentru acest program.
privacy-rights = Chiar de aici îți poți descărca toate datele, poți ieși din program sau poți șterge tot.
privacy-fingerprint = După ștergere păstrăm doar amprente digitale ale contului, numărului de telefon și adresei tale de e-mail, pentru ca darurile de bun venit și pentru invitații să fie oferite o singură dată.
mydata-done = Iată tot ce știm despre tine.
leave-done = Ai ieșit din program. Punctele tale te așteaptă: { $points }.
    .balance = Ai ieșit din program. Soldul tău te așteaptă: { $points }.
forget-ask = Vom șterge numele, numărul, ziua de naștere și mesajele tale. Acest pas e definitiv și pierzi: { $points }. Ștergem tot?
forget-kept = Nu s-a șters nimic.
forget-done = Datele tale au fost șterse. Te poți înscrie din nou oricând.
feedback-ask = Ce ai vrea să ne spui? Scrie în mesajul următor.
feedback-done = Mulțumim! Magazinul va citi mesajul tău.

## Help

help-title = { $program }: iată ce înțeleg.
help-guest = Încă nu ești în program. Te înscrii într-o clipă.
help-line = { $word } – { $does }
help-texting = { $program }: scrie unul dintre cuvinte: { $words }. STOP – niciun SMS.
not-understood = Nu am înțeles. Poate vrei ceva de aici?
not-understood-guest = Nu am înțeles. Vrei să te înscrii în programul nostru de fidelitate?
thanks-welcome = Cu plăcere! Te mai așteptăm.
said-again = Mesajul acesta a ajuns la noi a doua oară, așa că nu s-a schimbat nimic. Dacă încă vrei asta, trimite-l, te rog, din nou.
button-near = { $text }?
private-only = Hai să vorbim în privat: punctele tale sunt doar treaba ta.
    .balance = Hai să vorbim în privat: soldul tău e doar treaba ta.

## Text messages (SMS): short, as every part is paid for

texting-stopped = Nu îți mai trimitem SMS-uri de la { $program }. Scrie START ca să le primești din nou.
texting-started = { $program } îți poate scrie din nou SMS-uri. STOP – renunțare.
texting-help = { $program }: SMS-uri despre contul tău și despre ce ai acceptat. MENU – lista de cuvinte. Se pot aplica tarifele operatorului. STOP – renunțare.
texting-linked = Am primit un SMS de la numărul tău { $phone }. De acum punctele tale pot fi folosite și de acolo. Dacă nu ai fost tu, trimite-ne aici numărul tău nou.
    .balance = Am primit un SMS de la numărul tău { $phone }. De acum soldul tău poate fi folosit și de acolo. Dacă nu ai fost tu, trimite-ne aici numărul tău nou.
texting-no-file = Fișierul nu încape într-un SMS. Scrie-ne pe Telegram sau cere-l în magazin.
texting-late = Mesajul tău „{ $text }” a ajuns cu întârziere, după altele mai noi, așa că nu s-a schimbat nimic. Dacă încă vrei asta, trimite-l din nou.
texting-ending = { $program }. Renunțare: STOP

## A receipt's code

claim-ask = Ce cod este pe bonul tău?
claim-join-first = Mai întâi înscrie-te cu o atingere. Apoi atinge „Ia punctele”.
    .balance = Mai întâi înscrie-te cu o atingere. Apoi atinge „Adaugă cumpărătura”.
claim-done = ✅ Cumpărătura ta de { $sum } contează. Puncte pentru ea: { $points }
    .balance = ✅ Cumpărătura ta de { $sum } contează. Pentru ea primești: { $points }
card-code = Cod: { $code }. Se schimbă la fiecare 30 de secunde.

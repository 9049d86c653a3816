### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = personal, echipă, echipa, angajați, angajati
word-mute = fără alarme, fara alarme, alarme, despre ce îți scriu

menu-staff = echipa: invită, schimbă rolul, elimină
menu-mute = despre ce îți scriu

button-staff = 👥 Echipa
button-dismiss = Elimină din echipă
button-dismiss-yes = Da, elimină
button-mute = 🔔 Despre ce îți scriu

word-member = client, clientă, clienta
word-order = cumpărătură, cumparatura, bon, vânzare, vanzare
word-use = folosește, foloseste, validează, valideaza, voucher
word-key = tastă, tasta
word-sell = vinde
word-hand = înmânează, inmaneaza

menu-member = un client: client 2040128169768
menu-order = o cumpărătură: cumpărătură 2040128169768 249.90
menu-use = folosește un voucher după cod

button-member = 👤 Client
button-order = 💰 Cumpărătură
button-hand = 🎁 Recompensă
button-use = 🎟 Voucher
button-use-voucher = 🎟 { $reward }
button-hand-over = 🎁 { $reward } – { $cost }
button-take-back = ↩ Anulează
button-customer = 👤 { $name }
button-key-done = ✅ { $sum }
button-sell = ✅ { $sum }
button-other-sum = Altă sumă
button-sell-as = ✅ { $category }: { $sum }
button-sell-voucher = 🎟 { $reward } → { $sum }
button-sell-points = ⭐ { $cost } = −{ $sum }

word-audit = jurnal, jurnalul echipei, audit
menu-audit = ce a făcut echipa

word-grant = acordă, acorda
word-take = retrage
word-approve = aprobă, aproba
word-refuse = respinge
word-find = caută, cauta, găsește, gaseste
word-block = blochează, blocheaza
word-unblock = deblochează, deblocheaza

menu-grant = acordă puncte: acordă 2040128169768 50 motiv
    .balance = adaugă la sold: acordă 2040128169768 50 motiv
menu-take = retrage puncte: retrage 2040128169768 50 motiv
    .balance = retrage din sold: retrage 2040128169768 50 motiv
menu-find = găsește un membru după nume, telefon sau e-mail
menu-block = blochează un membru: blochează 2040128169768
menu-unblock = deblochează un membru: deblochează 2040128169768

button-find = 🔎 Caută
button-approve = ✅ Aprob
button-refuse = ✖ Nu aprob

word-receipt = cod de bon, chitanță, chitanta
word-claim = revendică bonul, revendica bonul, bon, bonul meu
menu-receipt = un cod pentru cine nu are cardul: cod de bon 249.90
menu-claim = puncte cu codul de pe bon
    .balance = ce aduce o cumpărătură, cu codul de pe bon
button-claim = Ia punctele
    .balance = Adaugă cumpărătura
button-new-code = 🔄 Cod nou

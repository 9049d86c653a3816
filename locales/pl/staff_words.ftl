### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = personel, zespół, zespol, pracownicy
word-mute = alarmy, wycisz alarmy, o czym pisać

menu-staff = zespół: zaproś, zmień rolę, usuń
menu-mute = o czym do ciebie pisać

button-staff = 👥 Zespół
button-dismiss = Usuń z zespołu
button-dismiss-yes = Tak, usuń
button-mute = 🔔 O czym pisać

word-member = klient, klientka
word-order = zakup, paragon, sprzedaż, sprzedaz
word-use = użyj, uzyj, zrealizuj, kupon
word-key = klawisz
word-sell = sprzedaj
word-hand = wydaj

menu-member = klient: klient 2040128169768
menu-order = zakup: zakup 2040128169768 249.90
menu-use = zrealizuj kupon po kodzie

button-member = 👤 Klient
button-order = 💰 Zakup
button-hand = 🎁 Nagroda
button-use = 🎟 Kupon
button-use-voucher = 🎟 { $reward }
button-hand-over = 🎁 { $reward } – { $cost }
button-take-back = ↩ Cofnij
button-customer = 👤 { $name }
button-key-done = ✅ { $sum }
button-sell = ✅ { $sum }
button-other-sum = Inna kwota
button-sell-as = ✅ { $category }: { $sum }
button-sell-voucher = 🎟 { $reward } → { $sum }
button-sell-points = ⭐ { $cost } = −{ $sum }

word-audit = dziennik, dziennik działań, dziennik dzialan, audyt
menu-audit = co robił zespół

word-grant = przyznaj
word-take = odejmij
word-approve = zatwierdź, zatwierdz
word-refuse = odrzuć, odrzuc
word-find = znajdź, znajdz, szukaj
word-block = zablokuj
word-unblock = odblokuj

menu-grant = przyznaj punkty: przyznaj 2040128169768 50 powód
    .balance = dodaj do salda: przyznaj 2040128169768 50 powód
menu-take = odejmij punkty: odejmij 2040128169768 50 powód
    .balance = odejmij z salda: odejmij 2040128169768 50 powód
menu-find = znajdź osobę po imieniu, telefonie lub e-mailu
menu-block = zablokuj osobę: zablokuj 2040128169768
menu-unblock = odblokuj osobę: odblokuj 2040128169768

button-find = 🔎 Znajdź
button-approve = ✅ Zatwierdź
button-refuse = ✖ Odrzuć

word-receipt = kod paragonu, pokwitowanie
word-claim = zalicz, kod z paragonu, paragon, mój paragon
menu-receipt = kod dla osoby bez karty: kod paragonu 249.90
menu-claim = punkty po kodzie z paragonu
    .balance = naliczenie po kodzie z paragonu
button-claim = Odbierz punkty
    .balance = Zalicz zakup
button-new-code = 🔄 Nowy kod

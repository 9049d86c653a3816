### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = kasjer
role-manager = kierownik
role-owner = właściciel
role-needed = Do tego potrzebna jest rola: { $role }. Twoją może zmienić właściciel.

staff-home = Pracujesz tutaj. Twoja rola: { $role }. { $program }
staff-title = Zespół:
staff-line = { $name } – { $role }, od { $since }
staff-open = { $name } – { $role }
staff-add = + { $role }
staff-make = Rola: { $role }
staff-invitation = Zaproszenie do zespołu, rola: { $role }. Działa raz. Ostatni dzień: { $date }
    Wyślij link tej osobie albo daj jej zeskanować kod:
    { $link }
staff-welcome = Witamy w zespole „{ $program }”! Twoja rola: { $role }. Wszystko, co możesz zrobić, jest w menu.
staff-changed = { $name } – rola teraz: { $role }.
staff-sure = Usunąć z zespołu: { $name }?
staff-gone = { $name } nie jest już w zespole.
staff-told-joined = Nowa osoba w zespole: { $name }. Rola: { $role }.
staff-told-role = { $name } – rola teraz: { $role }.
staff-told-gone = Nie ma już w zespole: { $name }. Rola: { $role }.

mute-title = O czym do ciebie pisać. Dotknij, aby zmienić.
mute-is-on = 🔔 { $alarm }
mute-is-off = 🔕 { $alarm }
alarm-staff = kto dołącza do zespołu lub odchodzi

## The audit trail. $points is signed: "+12".

audit-none = Na razie nic.
audit-day = { $date }
audit-line = { $time } · { $who }: { $what }
audit-invited = zaproszenie, rola: { $role }
audit-joined = już w zespole, rola: { $role }
audit-role = { $person }, rola: { $role }
audit-dismissed = { $person } poza zespołem
audit-sold = { $name } · { $sum } · { $points } · zakup { $about }
audit-used = { $name } · kupon { $about }
audit-handed = { $name } · { $points } · nagroda, { $about }
audit-undone = { $name } · { $points } · cofnięto: { $about }
audit-undone-voucher = { $name } · cofnięto: { $about }
audit-undone-by-hand = { $name } · { $points } · cofnięto
audit-undone-receipt = { $sum } · cofnięto kod paragonu { $about }

alarm-grants = naliczenia, które wymagają drugiej osoby
alarm-guesses = kto zgaduje karty i kody
staff-told-asked = { $person } prosi o przyznanie: { $points }. Komu: { $name }. Powód: { $reason }
staff-told-asked-take = { $person } prosi o odjęcie: { $points }. Komu: { $name }. Powód: { $reason }
staff-told-granted = Zatwierdzono. Kto: { $person }. { $name }, { $points }.
staff-told-refused = Odrzucono. Kto: { $person }. { $name }, { $points }.
staff-told-guesses = ⚠️ Ktoś zgaduje karty, kody albo zaproszenia i został na jakiś czas zatrzymany. Id w Telegramie lub numer: { $person }

manage-how-grant = Napisz: przyznaj KARTA PUNKTY POWÓD. Zamiast karty może być numer telefonu.
    .balance = Napisz: przyznaj KARTA LICZBA POWÓD. Zamiast karty może być numer telefonu.
manage-how-take = Napisz: odejmij KARTA PUNKTY POWÓD. Zamiast karty może być numer telefonu.
    .balance = Napisz: odejmij KARTA LICZBA POWÓD. Zamiast karty może być numer telefonu.
manage-how-block = Napisz po tym słowie numer karty albo telefonu.
manage-ask-find = Imię lub nazwisko, numer telefonu, karta czy e-mail?
manage-none = Nikogo nie znaleziono. Wystarczy początek imienia lub nazwiska, od dwóch liter.
manage-found = { $name } · { $tier } · { $points }
    { $card } { $phone }
manage-waits = { $name }, { $points }: to więcej, niż możesz w pojedynkę. Wysłano prośbę do drugiej osoby.
manage-granted = ✅ { $name }, przyznano: { $points }. Saldo: { $balance }
manage-taken = ✅ { $name }, odjęto: { $points }. Saldo: { $balance }
manage-refused = { $name }, { $points }: odrzucono.
manage-blocked = ⛔ Zablokowano: { $name }
manage-unblocked = ✅ Odblokowano: { $name }
audit-granted = { $name } · { $points } · { $reason }
audit-asked = { $name } · { $points } · prośba do drugiej osoby: { $reason }
audit-approved = { $name } · { $points } · zatwierdzono: { $reason }
audit-refused = { $name } · { $points } · odrzucono: { $reason }
audit-blocked = { $name } · zablokowano
audit-unblocked = { $name } · odblokowano
audit-receipt = { $sum } · kod paragonu

### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = kasjer
role-manager = kierownik
role-owner = właściciel

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

mute-title = O czym do Ciebie pisać. Dotknij, aby zmienić.
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

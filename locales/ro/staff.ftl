### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = casier
role-manager = manager
role-owner = proprietar
role-needed = Pentru asta e nevoie de rolul: { $role }. Proprietarul ți-l poate schimba.

staff-home = Lucrezi aici. Rolul tău: { $role }. { $program }
staff-title = Echipa:
staff-line = { $name } – { $role }, din { $since }
staff-open = { $name } – { $role }
staff-add = + { $role }
staff-make = Rol: { $role }
staff-invitation = O invitație în echipă, rol: { $role }. Funcționează o singură dată. Ultima zi: { $date }
    Trimite linkul persoanei sau las-o să scaneze codul:
    { $link }
staff-welcome = Bun venit în echipa „{ $program }”! Rolul tău: { $role }. Tot ce poți face este în meniu.
staff-changed = { $name } – rolul acum: { $role }.
staff-sure = Elimini din echipă: { $name }?
staff-gone = { $name } nu mai este în echipă.
staff-told-joined = Persoană nouă în echipă: { $name }. Rol: { $role }.
staff-told-role = { $name } – rolul acum: { $role }.
staff-told-gone = Nu mai este în echipă: { $name }. Rol: { $role }.

mute-title = Despre ce îți scriu. Atinge ca să schimbi.
mute-is-on = 🔔 { $alarm }
mute-is-off = 🔕 { $alarm }
alarm-staff = cine intră în echipă sau pleacă

## The audit trail. $points is signed: "+12".

audit-none = Încă nimic.
audit-day = { $date }
audit-line = { $time } · { $who }: { $what }
audit-invited = invitație, rol: { $role }
audit-joined = acum în echipă, rol: { $role }
audit-role = { $person }, rol: { $role }
audit-dismissed = { $person } nu mai este în echipă
audit-sold = { $name } · { $sum } · { $points } · cumpărătura { $about }
audit-used = { $name } · voucherul { $about }
audit-handed = { $name } · { $points } · recompensă, { $about }
audit-undone = { $name } · { $points } · anulat: { $about }
audit-undone-voucher = { $name } · anulat: { $about }
audit-undone-by-hand = { $name } · { $points } · anulat
audit-undone-receipt = { $sum } · anulat codul de bon { $about }

alarm-grants = acordări care cer o a doua persoană
alarm-guesses = cine încearcă carduri și coduri
staff-told-asked = { $person } cere să acorde: { $points }. Cui: { $name }. Motiv: { $reason }
staff-told-asked-take = { $person } cere să retragă: { $points }. De la: { $name }. Motiv: { $reason }
staff-told-granted = Aprobat. Cine: { $person }. { $name }, { $points }.
staff-told-refused = Neaprobat. Cine: { $person }. { $name }, { $points }.
staff-told-guesses = ⚠️ Cineva încearcă carduri, coduri sau invitații și a fost oprit pentru un timp. Id Telegram sau număr: { $person }

manage-how-grant = Scrie: acordă CARD PUNCTE MOTIV. În locul cardului poți scrie numărul de telefon.
    .balance = Scrie: acordă CARD NUMĂR MOTIV. În locul cardului poți scrie numărul de telefon.
manage-how-take = Scrie: retrage CARD PUNCTE MOTIV. În locul cardului poți scrie numărul de telefon.
    .balance = Scrie: retrage CARD NUMĂR MOTIV. În locul cardului poți scrie numărul de telefon.
manage-how-block = Scrie după acest cuvânt numărul cardului sau al telefonului.
manage-ask-find = Un prenume sau nume, un număr de telefon, un card sau un e-mail?
manage-none = Nu am găsit pe nimeni. E destul începutul prenumelui sau al numelui, de la două litere.
manage-found = { $name } · { $tier } · { $points }
    { $card } { $phone }
manage-waits = { $name }, { $points }: depășește ce poți acorda sau retrage fără altcineva. Am întrebat o a doua persoană.
manage-granted = ✅ { $name }, acordat: { $points }. Sold: { $balance }
manage-taken = ✅ { $name }, retras: { $points }. Sold: { $balance }
manage-refused = { $name }, { $points }: neaprobat.
manage-blocked = ⛔ Blocat: { $name }
manage-unblocked = ✅ Deblocat: { $name }
audit-granted = { $name } · { $points } · { $reason }
audit-asked = { $name } · { $points } · a întrebat o a doua persoană: { $reason }
audit-approved = { $name } · { $points } · aprobat: { $reason }
audit-refused = { $name } · { $points } · neaprobat: { $reason }
audit-blocked = { $name } · blocat
audit-unblocked = { $name } · deblocat
audit-receipt = { $sum } · cod de bon

### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = casier
role-manager = manager
role-owner = proprietar

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

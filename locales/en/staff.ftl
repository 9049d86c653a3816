### What the people behind the counter are told: their team, their roles, what they are written to
### about. $role is one of the role- lines, in the nominative; $name may be a number.

role-cashier = cashier
role-manager = manager
role-owner = owner
role-needed = That takes the role: { $role }. The owner can change yours.

staff-home = You work here. Your role: { $role }. { $program }
staff-title = The team:
staff-line = { $name } – { $role }, since { $since }
staff-open = { $name } – { $role }
staff-add = + { $role }
staff-make = Role: { $role }
staff-invitation = An invitation to the team, role: { $role }. It works once. Last day: { $date }
    Send the link to that person, or let them scan the code:
    { $link }
staff-welcome = Welcome to the team of { $program }! Your role: { $role }. The menu shows what you can do.
staff-changed = { $name } – role now: { $role }.
staff-sure = Remove { $name } from the team?
staff-gone = { $name } is no longer in the team.
staff-told-joined = New in the team: { $name }. Role: { $role }.
staff-told-role = { $name } – role now: { $role }.
staff-told-gone = No longer in the team: { $name }. Role: { $role }.

mute-title = What I write to you about. Tap to change it.
mute-is-on = 🔔 { $alarm }
mute-is-off = 🔕 { $alarm }
alarm-staff = who joins the team or leaves it

## The audit trail. $points is signed: "+12".

audit-none = Nothing yet.
audit-day = { $date }
audit-line = { $time } · { $who }: { $what }
audit-invited = invitation, role: { $role }
audit-joined = joined the team, role: { $role }
audit-role = { $person }, role: { $role }
audit-dismissed = { $person } removed from the team
audit-sold = { $name } · { $sum } · { $points } · purchase { $about }
audit-used = { $name } · voucher { $about }
audit-handed = { $name } · { $points } · reward, { $about }
audit-undone = { $name } · { $points } · undone: { $about }
audit-undone-voucher = { $name } · undone: { $about }
audit-undone-by-hand = { $name } · { $points } · undone
audit-undone-receipt = { $sum } · undone: receipt code { $about }

alarm-grants = what needs a second person
alarm-guesses = who tries cards and codes
staff-told-asked = { $person } asks to give: { $points } to { $name }. Reason: { $reason }
staff-told-asked-take = { $person } asks to take: { $points } from { $name }. Reason: { $reason }
staff-told-granted = { $person } agreed: { $name }, { $points }.
staff-told-refused = { $person } did not agree: { $name }, { $points }.
staff-told-guesses = ⚠️ Somebody tries cards, codes or invitations and was stopped for a while. Telegram id or number: { $person }

manage-how-grant = Write: grant CARD POINTS REASON. A phone number instead of the card will do.
    .balance = Write: grant CARD NUMBER REASON. A phone number instead of the card will do.
manage-how-take = Write: take CARD POINTS REASON. A phone number instead of the card will do.
    .balance = Write: take CARD NUMBER REASON. A phone number instead of the card will do.
manage-how-block = Write the card's or the phone's number after the word.
manage-ask-find = A name or surname, a phone number, a card or an e-mail?
manage-none = Nobody found. The beginning of a name or surname will do, from two letters on.
manage-found = { $name } · { $tier } · { $points }
    { $card } { $phone }
manage-waits = { $name }, { $points }: more than you may on your own. A second person was asked.
manage-granted = ✅ { $name }, given: { $points }. Balance: { $balance }
manage-taken = ✅ { $name }, taken: { $points }. Balance: { $balance }
manage-refused = { $name }, { $points }: not agreed.
manage-blocked = ⛔ Blocked: { $name }
manage-unblocked = ✅ Let in again: { $name }
audit-granted = { $name } · { $points } · { $reason }
audit-asked = { $name } · { $points } · asked a second person: { $reason }
audit-approved = { $name } · { $points } · agreed: { $reason }
audit-refused = { $name } · { $points } · not agreed: { $reason }
audit-blocked = { $name } · blocked
audit-unblocked = { $name } · let in again
audit-receipt = { $sum } · receipt code

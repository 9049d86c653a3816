### Orders that were given back, whole or in part.

notice-given-back = ↩️ Order { $order } was returned. Back to you of what you spent on it: { $points }
history-returned = #{ $number } · { $date } · { $points } · spent on a purchase that was returned
history-owed = #{ $number } · { $date } · { $points } · for a purchase returned earlier
why-returned = Entry #{ $number }, { $date }: { $points }. It was spent on a purchase that was returned, by voucher { $reference }.
why-owed = Entry #{ $number }, { $date }: { $points }. A purchase was returned after what it earned was spent; what you earn now pays for that first.
why-owes = Already spent, so what you earn next pays for it first: { $points }.
points-owed = Already spent of a returned purchase, so what you earn next pays for it first: { $points }.

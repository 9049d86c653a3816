### The till: what cashiers see. Short: there is a queue. $name is a first name and may be empty.

till-ask-who = Numărul cardului sau de telefon?
till-ask-code = Codul voucherului?
till-card-of-customer = Acesta e un card pentru casă: îl scanează casierul.
till-customer = 👤 { $name } · { $tier }
till-not-active = Clientul a ieșit din program sau este blocat.
till-balance = De folosit: { $points }
till-has = 🎟 { $reward }
till-can = 🎁 { $reward } – { $cost }
till-ask-sum = 👤 { $name } · { $sum }
till-ask-typed = Scrie suma, de exemplu 249,90, sau atinge cifrele, cu bani cu tot.
till-key = { $figure }
till-key-back = ⌫
till-check = 👤 { $name } · { $sum }
till-category = Categorie: { $category }
till-as = { $category } …
till-to-pay = De plată: { $sum }
till-sold = ✅ { $name } · { $sum }
till-off = Reducere: { $sum }
till-earned = A primit: { $points }
till-choose = 👤 { $name }: ce înmânăm?
till-handed = ✅ { $name } · { $reward }. Poți înmâna.
till-undone-sold = ↩ { $name } · { $sum }: anulat.
till-undone-handed = ↩ { $name }: anulat.
till-was-undone = A fost deja anulat. Ia-o de la capăt, te rog.

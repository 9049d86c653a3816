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
till-which-sum = Se poate citi în două feluri. La ce sumă te referi: { $sums }?
till-large = 👤 { $name } · { $sum }
    ⚠️ E foarte mult. Suma este corectă?
till-large-receipt = ⚠️ { $sum } – e foarte mult. Suma este corectă?
till-sold = ✅ { $name } · { $sum }
till-off = Reducere: { $sum }
till-earned = A primit: { $points }
till-choose = 👤 { $name }: ce înmânăm?
till-handed = ✅ { $name } · { $reward }. Poți înmâna.
till-undone-sold = ↩ { $name } · { $sum }: anulat.
till-undone-handed = ↩ { $name }: anulat.
till-was-undone = A fost deja anulat. Ia-o de la capăt, te rog.
till-unproven = Punctele se pot folosi doar cu codul arătat acum de telefonul clientului: scanează-l sau scrie-l după numărul cardului.
till-ask-receipt = Ce sumă? Clientul primește un cod cu care ia punctele.
till-receipt = 🧾 { $sum }. Cod: { $code }. Valabil până pe { $date }
till-receipt-link = Lasă clientul să scaneze codul sau să deschidă { $link }
till-undone-receipt = ↩ { $sum }: codul de pe bon a fost retras.
till-undone-claimed = ↩ { $name } · { $sum }: anulat. Codul de pe bon nu mai este valabil.
till-undone-grant = ↩ { $name }, acordare anulată: { $points }
till-undone-take = ↩ { $name }, retragere anulată: { $points }

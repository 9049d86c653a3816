### The till: what cashiers see. Short: there is a queue. $name is a first name and may be empty.

till-ask-who = Numer karty czy telefonu?
till-ask-code = Kod kuponu?
till-card-of-customer = To karta do kasy: skanuje ją kasjer.
till-customer = 👤 { $name } · { $tier }
till-not-active = Ten klient opuścił program albo jest zablokowany.
till-balance = Do wydania: { $points }
till-has = 🎟 { $reward }
till-can = 🎁 { $reward } – { $cost }
till-ask-sum = 👤 { $name } · { $sum }
till-ask-typed = Wpisz kwotę, na przykład 249,90, albo wybierz przyciskami razem z groszami.
till-key = { $figure }
till-key-back = ⌫
till-check = 👤 { $name } · { $sum }
till-category = Kategoria: { $category }
till-as = { $category } …
till-to-pay = Do zapłaty: { $sum }
till-sold = ✅ { $name } · { $sum }
till-off = Rabat: { $sum }
till-earned = Naliczono: { $points }
till-choose = 👤 { $name }: co wydajemy?
till-handed = ✅ { $name } · { $reward }. Można wydać.
till-undone-sold = ↩ { $name } · { $sum }: cofnięto.
till-undone-handed = ↩ { $name }: cofnięto.
till-was-undone = To już cofnięto. Zacznij, proszę, od nowa.

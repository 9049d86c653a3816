### The till: what cashiers see. Short: there is a queue. $name is a first name and may be empty.

till-ask-who = Numer karty czy telefonu?
till-ask-code = Kod kuponu?
till-card-of-customer = To karta do kasy: skanuje ją kasjer.
till-customer = 👤 { $name } · { $tier }
till-not-active = Ten klient opuścił program albo jest zablokowany.
till-balance = Do wykorzystania: { $points }
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
till-which-sum = To można odczytać na dwa sposoby. O jaką kwotę chodzi: { $sums }?
till-large = 👤 { $name } · { $sum }
    ⚠️ To bardzo dużo. Czy kwota się zgadza?
till-large-receipt = ⚠️ { $sum } – to bardzo dużo. Czy kwota się zgadza?
till-sold = ✅ { $name } · { $sum }
till-off = Rabat: { $sum }
till-earned = Naliczono: { $points }
till-choose = 👤 { $name }: co wydajemy?
till-handed = ✅ { $name } · { $reward }. Można wydać.
till-undone-sold = ↩ { $name } · { $sum }: cofnięto.
till-undone-handed = ↩ { $name }: cofnięto.
till-was-undone = To już cofnięto. Zacznij, proszę, od nowa.
till-unproven = Punkty można wydać tylko z kodem, który telefon klienta pokazuje teraz: zeskanuj go albo wpisz po numerze karty.
till-ask-receipt = Jaka kwota? Klient dostanie kod, którym odbierze punkty.
till-receipt = 🧾 { $sum }. Kod: { $code }. Ważny do { $date }
till-receipt-link = Daj zeskanować kod albo otworzyć { $link }
till-undone-receipt = ↩ { $sum }: kod paragonu wycofano.
till-undone-claimed = ↩ { $name } · { $sum }: cofnięto. Kod paragonu już nie działa.
till-undone-grant = ↩ { $name }, cofnięto przyznanie: { $points }
till-undone-take = ↩ { $name }, cofnięto odjęcie: { $points }

### O czym właściciele dowiadują się ze sklepów internetowych i o kodach. $shop to krótka nazwa sklepu.

alarm-shops = sklepy internetowe, które zamilkły lub coś odrzuciły
alarm-codes = kończące się kody partnerów
staff-told-codes-low = Kończą się kody do nagrody { $reward }. Zostało: { $count }
staff-told-codes-out = Skończyły się kody do nagrody { $reward }. Dopóki nie ma nowych, nikt jej nie odbierze.
staff-told-silent = Niezwykle cicho: sklep { $shop } nie przysłał zamówienia od { $hours } godz. Czy jego webhook jest włączony?
staff-told-codes-refused = Sklep { $shop } odrzucił nasze kody rabatowe: { $count }. Powody: loyalty shops codes
staff-told-lost = Ze sklepu { $shop } nie dotarły do nas zamówienia lub zmiany: { $count }. Teraz są wpisane. Czy jego webhooki są włączone?

## O czym właściciele wiedzą w sprawie prywatności.

alarm-privacy = klienci, którzy proszą o swoje dane
alarm-data-asked = 📄 Klient sklepu { $shop } prosi o wszystkie dane, które o nim przechowujemy: karta { $card }. Na komputerze z botem pokaże je loyalty member report { $card }

### O czym właściciele wiedzą w sprawie prywatności.

alarm-privacy = klienci, którzy proszą o swoje dane
alarm-data-asked = 📄 Klient sklepu { $shop } prosi o wszystkie dane, które o nim przechowujemy: karta { $card }. Na komputerze z botem pokaże je loyalty member report { $card }

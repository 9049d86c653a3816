### Kupony przy składaniu zamówienia i punkty tylko odłożone na kupon.

voucher-checkout = W naszym sklepie internetowym wpisz kod przy składaniu zamówienia.
voucher-held = Na razie to jest tylko odłożone: jeśli nie użyjesz kuponu, wróci.
history-hold = #{ $number } · { $date } · { $points } · odłożone na kupon { $reference }
history-held-spent = #{ $number } · { $date } · kupon { $reference } użyty, to, co odłożone, wydane
history-release = #{ $number } · { $date } · { $points } · zwrot za niewykorzystany kupon { $reference }
why-hold = Wpis #{ $number } z { $date }: { $points }, odłożone na kupon { $reference }. Jeśli nie użyjesz go na czas, wrócą.
why-held-spent = Wpis #{ $number } z { $date }: kupon { $reference } został użyty, więc to, co było na niego odłożone, jest wydane.
why-release = Wpis #{ $number } z { $date }: { $points }, zwrot, bo kupon { $reference } nie został użyty na czas.
notice-voucher-released = ↩️ Nie wykorzystano na czas: { $reward }
    Wraca na twoje konto: { $points }
notice-voucher-charged = Złożono zamówienie z kodem na nagrodę: { $reward }
    Dlatego jednak za nią odjęto: { $points }

### Links from the web shop that tie a customer's account there to the membership.

link-done = 🔗 Gotowe: twoje konto w naszym sklepie internetowym jest połączone z kartą. Zakupy stamtąd liczą się same.
link-join-first = 🔗 Dołącz, a twoje konto w naszym sklepie internetowym połączy się od razu.
link-others = To konto w sklepie internetowym jest połączone z inną kartą. Jeśli obie są twoje, napisz do sklepu: na razie nic się nie zmieniło.
link-others-merge = To konto w sklepie internetowym jest połączone z inną kartą. Jeśli też jest twoja, napisz MERGE, a dwie karty staną się jedną.
link-over = Ten link już nie działa. Zajrzyj do sklepu albo do naszego czatu: wszystko, co nowe, jest tam.
link-wrong = Ten link już nie działa: każdy działa raz i tylko przez dobę. Otwórz swoje konto w sklepie internetowym i weź nowy.
link-shut-out = Za dużo niedziałających linków. Spróbuj jutro, z nowym linkiem ze swojego konta w sklepie internetowym.

bought-before = { $orders ->
    [one] 🛍 Liczy się też { $orders } wcześniejsze zamówienie. Za nie: { $points }
    [few] 🛍 Liczą się też { $orders } wcześniejsze zamówienia. Za nie: { $points }
    [many] 🛍 Liczy się też { $orders } wcześniejszych zamówień. Za nie: { $points }
   *[other] 🛍 Liczy się też { $orders } wcześniejszego zamówienia. Za nie: { $points }
}

### Oceny: gwiazdki za zakup i kilka słów do nich.

word-rate = ocena, oceń, ocen
word-rate-words = ocena słowami
rating-units = gwiazdka, gwiazdki, gwiazdek, na 5, z 5
menu-rate = oceń zakup: ocena 5
notice-rating-ask = ⭐ Jak oceniasz zakup z { $date }? Wybierz gwiazdki.
notice-rating-points = ⭐ Jak oceniasz zakup z { $date }? Wybierz gwiazdki.
    Za twoją opinię: { $points }
button-stars-1 = ⭐ Źle
button-stars-2 = ⭐⭐ Nie za dobrze
button-stars-3 = ⭐⭐⭐ W porządku
button-stars-4 = ⭐⭐⭐⭐ Dobrze
button-stars-5 = ⭐⭐⭐⭐⭐ Świetnie
rating-done = { $stars } ({ $count } z 5). Dziękujemy! Aby zmienić ocenę, wybierz inne gwiazdki.
rating-points = Za twoją opinię: { $points }
rating-ask = Chcesz coś dodać? Po prostu napisz.
rating-ask-low = Przykro nam. Co było nie tak? Napisz, sklep to przeczyta.
rating-words-done = Dziękujemy! Sklep to przeczyta.
staff-rating = { $stars } { $name }, zamówienie { $order }
staff-rating-worded = { $stars } { $name }, zamówienie { $order }: { $text }
stats-rating = Oceny: średnio { $average }, razem { $count }
error-stars-not-understood = Napisz, ile gwiazdek, od 1 do 5, i kilka słów, jeśli chcesz. Na przykład: ocena 5 albo: ocena 2 Kawa była zimna
error-rating-over = Teraz nie ma czego oceniać albo na zmianę jest już za późno.

### Phone numbers that may have got a new owner.

word-number = numer
button-number-new = Jestem tu pierwszy raz

number-asked = 🔐 Z twojego numeru { $phone } przyszedł SMS. Numery zmieniają właścicieli, więc pytamy: czy wciąż jest twój? Dopóki nie odpowiesz, nie da się stamtąd zobaczyć ani wydać niczego twojego. Jeśli nie odpowiesz do { $date }, uznamy, że to ty.
number-held = Ten numer jest na karcie, ale numery zmieniają właścicieli. Karta jest twoja? Napisz NUMBER i numer karty albo potwierdź w naszym czacie na Telegramie. Albo napisz ponownie po { $date }.
number-held-shop = Ten numer jest na karcie, ale numery zmieniają właścicieli. Karta jest twoja? Napisz NUMBER i numer karty, potwierdź w naszym czacie na Telegramie albo zapytaj w sklepie.
number-yours = 👍 Dziękujemy. Z tego numeru wszystko znów działa.
number-free = Dziękujemy. Tego numeru nie ma już na żadnej karcie. Chcesz mieć własną?
number-kept = 👍 Dziękujemy. { $phone } jest twój, na SMS-y z niego odpowiadamy jak zwykle.
number-dropped = 👍 Zapisane: numeru { $phone } nie ma już na twojej karcie. Masz nowy? Podaj go tutaj.
number-gone = ℹ️ Osoba, która pisze z numeru { $phone }, mówi, że to nie jej karta, więc numeru już na niej nie ma. Wszystko, co zebrane, jest na miejscu. Masz nowy numer? Podaj go tutaj.

### Two memberships of one person become one.

word-merge = połącz, polacz, połącz karty, polacz karty
button-merge-ask = Tak, obie są moje
button-merge-go = Połącz je
button-merge-yes = Tak, to ja
button-merge-no = Nie, to nie ja

merge-found = Ten numer ma inna karta. Jeśli też jest twoja, można je połączyć: wszystko, co zebrane, ze swoimi terminami, i wyższy poziom.
merge-waits = ⏳ Daliśmy znać drugiej karcie. Jeśli do { $date } nikt się nie sprzeciwi, połączysz je, a my do ciebie napiszemy. Używasz tamtej w innym czacie? Napisz tam MERGE YES, a nie musisz czekać.
merge-asked = 🔐 Ktoś z twoim numerem telefonu chce połączyć twoją kartę ze swoją. Jeśli to nie ty, napisz MERGE NO do { $date }, a nic się nie stanie.
merge-ready = 🔗 Teraz można połączyć twoje dwie karty.
merge-refused = Druga karta odmówiła, więc nic nie zostało połączone. Jeśli obie są twoje, sklep chętnie pomoże.
merge-done = ✅ Masz teraz jedną kartę. Przybyło: { $points }. Stary numer karty też działa.
merge-signup-once = Prezent na powitanie jest jeden. Odjęto: { $points }
merge-agreed = 👍 Dziękujemy. Wróć teraz do drugiego czatu.
merge-kept = 👍 Zapisane: twoja karta zostaje tylko twoja. Masz nowy numer telefonu? Podaj go tutaj.
merge-nothing = Nie ma na co odpowiadać.

history-signup-back = #{ $number } · { $date } · { $points } · prezent na powitanie przyznany dwa razy
why-signup-back = Wpis #{ $number } z { $date }: { $points }, bo dwie twoje karty stały się jedną, a prezent na powitanie jest jeden.
error-nothing-to-merge = Teraz nie ma czego łączyć. Jeśli masz dwie karty, sklep chętnie pomoże.

### Every way the program says no: friendly, and what to do next.

error-not-a-member = Nie ma cię jeszcze w programie. Dołączysz jednym kliknięciem.
error-already-member = Ta osoba już jest w programie.
error-membership-frozen = Nie ma cię teraz w programie. Wróć, a punkty znów będą twoje.
error-membership-blocked = Twoje konto w programie jest zablokowane. Zapytaj o to w sklepie.
error-not-enough-points = To jeszcze za mało. Brakuje: { $missing }.
error-unknown-reward = Nie mamy nagrody „{ $reward }”. Wybierz coś z listy.
error-reward-sold-out = { $title }: zapas wyczerpany. Z twojego konta nic nie ubyło.
error-reward-limit-reached = { $limit ->
    [one] { $title }: raz na osobę, a twój limit jest już wykorzystany.
    [few] { $title }: najwyżej { $limit } razy na osobę, a twój limit jest już wykorzystany.
    [many] { $title }: najwyżej { $limit } razy na osobę, a twój limit jest już wykorzystany.
   *[other] { $title }: najwyżej { $limit } razy na osobę, a twój limit jest już wykorzystany.
}
error-reward-needs-tier = { $title }: potrzebny jest poziom { $tier }.
error-reward-price-is-fixed = { $title } ma stałą cenę: { $cost }.
error-nothing-to-undo = Nie masz nieużytych kuponów, więc nie ma czego cofać.
error-voucher-not-usable = Ten kod nie zadziała: jest błędny, już użyty albo po terminie.
error-unknown-entry = W twojej historii nie ma wpisu #{ $number }.
error-operation-reused = Ten przycisk jest już nieaktualny. Otwórz listę jeszcze raz.
error-unknown-referral-code = Nie znam takiego kodu zaproszenia.
error-birthday-locked = Data urodzin jest już zapisana. Jeśli się nie zgadza, może ją poprawić sklep.
error-birthday-not-understood = Nie rozumiem tej daty. Napisz dzień i miesiąc, na przykład 24.12
error-phone-taken = Ten numer jest przypisany do innej karty. Sklep chętnie pomoże.
error-phone-not-proven = Mogę przyjąć tylko twój własny numer, udostępniony przyciskiem.
error-email-taken = Ten adres e-mail jest przypisany do innej karty. Sklep chętnie pomoże.
error-wrong-currency = Waluta tych zakupów to { $currency }, a program liczy w { $expected }.
error-currency-is-fixed = Walutą programu jest { $currency }. W działającym programie nie można jej zmienić.
error-order-of-another-member = Te zakupy są już na innej karcie.
error-unexpected = Coś poszło nie tak po naszej stronie. Już o tym wiemy. Spróbuj ponownie później.

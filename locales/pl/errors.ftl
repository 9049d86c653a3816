### Every way the program says no: friendly, and what to do next.

error-not-a-member = Nie ma cię jeszcze w programie. Dołączysz w chwilę.
error-already-member = Ta osoba już jest w programie.
error-membership-frozen = Nie ma cię teraz w programie. Wróć, a punkty znów będą twoje.
    .balance = Nie ma cię teraz w programie. Wróć, a saldo znów będzie twoje.
error-membership-blocked = Sklep zablokował twoje konto w programie, więc punkty, karta i nagrody są teraz niedostępne. Zapytaj o to w sklepie albo napisz do niego tutaj.
    .balance = Sklep zablokował twoje konto w programie, więc saldo, karta i nagrody są teraz niedostępne. Zapytaj o to w sklepie albo napisz do niego tutaj.
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
error-reward-needs-plan = { $title }: tylko dla osób z „{ $plan }”.
error-reward-only-given = { $title } to prezent: dostaje się go, nie wymienia.
error-reward-over = { $title }: już za późno. Data: { $date }
error-reward-needs-amount = { $title }: napisz, ile. Co najmniej: { $least }.
error-reward-amount-too-small = { $title }: to za mało. Co najmniej: { $least }.
error-reward-amount-too-large = { $title }: to za dużo naraz. Co najwyżej: { $most }.
error-reward-amount-uneven = { $title }: tyle się nie da. Najbliżej: { $below } albo { $above }.
error-reward-needs-cause = { $title }: napisz, komu przekazać: { $causes }.
error-reward-is-final = { $title }: tego nie można już cofnąć.
error-voucher-too-early = Ten kupon jeszcze nie działa. Ważny od: { $date }
error-nothing-to-undo = Nie masz nieużytych kuponów, więc nie ma czego cofać.
error-voucher-not-usable = Ten kod nie zadziała: jest błędny, już użyty albo po terminie.
error-unknown-entry = W twojej historii nie ma wpisu #{ $number }.
error-unknown-plan = Nie ma abonamentu „{ $plan }”. Wybierz z listy.
error-plan-is-paid = { $title }: kupisz w sklepie.
error-plan-needs-approval = { $title }: najpierw musi się zgodzić sklep.
error-plan-held-already = { $title }: już twój, na zawsze.
error-plan-not-renewed = { $title }: nie ma czego anulować.
error-plan-not-sold = { $title }: teraz tu nie do kupienia.
error-plan-paid-already = { $title }: już twój, ostatni opłacony dzień – { $date }
error-plan-price-changed = Cena się zmieniła: { $title } kosztuje teraz { $stars } ⭐. Nic nie pobraliśmy, wybierz jeszcze raz.
error-unknown-payment = Nie ma płatności „{ $reference }”.
error-no-day-to-choose = W tym programie nie ma dnia do wyboru. Każdy dzień liczy się tak samo.
error-day-not-understood = Nie rozumiem tej daty. Napisz dzień i miesiąc, na przykład 24.12
error-day-not-ahead = Tego dnia nie można wybrać: już się zaczął, minął albo jest zbyt odległy.
error-chosen-day-begun = Twój dzień w tym roku to { $date }. Następny wybierzesz na przyszły rok.
error-operation-reused = Ten przycisk jest już nieaktualny. Otwórz listę jeszcze raz.
error-unknown-referral-code = Nie znam takiego kodu zaproszenia.
error-unknown-referral = Tego uczestnika nikt nie zaprosił.
error-referral-decided = W sprawie tego zaproszenia nie można teraz tak zdecydować: jego stan to „{ $state }”.
error-birthday-locked = Data urodzin jest już zapisana. Jeśli się nie zgadza, może ją poprawić sklep.
error-period-not-understood = Nie rozumiem, z jakich dni. Na przykład: statystyki tydzień albo statystyki 01.10–31.10
error-birthday-not-understood = Nie rozumiem tej daty. Napisz dzień i miesiąc, na przykład 24.12
error-phone-taken = Ten numer jest przypisany do innej karty. Sklep chętnie pomoże.
error-phone-not-proven = Mogę przyjąć tylko twój własny numer, udostępniony przyciskiem.
error-email-taken = Ten adres e-mail jest przypisany do innej karty. Sklep chętnie pomoże.
error-wrong-currency = Waluta tych zakupów to { $currency }, a program liczy w { $expected }.
error-currency-is-fixed = Walutą programu jest { $currency }. W działającym programie nie można jej zmienić: zacznij od nowej bazy danych.
error-unit-is-fixed = To, co zebrali uczestnicy, liczy się w punktach albo w pieniądzach. Działającego programu nie można przestawić z jednego na drugie: zacznij od nowej bazy danych.
error-order-of-another-member = Te zakupy są już na innej karcie.
error-access-needed = Zakupy są tu możliwe tylko z odpowiednim członkostwem.
error-unknown-action = W tym programie za „{ $action }” nic się nie dostaje.
error-unexpected = Coś poszło nie tak po naszej stronie. Już o tym wiemy. Spróbuj ponownie później.
error-unknown-tier = W programie nie ma poziomu „{ $tier }”.
error-invitation-not-usable = To zaproszenie nie działa: zostało użyte, wycofane albo straciło ważność. Poproś o nowe.
error-unknown-colleague = Nikt w zespole nie nazywa się „{ $person }” albo jest kilka takich osób. Wybierz, proszę, z listy.
error-not-on-yourself = Nie możesz tego zrobić wobec siebie. Może to zrobić inny właściciel.
error-owner-by-settings = { $name } jest właścicielem z ustawień bota (LOYALTY_OWNERS); tylko tam można to zmienić.
error-customer-unknown = Nikt nie ma takiej karty ani takiego numeru. Sprawdź, proszę.
error-phone-without-country = Wpisz numer z kodem kraju, na przykład +48 601 234 567.
error-customer-not-active = Ten klient opuścił program albo jest zablokowany, więc nic nie można zaksięgować.
error-customer-has-less = Klient tyle nie ma. Do wykorzystania: { $points }
error-already-spent = Nie da się już tego cofnąć: część jest wykorzystana. Zostało: { $points }
error-not-for-yourself = To twoja własna karta. Poproś, proszę, kogoś z zespołu.
error-voucher-not-for-this = Przy tym zakupie kupon nic nie daje.
error-amount-not-understood = Nie rozumiem kwoty. Wpisz ją, proszę, tak: 249,90
error-category-unknown = Nie ma takiej kategorii. Są: { $categories }
error-nothing-to-take-back = Z ostatnich 10 minut nie masz nic do cofnięcia.
error-points-not-understood = Ile punktów? Napisz po karcie liczbę całkowitą większą od zera, a potem powód.
    .balance = Ile? Napisz po karcie liczbę większą od zera, a potem powód.
error-reason-needed = Dodaj, proszę, powód: zostanie w historii.
error-approval-over = To już na nikogo nie czeka.
error-too-many-guesses = { $minutes ->
    [one] Za dużo błędnych numerów. Poczekaj, proszę, { $minutes } minutę.
    [few] Za dużo błędnych numerów. Poczekaj, proszę, { $minutes } minuty.
    [many] Za dużo błędnych numerów. Poczekaj, proszę, { $minutes } minut.
   *[other] Za dużo błędnych numerów. Poczekaj, proszę, { $minutes } minuty.
}
error-card-not-proven = Sama karta nie wydaje tu punktów. Zeskanuj kod, który telefon klienta pokazuje teraz.
    .balance = Sama karta nic tu nie wydaje. Zeskanuj kod, który telefon klienta pokazuje teraz.
error-receipt-not-usable = Ten kod nie działa: jest błędny, już wykorzystany albo stracił ważność.

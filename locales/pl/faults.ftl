### Co jest nie tak z plikiem programu. Stoi po „wiersz: pole:”, więc małą literą i bez kropki.
### Co jest w pliku, zostaje jak tam: nazwy, przykłady w cudzysłowie.

fault-missing = brakuje tego pola; dodaj { $example }
fault-unknown-field = nie ma takiego pola{ $near }
fault-unknown-field-known = nie ma takiego pola; tutaj są pola { $fields }
fault-kind-missing = brakuje { $tag }; dodaj { $tag } = { $words }
fault-one-of = tu może być { $words } (a jest { $found }){ $near }
fault-near = ; może chodzi o "{ $word }"?
fault-give = tu powinno być: { $wanted } (a jest { $found })
fault-give-such = tu powinno być: { $wanted }, na przykład { $example } (a jest { $found })
fault-id-form = małe litery łacińskie, cyfry i łączniki, najwyżej 32 znaki
fault-double-brackets = napisz w podwójnych nawiasach, { $example }, osobno dla każdego
fault-table = tabela
fault-list = lista
fault-list-of = lista, elementów: { $count }
fault-flag = true albo false
fault-whole-number = liczba całkowita
fault-exact-number = liczba w cudzysłowie
fault-text = tekst
fault-text-of = tekst, od 1 do { $most } znaków
fault-with = { $what }, { $bound }
fault-at-least = co najmniej { $number }
fault-more-than = więcej niż { $number }
fault-at-most = najwyżej { $number }
fault-decimals = miejsc po kropce: najwyżej { $number }
fault-letters = znaków: { $length }
fault-entries = elementów: { $length }
fault-one-line = napisz w jednym wierszu, bez znaków sterujących
fault-control = napisz bez znaków sterujących
fault-spaces = usuń spacje na początku i na końcu
fault-language = bot nie mówi w języku "{ $code }"; zna { $languages }
fault-form = "{ $form }" to nie forma liczby; formy to { $forms }
fault-currency = tu powinien być kod waluty ISO 4217, na przykład "EUR" (a jest "{ $code }"){ $near }
fault-timezone = tu powinna być strefa czasowa IANA, na przykład "Europe/Warsaw" (a jest "{ $name }"){ $near }
fault-float = napisz liczbę w cudzysłowie, żeby była dokładna: { $example }
fault-comma = zamiast przecinka wpisz kropkę: { $example }
fault-number = tu powinna być liczba w cudzysłowie, na przykład "5.00" (a jest { $found })
fault-title = tu powinien być tekst, jeden albo dla każdego języka, na przykład { $example }
fault-title-length = tu powinien być tekst od 1 do { $most } znaków
fault-day = napisz miesiąc i dzień jako "MM-DD", na przykład "03-01"
fault-too-fine = { $currency } ma miejsc po kropce: { $places }, na przykład { $example } (a jest "{ $found }")
fault-too-large = to za dużo (jest "{ $found }")
fault-nothing-to-choose = nie ma czego wybierać: pełne kwoty dają tylko wielokrotności { $grain }, więc najmniej punktów to { $least }
fault-first-tier = pierwszy poziom jest dla wszystkich: from = 0
fault-rising = musi być więcej niż w poprzednim poziomie ({ $below }), na przykład from = { $example } (a jest { $found })
fault-there-twice = "{ $name }" jest dwa razy
fault-currency-twice = "{ $code }" to waluta samego programu albo jest dwa razy
fault-points-unnamed = podaj, jak nazywa się punkt w języku "{ $code }": dodaj { $example } z formami { $forms }
fault-forms-missing = język "{ $code }" potrzebuje form liczby { $forms }; dodaj { $example }
fault-form-unknown = język "{ $code }" nie ma formy liczby "{ $form }"; ma { $forms }
fault-id-taken = "{ $name }" jest już zajęte; daj każdemu wpisowi własne id
fault-one-rule = dla "{ $on }" jest już "{ $name }"; zostaw jedno z dwóch
fault-title-languages = dodaj też w tych językach: { $languages }, na przykład { $example }
fault-no-such-reward = nie ma nagrody "{ $name }"; są { $known }{ $near }
fault-no-such-tier = nie ma poziomu "{ $name }"; są { $known }{ $near }
fault-no-such-plan = nie ma abonamentu "{ $name }"; są { $known }{ $near }
fault-no-rewards = nie ma nagrody "{ $name }"; nie ma żadnych nagród
fault-no-tiers = nie ma poziomu "{ $name }"; nie ma żadnych poziomów
fault-no-plans = nie ma abonamentu "{ $name }"; nie ma żadnych abonamentów
fault-several-causes = "{ $name }" ma kilka celów: podaj nagrodę z jednym celem
fault-chosen-sum = kwotę "{ $name }" wybierają uczestnicy: podaj nagrodę rodzaju amount_off
fault-cost-missing = brakuje tego pola; dodaj cost = 60 albo regułę, która daje tę nagrodę
fault-threshold = podaj, ile i czego, na przykład { $example }
fault-until = tu powinien być dzień po `since`, { $since } (a jest { $found })
fault-first-days = podaj, ile dni: dodaj { $example }
fault-of-which-plan = podaj, dla którego abonamentu: dodaj { $example }
fault-streak = { $counts } z rzędu liczą się cały czas, bez okresów: usuń to
fault-whole-goal = { $counts } liczy się bez ułamków: podaj liczbę całkowitą (a jest { $found })
fault-gives = podaj, co to daje: dodaj points albo reward z id nagrody, albo jedno i drugie
fault-no-points = tu nie daje się punktów: usuń to (ważność nagrody podaje się przy nagrodzie)
fault-limit = podaj limit: dodaj points = 100 albo times = 1
fault-limit-once = za jedno zamówienie reguła daje tylko raz: podaj points albo dłuższy okres
fault-limits-twice = dla { $example } są dwa limity: zrób z nich jeden
fault-limits-times = tu nie daje się punktów: podaj, ile razy najwyżej
fault-when-orders = "{ $name }" dotyczy zamówień, a tu ich nie ma: usuń
fault-when-members = "{ $name }" dotyczy uczestników, a to jest dla dołączających: usuń
fault-signup-limits = dołącza się raz: usuń to
fault-reward-at-once = tu nie daje się punktów: usuń to, nagroda przychodzi od razu
fault-dividend-limits = to wypłaca się raz w roku: zamiast tego podaj at_most
fault-dividend-day = to wypłaca się na koniec roku: usuń albo podaj lata kalendarzowe
fault-multiplier = sama reguła nie daje punktów: wpisz to przy regułach za zakupy
fault-steps = napisz progi od najmniejszej kwoty do największej, każdy tylko raz
fault-each-once = podaj każde tylko raz
fault-how-long = podaj, jak długo: dodaj months = 12 albo days = 90
fault-months-or-days = podaj months albo days, nie jedno i drugie
fault-access-goods = to otwiera sklep, cokolwiek się kupuje: usuń towary
fault-lapses = następnego nie będzie: usuń albo podaj co miesiąc lub co rok
fault-price = brakuje tego pola; dodaj price = "25.00" albo approval = true, jeśli nic się nie płaci
fault-trial-free = nic się nie płaci: nie ma czego próbować
fault-trial-once = za co płaci się raz, tego nie da się wypróbować: usuń albo podaj month lub year
fault-referral = daj punkty przynajmniej jednej z dwóch osób albo usuń [referral]
fault-referral-joining = punkty są za samo dołączenie, cokolwiek się kupi: usuń albo podaj first_order
fault-has-cost = cost już tu jest; zostaw jedno z dwóch
fault-automatic = podaj, ile punktów wystarczy: dodaj cost = 100
fault-voucher-months = jest już voucher_days; zostaw jedno z dwóch
fault-hold-free = to nie kosztuje punktów: usuń albo dodaj cost = 100
fault-hold-days = podaj, kiedy punkty wrócą: dodaj voucher_days = 30
fault-hold-automatic = zwrócone punkty od razu wymieniłyby się znowu: zostaw jedno z dwóch
fault-chosen-points = liczbę punktów wybierają uczestnicy: usuń
fault-at-most-less = nie może być mniej niż `at_least` i `step`
fault-causes = daj każdemu celowi własne id
fault-causes-automatic = cel wybierają uczestnicy: usuń albo zostaw jeden cel
fault-choices = podaj co najmniej dwie odpowiedzi albo żadnej, jeśli odpowiada się słowami
fault-no-voucher = nie ma tu kuponu: usuń
fault-event = nie ma tu wiadomości "{ $event }"; są { $known }{ $near }
fault-offer-purpose = wiadomość z ofertą to reklama: usuń to albo ofertę
fault-factor-days = podaj jedno i drugie: przez ile mnożyć i ile dni
fault-place = nie ma tu { $place }; można pokazać { $known }
fault-place-nothing = nie ma tu { $place }; wartości nie można tu pokazać
fault-brace = nawias klamrowy jest bez pary; dla wartości pisz { $example } itp.
fault-hours = godzina musi być wcześniejsza niż { $field }
fault-not-more = nie może być więcej niż { $field }
fault-file-too-long = plik jest za długi, znaków: { $letters }, a może być najwyżej { $most }
fault-nested = w pliku jest za dużo zagnieżdżonych nawiasów
fault-toml = to nie jest TOML: { $written }
fault-toml-twice = to nie jest TOML: to samo jest dwa razy: { $written }
fault-toml-equals = to nie jest TOML: po nazwie musi być =: { $written }
fault-toml-one-a-line = to nie jest TOML: w wierszu może być tylko jedna wartość: { $written }
fault-toml-quotes = to nie jest TOML: tekst nie jest zamknięty cudzysłowem albo ma niedozwolony znak: { $written }
fault-toml-brackets = to nie jest TOML: nawias nie jest zamknięty: { $written }
fault-toml-value = to nie jest TOML: nie da się odczytać wartości; tekst musi być w cudzysłowie: { $written }

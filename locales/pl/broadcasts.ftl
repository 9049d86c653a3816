### Wysyłki: co właściciel pisze do wielu naraz i jak daleko to zaszło.

notice-broadcast-text = { $text }
button-own = { $label }
broadcast-title = 📣 Wysyłka { $number }: { $stage ->
    [waiting] czeka na swój czas
    [running] w trakcie
    [paused] wstrzymana
    [cancelled] anulowana
   *[done] zakończona
}
broadcast-waits = Wyjdzie { $date } od { $hour }:00 czasu każdego uczestnika.
broadcast-counts = Uczestnicy: { $members }
    Wysłane: { $sent }
    Czekają: { $waiting }
    Nieudane: { $failed }
    Nie wysyłamy: { $stopped }
broadcast-reason =   { $reason }: { $count }
broadcast-why-consent = bez zgody na oferty
broadcast-why-address = nie ma dokąd pisać
broadcast-why-blocked = zablokowali bota
broadcast-why-enough = dostają już dość wiadomości
broadcast-why-hours = byłaby noc
broadcast-why-late = za późno
broadcast-why-other = inne powody
broadcast-taps = Nacisnęli przycisk: { $count }
broadcast-taps-unknown = Nikt jeszcze nie otworzył linku albo otwarć się nie liczy: potrzebne jest do tego LOYALTY_PUBLIC_URL.
broadcast-followed = Otworzyli link: { $count }
broadcast-sms = SMS: części { $parts }, koszt na razie { $cost }
broadcast-field = { $example } – { $means }
broadcast-gift = 🎁 { $title }
broadcast-start = 📣 Do kogo napisać?
broadcast-ask-who = Napisz, do kogo, na przykład: tier=silver and bought>60. Łącz przez and, or, not i nawiasy. Można zapytać o:
broadcast-field-tier = poziom
broadcast-field-language = język
broadcast-field-bought = ostatni zakup: mniej (<) lub więcej (>) dni temu
broadcast-field-orders = ile razy kupowali
broadcast-field-balance = punkty
    .balance = saldo
broadcast-field-expiring = punkty, które przepadną w ciągu tylu dni
    .balance = co przepadnie w ciągu tylu dni
broadcast-field-birthday = miesiąc urodzin
broadcast-field-category = co kupowali
broadcast-field-joined = dołączyli tyle dni temu
broadcast-field-rfm = jak kupują: new, best, loyal, sleeping, lost, never
broadcast-field-missing = ile punktów brakuje do następnego poziomu
    .balance = ile brakuje do następnego poziomu
broadcast-field-source = skąd o nas wiedzą
broadcast-ask-text = Napisz tekst w tym języku: { $language }. Możesz wstawić {"{"}name{"}"}, {"{"}points{"}"} i {"{"}tier{"}"}: każdy zobaczy swoje.
broadcast-ask-picture = Przyślij teraz obrazek. W SMS-ach go nie będzie.
broadcast-draft-picture = Z obrazkiem
broadcast-ask-button = Napisz, co jest na przycisku, a na końcu, dokąd prowadzi: adres strony albo słowo bota. Na przykład: Zobacz nagrody rewards
broadcast-ask-offer = Co dać razem z wiadomością? Wybierz albo napisz liczbę punktów, krótką nazwę nagrody lub „x2 7”: podwójne punkty przez tydzień. Jeśli inny mnożnik uczestnika jest wyższy, liczy się tamten.
    .balance = Co dać razem z wiadomością? Wybierz albo napisz liczbę, krótką nazwę nagrody lub „x2 7”: podwójne naliczanie przez tydzień. Jeśli inny mnożnik uczestnika jest wyższy, liczy się tamten.
broadcast-ask-when = Kiedy? Wybierz albo napisz dzień i godzinę, na przykład 24.12 18:00. Godzina jest według czasu każdego uczestnika.
broadcast-preview = Tak to wygląda u ciebie:
broadcast-goes = Wysyłka { $number } ruszyła. Jak daleko jest, pokażę w następnej wiadomości.
broadcast-draft-large = 📣 Szkic. Do: { $whom } (policzę przed wysłaniem)
broadcast-draft-for = 📣 Szkic. Do: { $whom } – uczestnicy: { $count }
broadcast-all = wszyscy
broadcast-draft-text = { $language }: { $text }
broadcast-draft-no-text = { $language }: jeszcze bez tekstu
broadcast-draft-button = Przycisk: { $label }
broadcast-draft-offer = Razem z nią: { $given }
broadcast-by-telegram = Tylko w Telegramie
broadcast-by-sms = Tylko SMS
broadcast-by-both = W Telegramie, a jak nie – SMS
broadcast-draft-on = { $date } od { $hour }:00 czasu każdego uczestnika
broadcast-draft-now = Od razu, gdy powiesz
broadcast-write = ✍️ { $language }
broadcast-reach = Uczestnicy: { $members }, napiszemy do: { $reached }
broadcast-reach-telegram = W Telegramie: { $count }
broadcast-reach-sms = SMS: { $count }
broadcast-reach-none = Bez zgody na oferty albo nie ma dokąd pisać: { $count }
broadcast-asleep = Teraz śpią, dostaną rano: { $count }
broadcast-gives = Razem damy: { $count }
broadcast-sms-cost = SMS: około { $parts } części, mniej więcej { $cost } według ostatnich cen
broadcast-sms-parts = SMS: około { $parts } części. Ile kosztuje część, okaże się po pierwszej.

## How broadcasts say no.

error-segment-broken = Od tego miejsca nie rozumiem: „{ $at }”. Na przykład: tier=silver and bought>60
error-segment-unknown-field = O „{ $field }” nie można zapytać. Można o: { $known }
error-segment-value-refused = „{ $field }{ $value }” – tak tu nie można zapytać. Na przykład: { $example }
error-broadcast-gone = Tej wysyłki już nie ma albo nie można jej tak zmienić. Zacznij od słowa: /broadcast
error-broadcast-needs-text = Najpierw napisz tekst.
error-broadcast-text-too-long = Tekst jest za długi. Najwięcej znaków: { $most }.
error-broadcast-unknown-field = „{ $field }” nie można wstawić. Można name, points i tier w klamrach.
error-broadcast-link-refused = Przycisk musi prowadzić do strony (https://…) albo do jednego słowa bota, a napis może mieć najwyżej 40 znaków.
error-broadcast-offer-refused = Tego nie można dać. Napisz liczbę punktów, krótką nazwę nagrody albo „x2 7”: podwójne punkty przez tydzień.
    .balance = Tego nie można dać. Napisz liczbę, krótką nazwę nagrody albo „x2 7”: podwójne naliczanie przez tydzień.
error-broadcast-day-refused = To nie jest dzień w ciągu najbliższego roku albo nie godzina. Na przykład: 24.12 18:00

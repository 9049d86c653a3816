### What the bot answers to customers, in Polish: lower-case "ty", no gendered past tense.
### $points, $cost, $missing are "30 punktów", in the nominative: only after a colon or a dash.
### $name may be empty, so nothing but an emoji leans on it.

## Joining

start-hello = Dzień dobry! Tu program lojalnościowy { $program }.
start-bonus = Prezent na powitanie: { $points }.
start-referred = Zaprasza cię ktoś znajomy: po twoich pierwszych zakupach każde z was coś dostanie.
start-invited = Zaprasza cię ktoś znajomy.
start-referred-now = Zaprasza cię ktoś znajomy: gdy tylko dołączysz, każde z was coś dostanie.
start-again = { $name } 👋 Miło cię znów widzieć!
start-left = Nie ma cię teraz w programie, ale twoje punkty wciąż tu są: wróć i je wykorzystaj.
    .balance = Nie ma cię teraz w programie, ale twoje saldo wciąż tu jest: wróć i je wykorzystaj.
join-welcome = { $name } 👋 Witamy w programie { $program }!
join-bonus = ⭐ Już na twoim koncie: { $points }.
join-gift = 🎁 Już twoje: { $reward }
join-referred = Zaproszenie przyjęte. Po twoich pierwszych zakupach za co najmniej { $minimum } dostaniesz: { $points }.
join-invited = Zaproszenie przyjęte.
join-referred-any = Zaproszenie przyjęte. Po twoich pierwszych zakupach dostaniesz: { $points }.
join-referred-now = Zaproszenie przyjęte. Dla ciebie: { $points }.
join-referred-review = Sklep najpierw sprawdzi to zaproszenie. Potem dostaniesz: { $points }.
start-code-unknown = Nie znam takiego kodu zaproszenia: poproś znajomego o link jeszcze raz albo dołącz bez niego.
join-code-unknown = Nie znam takiego kodu zaproszenia, ale i tak jesteś już w programie.
join-next = Pokazuj kartę przy kasie i zbieraj.
join-back = { $name } 👋 Znów jesteś z nami, a twoje punkty razem z tobą.
    .balance = { $name } 👋 Znów jesteś z nami, a twoje saldo razem z tobą.
join-again = { $name } 👋 Jesteś już w programie. Miło cię znów widzieć!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Do uczestników programu piszę tutaj o tym, co zbierają, o ich nagrodach i zakupach.
consent-offers = Czy mogę też wysyłać ci oferty, na przykład prezent na urodziny albo rabat? Zdanie możesz zmienić w każdej chwili.
consent-sms-service = Czy możemy wysyłać ci SMS-y o twoim koncie, gdy nie da się z tobą skontaktować tutaj?
consent-sms-offers = Czy możemy też wysyłać ci oferty SMS-em? Możesz z nich zrezygnować w każdej chwili; twój operator może doliczyć opłaty według swojej taryfy.
consent-texting-service = Tutaj piszemy do uczestników SMS-y o ich koncie i zakupach. Operator może pobrać opłatę. HELP – pomoc, STOP – rezygnacja.
consent-texting-offers = Czy możemy też wysyłać ci oferty, kilka w miesiącu? Dołączyć można i bez nich.

## Points

points-balance = ⭐ Masz: { $points }.
points-pending = { $date } dostaniesz jeszcze: { $points }.
points-expiry = Wykorzystaj do { $date }: { $points }.
points-dividend = Dywidenda za { $year } rok, wypłata { $date }: { $points }
points-dividend-since = Dywidenda za rok od { $since }, wypłata { $date }: { $points }
points-enough = Wystarczy na nagrodę „{ $reward }” ({ $cost }).
points-missing = Do nagrody „{ $reward }” brakuje: { $points }.
card-number = { $name }
    { $number }
card-tier = Poziom: { $tier }
card-show = Pokaż to przy kasie.
history-title = Twoja historia, od najnowszych:
history-empty = Na razie nic tu nie ma. Pojawią się tu twoje pierwsze zakupy.
history-hint = Chcesz wiedzieć, skąd dany wpis? Napisz na przykład: dlaczego 1
history-order = #{ $number } · { $date } · { $points } · zakup { $reference }
history-signup = #{ $number } · { $date } · { $points } · za dołączenie
history-referrer = #{ $number } · { $date } · { $points } · za zaproszoną osobę
history-friend = #{ $number } · { $date } · { $points } · z zaproszenia
history-birthday = #{ $number } · { $date } · { $points } · na urodziny
history-adjustment = #{ $number } · { $date } · { $points } · korekta sklepu
history-tier = #{ $number } · { $date } · twój poziom, decyzja sklepu
history-redemption = #{ $number } · { $date } · { $points } · kupon { $reference }
history-undo = #{ $number } · { $date } · { $points } · cofnięta wymiana, kupon { $reference }
history-reversal = #{ $number } · { $date } · { $points } · zwrot, zakup { $reference }
history-referral-back = #{ $number } · { $date } · { $points } · cofnięty bonus za zaproszenie
history-expiry = #{ $number } · { $date } · { $points } · minął termin
history-gift = #{ $number } · { $date } · 🎁 prezent
history-action = #{ $number } · { $date } · { $points } · wykonane zadanie
history-survey = #{ $number } · { $date } · { $points } · odpowiedź w ankiecie
history-rating = #{ $number } · { $date } · { $points } · ocena zakupu
history-challenge = #{ $number } · { $date } · { $points } · osiągnięty cel
history-milestone = #{ $number } · { $date } · { $points } · wielu zaproszonych znajomych
history-campaign = #{ $number } · { $date } · { $points } · prezent z wiadomością
history-donation = #{ $number } · { $date } · { $points } · darowizna
history-ticket = #{ $number } · { $date } · { $points } · los { $reference }
history-partner-code = #{ $number } · { $date } · { $points } · kod partnera
history-grant = #{ $number } · { $date } · { $points } · za abonament lub poziom
history-grant-back = #{ $number } · { $date } · { $points } · prezent za poziom lub abonament cofnięty
history-gift-back = #{ $number } · { $date } · niewykorzystany prezent cofnięty
history-action-back = #{ $number } · { $date } · { $points } · zadanie wycofane
history-dividend = #{ $number } · { $date } · { $points } · dywidenda za rok
why-order = Wpis #{ $number } z { $date }: { $points } za zakup { $reference }.
why-signup = Wpis #{ $number } z { $date }: { $points } za dołączenie do programu.
why-referrer = Wpis #{ $number } z { $date }: { $points }, bo zaproszona przez ciebie osoba zrobiła zakupy.
why-friend = Wpis #{ $number } z { $date }: { $points } za twoje zakupy z zaproszenia.
why-birthday = Wpis #{ $number } z { $date }: { $points } na urodziny.
why-adjustment = Wpis #{ $number } z { $date }: { $points }, korekta sklepu.
why-tier = Wpis #{ $number } z { $date }: o twoim poziomie zdecydował sklep. Stan konta się nie zmienił.
why-redemption = Wpis #{ $number } z { $date }: { $points } za kupon { $reference }.
why-undo = Wpis #{ $number } z { $date }: { $points }, bo wymiana na kupon { $reference } została cofnięta.
why-reversal = Wpis #{ $number } z { $date }: { $points }, bo zakup { $reference } został zwrócony lub zmieniony.
why-referral-back = Wpis #{ $number } z { $date }: { $points }, bo zakup, który dał bonus za zaproszenie, został zwrócony.
why-expiry = Wpis #{ $number } z { $date }: { $points }, bo minął termin ważności.
why-gift = Wpis #{ $number } z { $date }: prezent, nic za niego nie pobraliśmy.
why-action = Wpis #{ $number } z { $date }: { $points } za wykonane zadanie.
why-survey = Wpis #{ $number } z { $date }: { $points } za odpowiedź w ankiecie sklepu.
why-rating = Wpis #{ $number } z { $date }: { $points } za ocenę zakupu.
why-challenge = Wpis #{ $number } z { $date }: { $points } za osiągnięty cel.
why-milestone = Wpis #{ $number } z { $date }: { $points } za zaproszonych znajomych.
why-campaign = Wpis #{ $number } z { $date }: { $points } – prezent z naszą wiadomością.
why-donation = Wpis #{ $number } z { $date }: { $points }, twoja darowizna.
why-ticket = Wpis #{ $number } z { $date }: { $points } za los { $reference }.
why-partner-code = Wpis #{ $number } z { $date }: { $points } za kod partnera.
why-what = Za co: { $title }
why-voucher = Jego kod: { $code }
why-grant = Wpis #{ $number } z { $date }: { $points } za abonament lub poziom.
why-grant-back = Wpis #{ $number } z { $date }: { $points }, bo płatność lub zakup, za który był ten prezent, został zwrócony.
why-gift-back = Wpis #{ $number } z { $date }: niewykorzystany prezent został cofnięty, bo to, za co był, już się nie liczy.
why-action-back = Wpis #{ $number } z { $date }: { $points }, bo wykonane zadanie zostało wycofane.
why-dividend = Wpis #{ $number } z { $date }: { $points }, twoja część z zakupów za rok.
why-held-plan = Prezent za: { $title }.
why-held-tier = Prezent za poziom: { $tier }.
why-share = Twoja część tej kwoty: { $percent }%.
why-sum = Kwota, która się liczy: { $sum }.
why-sum-back = Kwota, która już się nie liczy: { $sum }.
why-rule = Zasada z tego dnia, za każde { $sum }: { $points }.
why-factor = Mnożnik za twój poziom: × { $factor }.
why-carried = Przeniesione z wcześniejszych zakupów: { $sum }.
why-forgiven = Już wydane, więc nie odejmujemy: { $points }.
why-note = Podany powód: { $note }
why-reward = Nagroda: { $reward }.
why-available = Do wykorzystania od { $date }.
why-expires = Ważne do { $date }.
tier-none = W tym programie nie ma poziomów: wszyscy mają to samo.
tier-now = Twój poziom: { $tier }, od { $since }.
tier-by-hand = Ten poziom dał ci sklep i nie ma on terminu.
tier-until = Poziom { $tier } masz do { $date }.
tier-grace = Czas poziomu { $tier } minął, ale masz go jeszcze do { $date }.
tier-keep = Żeby utrzymać poziom { $tier } na dłużej, brakuje jeszcze: { $missing }.
tier-next = Do poziomu { $tier } brakuje: { $missing }.
tier-top = Wyżej już się nie da. Dziękujemy, że jesteś z nami!
tier-spend = zakupy za { $sum }
tier-orders = { $orders ->
    [one] { $orders } zamówienie
    [few] { $orders } zamówienia
    [many] { $orders } zamówień
   *[other] { $orders } zamówienia
}
tier-items = { $items ->
    [one] { $items } sztuka
    [few] { $items } sztuki
    [many] { $items } sztuk
   *[other] { $items } sztuki
}
tier-factor = Zakupy liczą się × { $factor }
tier-benefits = Co masz na tym poziomie:

## Earning

earn-title = Za co jeszcze są bonusy:
earn-none = Teraz nie ma dodatkowych zadań, ale każde zakupy się liczą.
earn-had = ✅ { $title }: na razie wszystko już odebrane.
earn-progress = {"   "}📈 Jak dotąd: { $done } z { $goal }
earn-reached = {"   "}✅ Cel osiągnięty. Gratulacje!

## Rewards

rewards-none = Nie ma jeszcze nagród do wyboru.
rewards-title = Co możesz odebrać:
rewards-balance = ⭐ Masz: { $points }. Co możesz odebrać:
rewards-line = 🎁 { $reward } – { $cost } (odbierz { $id })
rewards-missing = ▫️ { $reward } – { $cost }, brakuje jeszcze: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, od poziomu { $tier }
rewards-sold-out = ▫️ { $reward } – zapas wyczerpany
rewards-choose = 🎁 { $reward } – ile chcesz, co najmniej: { $cost } (odbierz { $id })
rewards-opened = 🎁 { $reward } – dostępne dla ciebie, nic nie pobieramy (odbierz { $id })
rewards-opens = 🔒 { $reward } – dostępne, gdy zbierzesz: { $cost }, brakuje jeszcze: { $missing }
rewards-plan = 🔒 { $reward } – { $cost }, tylko z „{ $plan }”
rewards-had = ✅ { $reward } – już odebrane
rewards-given = {"   "}💚 { $cause } – przekazano dotąd: { $sum }
rewards-hint = Wybierz nagrodę albo napisz na przykład: odbierz { $reward }
rewards-texting = ⭐ Masz: { $points }. Żeby odebrać nagrodę, odpisz jej numerem:
redeem-done = 🎉 Nagroda jest twoja: { $reward }!
redeem-over = { $reward }: kupon spod tego przycisku został już użyty, cofnięty albo stracił ważność. Po nowy zajrzyj na listę.
redeem-rest = Wydane: { $cost }. Zostaje: { $points }.
choose-amount = { $reward }: ile chcesz wykorzystać? Masz: { $points }.
choose-worth = { $cost } = { $sum }
choose-hint = Wybierz kwotę albo napisz na przykład: odbierz { $reward } { $number }
choose-cause = { $reward }: komu przekazać { $sum }? Darowizny nie można cofnąć.
donate-done = 💚 { $sum } na cel „{ $cause }”. Dziękujemy!
donate-total = Razem przekazaliśmy na cel „{ $cause }”: { $sum }.
voucher-code = Kod: { $code }
voucher-until = Ważny do { $date }.
voucher-show = Pokaż kod przy kasie. Dopóki kupon nie jest użyty, możesz cofnąć wymianę.
voucher-worth = Wartość: { $sum }
voucher-percent = { $percent }% zniżki na jedno zamówienie.
voucher-event = Kiedy: { $date }
voucher-since = Ważny od: { $date }
voucher-used = Wykorzystano: { $date }
voucher-undone = Ten kupon został cofnięty.
voucher-expired = Ten kupon stracił ważność. Ostatni dzień: { $date }
voucher-show-only = Pokaż go przy kasie.
ticket-code = 🎟 Twój los: { $code }
ticket-draw = Losowanie: { $date }
    Do początku tego dnia możesz cofnąć los.
ticket-seal = Losowanie może sprawdzić każdy. Jego tajna liczba jest już ustalona, oto SHA-256 tej liczby: { $seal }
ticket-seed = Tajna liczba: { $seed }
    Losy ułożono według SHA-256("liczba|los").
ticket-won = 🏆 Ten los wygrał!
ticket-lost = Tym razem ten los nie miał szczęścia.
partner-code = Kod do { $partner }: { $code }
partner-final = Wykorzystaj go w { $partner }. Nie można go cofnąć.
undo-done = Wymiana cofnięta: { $reward }, kupon { $code }.
undo-back = Wraca na twoje konto: { $points }.
undo-lapsed = Z tego w międzyczasie przepadło: { $points }.
vouchers-none = Nie masz żadnych nieużytych kuponów.
vouchers-title = Twoje kupony:
vouchers-line = { $reward } – { $code }
vouchers-ticket = 🎟 { $reward } – { $code }, losowanie: { $date }
vouchers-partner = { $reward } – kod do { $partner }: { $code }
vouchers-one = { $reward }

## Plans

plan-none = W tej chwili program nie ma abonamentów. Punkty zbierasz i bez nich.
    .balance = W tej chwili program nie ma abonamentów. Zbierasz i bez nich.
plan-title = Nasze abonamenty:
plan-in-the-shop = Kupisz go w sklepie.
plan-in-telegram = Kupisz go w naszym bocie na Telegramie.
plan-since = ✅ Masz go od { $since }.
plan-paid = ✅ Masz go od { $since }, opłacony do { $date }.
plan-trial = ✅ Masz go za darmo do { $date }.
plan-cancelled = ✅ Anulowany, ale masz go jeszcze do { $date }.
plan-next-grant = 🎁 Następny prezent z abonamentu: { $date }
plan-applied = ⏳ Wniosek złożony. Decyzja należy do sklepu.
plan-approved = ✅ Przyznany! Zapłać i jest twój.
plan-refused = Sklep nie przyjął twojego wniosku. Możesz złożyć go ponownie.
plan-apply-done = Twój wniosek o „{ $title }” trafił do sklepu. Odpowiedź pojawi się tutaj.
plan-begun = 🎉 „{ $title }” jest twój!
plan-cancel-ask = „{ $title }” nie będzie odnawiany. Wszystko, co daje, masz do { $date }. Anulować?
plan-cancel-done = „{ $title }”: anulowano. Masz go jeszcze do { $date }.
plan-withdraw-ask = Wycofać wniosek o „{ $title }”?
plan-withdrawn = Wniosek o „{ $title }” wycofany.
day-is = Twój dzień: { $date }
day-ask = Który dzień ma być twój? Napisz dzień i miesiąc, na przykład 24.12. Wybierasz jeden dzień w roku, zanim się zacznie.
day-done = 📅 Twój dzień: { $date }
day-movable = Możesz go jeszcze zmienić, dopóki się nie zacznie.

## Płacenie na czacie

buy-ask = { $period ->
    [month] „{ $title }” na miesiąc: { $stars } ⭐ (Telegram Stars). Odnawia się co 30 dni, dopóki nie anulujesz.
    [year] „{ $title }” na rok: { $stars } ⭐ (Telegram Stars). Nie odnawia się samo.
   *[once] „{ $title }” na zawsze: { $stars } ⭐ (Telegram Stars), płacisz raz.
}
buy-description = { $period ->
    [month] Abonament na miesiąc, odnawia się co 30 dni, dopóki nie anulujesz
    [year] Abonament na rok
   *[once] Abonament na zawsze
}
buy-done = 🎉 Dziękujemy, mamy { $stars } ⭐: „{ $title }” jest twój!
buy-renewed = „{ $title }” odnowiony: mamy { $stars } ⭐, dziękujemy.
buy-back = Oddaliśmy ci { $stars } ⭐.
buy-returned = Twojej wpłaty { $stars } ⭐ nie da się za to zaliczyć, więc wraca do ciebie.
buy-stuck = Twoja wpłata dotarła, ale coś u nas poszło nie tak. Mamy to zapisane i sklep się tym zajmie. Nie płać, proszę, drugi raz.
buy-not-now = Płatność teraz nie działa. Nic nie pobraliśmy, spróbuj ponownie za kilka minut.
buy-not-stopped = „{ $title }” jest u nas anulowany, ale Telegram jeszcze tego nie przyjął i dalej pobierałby gwiazdki. Dotknij ponownie za chwilę albo zatrzymaj to w ustawieniach Telegrama, w „Moje Gwiazdki”.
buy-stop-yourself = Telegram jeszcze nie przyjął końca twojego płatnego abonamentu. Zatrzymaj go w ustawieniach Telegrama, w „Moje Gwiazdki”, żeby nic więcej nie pobrał.
buy-changed = „{ $title }” – zmiana w Telegramie:
buy-in-telegram = Za „{ $title }” płaci się w Telegram Stars, więc kupisz go w naszym bocie na Telegramie.
paysupport = Coś nie tak z płatnością w Telegram Stars? Napisz „opinia” i co się stało, podając płatność. Sklep to sprawdzi i może oddać gwiazdki. Pomoc samego Telegrama nie zajmuje się zakupami tutaj.
paysupport-paid = { $date } · { $title } · { $stars } ⭐ · płatność { $reference }
paysupport-back = { $date } · { $title } · { $stars } ⭐, oddane · płatność { $reference }

## Friends

refer-none = Obecnie nie ma bonusu za zapraszanie znajomych.
refer-code = Twój kod zaproszenia: { $code }
refer-link = Twój link: { $link }
refer-friends = Z twojego zaproszenia w programie: { $joined }, bonus naliczony za: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-held = ⏳ { $name }, { $date } · w drodze, będzie { $until }
refer-friend-review = 🔎 { $name }, { $date } · sprawdza to sklep
refer-friend-paid = ✅ { $name }, { $date }
refer-friend-refused = ✖️ { $name }, { $date } · niezaliczone, tak zdecydował sklep
refer-friend-gone = ☑️ { $name }, { $date } · bez bonusu dla ciebie: nie było cię wtedy w programie
refer-friend-at-most = ☑️ { $name }, { $date } · bonus tylko dla tej osoby: twój limit był wyczerpany
refer-friend-at-most-a-month = ☑️ { $name }, { $date } · bonus tylko dla tej osoby: twój limit na tamten miesiąc był wyczerpany
refer-own-held = Twój bonus za dołączenie z zaproszenia będzie { $date }.
refer-own-review = Twój bonus za dołączenie z zaproszenia sprawdza sklep.
refer-limit = Bonusy za znajomych do tej pory: { $friends }, najwyżej { $limit }.
refer-limit-month = Bonusy za znajomych w tym miesiącu: { $friends }, najwyżej { $limit }.
refer-milestone = Zaliczeni znajomi: { $friends } z { $limit }. Potem dla ciebie: { $points }
refer-message = Wpadaj do programu { $program }: bonus dostaniemy i ty, i ja!

## Profile

profile-name = { $name }
profile-phone = Telefon: { $phone }
profile-no-phone = Telefon: nie podano
profile-no-birthday = Urodziny: nie podano
profile-joined = W programie od { $date }
language-ask = Wybierz język:
language-done = Od teraz piszę po polsku.
birthday-ask = Kiedy masz urodziny? Napisz dzień i miesiąc, na przykład 24.12. Potem nie da się tego zmienić.
birthday-is = Urodziny: { $date }
birthday-locked = Data jest już zapisana. Jeśli się nie zgadza, może ją poprawić sklep.
birthday-bonus = { $days ->
    [one] Twój coroczny prezent: { $points }, jeśli do urodzin jest co najmniej { $days } dzień.
    [few] Twój coroczny prezent: { $points }, jeśli do urodzin są co najmniej { $days } dni.
    [many] Twój coroczny prezent: { $points }, jeśli do urodzin jest co najmniej { $days } dni.
   *[other] Twój coroczny prezent: { $points }, jeśli do urodzin jest co najmniej { $days } dnia.
}
phone-ask = Kliknij przycisk poniżej, a sklep rozpozna cię też po numerze telefonu.
phone-done = Dziękujemy! Twój numer: { $phone }
notifications-title = Co możemy ci wysyłać? Wybierz, co zmienić.
notifications-paused = Wiadomości są wstrzymane.
switch-telegram-service = { $state ->
    [on] ✅ Konto i zakupy, tutaj
   *[off] ⬜ Konto i zakupy, tutaj
}
switch-telegram-offers = { $state ->
    [on] ✅ Oferty, tutaj
   *[off] ⬜ Oferty, tutaj
}
switch-there-service = { $state ->
    [on] ✅ Konto i zakupy, na Telegramie
   *[off] ⬜ Konto i zakupy, na Telegramie
}
switch-there-offers = { $state ->
    [on] ✅ Oferty, na Telegramie
   *[off] ⬜ Oferty, na Telegramie
}
switch-sms-service = { $state ->
    [on] ✅ Konto i zakupy, SMS-em
   *[off] ⬜ Konto i zakupy, SMS-em
}
switch-sms-offers = { $state ->
    [on] ✅ Oferty, SMS-em
   *[off] ⬜ Oferty, SMS-em
}
pause-done = Nic nie wysyłam, dopóki nie dasz znać. Punkty zbierasz dalej.
    .balance = Nic nie wysyłam, dopóki nie dasz znać. Zbierasz dalej.
resume-done = Znów jestem w kontakcie. Wysyłam tylko to, na co się zgadzasz.

## Privacy

privacy-what = { $program } przechowuje twoje imię, język, zakupy i to, co za nie dostajesz, a numer telefonu, datę urodzin i miasto – tylko jeśli je podasz albo są w zamówieniu. Przechowuje też twoje odpowiedzi w ankietach i oceny, etykiety, które nadaje ci sklep, oraz to, z których linków i przycisków w wiadomościach korzystasz. Wszystko wyłącznie na potrzeby tego programu.
privacy-rights = Możesz tu od ręki pobrać wszystkie swoje dane, opuścić program albo wszystko usunąć.
privacy-fingerprint = Po usunięciu zostają tylko cyfrowe odciski twojego konta, numeru telefonu i adresu e-mail, żeby prezenty na powitanie i za zaproszenia można było dostać tylko raz.
mydata-done = Oto wszystko, co o tobie wiemy.
leave-done = Nie ma cię już w programie. Twoje punkty czekają na ciebie: { $points }.
    .balance = Nie ma cię już w programie. Twoje saldo czeka na ciebie: { $points }.
forget-ask = Usuniemy twoje imię, numer, datę urodzin i wiadomości. Tego nie da się cofnąć, a do tego przepadnie: { $points }. Usunąć wszystko?
forget-kept = Nic nie zostało usunięte.
forget-done = Twoje dane zostały usunięte. Dołącz znowu, kiedy tylko zechcesz.
feedback-ask = Co chcesz nam powiedzieć? Napisz to w następnej wiadomości.
feedback-done = Dziękujemy! Sklep to przeczyta.

## Help

help-title = { $program }: oto, co rozumiem.
help-guest = Nie ma cię jeszcze w programie. Dołączysz w chwilę.
help-line = { $word } – { $does }
help-texting = { $program }: napisz jedno ze słów: { $words }. STOP – koniec SMS-ów.
not-understood = Nie rozumiem. Może chodzi o coś z tego?
not-understood-guest = Nie rozumiem. Chcesz dołączyć do naszego programu lojalnościowego?
thanks-welcome = Nie ma za co. Do zobaczenia!
said-again = Ta wiadomość dotarła do nas drugi raz, więc nic się nie zmieniło. Jeśli nadal tego chcesz, wyślij ją, proszę, jeszcze raz.
button-near = { $text }?
private-only = Porozmawiajmy na osobności: twoje punkty to tylko twoja sprawa.
    .balance = Porozmawiajmy na osobności: twoje saldo to tylko twoja sprawa.

## Text messages (SMS): short, as every part is paid for

texting-stopped = Nie wyślemy ci już SMS-ów od { $program }. Aby je przywrócić, napisz START.
texting-started = { $program } znów może wysyłać ci SMS-y. STOP – rezygnacja.
texting-help = { $program }: SMS-y o twoim koncie i o tym, na co się zgadzasz. MENU – lista słów. Operator może pobrać opłatę. STOP – rezygnacja.
texting-linked = Dostaliśmy SMS z twojego numeru { $phone }. Odtąd z twoich punktów można korzystać też stamtąd. Jeśli to nie ty, udostępnij tutaj swój nowy numer.
    .balance = Dostaliśmy SMS z twojego numeru { $phone }. Odtąd z twojego salda można korzystać też stamtąd. Jeśli to nie ty, udostępnij tutaj swój nowy numer.
texting-no-file = Ten plik nie zmieści się w SMS-ie. Napisz do nas na Telegramie albo zapytaj w sklepie.
texting-late = Wiadomość „{ $text }” dotarła z opóźnieniem, po nowszych, więc nic się nie zmieniło. Jeśli nadal tego chcesz, wyślij ją jeszcze raz.
texting-ending = { $program }. Rezygnacja: STOP

## A receipt's code

claim-ask = Jaki kod jest na twoim paragonie?
claim-join-first = Najpierw dołącz jednym dotknięciem. Potem dotknij „Odbierz punkty”.
    .balance = Najpierw dołącz jednym dotknięciem. Potem dotknij „Zalicz zakup”.
claim-done = ✅ Twój zakup za { $sum } zaliczony. Punkty za niego: { $points }
    .balance = ✅ Twój zakup za { $sum } zaliczony. Za niego: { $points }
card-code = Kod: { $code }. Zmienia się co 30 sekund.

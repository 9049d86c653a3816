### What the bot answers to customers, in Polish: lower-case "ty", no gendered past tense.
### $points, $cost, $missing are "30 punktów", in the nominative: only after a colon or a dash.
### $name may be empty, so nothing but an emoji leans on it.

## Joining

start-hello = Dzień dobry! Tu program lojalnościowy { $program }.
start-bonus = Prezent na powitanie: { $points }.
start-referred = Zaprasza cię ktoś znajomy: po twoich pierwszych zakupach każde z was coś dostanie.
start-again = { $name } 👋 Miło cię znów widzieć!
start-left = Nie ma cię teraz w programie, ale twoje punkty wciąż tu są: wróć i je wykorzystaj.
join-welcome = { $name } 👋 Witamy w programie { $program }!
join-bonus = ⭐ Już na twoim koncie: { $points }.
join-referred = Zaproszenie przyjęte. Po twoich pierwszych zakupach za co najmniej { $minimum } dostaniesz: { $points }.
join-code-unknown = Nie znam takiego kodu zaproszenia, ale i tak jesteś już w programie.
join-next = Pokazuj kartę przy kasie i zbieraj.
join-back = { $name } 👋 Znów jesteś z nami, a twoje punkty razem z tobą.
join-again = { $name } 👋 Jesteś już w programie. Miło cię znów widzieć!

## Consent: what is shown here is kept as proof of what was agreed to

consent-service = Do uczestników programu piszę tutaj o ich punktach, nagrodach i zakupach.
consent-offers = Czy mogę też wysyłać ci oferty, na przykład prezent na urodziny albo rabat? Zdanie możesz zmienić w każdej chwili.
consent-sms-service = Czy możemy wysyłać ci SMS-y o twoich punktach, gdy nie da się z tobą skontaktować tutaj?
consent-sms-offers = Czy możemy też wysyłać ci oferty SMS-em? Możesz z nich zrezygnować w każdej chwili; twój operator może doliczyć opłaty według swojej taryfy.

## Points

points-balance = ⭐ Masz: { $points }.
points-pending = { $date } dostaniesz jeszcze: { $points }.
points-expiry = Wykorzystaj do { $date }: { $points }.
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
history-redemption = #{ $number } · { $date } · { $points } · kupon { $reference }
history-undo = #{ $number } · { $date } · { $points } · cofnięta wymiana, kupon { $reference }
history-reversal = #{ $number } · { $date } · { $points } · zwrot, zakup { $reference }
history-referral-back = #{ $number } · { $date } · { $points } · cofnięty bonus za zaproszenie
history-expiry = #{ $number } · { $date } · { $points } · minął termin
why-order = Wpis #{ $number } z { $date }: { $points } za zakup { $reference }.
why-signup = Wpis #{ $number } z { $date }: { $points } za dołączenie do programu.
why-referrer = Wpis #{ $number } z { $date }: { $points }, bo zaproszona przez ciebie osoba zrobiła zakupy.
why-friend = Wpis #{ $number } z { $date }: { $points } za twoje zakupy z zaproszenia.
why-birthday = Wpis #{ $number } z { $date }: { $points } na urodziny.
why-adjustment = Wpis #{ $number } z { $date }: { $points }, korekta sklepu.
why-redemption = Wpis #{ $number } z { $date }: { $points } za kupon { $reference }.
why-undo = Wpis #{ $number } z { $date }: { $points }, bo wymiana na kupon { $reference } została cofnięta.
why-reversal = Wpis #{ $number } z { $date }: { $points }, bo zakup { $reference } został zwrócony lub zmieniony.
why-referral-back = Wpis #{ $number } z { $date }: { $points }, bo zakup, który dał bonus za zaproszenie, został zwrócony.
why-expiry = Wpis #{ $number } z { $date }: { $points }, bo minął termin ważności.
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
tier-now = Twój poziom: { $tier }, od { $since }.
tier-factor = Zakupy liczą się × { $factor }
tier-until = Poziom { $tier } masz do { $date }.
tier-next = Do poziomu { $tier } brakuje: { $points }.
tier-top = Wyżej już się nie da. Dziękujemy, że jesteś z nami!

## Rewards

rewards-none = Nie mamy jeszcze nagród. Twoje punkty na nie poczekają.
rewards-title = Co możesz odebrać:
rewards-balance = ⭐ Masz: { $points }. Co możesz odebrać:
rewards-line = 🎁 { $reward } – { $cost } (odbierz { $id })
rewards-missing = ▫️ { $reward } – { $cost }, brakuje jeszcze: { $missing }
rewards-tier = 🔒 { $reward } – { $cost }, od poziomu { $tier }
rewards-sold-out = ▫️ { $reward } – zapas wyczerpany
rewards-hint = Wybierz nagrodę albo napisz na przykład: odbierz { $reward }
redeem-done = 🎉 Nagroda jest twoja: { $reward }!
redeem-over = { $reward }: kupon spod tego przycisku został już użyty, cofnięty albo stracił ważność. Po nowy zajrzyj na listę.
redeem-rest = Wydane: { $cost }. Zostaje: { $points }.
voucher-code = Kod: { $code }
voucher-until = Ważny do { $date }.
voucher-show = Pokaż kod przy kasie. Dopóki kupon nie jest użyty, możesz cofnąć wymianę.
undo-done = Wymiana cofnięta: { $reward }, kupon { $code }.
undo-back = Wraca na twoje konto: { $points }.
undo-lapsed = Z tego w międzyczasie przepadło: { $points }.
vouchers-none = Nie masz żadnych nieużytych kuponów.
vouchers-title = Twoje kupony:
vouchers-line = { $reward } – { $code }
vouchers-one = { $reward }

## Friends

refer-none = Obecnie nie ma bonusu za zapraszanie znajomych.
refer-code = Twój kod zaproszenia: { $code }
refer-link = Twój link: { $link }
refer-reward = Po pierwszych zakupach zaproszonej osoby za co najmniej { $minimum }. Dla ciebie: { $referrer }. Dla tej osoby: { $friend }.
refer-friends = Z twojego zaproszenia w programie: { $joined }, w tym już po zakupach: { $qualified }.
refer-friend-joined = ▫️ { $name }, { $date }
refer-friend-qualified = ✅ { $name }, { $date }
refer-message = Wpadaj do programu { $program }: punkty dostaniemy i ty, i ja!

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
notifications-title = Co możemy ci wysyłać? Kliknij, żeby zmienić.
notifications-paused = Wiadomości są wstrzymane.
switch-telegram-service = { $state ->
    [on] ✅ Punkty i zakupy, tutaj
   *[off] ⬜ Punkty i zakupy, tutaj
}
switch-telegram-offers = { $state ->
    [on] ✅ Oferty, tutaj
   *[off] ⬜ Oferty, tutaj
}
switch-sms-service = { $state ->
    [on] ✅ Punkty i zakupy, SMS-em
   *[off] ⬜ Punkty i zakupy, SMS-em
}
switch-sms-offers = { $state ->
    [on] ✅ Oferty, SMS-em
   *[off] ⬜ Oferty, SMS-em
}
pause-done = Nic nie wysyłam, dopóki nie dasz znać. Punkty zbierasz dalej.
resume-done = Znów jestem w kontakcie. Wysyłam tylko to, na co się zgadzasz.

## Privacy

privacy-what = { $program } przechowuje twoje imię, język, zakupy i punkty, a numer telefonu i datę urodzin – tylko jeśli je podasz. Wszystko wyłącznie na potrzeby tego programu.
privacy-rights = Możesz tu od ręki pobrać wszystkie swoje dane, opuścić program albo wszystko usunąć.
privacy-fingerprint = Po usunięciu zostaje tylko cyfrowy odcisk twojego konta, żeby prezent na powitanie można było dostać tylko raz.
mydata-done = Oto wszystko, co o tobie wiemy.
leave-done = Nie ma cię już w programie. Twoje punkty czekają na ciebie: { $points }.
forget-ask = Usuniemy twoje imię, numer, datę urodzin i wiadomości. Tego nie da się cofnąć, a do tego przepadnie: { $points }. Usunąć wszystko?
forget-kept = Nic nie zostało usunięte.
forget-done = Twoje dane zostały usunięte. Dołącz znowu, kiedy tylko zechcesz.
feedback-ask = Co chcesz nam powiedzieć? Napisz to w następnej wiadomości.
feedback-done = Dziękujemy! Sklep to przeczyta.

## Help

help-title = { $program }: oto, co rozumiem.
help-guest = Nie ma cię jeszcze w programie. Dołączysz jednym kliknięciem.
help-line = { $word } – { $does }
not-understood = Nie rozumiem. Może chodzi o coś z tego?
not-understood-guest = Nie rozumiem. Chcesz dołączyć do naszego programu lojalnościowego?
private-only = Porozmawiajmy na osobności: twoje punkty to tylko twoja sprawa.

### Owners: the rules, campaigns, what members say, alarms.

word-program = program, plik programu
word-campaigns = kampanie
word-opinions = opinie, co mówią uczestnicy
word-answer = odpowiedz
word-reply = odpowiedź tekstem

menu-program = zasady: zobacz, zmień plikiem, wcześniejsze wersje
menu-campaigns = automatyczne wiadomości do uczestników
menu-opinions = co mówią uczestnicy

button-program = 📜 Zasady
button-campaigns = Kampanie
button-opinions = 💬 Co mówią uczestnicy
button-answer = 💬 Odpowiedz
button-answer-to = Odpowiedz: { $name }
button-tomorrow = Kto co dostałby jutro
button-rulebook-file = 📄 Plik
button-rulebook-history = Wcześniejsze wersje
button-rulebook-apply = ✅ Wprowadź
button-rulebook-drop = Zostaw jak jest
button-rulebook-back = Wróć do wersji { $version }

program-title = 📜 Obowiązujące zasady, wersja { $version }:
program-hint = Aby je zmienić, przyślij tu plik programu (.toml) jako dokument. Najpierw pokażę, co się zmieni.
program-would = To by się zmieniło:
program-nothing-yet = Na razie nic się nie zmieniło.
program-kept = Nic nie zmieniono.
program-applied = ✅ Wersja { $version } obowiązuje. Kto zmienia poziom, zmieni go w ciągu minuty.
program-version = { $version } – { $date }, { $by }
program-by-settings = pierwsze uruchomienie
program-by-command = wiersz poleceń
program-no-difference = Uczestnicy nie zauważą różnicy.
program-gone = ➖ { $said }
program-new = ➕ { $said }
program-moves = Przejdą z { $before } na { $after }: { $count }
program-stays = Zachowają { $tier }, choć teraz by go nie osiągnęli: { $count }
program-speaks = Bot będzie do nich pisać w języku „{ $after }” zamiast „{ $before }”: { $count }
campaigns-title = Automatyczne wiadomości do uczestników. Dotknij, aby zobaczyć, jak działa.
campaigns-on = ✅ { $campaign }
campaigns-paused = ⏸ { $campaign }
campaigns-sent = Dni: { $days }. Wysłane { $sent }, nieudane { $failed }, czekają { $waiting }
campaigns-no-control = Bez grupy kontrolnej nie widać, co to daje: dodaj control = 10 w pliku programu.
campaigns-told = Dostali: { $members }, kupili w ciągu 14 dni: { $buyers }
campaigns-held = Celowo nie dostali: { $members }, też kupili: { $buyers }
campaigns-lift = Na setkę daje to więc od { $low } do { $high } kupujących (w 19 przypadkach na 20).
campaigns-tomorrow = { $campaign }: { $count }
campaigns-nobody = Na tę chwilę jutro nikt nic nie dostanie.
opinions-none = Na wszystko odpowiedziano.
opinions-ask = Napisz odpowiedź w następnej wiadomości.
opinions-answered = Odpowiedź dostanie: { $name }
staff-feedback = 💬 { $name }: { $text }
staff-delivery = ⚠️ Wiadomości nie dochodzą: { $count } w ciągu godziny. Przyczynę podają `loyalty doctor` i `loyalty outbox list`.
staff-generous = ⚠️ { $name } – ręczne naliczenia dzisiaj: { $count }, jednemu uczestnikowi do { $same }. Razem: { $given }
staff-digest = 📊 Tydzień { $first } – { $last }
    Dołączyli: { $joined }
    Zakupy: { $orders }, razem { $sum }
    Kupujący: { $buyers }
    Naliczono: { $points }
    Wydano: { $spent }
    Przepadło: { $expired }
alarm-feedback = co mówią uczestnicy
alarm-delivery = wiadomości, które nie dochodzą
alarm-generous = zbyt częste ręczne naliczenia
alarm-digest = liczby z tygodnia
notice-answer = 💬 Sklep odpowiada: { $text }
    Twoja wiadomość: { $said }
error-file-not-read = Nie mogę odczytać „{ $name }”. Przyślij plik programu jako dokument z nazwą na .toml, do 400 KB tekstu.
error-program-refused = To jeszcze nie jest program. Nic nie zmieniono. Według wierszy:
    { $problems }
error-program-draft-gone = To nie jest to, co ostatnio pokazałem. Przyślij plik jeszcze raz.
error-unknown-version = Wersji { $version } nie było.
error-unknown-campaign = W programie nie ma kampanii „{ $campaign }”.
error-feedback-gone = Tej wiadomości już nie ma.

audit-sent = wysyłka { $about } wysłana
audit-program = program: wprowadzono wersję { $about }
audit-paused = wstrzymano: { $about }
audit-resumed = dalej: { $about }
audit-stopped = anulowano: { $about }
audit-answered = { $name } · odpowiedź

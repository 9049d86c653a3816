### Owners: the rules, campaigns, what members say, alarms.

word-program = programul, fișierul programului
word-campaigns = campanii
word-opinions = păreri, opinii, ce spun membrii
word-answer = răspunde
word-reply = răspuns

menu-program = regulile: vezi, schimbă cu un fișier, versiuni anterioare
menu-campaigns = mesaje automate pentru membri
menu-opinions = ce spun membrii

button-program = 📜 Reguli
button-campaigns = Campanii
button-opinions = 💬 Ce spun membrii
button-answer = 💬 Răspunde
button-answer-to = Răspunde: { $name }
button-tomorrow = Cine ce ar primi mâine
button-rulebook-file = 📄 Fișierul
button-rulebook-history = Versiuni anterioare
button-rulebook-apply = ✅ Pune în vigoare
button-rulebook-drop = Lasă cum e
button-rulebook-back = Înapoi la versiunea { $version }

program-title = 📜 Regulile în vigoare, versiunea { $version }:
program-hint = Ca să le schimbi, trimite aici fișierul programului (.toml) ca document. Mai întâi arăt ce se schimbă.
program-would = Iată ce s-ar schimba:
program-nothing-yet = Încă nu s-a schimbat nimic.
program-kept = Nu s-a schimbat nimic.
program-applied = ✅ Versiunea { $version } este în vigoare. Cine trece la alt nivel trece într-un minut.
program-version = { $version } – { $date }, { $by }
program-by-settings = prima pornire
program-by-command = linia de comandă
program-no-difference = Membrii nu vor observa nicio diferență.
program-gone = ➖ { $said }
program-new = ➕ { $said }
program-moves = Trec de la { $before } la { $after }: { $count }
program-stays = Păstrează { $tier }, deși acum nu l-ar mai atinge: { $count }
program-speaks = Vor primi mesaje în „{ $after }” în loc de „{ $before }”: { $count }
campaigns-title = Mesaje automate pentru membri. Atinge una ca să vezi cum merge.
campaigns-on = ✅ { $campaign }
campaigns-paused = ⏸ { $campaign }
campaigns-sent = Zile: { $days }. Trimise { $sent }, eșuate { $failed }, în așteptare { $waiting }
campaigns-no-control = Fără grup de control nu se vede ce aduce: pune control = 10 în fișierul programului.
campaigns-told = Au primit: { $members }, au cumpărat în 14 zile: { $buyers }
campaigns-held = N-au primit, intenționat: { $members }, au cumpărat și ei: { $buyers }
campaigns-lift = Așadar, la o sută aduce între { $low } și { $high } cumpărători (în 19 cazuri din 20).
campaigns-tomorrow = { $campaign }: { $count }
campaigns-nobody = Așa cum stau lucrurile acum, mâine nu primește nimeni nimic.
opinions-none = S-a răspuns la tot.
opinions-ask = Scrie răspunsul în mesajul următor.
opinions-answered = Răspunsul ajunge la: { $name }
staff-feedback = 💬 { $name }: { $text }
staff-delivery = ⚠️ Mesajele nu ajung: { $count } într-o oră. De ce, spun `loyalty doctor` și `loyalty outbox list`.
staff-generous = ⚠️ { $name } – acordări manuale astăzi: { $count }, unui membru până la { $same }. În total: { $given }
staff-digest = 📊 Săptămâna { $first } – { $last }
    S-au înscris: { $joined }
    Cumpărături: { $orders }, în total { $sum }
    Cumpărători: { $buyers }
    Acordate: { $points }
    Folosite: { $spent }
    Expirate: { $expired }
alarm-feedback = ce spun membrii
alarm-delivery = mesaje care nu ajung
alarm-generous = acordări manuale prea dese
alarm-digest = cifrele săptămânii
notice-answer = 💬 Magazinul răspunde: { $text }
    Ai scris: { $said }
error-file-not-read = Nu pot citi „{ $name }”. Trimite fișierul programului ca document cu numele terminat în .toml, de cel mult 400 KB de text.
error-program-refused = Încă nu este un program. Nu s-a schimbat nimic. Pe rânduri:
    { $problems }
error-program-draft-gone = Nu este ce am arătat ultima dată. Trimite fișierul din nou.
error-unknown-version = Versiunea { $version } nu a existat.
error-unknown-campaign = În program nu există campania „{ $campaign }”.
error-feedback-gone = Mesajul acela nu mai există.

audit-sent = mesajul { $about } trimis
audit-program = program: pusă în vigoare versiunea { $about }
audit-paused = pauză: { $about }
audit-resumed = continuă: { $about }
audit-stopped = anulat: { $about }
audit-answered = { $name } · răspuns

### Ce nu e bine în fișierul programului. Stă după „rând: câmp:”, deci cu literă mică și fără punct.
### Ce e în fișier rămâne ca acolo: nume, exemple între ghilimele.

fault-missing = lipsește; adaugă { $example }
fault-unknown-field = nu există un astfel de câmp{ $near }
fault-unknown-field-known = nu există un astfel de câmp; aici sunt câmpurile { $fields }
fault-kind-missing = lipsește { $tag }; adaugă { $tag } = { $words }
fault-one-of = aici poate fi { $words } (dar este { $found }){ $near }
fault-near = ; poate "{ $word }"?
fault-give = aici trebuie: { $wanted } (dar este { $found })
fault-give-such = aici trebuie: { $wanted }, de exemplu { $example } (dar este { $found })
fault-id-form = litere latine mici, cifre și cratime, cel mult 32 de caractere
fault-double-brackets = scrie în paranteze duble, { $example }, separat pentru fiecare
fault-table = un tabel
fault-list = o listă
fault-list-of = o listă, elemente: { $count }
fault-flag = true sau false
fault-whole-number = un număr întreg
fault-exact-number = un număr între ghilimele
fault-text = un text
fault-text-of = un text, de la 1 la { $most } de caractere
fault-with = { $what }, { $bound }
fault-at-least = cel puțin { $number }
fault-more-than = mai mult de { $number }
fault-at-most = cel mult { $number }
fault-decimals = zecimale: cel mult { $number }
fault-letters = caractere: { $length }
fault-entries = elemente: { $length }
fault-one-line = scrie pe un singur rând, fără caractere de control
fault-control = scrie fără caractere de control
fault-spaces = șterge spațiile de la început și de la sfârșit
fault-language = botul nu vorbește limba "{ $code }"; cunoaște { $languages }
fault-form = "{ $form }" nu este o formă de plural; formele sunt { $forms }
fault-currency = aici trebuie codul monedei, ISO 4217, de exemplu "EUR" (dar este "{ $code }"){ $near }
fault-timezone = aici trebuie fusul orar IANA, de exemplu "Europe/Bucharest" (dar este "{ $name }"){ $near }
fault-float = scrie numărul între ghilimele, ca să fie exact: { $example }
fault-comma = în loc de virgulă scrie punct: { $example }
fault-number = aici trebuie un număr între ghilimele, de exemplu "5.00" (dar este { $found })
fault-title = aici trebuie un text, unul singur sau câte unul pentru fiecare limbă, de exemplu { $example }
fault-title-length = aici trebuie un text de la 1 la { $most } de caractere
fault-day = scrie luna și ziua ca "LL-ZZ", de exemplu "03-01"
fault-too-fine = { $currency } are zecimale: { $places }, de exemplu { $example } (dar este "{ $found }")
fault-too-large = este prea mult (apare "{ $found }")
fault-nothing-to-choose = nu e nimic de ales: sume întregi dau doar multiplii lui { $grain }, deci cel mai mic număr de puncte este { $least }
fault-first-tier = primul nivel este pentru toți: from = 0
fault-rising = trebuie mai mult decât la nivelul precedent ({ $below }), de exemplu from = { $example } (dar este { $found })
fault-there-twice = "{ $name }" apare de două ori
fault-currency-twice = "{ $code }" este moneda programului sau apare de două ori
fault-points-unnamed = spune cum se numește un punct în limba "{ $code }": adaugă { $example } cu formele { $forms }
fault-forms-missing = limba "{ $code }" are nevoie de formele { $forms }; adaugă { $example }
fault-form-unknown = limba "{ $code }" nu are forma "{ $form }"; are { $forms }
fault-id-taken = "{ $name }" este deja folosit; dă fiecărei intrări propriul id
fault-one-rule = pentru "{ $on }" există deja "{ $name }"; păstrează doar una
fault-title-languages = adaugă și în aceste limbi: { $languages }, de exemplu { $example }
fault-no-such-reward = nu există recompensa "{ $name }"; există { $known }{ $near }
fault-no-such-tier = nu există nivelul "{ $name }"; există { $known }{ $near }
fault-no-such-plan = nu există abonamentul "{ $name }"; există { $known }{ $near }
fault-no-rewards = nu există recompensa "{ $name }"; nu există nicio recompensă
fault-no-tiers = nu există nivelul "{ $name }"; nu există niciun nivel
fault-no-plans = nu există abonamentul "{ $name }"; nu există niciun abonament
fault-several-causes = "{ $name }" are mai multe cauze: alege o recompensă cu o singură cauză
fault-chosen-sum = suma pentru "{ $name }" o aleg membrii: alege o recompensă de tip amount_off
fault-cost-missing = lipsește; adaugă cost = 60 sau o regulă care dă această recompensă
fault-threshold = spune cât și din ce, de exemplu { $example }
fault-until = aici trebuie o zi după `since`, { $since } (dar este { $found })
fault-first-days = spune câte zile: adaugă { $example }
fault-of-which-plan = spune pentru ce abonament: adaugă { $example }
fault-streak = { $counts } la rând se numără tot timpul, fără perioade: șterge asta
fault-whole-goal = { $counts } se numără întregi: scrie un număr întreg (dar este { $found })
fault-gives = spune ce oferă: adaugă points sau reward cu id-ul recompensei, sau ambele
fault-no-points = aici nu se dau puncte: șterge asta (cât e valabilă o recompensă se scrie la ea)
fault-limit = pune o limită: adaugă points = 100 sau times = 1
fault-limit-once = la o comandă, regula dă o singură dată: scrie points sau o perioadă mai lungă
fault-limits-twice = pentru { $example } sunt două limite: fă din ele una
fault-limits-times = aici nu se dau puncte: spune de câte ori, cel mult
fault-when-orders = "{ $name }" ține de comenzi, iar aici nu sunt: șterge
fault-when-members = "{ $name }" ține de membri, iar asta este pentru cine se înscrie: șterge
fault-signup-limits = înscrierea e o singură dată: șterge asta
fault-reward-at-once = aici nu se dau puncte: șterge asta, recompensa vine imediat
fault-dividend-limits = se plătește o dată pe an: scrie în schimb at_most
fault-dividend-day = se plătește când se încheie anul: șterge sau scrie ani calendaristici
fault-multiplier = regula în sine nu dă puncte: scrie asta la regulile pentru cumpărături
fault-steps = scrie treptele de la suma cea mai mică la cea mai mare, fiecare o singură dată
fault-each-once = scrie fiecare valoare o singură dată
fault-how-long = spune cât timp: adaugă months = 12 sau days = 90
fault-months-or-days = scrie months sau days, nu ambele
fault-access-goods = asta deschide magazinul, orice s-ar cumpăra: șterge produsele
fault-lapses = nu mai urmează altul: șterge sau scrie în fiecare lună ori an
fault-price = lipsește; adaugă price = "25.00" sau approval = true dacă nu se plătește
fault-trial-free = nu se plătește nimic, deci nu e nimic de încercat
fault-trial-once = la o plată unică nu există zile de probă: șterge sau scrie month ori year
fault-referral = dă puncte măcar uneia dintre cele două persoane sau șterge [referral]
fault-referral-joining = punctele sunt pentru înscriere, orice s-ar cumpăra: șterge sau scrie first_order
fault-has-cost = are deja cost; păstrează doar unul
fault-automatic = spune câte puncte ajung: adaugă cost = 100
fault-voucher-months = are deja voucher_days; păstrează doar unul
fault-hold-free = nu costă puncte: șterge sau adaugă cost = 100
fault-hold-days = spune când se întorc punctele: adaugă voucher_days = 30
fault-hold-automatic = punctele întoarse s-ar folosi din nou imediat: păstrează doar unul
fault-chosen-points = numărul de puncte îl aleg membrii: șterge
fault-at-most-less = nu poate fi mai mic decât `at_least` și `step`
fault-causes = dă fiecărei cauze propriul id
fault-causes-automatic = cauza o aleg membrii: șterge sau lasă o singură cauză
fault-choices = trebuie cel puțin două variante ori niciuna, dacă se răspunde în cuvinte
fault-no-voucher = aici nu există voucher: șterge
fault-event = nu există aici mesajul "{ $event }"; există { $known }{ $near }
fault-offer-purpose = un mesaj cu o ofertă este reclamă: șterge asta sau oferta
fault-factor-days = scrie ambele: cu cât se înmulțește și câte zile
fault-place = aici nu există { $place }; se pot arăta { $known }
fault-place-nothing = aici nu există { $place }; nu se pot arăta valori
fault-brace = o acoladă e fără pereche; pentru valori scrie { $example } și așa mai departe
fault-hours = trebuie să fie o oră înainte de { $field }
fault-not-more = nu poate fi mai mult decât { $field }
fault-file-too-long = fișierul e prea lung, caractere: { $letters }, cel mult { $most }
fault-nested = fișierul are prea multe paranteze una în alta
fault-toml = asta nu este TOML: { $written }
fault-toml-twice = asta nu este TOML: același lucru apare de două ori: { $written }
fault-toml-equals = asta nu este TOML: după nume urmează =: { $written }
fault-toml-one-a-line = asta nu este TOML: pe un rând stă o singură valoare: { $written }
fault-toml-quotes = asta nu este TOML: textul nu e închis cu ghilimele sau are un semn nepermis: { $written }
fault-toml-brackets = asta nu este TOML: o paranteză nu e închisă: { $written }
fault-toml-value = asta nu este TOML: valoarea nu se poate citi; textul stă între ghilimele: { $written }

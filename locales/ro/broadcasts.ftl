### Mesaje către mulți: ce scrie proprietarul multora deodată și cât s-a trimis.

notice-broadcast-text = { $text }
button-own = { $label }
broadcast-title = 📣 Mesajul nr. { $number }: { $stage ->
    [waiting] își așteaptă ora
    [running] se trimite
    [paused] este în pauză
    [cancelled] a fost anulat
   *[done] s-a încheiat
}
broadcast-waits = Pleacă pe { $date } de la { $hour }:00, după ora fiecărui membru.
broadcast-counts = Membri: { $members }
    Trimise: { $sent }
    În așteptare: { $waiting }
    Eșuate: { $failed }
    Nu se trimit: { $stopped }
broadcast-reason =   { $reason }: { $count }
broadcast-why-consent = nu au acceptat oferte
broadcast-why-address = nu avem unde să le scriem
broadcast-why-blocked = au blocat botul
broadcast-why-enough = primesc deja destule mesaje
broadcast-why-hours = ar fi noapte
broadcast-why-late = prea târziu
broadcast-why-other = alte motive
broadcast-taps = Au apăsat butonul: { $count }
broadcast-taps-unknown = Nimeni nu a deschis încă linkul sau deschiderile nu se numără: pentru asta e nevoie de LOYALTY_PUBLIC_URL.
broadcast-followed = Au deschis linkul: { $count }
broadcast-sms = SMS: { $parts } părți, cost până acum { $cost }
broadcast-field = { $example } – { $means }
broadcast-gift = 🎁 { $title }
broadcast-start = 📣 Cui să scriu?
broadcast-ask-who = Scrie cui, de exemplu: tier=silver and bought>60. Leagă cu and, or, not și paranteze. Se poate întreba:
broadcast-field-tier = nivelul
broadcast-field-language = limba
broadcast-field-bought = ultima cumpărătură: acum mai puține (<) sau mai multe (>) zile
broadcast-field-orders = de câte ori au cumpărat
broadcast-field-balance = punctele
    .balance = soldul
broadcast-field-expiring = puncte care expiră în atâtea zile
    .balance = ce expiră în atâtea zile
broadcast-field-birthday = luna zilei de naștere
broadcast-field-category = ce au cumpărat
broadcast-field-joined = s-au înscris acum atâtea zile
broadcast-field-rfm = cum cumpără: new, best, loyal, sleeping, lost, never
broadcast-field-missing = puncte care lipsesc până la nivelul următor
    .balance = cât lipsește până la nivelul următor
broadcast-field-source = de unde au aflat de noi
broadcast-ask-text = Scrie textul în limba aceasta: { $language }. Poți pune {"{"}name{"}"}, {"{"}points{"}"} și {"{"}tier{"}"}: fiecare le vede pe ale sale.
broadcast-ask-picture = Trimite acum imaginea. În SMS-uri lipsește.
broadcast-draft-picture = Cu imagine
broadcast-ask-button = Scrie ce spune butonul, iar la sfârșit unde duce: o adresă web sau un cuvânt al botului. De exemplu: Vezi recompensele rewards
broadcast-ask-offer = Ce primesc odată cu mesajul? Alege sau scrie un număr de puncte, numele scurt al unei recompense ori „x2 7”: puncte duble o săptămână. Dacă alt coeficient al membrului e mai mare, contează acela.
    .balance = Ce primesc odată cu mesajul? Alege sau scrie un număr, numele scurt al unei recompense ori „x2 7”: câștig dublu o săptămână. Dacă alt coeficient al membrului e mai mare, contează acela.
broadcast-ask-when = Când? Alege sau scrie o zi și o oră, de exemplu 24.12 18:00. Ora este cea a fiecărui membru.
broadcast-preview = Așa arată pentru tine:
broadcast-goes = Mesajul nr. { $number } a pornit. Cât s-a trimis arăt în mesajul următor.
broadcast-draft-large = 📣 Ciornă. Pentru: { $whom } (număr înainte de trimitere)
broadcast-draft-for = 📣 Ciornă. Pentru: { $whom } – membri: { $count }
broadcast-all = toți
broadcast-draft-text = { $language }: { $text }
broadcast-draft-no-text = { $language }: încă fără text
broadcast-draft-button = Buton: { $label }
broadcast-draft-offer = Odată cu el: { $given }
broadcast-by-telegram = Doar prin Telegram
broadcast-by-sms = Doar prin SMS
broadcast-by-both = Prin Telegram, iar dacă nu se poate, prin SMS
broadcast-draft-on = Pe { $date } de la { $hour }:00, după ora fiecărui membru
broadcast-draft-now = Imediat ce spui
broadcast-write = ✍️ { $language }
broadcast-reach = Membri: { $members }, le scriem la: { $reached }
broadcast-reach-telegram = Prin Telegram: { $count }
broadcast-reach-sms = Prin SMS: { $count }
broadcast-reach-none = Nu au acceptat oferte sau nu avem unde să le scriem: { $count }
broadcast-asleep = Dorm acum, îl primesc dimineață: { $count }
broadcast-gives = Oferite în total: { $count }
broadcast-sms-cost = SMS: cam { $parts } părți, aproximativ { $cost } la prețurile recente
broadcast-sms-parts = SMS: cam { $parts } părți. Cât costă o parte se află după prima.

## How broadcasts say no.

error-segment-broken = De aici încolo nu înțeleg: „{ $at }”. De exemplu: tier=silver and bought>60
error-segment-unknown-field = Nu se poate întreba de „{ $field }”. Se poate: { $known }
error-segment-value-refused = „{ $field }{ $value }” nu se poate întreba așa aici. De exemplu: { $example }
error-broadcast-gone = Mesajul acela nu mai există sau nu se poate schimba așa. Începe cu: /broadcast
error-broadcast-needs-text = Scrie mai întâi textul.
error-broadcast-text-too-long = Textul este prea lung. Cel mult { $most } de caractere.
error-broadcast-unknown-field = „{ $field }” nu se poate pune. Se pot name, points și tier între acolade.
error-broadcast-link-refused = Butonul trebuie să ducă la o adresă web (https://…) sau la un cuvânt al botului și să aibă cel mult 40 de caractere.
error-broadcast-offer-refused = Asta nu se poate oferi. Scrie un număr de puncte, numele scurt al unei recompense sau „x2 7”: puncte duble o săptămână.
    .balance = Asta nu se poate oferi. Scrie un număr, numele scurt al unei recompense sau „x2 7”: câștig dublu o săptămână.
error-broadcast-day-refused = Nu este o zi din anul care vine sau nu este o oră. De exemplu: 24.12 18:00

### Every way the program says no: friendly, and what to do next.

error-not-a-member = Încă nu ești în program. Te înscrii cu o singură atingere.
error-already-member = Această persoană e deja în program.
error-membership-frozen = Momentan nu ești în program. Revino și punctele sunt din nou ale tale.
error-membership-blocked = Contul tău din program e blocat. Întreabă la magazin.
error-not-enough-points = Încă nu ajunge. Îți mai trebuie: { $missing }.
error-unknown-reward = Nu avem recompensa „{ $reward }”. Alege una din listă.
error-reward-sold-out = { $title }: stoc epuizat. Din contul tău nu s-a scăzut nimic.
error-reward-limit-reached = { $limit ->
    [one] { $title }: o singură dată per persoană, iar tu ai primit deja.
    [few] { $title }: de cel mult { $limit } ori per persoană, iar tu ai ajuns la limită.
   *[other] { $title }: de cel mult { $limit } de ori per persoană, iar tu ai ajuns la limită.
}
error-reward-needs-tier = { $title }: e nevoie de nivelul { $tier }.
error-reward-price-is-fixed = { $title } are preț fix: { $cost }.
error-nothing-to-undo = Nu ai niciun voucher nefolosit de anulat.
error-voucher-not-usable = Acest cod nu poate fi folosit: e greșit, deja folosit sau expirat.
error-unknown-entry = Nu există înregistrarea #{ $number } în istoricul tău.
error-operation-reused = Acest buton nu mai e valabil. Deschide din nou lista.
error-unknown-referral-code = Nu cunosc acest cod de invitație.
error-birthday-locked = Ziua ta de naștere e deja salvată. Dacă e greșită, o poate corecta magazinul.
error-birthday-not-understood = Nu am înțeles data. Scrie ziua și luna, de exemplu 24.12
error-phone-taken = Acest număr e legat de alt card. Te ajută cu drag cei de la magazin.
error-phone-not-proven = Pot primi doar numărul tău, trimis cu butonul.
error-email-taken = Această adresă de e-mail e legată de alt card. Te ajută cu drag cei de la magazin.
error-wrong-currency = Această cumpărătură e în { $currency }, iar programul calculează în { $expected }.
error-currency-is-fixed = Moneda programului e { $currency }. Într-un program care rulează, moneda nu se poate schimba.
error-order-of-another-member = Această cumpărătură e deja pe alt card.
error-unexpected = Ceva nu a mers bine la noi. Am notat problema. Te rugăm să încerci din nou mai târziu.

### Comenzi returnate, în întregime sau în parte.

notice-given-back = ↩️ Comanda { $order } a fost returnată. Din ce ai cheltuit pe ea primești înapoi: { $points }
history-returned = #{ $number } · { $date } · { $points } · cheltuit pe o cumpărătură returnată
history-owed = #{ $number } · { $date } · { $points } · pentru o cumpărătură returnată mai devreme
why-returned = Înregistrarea #{ $number }, { $date }: { $points }. S-a cheltuit pe o cumpărătură returnată, cu voucherul { $reference }.
why-owed = Înregistrarea #{ $number }, { $date }: { $points }. O cumpărătură a fost returnată după ce ai cheltuit ce primiseși pentru ea; ce primești acum acoperă întâi acea sumă.
why-owes = Deja cheltuit, așa că ce primești de acum acoperă întâi: { $points }.
points-owed = Deja cheltuit dintr-o cumpărătură returnată, așa că ce primești de acum acoperă întâi: { $points }.

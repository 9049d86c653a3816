### Note: stele pentru o cumpărătură și câteva cuvinte.

word-rate = nota, notă, notează, noteaza
word-rate-words = nota în cuvinte
rating-units = stea, stele, de stele, din 5
menu-rate = notează o cumpărătură: nota 5
notice-rating-ask = ⭐ Cum a fost cumpărătura din { $date }? Câte stele îi dai?
notice-rating-points = ⭐ Cum a fost cumpărătura din { $date }? Câte stele îi dai?
    Pentru părerea ta: { $points }
button-stars-1 = ⭐ Slab
button-stars-2 = ⭐⭐ Nu prea bine
button-stars-3 = ⭐⭐⭐ În regulă
button-stars-4 = ⭐⭐⭐⭐ Bine
button-stars-5 = ⭐⭐⭐⭐⭐ Excelent
rating-done = { $stars } ({ $count } din 5). Mulțumim! Ca să schimbi nota, alege alte stele.
rating-points = Pentru părerea ta: { $points }
rating-ask = Vrei să adaugi ceva? Scrie-ne aici.
rating-ask-low = Ne pare rău. Ce nu a mers bine? Scrie-ne aici, magazinul va citi.
rating-words-done = Mulțumim! Magazinul va citi.
staff-rating = { $stars } { $name }, comanda { $order }
staff-rating-worded = { $stars } { $name }, comanda { $order }: { $text }
stats-rating = Note: în medie { $average }, în total { $count }
error-stars-not-understood = Scrie câte stele, de la 1 la 5, și câteva cuvinte dacă vrei. De exemplu: nota 5 sau: nota 2 Cafeaua era rece
error-rating-over = Acum nu e nimic de evaluat sau e prea târziu pentru schimbări.

history-import = #{ $number } · { $date } · { $points } · aduse
why-import = Înregistrarea #{ $number }, { $date }: { $points }. Le-ai adus din programul anterior al magazinului.

word-export = export, exportă
menu-export = membrii, soldurile și acordurile, în fișiere
export-done = Toți membrii, cu soldurile și acordurile lor, în fișiere CSV pentru tabele. Conțin date personale: păstrează-le în siguranță.

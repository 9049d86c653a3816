history-import = #{ $number } · { $date } · { $points } · aduse
why-import = Înregistrarea #{ $number }, { $date }: { $points }. Le-ai adus din programul anterior al magazinului.

history-import = №{ $number } · { $date } · { $points } · перенесено
why-import = Запись №{ $number }, { $date }: { $points }. Перенесено из прежней программы магазина.

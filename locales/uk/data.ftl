history-import = №{ $number } · { $date } · { $points } · перенесено
why-import = Запис №{ $number }, { $date }: { $points }. Їх перенесено з попередньої програми магазину.

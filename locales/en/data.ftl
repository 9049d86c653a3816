history-import = #{ $number } · { $date } · { $points } · brought along
why-import = Entry #{ $number }, { $date }: { $points }. You brought them along from the program the shop had before.

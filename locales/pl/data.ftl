history-import = #{ $number } · { $date } · { $points } · przeniesiono
why-import = Wpis #{ $number } z { $date }: { $points }. Przeniesiono z poprzedniego programu sklepu.

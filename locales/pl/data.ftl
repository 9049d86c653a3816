history-import = #{ $number } · { $date } · { $points } · przeniesiono
why-import = Wpis #{ $number } z { $date }: { $points }. Przeniesiono z poprzedniego programu sklepu.

word-export = eksport
menu-export = uczestnicy, salda i zgody w plikach
export-done = Wszyscy uczestnicy z saldami i zgodami, w plikach CSV do arkusza. Zawierają dane osobowe: przechowuj je bezpiecznie.

history-import = #{ $number } · { $date } · { $points } · brought along
why-import = Entry #{ $number }, { $date }: { $points }. You brought them along from the program the shop had before.

word-export = export
menu-export = members, balances and consents as files
export-done = Everybody with their balances and consents, as CSV files for a spreadsheet. They hold personal data: keep them safe.

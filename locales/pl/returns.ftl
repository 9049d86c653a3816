### Zamówienia zwrócone w całości lub w części.

notice-given-back = ↩️ Zamówienie { $order } zostało zwrócone. Z tego, co na nie poszło, wraca do ciebie: { $points }
history-returned = #{ $number } · { $date } · { $points } · wydane na zwrócony zakup
history-owed = #{ $number } · { $date } · { $points } · za zakup zwrócony wcześniej
why-returned = Wpis #{ $number } z { $date }: { $points }. To było wydane na zwrócony zakup z kuponem { $reference }.
why-owed = Wpis #{ $number } z { $date }: { $points }. Zakup został zwrócony, gdy to, co za niego naliczono, było już wydane; nowe naliczenia najpierw to pokrywają.
why-owes = Już wydane, więc następne naliczenia najpierw pokryją: { $points }.
points-owed = Ze zwróconego zakupu już wydane, więc następne naliczenia najpierw pokryją: { $points }.

### Oferty, które mnożą to, co dają zakupy. Po dwukropku lub myślniku, w mianowniku.

offer-factor-until = × { $factor } za zakupy do { $date } włącznie
offer-factor-days = { $days ->
    [one] × { $factor } za zakupy, { $days } dzień
    [few] × { $factor } za zakupy, { $days } dni
    [many] × { $factor } za zakupy, { $days } dni
   *[other] × { $factor } za zakupy, { $days } dnia
}
why-boost = Mnożnik z naszej oferty dla ciebie: × { $factor }.
button-mailing-boost = × { $factor }, dni: { $days }
points-boost = 🎁 Teraz dla ciebie: { $given }

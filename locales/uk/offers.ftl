### Пропозиції, що множать нарахування за покупки. Після двокрапки або тире, у називному відмінку.

offer-factor-until = × { $factor } за покупки до { $date } включно
offer-factor-days = { $days ->
    [one] × { $factor } за покупки, { $days } день
    [few] × { $factor } за покупки, { $days } дні
    [many] × { $factor } за покупки, { $days } днів
   *[other] × { $factor } за покупки, { $days } дня
}
why-boost = Множник нашої пропозиції для вас: × { $factor }.
button-mailing-boost = × { $factor }, днів: { $days }
points-boost = 🎁 Зараз для вас: { $given }

### Предложения, которые умножают начисление за покупки. После двоеточия или тире, в именительном.

offer-factor-until = × { $factor } за покупки до { $date } включительно
offer-factor-days = { $days ->
    [one] × { $factor } за покупки, { $days } день
    [few] × { $factor } за покупки, { $days } дня
    [many] × { $factor } за покупки, { $days } дней
   *[other] × { $factor } за покупки, { $days } дня
}
why-boost = Множитель нашего предложения для вас: × { $factor }.
button-mailing-boost = × { $factor }, дней: { $days }
points-boost = 🎁 Сейчас для вас: { $given }

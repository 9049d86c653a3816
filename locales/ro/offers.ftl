### Oferte care înmulțesc ce aduc cumpărăturile. După două puncte sau liniuță, la nominativ.

offer-factor-until = × { $factor } la cumpărături până la { $date } inclusiv
offer-factor-days = { $days ->
    [one] × { $factor } la cumpărături, { $days } zi
    [few] × { $factor } la cumpărături, { $days } zile
   *[other] × { $factor } la cumpărături, { $days } de zile
}
why-boost = Coeficientul ofertei noastre pentru tine: × { $factor }.
button-mailing-boost = × { $factor }, zile: { $days }
points-boost = 🎁 Acum pentru tine: { $given }

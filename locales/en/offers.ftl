### Offers that multiply what purchases earn. After a colon or a dash, in the nominative.

offer-factor-until = × { $factor } for your purchases up to and including { $date }
offer-factor-days = { $days ->
    [one] × { $factor } for purchases, for { $days } day
   *[other] × { $factor } for purchases, for { $days } days
}
why-boost = Our offer to you multiplied it by { $factor }.
button-mailing-boost = × { $factor }, days: { $days }
points-boost = 🎁 For you now: { $given }

### Where a member is written to first, and by whose clock.

prefer-first = { $channel ->
    [sms] Najpierw SMS-em, potem w Telegramie
   *[telegram] Najpierw w Telegramie, potem SMS-em
}
zone-button = 🕐 Czas: { $place }
zone-ask = Według którego czasu mam pisać? Podaj duże miasto ze swojej strefy czasowej, na przykład Londyn. Teraz: { $place }.
zone-unknown = Nie znam takiego miasta. Podaj najbliższe duże albo strefę czasową, na przykład Europe/Warsaw. Teraz: { $place }.

### Where a member is written to first, and by whose clock.

prefer-first = { $channel ->
    [sms] First by SMS, then in Telegram
   *[telegram] First in Telegram, then by SMS
}
zone-button = 🕐 Time: { $place }
zone-ask = By whose clock should I write to you? Write a large city in your time zone, for example London. Now: { $place }.
zone-unknown = I don't know that city. Write the nearest large one, or a time zone such as Europe/Warsaw. Now: { $place }.

### Where a member is written to first, and by whose clock.

prefer-first = { $channel ->
    [sms] Сначала по SMS, потом в Telegram
   *[telegram] Сначала в Telegram, потом по SMS
}
zone-button = 🕐 Время: { $place }
zone-ask = По какому времени вам писать? Назовите большой город в вашем часовом поясе, например Варшава. Сейчас: { $place }.
zone-unknown = Такого города я не знаю. Назовите ближайший большой или часовой пояс, например Europe/Warsaw. Сейчас: { $place }.

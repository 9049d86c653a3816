### Where a member is written to first, and by whose clock.

prefer-first = { $channel ->
    [sms] Спершу в SMS, потім у Telegram
   *[telegram] Спершу в Telegram, потім у SMS
}
zone-button = 🕐 Час: { $place }
zone-ask = За яким часом вам писати? Назвіть велике місто у вашому часовому поясі, наприклад Варшава. Зараз: { $place }.
zone-unknown = Такого міста я не знаю. Назвіть найближче велике або часовий пояс, наприклад Europe/Warsaw. Зараз: { $place }.

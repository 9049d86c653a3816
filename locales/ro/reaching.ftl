### Where a member is written to first, and by whose clock.

prefer-first = { $channel ->
    [sms] Întâi prin SMS, apoi pe Telegram
   *[telegram] Întâi pe Telegram, apoi prin SMS
}
zone-button = 🕐 Ora: { $place }
zone-ask = După ora cărui oraș să îți scriu? Scrie un oraș mare din fusul tău orar, de exemplu Londra. Acum: { $place }.
zone-unknown = Nu cunosc orașul acesta. Scrie cel mai apropiat oraș mare sau fusul orar, de exemplu Europe/Warsaw. Acum: { $place }.

### To, co piszemy bez pytania. Teksty są proste; w SMS-ie liczy się każda litera.
### $points, $cost, $given, $missing przychodzą gotowe, w mianowniku: po dwukropku lub myślniku.

notice-own = { $text }
notice-with-offer = { $said }
    🎁 A do tego dla ciebie: { $given }
notice-birthday-day = 🎂 Wszystkiego najlepszego! Prezent dla ciebie: { $given }
notice-birthday-until = 🎂 Wszystkiego najlepszego! Prezent dla ciebie: { $given }
    Ważne do { $date }
notice-birthday-ahead = 🎂 Zbliżają się twoje urodziny. { $date } czeka prezent: { $given }
notice-expiry-warning = ⏳ Do wykorzystania najpóźniej { $date }: { $points }
notice-expiry-buys = ⏳ Do wykorzystania najpóźniej { $date }: { $points }
    Wystarczy już na: { $reward }
notice-pending-free = ⭐ Możesz już wydać: { $points }
notice-tier-up = 🏅 Masz nowy poziom: { $tier }
notice-tier-down = Twój poziom to teraz: { $tier }
notice-tier-keep = 🏅 Poziom { $tier } jest twój do { $date }
    Aby go zachować, brakuje: { $missing }
notice-tier-grant = 🎁 Za poziom { $tier }: { $given }
notice-voucher-ending = ⏳ Do wykorzystania najpóźniej { $date }: { $reward }
notice-voucher-given = 🎁 Masz nowy kupon: { $reward }
notice-reward-reach = 🎁 Masz już dość na: { $reward } ({ $cost })
notice-cart-left = 🛒 Twój koszyk czeka.
notice-cart-worth = 🛒 Twój koszyk czeka, a z twoimi punktami jest tańszy.
    { $points } – to rabat { $sum }.
    .balance = 🛒 Twój koszyk czeka, a z twoim saldem jest tańszy.
        { $points } – to rabat { $sum }.
notice-winback-missed = 👋 Dawno cię nie było. Zajrzyj znowu!
notice-winback-points = 👋 Dawno cię nie było. Czeka na ciebie: { $points }
notice-plan-renewal = { $title }: opłacone do { $date } włącznie.
notice-plan-ended = { $title }: okres się skończył. Możesz wrócić w każdej chwili.
notice-plan-grant = 🎁 { $title } daje ci: { $given }
notice-dividend-paid = 💰 Twoja dywidenda za rok: { $points }
notice-anniversary-day = { $years ->
    [one] 🎉 Jesteś z nami już { $years } rok. Dziękujemy!
    [few] 🎉 Jesteś z nami już { $years } lata. Dziękujemy!
    [many] 🎉 Jesteś z nami już { $years } lat. Dziękujemy!
   *[other] 🎉 Jesteś z nami już { $years } roku. Dziękujemy!
}
notice-referral-joined = 🤝 Ktoś przyjął twoje zaproszenie.
notice-referral-paid = 🤝 Premia za zaproszenie: { $given }
notice-referral-nudge = 🤝 Zaproś znajomego. Dla ciebie: { $given }
notice-purchase-earned = ⭐ Za zakupy: { $points }
notice-purchase-pending = ⭐ Za zakupy: { $points }
    Do wydania od { $date }
notice-purchase-waited = ⭐ Za zakupy sprzed dołączenia: { $points }
notice-taken-order = Zamówienie { $order } zmieniono lub zwrócono. Odjęto: { $points }
notice-taken-friend = Zakup twojego znajomego został zwrócony. Odjęto: { $points }
notice-taken-grant = Anulowano to, za co były punkty. Odjęto: { $points }
    .balance = Anulowano to, za co było naliczenie. Odjęto: { $points }
notice-taken-hand = Sklep odjął: { $points }
    Powód: { $reason }
notice-taken-undone = To, co sklep właśnie przyznał, było pomyłką. Odjęto: { $points }
notice-given-hand = ⭐ Od sklepu: { $points }
    Powód: { $reason }
notice-given-undone = To, co sklep właśnie odjął, było pomyłką. Wraca do ciebie: { $points }
button-cart = 🛒 Do koszyka
notice-purchase-paid = 💳 Zapłacono punktami przy kasie: { $points }
    .balance = 💳 Zapłacono z salda przy kasie: { $points }
notice-purchase-handed = 🎁 Wykorzystano przy kasie: { $reward }

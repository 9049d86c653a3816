### Ce le scriem membrilor fără să întrebe. Textele sunt simple; la SMS fiecare literă costă.
### $points, $cost, $given, $missing vin gata scrise: după două puncte sau liniuță.

notice-own = { $text }
notice-with-offer = { $said }
    🎁 Și un cadou pentru tine: { $given }
notice-birthday-day = 🎂 La mulți ani! Un cadou pentru tine: { $given }
notice-birthday-until = 🎂 La mulți ani! Un cadou pentru tine: { $given }
    Valabil până la { $date }
notice-birthday-ahead = 🎂 Se apropie ziua ta. Pe { $date } primești un cadou: { $given }
notice-expiry-warning = ⏳ De folosit cel târziu pe { $date }: { $points }
notice-expiry-buys = ⏳ De folosit cel târziu pe { $date }: { $points }
    Îți ajung deja pentru: { $reward }
notice-pending-free = ⭐ Poți folosi acum: { $points }
notice-tier-up = 🏅 Ai un nivel nou: { $tier }
notice-tier-down = Nivelul tău este acum: { $tier }
notice-tier-keep = 🏅 Nivelul { $tier } este al tău până la { $date }
    Ca să îl păstrezi, mai trebuie: { $missing }
notice-tier-grant = 🎁 Pentru nivelul { $tier }: { $given }
notice-voucher-ending = ⏳ De folosit cel târziu pe { $date }: { $reward }
notice-voucher-given = 🎁 Ai un voucher nou: { $reward }
notice-reward-reach = 🎁 Ai destul pentru: { $reward } ({ $cost })
notice-cart-left = 🛒 Coșul tău te așteaptă.
notice-cart-worth = 🛒 Coșul tău te așteaptă, iar cu punctele tale costă mai puțin.
    { $points } – adică o reducere de { $sum }.
    .balance = 🛒 Coșul tău te așteaptă, iar cu soldul tău costă mai puțin.
        { $points } – adică o reducere de { $sum }.
notice-winback-missed = 👋 Nu te-am mai văzut de ceva vreme. Mai treci pe la noi!
notice-winback-points = 👋 Nu te-am mai văzut de ceva vreme. Te așteaptă: { $points }
notice-plan-renewal = { $title }: plătit până la { $date } inclusiv.
notice-plan-ended = { $title }: perioada s-a încheiat. Poți reîncepe oricând.
notice-plan-grant = 🎁 { $title } îți aduce: { $given }
notice-dividend-paid = 💰 Dividendul tău pe an: { $points }
notice-anniversary-day = { $years ->
    [one] 🎉 Ești cu noi de { $years } an. Mulțumim!
    [few] 🎉 Ești cu noi de { $years } ani. Mulțumim!
   *[other] 🎉 Ești cu noi de { $years } de ani. Mulțumim!
}
notice-referral-joined = 🤝 Un prieten a acceptat invitația ta.
notice-referral-paid = 🤝 Bonus pentru invitație: { $given }
notice-referral-nudge = 🤝 Invită un prieten. Pentru tine: { $given }
notice-purchase-earned = ⭐ Pentru cumpărături: { $points }
notice-purchase-pending = ⭐ Pentru cumpărături: { $points }
    Se pot folosi din { $date }
notice-purchase-waited = ⭐ Pentru ce ai cumpărat înainte de înscriere: { $points }
notice-taken-order = Comanda { $order } a fost modificată sau returnată. Retras: { $points }
notice-taken-friend = Cumpărătura prietenului tău a fost returnată. Retras: { $points }
notice-taken-grant = S-a anulat motivul pentru care ai primit punctele. Retras: { $points }
    .balance = S-a anulat motivul pentru care ai primit asta. Retras: { $points }
notice-taken-hand = Retras de magazin: { $points }
    Motiv: { $reason }
notice-taken-undone = Ce ți-a dat magazinul mai devreme a fost o greșeală. Retras: { $points }
notice-given-hand = ⭐ De la magazin: { $points }
    Motiv: { $reason }
notice-given-undone = Ce ți s-a retras mai devreme a fost o greșeală. Primești înapoi: { $points }
button-cart = 🛒 Spre coș
notice-purchase-paid = 💳 Plătit cu puncte la casă: { $points }
    .balance = 💳 Plătit din sold la casă: { $points }
notice-purchase-handed = 🎁 Folosit la casă: { $reward }

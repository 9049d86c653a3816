### Voucherele la finalizarea comenzii și punctele doar puse deoparte pentru un voucher.

voucher-checkout = În magazinul nostru online, introdu codul la finalizarea comenzii.
voucher-held = Deocamdată totul e doar pus deoparte: dacă nu folosești voucherul, se întoarce.
history-hold = #{ $number } · { $date } · { $points } · puse deoparte pentru voucherul { $reference }
history-held-spent = #{ $number } · { $date } · voucherul { $reference } folosit, ce era pus deoparte e cheltuit
history-release = #{ $number } · { $date } · { $points } · înapoi de la voucherul nefolosit { $reference }
why-hold = Înregistrarea #{ $number }, { $date }: { $points }, puse deoparte pentru voucherul { $reference }. Dacă nu îl folosești la timp, se întorc.
why-held-spent = Înregistrarea #{ $number }, { $date }: ai folosit voucherul { $reference }, așa că ce era pus deoparte pentru el e cheltuit.
why-release = Înregistrarea #{ $number }, { $date }: { $points }, înapoi pentru că voucherul { $reference } nu a fost folosit la timp.
notice-voucher-released = ↩️ Nefolosit la timp: { $reward }
    Înapoi în contul tău: { $points }
notice-voucher-charged = Ai comandat cu codul pentru: { $reward }
    Așa că totuși s-au cheltuit pentru ea: { $points }

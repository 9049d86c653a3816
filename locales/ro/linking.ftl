### Links from the web shop that tie a customer's account there to the membership.

link-done = 🔗 Gata: contul tău din magazinul nostru online e legat de card. Ce cumperi acolo se adună singur.
link-join-first = 🔗 Înscrie-te și contul tău din magazinul nostru online se leagă imediat.
link-others = Contul acesta din magazinul online e legat de alt card. Dacă amândouă sunt ale tale, scrie magazinului: deocamdată nu s-a schimbat nimic.
link-others-merge = Contul acesta din magazinul online e legat de alt card. Dacă e tot al tău, scrie MERGE și cele două carduri devin unul.
link-over = Acest link nu mai e valabil. Intră în magazin sau în chatul nostru: tot ce e nou e acolo.
link-wrong = Linkul acesta nu mai merge: fiecare merge o singură dată, timp de o zi. Intră în contul tău din magazinul online și ia altul.
link-shut-out = Prea multe linkuri care nu merg. Încearcă mâine, cu unul nou din contul tău din magazinul online.

bought-before = { $orders ->
    [one] 🛍 Se pune și comanda dinainte. Pentru ea: { $points }
    [few] 🛍 Se pun și cele { $orders } comenzi dinainte. Pentru ele: { $points }
   *[other] 🛍 Se pun și cele { $orders } de comenzi dinainte. Pentru ele: { $points }
}

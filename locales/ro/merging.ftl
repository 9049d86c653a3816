### Two memberships of one person become one.

word-merge = unește, uneste, unește cardurile, uneste cardurile
button-merge-ask = Da, ambele sunt ale mele
button-merge-go = Unește-le
button-merge-yes = Da, eu sunt
button-merge-no = Nu, nu sunt eu

merge-found = Numărul acesta îl are alt card. Dacă e tot al tău, le poți uni: tot ce ai adunat, cu termenele lui, și nivelul mai bun.
merge-waits = ⏳ Am anunțat celălalt card. Dacă până la { $date } nu se opune nimeni, le poți uni, iar noi îți scriem. Îl folosești și în alt chat? Scrie acolo MERGE YES și nu mai aștepți.
merge-asked = 🔐 Cineva cu numărul tău de telefon vrea să unească cardul tău cu al lui. Dacă nu ești tu, scrie MERGE NO până la { $date } și nu se întâmplă nimic.
merge-ready = 🔗 Acum cele două carduri ale tale se pot uni.
merge-refused = Celălalt card a refuzat, așa că nu s-a unit nimic. Dacă ambele sunt ale tale, te ajută cu drag cei de la magazin.
merge-done = ✅ Acum ai un singur card. S-au adăugat: { $points }. Numărul vechi al cardului merge în continuare.
merge-signup-once = Darul de bun venit se dă o singură dată. S-au scăzut: { $points }
merge-agreed = 👍 Mulțumim. Continuă în celălalt chat.
merge-kept = 👍 Am notat: cardul rămâne numai al tău. Ai număr nou de telefon? Dă-ni-l aici.
merge-nothing = Nu e nimic la care să răspunzi.

history-signup-back = #{ $number } · { $date } · { $points } · darul de bun venit, primit de două ori
why-signup-back = Înregistrarea #{ $number }, { $date }: { $points }, pentru că două carduri ale tale au devenit unul, iar darul de bun venit se dă o singură dată.
error-nothing-to-merge = Acum nu e nimic de unit. Dacă ai două carduri, te ajută cu drag cei de la magazin.

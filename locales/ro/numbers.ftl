### Phone numbers that may have got a new owner.

word-number = număr, numar
button-number-new = Sunt aici pentru prima dată

number-asked = 🔐 De la numărul tău { $phone } a venit un SMS. Numerele își schimbă proprietarii, așa că te întrebăm: mai este al tău? Până răspunzi, de acolo nu se poate vedea sau cheltui nimic de-al tău. Fără răspuns până la { $date }, considerăm că ești tu.
number-held = Numărul acesta e pe un card, dar numerele își schimbă proprietarii. Cardul e al tău? Scrie NUMBER și numărul cardului sau confirmă în chatul nostru din Telegram. Ori scrie din nou după { $date }.
number-held-shop = Numărul acesta e pe un card, dar numerele își schimbă proprietarii. Cardul e al tău? Scrie NUMBER și numărul cardului, confirmă în chatul nostru din Telegram sau întreabă la magazin.
number-yours = 👍 Mulțumim. De la acest număr merge din nou totul.
number-free = Mulțumim. Numărul acesta nu mai este pe niciun card. Vrei un card al tău?
number-kept = 👍 Mulțumim. { $phone } este al tău, iar la SMS-urile de acolo răspundem ca de obicei.
number-dropped = 👍 Am notat: { $phone } nu mai este pe cardul tău. Ai un număr nou? Dă-ni-l aici.
number-gone = ℹ️ Persoana care scrie de la { $phone } spune că acesta nu e cardul ei, așa că numărul nu mai este pe el. Tot ce ai adunat e la locul lui. Ai un număr nou? Dă-ni-l aici.

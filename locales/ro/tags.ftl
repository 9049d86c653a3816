### Unde locuiesc membrii și după ce etichete îi cunoaște magazinul.

word-city = oraș, oras, orașul meu, orasul meu
menu-city = spune-ne orașul tău
button-city = 🏙 Oraș
button-no-city = Nu-mi păstra orașul
profile-city = Oraș: { $city }
profile-no-city = Oraș: necompletat
city-ask = În ce oraș locuiești? Scrie numele lui și îți spunem ce se întâmplă acolo.
error-city-not-understood = Nu pare un nume de oraș. Scrie, de exemplu: București
broadcast-field-city = unde locuiesc
broadcast-field-tag = etichetele date de voi

word-tag = etichetă, eticheta, etichete, tag
menu-tag = pune o etichetă unui membru: etichetă 2040128169768 +vip
tag-how = Scrie: etichetă CARD +vip -nou. În locul cardului poți scrie numărul de telefon sau numele. Membrii nu își văd etichetele.
tag-used = { $tag } – membri: { $count }
tag-has = { $name }: { $tags }
tag-has-none = { $name }: fără etichete
tag-which = Sunt mai mulți astfel de membri. La care te referi?
tag-whom = { $name }, { $card }
audit-tagged = { $name } · etichete: { $about }
error-tag-not-understood = „{ $tag }” nu poate fi etichetă. Începe cu o literă, apoi litere, cifre și cratime, cel mult 32 de caractere.
error-too-many-tags = Prea multe etichete. Un membru poate avea cel mult { $most }.

### Gdzie mieszkają uczestnicy i pod jakimi etykietami zna ich sklep.

word-city = miasto, moje miasto
menu-city = podaj swoje miasto
button-city = 🏙 Miasto
button-no-city = Nie zapisuj miasta
profile-city = Miasto: { $city }
profile-no-city = Miasto: nie podano
city-ask = W jakim mieście mieszkasz? Napisz nazwę, a damy znać, co się tam dzieje.
error-city-not-understood = To nie wygląda na nazwę miasta. Napisz na przykład: Warszawa
broadcast-field-city = gdzie mieszkają
broadcast-field-tag = etykiety, które mają od was

word-tag = etykieta, etykiety, tag
menu-tag = nadaj etykietę: etykieta 2040128169768 +vip
tag-how = Napisz: etykieta KARTA +vip -nowy. Zamiast karty może być numer telefonu lub imię. Uczestnicy nie widzą swoich etykiet.
tag-used = { $tag } – uczestnicy: { $count }
tag-has = { $name }: { $tags }
tag-has-none = { $name }: bez etykiet
tag-which = Jest kilka takich osób. O kogo chodzi?
tag-whom = { $name }, { $card }
audit-tagged = { $name } · etykiety: { $about }
error-tag-not-understood = „{ $tag }” nie może być etykietą. Najpierw litera, dalej litery, cyfry i łączniki, razem do 32 znaków.
error-too-many-tags = Za dużo etykiet. Jedna osoba może ich mieć najwyżej { $most }.

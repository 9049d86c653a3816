### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = personel, zespół, zespol, pracownicy
word-mute = alarmy, wycisz alarmy

menu-staff = zespół: zaproś lub zmień rolę lub usuń
menu-mute = o czym do Ciebie pisać

button-staff = 👥 Zespół
button-dismiss = Usuń z zespołu
button-dismiss-yes = Tak, usuń
button-mute = 🔔 O czym pisać

### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = personal, echipă, echipa, angajați, angajati
word-mute = fără alarme, fara alarme, alarme

menu-staff = echipa: invită sau schimbă rolul sau elimină
menu-mute = despre ce îți scriu

button-staff = 👥 Echipa
button-dismiss = Elimină din echipă
button-dismiss-yes = Da, elimină
button-mute = 🔔 Despre ce îți scriu

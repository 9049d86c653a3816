### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = персонал, команда магазина, сотрудники
word-mute = без звука, тихо

menu-staff = команда: пригласить или сменить роль или уволить
menu-mute = о чём вам писать

button-staff = 👥 Команда
button-dismiss = Убрать из команды
button-dismiss-yes = Да, убрать
button-mute = 🔔 О чём писать

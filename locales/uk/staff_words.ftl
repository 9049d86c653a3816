### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = персонал, команда магазину, працівники
word-mute = без звуку, тихо

menu-staff = команда: запросити або змінити роль чи звільнити
menu-mute = про що вам писати

button-staff = 👥 Команда
button-dismiss = Вилучити з команди
button-dismiss-yes = Так, вилучити
button-mute = 🔔 Про що писати

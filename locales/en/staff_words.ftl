### The words of the people behind the counter: what they can type, the menu's descriptions, buttons.

word-staff = staff, team
word-mute = mute, alarms

menu-staff = the team: invite, change roles, remove
menu-mute = what I write to you about

button-staff = 👥 Team
button-dismiss = Remove from the team
button-dismiss-yes = Yes, remove
button-mute = 🔔 What I write about

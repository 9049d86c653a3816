### Ce află proprietarii despre confidențialitate.

alarm-privacy = clienții care își cer datele
alarm-data-asked = 📄 Un client al magazinului { $shop } cere tot ce se păstrează despre el: cardul { $card }. Pe calculatorul cu botul, îl arată loyalty member report { $card }

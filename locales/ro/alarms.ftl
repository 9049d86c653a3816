### Ce află proprietarii despre magazinele online și despre coduri. $shop e numele scurt al magazinului.

alarm-shops = magazinele online care tac sau refuză ceva
alarm-codes = codurile partenerilor care se termină
staff-told-codes-low = Se termină codurile pentru { $reward }. Au rămas: { $count }
staff-told-codes-out = S-au terminat codurile pentru { $reward }. Până nu apar altele, nimeni nu o poate primi.
staff-told-silent = Neobișnuit de liniște: magazinul { $shop } nu a mai trimis comenzi de { $hours } h. Webhookul lui mai e pornit?
staff-told-codes-refused = Magazinul { $shop } a refuzat coduri de reducere de-ale noastre: { $count }. Motivele: loyalty shops codes
staff-told-lost = Din magazinul { $shop } nu au ajuns la noi comenzi sau modificări: { $count }. Acum sunt înregistrate. Webhookurile lui sunt pornite?

## Ce află proprietarii despre confidențialitate.

alarm-privacy = clienții care își cer datele
alarm-data-asked = 📄 Un client al magazinului { $shop } cere tot ce se păstrează despre el: cardul { $card }. Pe calculatorul cu botul, îl arată loyalty member report { $card }

### The program's rules in plain words: the chat word "rules" and `loyalty program explain`.
### $points is "30 punktów", in the nominative, a sum of money, or a reward's name: only after a
### colon, "co najmniej" or at the start. $amount and $minimum are sums, $title, $tier and $plan
### names. Lists come joined: "a, b i c". Points may have any name ("stars"), so sentences without
### $points avoid the word. A detail is a sentence below the one it belongs to.

rules-title = Jak działa { $program }
rules-detail = – { $said }
rules-detail-deeper = {"   "}· { $said }

## Earning

rules-rates-best = Jeśli do towaru pasuje kilka z tych zasad, liczy się najkorzystniejsza:
rules-rate-first = Tam, gdzie ta zasada pasuje, liczy się zamiast tych poniżej.
rules-rate-added = To dochodzi do wszystkiego, co jeszcze dostajesz za zakupy.
rules-purchase = Za każde wydane { $amount }: { $points }.
rules-purchase-no-carry = Każde zamówienie liczy się osobno i jest zaokrąglane w dół.
rules-purchase-nothing = Za niektóre zakupy nic nie naliczamy:
rules-cashback = Z wydanej kwoty wraca do ciebie: { $percent }%.
rules-share-in-points = Każde { $amount } z tego to: { $points }.
rules-factors-best = Jeśli pasuje kilka mnożników (razem z mnożnikiem poziomu), liczy się najwyższy:
rules-factor-added = Ten mnożnik działa razem z innymi.
rules-multiplier = Zakupy liczą się × { $factor }
rules-extras = Wszystko z poniższego, co pasuje, sumuje się:
rules-order = Za każde zamówienie: { $points }.
rules-item = Za każdą kupioną sztukę: { $points }.
rules-brackets = Zależnie od wartości zamówienia:
rules-bracket = Od { $amount }: { $points }.
rules-purchase-minimum = Liczą się zamówienia od { $minimum }.
rules-purchase-pending = { $days ->
    [one] To, co dostajesz za zamówienie, możesz wydać po { $days } dniu.
    [few] To, co dostajesz za zamówienie, możesz wydać po { $days } dniach.
    [many] To, co dostajesz za zamówienie, możesz wydać po { $days } dniach.
   *[other] To, co dostajesz za zamówienie, możesz wydać po { $days } dnia.
}
rules-purchase-fulfilled = Możesz to wydać, gdy odbierzesz zamówienie.
rules-purchase-returned = Jeśli zwrócisz zamówienie, to, co było za nie naliczone, zniknie z konta.
rules-returned-pending = To, co możesz już wydać, zostaje u ciebie.
rules-returned-owed = Jeśli to już wydasz, następne naliczenia najpierw to pokryją.
rules-returned-spent = To, co wydasz na zamówienie, wróci proporcjonalnie.
rules-purchase-before = { $days ->
    [one] Zakupy z dnia przed dołączeniem też się liczą, gdy tylko podasz numer telefonu albo połączysz konto w sklepie internetowym.
    [few] Zakupy z { $days } dni przed dołączeniem też się liczą, gdy tylko podasz numer telefonu albo połączysz konto w sklepie internetowym.
    [many] Zakupy z { $days } dni przed dołączeniem też się liczą, gdy tylko podasz numer telefonu albo połączysz konto w sklepie internetowym.
   *[other] Zakupy z { $days } dnia przed dołączeniem też się liczą, gdy tylko podasz numer telefonu albo połączysz konto w sklepie internetowym.
}
rules-counts-goods = Dostawa i podatek doliczany do ceny się nie liczą.
rules-counts-no-shipping = Dostawa się nie liczy.
rules-counts-no-tax = Podatek doliczany do ceny się nie liczy.
rules-counts-discounts = Liczy się cena przed rabatami i kuponami.
rules-counts-currency = Zakupy w { $currency } też się liczą: 1 { $currency } jak { $rate } { $own }.
rules-counts-gift-cards = Zakup karty podarunkowej też się liczy.
rules-counts-without = Nic nie naliczamy za: { $goods }.
rules-limit-points = { $every ->
    [order] Najwyżej za jedno zamówienie: { $points }.
    [day] Najwyżej dziennie: { $points }.
    [week] Najwyżej tygodniowo: { $points }.
    [month] Najwyżej miesięcznie: { $points }.
    [year] Najwyżej rocznie: { $points }.
   *[ever] Najwyżej łącznie: { $points }.
}
rules-limit-times = { $every ->
    [order] Ile razy za jedno zamówienie, najwyżej: { $times }.
    [day] Ile razy dziennie, najwyżej: { $times }.
    [week] Ile razy tygodniowo, najwyżej: { $times }.
    [month] Ile razy miesięcznie, najwyżej: { $times }.
    [year] Ile razy rocznie, najwyżej: { $times }.
   *[ever] Ile razy łącznie, najwyżej: { $times }.
}
rules-lasts = { $months ->
    [one] To, co za to naliczymy, przepada po { $months } miesiącu.
    [few] To, co za to naliczymy, przepada po { $months } miesiącach.
    [many] To, co za to naliczymy, przepada po { $months } miesiącach.
   *[other] To, co za to naliczymy, przepada po { $months } miesiąca.
}
rules-lasts-days = { $days ->
    [one] To, co za to naliczymy, przepada po { $days } dniu.
    [few] To, co za to naliczymy, przepada po { $days } dniach.
    [many] To, co za to naliczymy, przepada po { $days } dniach.
   *[other] To, co za to naliczymy, przepada po { $days } dnia.
}

## Goals

rules-challenge = Za osiągnięty cel: { $points }.
rules-challenge-titled = { $title }: { $points }.
rules-goal-spend = Cel: zakupy za { $amount }.
rules-goal-orders = { $goal ->
    [one] Cel: { $goal } zamówienie.
    [few] Cel: { $goal } zamówienia.
    [many] Cel: { $goal } zamówień.
   *[other] Cel: { $goal } zamówienia.
}
rules-goal-items = { $goal ->
    [one] Cel: { $goal } sztuka.
    [few] Cel: { $goal } sztuki.
    [many] Cel: { $goal } sztuk.
   *[other] Cel: { $goal } sztuki.
}
rules-goal-days = { $goal ->
    [one] Cel: zakupy przez { $goal } dzień z rzędu.
    [few] Cel: zakupy przez { $goal } dni z rzędu.
    [many] Cel: zakupy przez { $goal } dni z rzędu.
   *[other] Cel: zakupy przez { $goal } dnia z rzędu.
}
rules-goal-weeks = { $goal ->
    [one] Cel: zakupy przez { $goal } tydzień z rzędu, choć raz w każdym.
    [few] Cel: zakupy przez { $goal } tygodnie z rzędu, choć raz w każdym.
    [many] Cel: zakupy przez { $goal } tygodni z rzędu, choć raz w każdym.
   *[other] Cel: zakupy przez { $goal } tygodnia z rzędu, choć raz w każdym.
}
rules-goal-months = { $goal ->
    [one] Cel: zakupy przez { $goal } miesiąc z rzędu, choć raz w każdym.
    [few] Cel: zakupy przez { $goal } miesiące z rzędu, choć raz w każdym.
    [many] Cel: zakupy przez { $goal } miesięcy z rzędu, choć raz w każdym.
   *[other] Cel: zakupy przez { $goal } miesiąca z rzędu, choć raz w każdym.
}
rules-challenge-once = { $every ->
    [day] Naliczamy raz dziennie, każdego dnia liczymy od nowa.
    [week] Naliczamy raz w tygodniu, co tydzień liczymy od nowa.
    [month] Naliczamy raz w miesiącu, co miesiąc liczymy od nowa.
    [year] Naliczamy raz w roku, co rok liczymy od nowa.
   *[ever] Naliczamy jeden raz.
}
rules-challenge-repeats = { $every ->
    [day] Naliczamy za każdym razem, gdy osiągniesz cel; każdego dnia liczymy od nowa.
    [week] Naliczamy za każdym razem, gdy osiągniesz cel; co tydzień liczymy od nowa.
    [month] Naliczamy za każdym razem, gdy osiągniesz cel; co miesiąc liczymy od nowa.
    [year] Naliczamy za każdym razem, gdy osiągniesz cel; co rok liczymy od nowa.
   *[ever] Naliczamy za każdym razem, gdy osiągniesz cel, a reszta liczy się dalej.
}

## Without a purchase, and once a year

rules-signup = Za dołączenie: { $points }.
rules-birthday = Na urodziny, co roku: { $points }.
rules-anniversary = Za każdy pełny rok w programie, jeśli zgadzasz się na oferty: { $points }.
rules-rating = Gdy oceniasz zakup, o który pytamy: { $points }.
rules-survey = Raz, za odpowiedź na „{ $question }”: { $points }.
rules-birthday-before = { $days ->
    [one] Datę urodzin podaj co najmniej { $days } dzień wcześniej.
    [few] Datę urodzin podaj co najmniej { $days } dni wcześniej.
    [many] Datę urodzin podaj co najmniej { $days } dni wcześniej.
   *[other] Datę urodzin podaj co najmniej { $days } dnia wcześniej.
}
rules-action = { $title }: { $points }.
rules-action-later = { $days ->
    [one] Naliczymy to po { $days } dniu.
    [few] Naliczymy to po { $days } dniach.
    [many] Naliczymy to po { $days } dniach.
   *[other] Naliczymy to po { $days } dnia.
}
rules-dividend = { $year ->
    [membership] Po każdym roku od dołączenia wraca do ciebie z kwoty wydanej w tym roku: { $percent }%.
    [plan] Po każdym roku twojego planu wraca do ciebie z kwoty wydanej w tym roku: { $percent }%.
   *[calendar] Po każdym roku kalendarzowym wraca do ciebie z kwoty wydanej w tym roku: { $percent }%.
}
rules-dividend-paid = Dzień wypłaty: { $day }.

## Conditions

rules-only-categories = Tylko w kategoriach: { $categories }.
rules-only-labels = Tylko towary z oznaczeniem: { $labels }.
rules-only-skus = Tylko te towary: { $skus }.
rules-only-goods = Tylko: { $goods }.
rules-not-goods = Oprócz: { $goods }.
rules-goods-category = kategoria „{ $name }”
rules-goods-label = oznaczenie „{ $name }”
rules-goods-sku = towar { $name }
rules-only-tiers = Tylko na poziomie: { $tiers }.
rules-only-plans = Tylko jeśli masz: { $plans }.
rules-only-channels = Tylko przy zakupach: { $channels }.
rules-channel-store = w sklepie
rules-channel-web = na stronie
rules-channel-app = w aplikacji
rules-only-shops = Tylko w sklepie: { $shops }.
rules-only-payments = Tylko przy takiej płatności: { $payments }.
rules-only-weekdays = Tylko w te dni: { $weekdays }.
rules-only-date = Tylko { $date }.
rules-only-between = Tylko od { $since } do { $until }.
rules-only-since = Tylko od { $since }.
rules-only-until = Tylko do { $until }.
rules-only-first-days = { $of ->
    [tier] { $days ->
        [one] Tylko w pierwszym dniu na tym poziomie.
        [few] Tylko przez pierwsze { $days } dni na tym poziomie.
        [many] Tylko przez pierwszych { $days } dni na tym poziomie.
       *[other] Tylko przez pierwsze { $days } dnia na tym poziomie.
    }
    [plan] { $days ->
        [one] Tylko w pierwszym dniu planu.
        [few] Tylko przez pierwsze { $days } dni planu.
        [many] Tylko przez pierwszych { $days } dni planu.
       *[other] Tylko przez pierwsze { $days } dnia planu.
    }
   *[membership] { $days ->
        [one] Tylko w dniu dołączenia.
        [few] Tylko przez pierwsze { $days } dni od dołączenia.
        [many] Tylko przez pierwszych { $days } dni od dołączenia.
       *[other] Tylko przez pierwsze { $days } dnia od dołączenia.
    }
}
rules-only-birthday = { $span ->
    [day] Tylko w dniu twoich urodzin.
   *[month] Tylko w miesiącu twoich urodzin.
}
rules-only-chosen-day = Tylko w jeden dzień w roku, który sobie wybierzesz.
rules-only-first-order = Tylko przy pierwszym zamówieniu.
rules-only-order-number = Tylko przy twoim zamówieniu numer { $number }.
rules-only-every-nth = Tylko przy co { $number }. zamówieniu.
rules-only-basket = Tylko przy zamówieniach od { $minimum }.

## Bringing a friend

rules-referrer = Za każdą zaproszoną osobę, po jej pierwszych zakupach: { $points }.
rules-referrer-joining = Za każdą osobę, która dołączy z twojego zaproszenia: { $points }.
rules-referrer-every-order = Za każde zakupy zaproszonej przez ciebie osoby: { $points }.
rules-friend = Dla zaproszonej osoby, po jej pierwszych zakupach: { $points }.
rules-friend-joining = Dla zaproszonej osoby, za dołączenie: { $points }.
rules-referral-milestone = { $friends ->
    [one] Gdy zaprosisz { $friends } osobę, dodatkowo: { $points }.
    [few] Gdy zaprosisz { $friends } osoby, dodatkowo: { $points }.
    [many] Gdy zaprosisz { $friends } osób, dodatkowo: { $points }.
   *[other] Gdy zaprosisz { $friends } osoby, dodatkowo: { $points }.
}
rules-referral-minimum = Zakupy zaproszonej osoby liczą się od { $minimum }.
rules-referral-within = { $days ->
    [one] Zakupy zaproszonej osoby liczą się przez { $days } dzień od dołączenia.
    [few] Zakupy zaproszonej osoby liczą się przez { $days } dni od dołączenia.
    [many] Zakupy zaproszonej osoby liczą się przez { $days } dni od dołączenia.
   *[other] Zakupy zaproszonej osoby liczą się przez { $days } dnia od dołączenia.
}
rules-referral-hold = { $days ->
    [one] Naliczamy po { $days } dniu od zakupów tej osoby, jeśli ich nie zwróci.
    [few] Naliczamy po { $days } dniach od zakupów tej osoby, jeśli ich nie zwróci.
    [many] Naliczamy po { $days } dniach od zakupów tej osoby, jeśli ich nie zwróci.
   *[other] Naliczamy po { $days } dnia od zakupów tej osoby, jeśli ich nie zwróci.
}
rules-referral-at-most = { $friends ->
    [one] Naliczamy najwyżej za { $friends } osobę.
    [few] Naliczamy najwyżej za { $friends } osoby.
    [many] Naliczamy najwyżej za { $friends } osób.
   *[other] Naliczamy najwyżej za { $friends } osoby.
}
rules-referral-at-most-a-month = { $friends ->
    [one] Naliczamy najwyżej za { $friends } osobę w miesiącu.
    [few] Naliczamy najwyżej za { $friends } osoby w miesiącu.
    [many] Naliczamy najwyżej za { $friends } osób w miesiącu.
   *[other] Naliczamy najwyżej za { $friends } osoby w miesiącu.
}
rules-referral-review = Nietypowe zaproszenia sklep sprawdza, zanim cokolwiek naliczy.

## Tiers

rules-tiers-lifetime = Twój poziom zależy od wszystkiego, co zbierasz za zakupy od samego początku.
rules-tiers-calendar-year = Twój poziom zależy od tego, ile zbierasz za zakupy od 1 stycznia.
rules-tiers-anniversary = Twój poziom zależy od tego, ile zbierasz za zakupy od ostatniej rocznicy dołączenia.
rules-tiers-rolling = { $months ->
    [one] Twój poziom zależy od tego, ile zbierasz za zakupy: liczy się ostatni miesiąc.
    [few] Twój poziom zależy od tego, ile zbierasz za zakupy: liczą się ostatnie { $months } miesiące.
    [many] Twój poziom zależy od tego, ile zbierasz za zakupy: liczy się ostatnich { $months } miesięcy.
   *[other] Twój poziom zależy od tego, ile zbierasz za zakupy: liczy się ostatnie { $months } miesiąca.
}
rules-tiers-window = { $window ->
    [calendar_year] Do poziomu liczy się wszystko od 1 stycznia.
    [anniversary] Do poziomu liczy się wszystko od ostatniej rocznicy dołączenia.
   *[lifetime] Do poziomu liczy się wszystko od dołączenia.
}
rules-tiers-window-rolling = { $months ->
    [one] Do poziomu liczy się ostatni miesiąc.
    [few] Do poziomu liczą się ostatnie { $months } miesiące.
    [many] Do poziomu liczy się ostatnich { $months } miesięcy.
   *[other] Do poziomu liczy się ostatnie { $months } miesiąca.
}
rules-tiers-pending = To, co zbierzesz za zamówienie, liczy się dopiero wtedy, gdy można to wydać.
rules-tier-first = { $tier }: poziom na start, dla każdego.
rules-tier = { $tier }: { $points } lub więcej.
rules-tier-needs = { $tier }: { $needs }.
rules-tier-given = { $tier }: ten poziom daje tylko sklep.
rules-tier-keep = Żeby go utrzymać: { $needs }.
rules-need-points = co najmniej { $points }
rules-need-all-points = co najmniej { $points }, naliczone za cokolwiek
rules-need-spend = zakupy za co najmniej { $amount }
rules-need-orders = { $orders ->
    [one] co najmniej { $orders } zamówienie
    [few] co najmniej { $orders } zamówienia
    [many] co najmniej { $orders } zamówień
   *[other] co najmniej { $orders } zamówienia
}
rules-need-items = { $items ->
    [one] co najmniej { $items } sztuka
    [few] co najmniej { $items } sztuki
    [many] co najmniej { $items } sztuk
   *[other] co najmniej { $items } sztuki
}
rules-tier-more = Za zakupy dostajesz o { $percent }% więcej.
rules-tier-fewer = Za zakupy dostajesz o { $percent }% mniej.
rules-tiers-hold = { $window ->
    [anniversary] Osiągnięty poziom masz do końca następnego roku od rocznicy dołączenia.
   *[calendar_year] Osiągnięty poziom masz do końca następnego roku kalendarzowego.
}
rules-tiers-recalculated = Jeśli go nie utrzymasz, masz ten poziom, na który zbierzesz od nowa.
rules-tiers-one-down = Jeśli nie utrzymasz poziomu, spada on o jeden.
rules-tiers-never-fall = Osiągnięty poziom zostaje na zawsze.
rules-tiers-grace = { $days ->
    [one] Nieutrzymany poziom masz jeszcze przez { $days } dzień.
    [few] Nieutrzymany poziom masz jeszcze przez { $days } dni.
    [many] Nieutrzymany poziom masz jeszcze przez { $days } dni.
   *[other] Nieutrzymany poziom masz jeszcze przez { $days } dnia.
}
rules-tiers-inherit = Każdy poziom daje też wszystko to, co niższe poziomy.
rules-tiers-own = Każdy poziom daje tylko to, co jest pod nim wymienione.

## What members have and are given

rules-benefits = Każdy w programie ma:
rules-benefit-discount = Rabat { $percent }%.
rules-benefit-shipping = Darmowa dostawa.
rules-benefit-shipping-from = Darmowa dostawa od { $minimum }.
rules-benefit-shipping-method = Darmowa dostawa, sposób: { $method }.
rules-benefit-shipping-method-from = Darmowa dostawa od { $minimum }, sposób: { $method }.
rules-benefit-early-access = { $days ->
    [one] Nowości i wyprzedaże { $days } dzień przed innymi.
    [few] Nowości i wyprzedaże { $days } dni przed innymi.
    [many] Nowości i wyprzedaże { $days } dni przed innymi.
   *[other] Nowości i wyprzedaże { $days } dnia przed innymi.
}
rules-benefit-perk = { $title }.
rules-benefit-access = Prawo do zakupów u nas: bez niego nie da się zamówić.
rules-discounts-best = Rabaty się nie sumują: liczy się najwyższy.
rules-grant = { $every ->
    [once] Jeden raz, na początku: { $points }.
    [entry] Za każdym razem na początku: { $points }.
    [month] Na początku i potem co miesiąc: { $points }.
    [calendar_year] Na początku i potem co roku 1 stycznia: { $points }.
   *[year] Na początku i potem co roku: { $points }.
}
rules-grant-lapses = To, czego nie wykorzystasz, przepada, gdy przychodzi następne.

## Plans

rules-plan = { $period ->
    [month] { $plan }: { $price } miesięcznie.
    [year] { $plan }: { $price } rocznie.
   *[once] { $plan }: { $price }, raz i na zawsze.
}
rules-plan-in-stars = { $period ->
    [month] { $plan }, miesięcznie, w Telegram Stars: { $stars }.
    [year] { $plan }, rocznie, w Telegram Stars: { $stars }.
   *[once] { $plan }, raz i na zawsze, w Telegram Stars: { $stars }.
}
rules-plan-free = { $period ->
    [month] { $plan }: bezpłatnie, za każdym razem na miesiąc.
    [year] { $plan }: bezpłatnie, za każdym razem na rok.
   *[once] { $plan }: bezpłatnie.
}
rules-plan-stars = Cena tu na czacie, w Telegram Stars: { $stars }.
rules-plan-approval = Składasz wniosek, a sklep decyduje.
rules-plan-trial = { $days ->
    [one] Pierwszy dzień jest bezpłatny.
    [few] Pierwsze { $days } dni są bezpłatne.
    [many] Pierwszych { $days } dni jest bezpłatnych.
   *[other] Pierwsze { $days } dnia jest bezpłatne.
}
rules-plan-tier = Daje wszystko to, co poziom { $tier }.

## Rewards

rules-rewards = Co możesz odebrać:
rules-reward-gift = { $title }: { $points }.
rules-reward-product = { $title } (gratis w jednym zamówieniu): { $points }.
rules-reward-amount-off = { $title } (jedno zamówienie tańsze o { $amount }): { $points }.
rules-reward-flexible = { $title } (ile, wybierasz ty; za każde { $amount } rabatu na jedno zamówienie): { $points }.
rules-reward-wallet = { $title }: wybierasz, jaką część zamówienia opłacisz tym, co masz na koncie.
rules-reward-percent-off = { $title } (jedno zamówienie tańsze o { $percent }%): { $points }.
rules-reward-free-shipping = { $title } (jedno zamówienie z dostawą gratis): { $points }.
rules-reward-raffle = { $title } (los w losowaniu { $date }): { $points }.
rules-reward-event = { $title } ({ $date }): { $points }.
rules-reward-early-access = { $title } (dla ciebie od { $date }, dla wszystkich od { $opens }): { $points }.
rules-reward-donation = { $title } (przekażemy { $amount }, tego nie da się cofnąć): { $points }.
rules-reward-partner-code = { $title } (kod do: { $partner }): { $points }.
rules-reward-unlocks = dostępne, gdy masz na koncie { $points }, nic nie znika z konta
rules-reward-given = prezent, nie na sprzedaż
rules-reward-at-least = Co najmniej: { $points }.
rules-reward-at-most = Najwyżej za jednym razem: { $points }.
rules-reward-step = Tylko co: { $points }.
rules-reward-share = Opłaca najwyżej { $percent }% zamówienia.
rules-reward-one-item = Na jedną sztukę, najdroższą z pasujących.
rules-reward-winners = Wygrywających losów: { $winners }. Losowanie może sprawdzić każdy.
rules-reward-place = Gdzie: { $place }.
rules-reward-causes = Wybierasz, na co: { $causes }.
rules-reward-automatic = Przychodzi samo, gdy tylko masz na nie dość.
rules-reward-tier = Potrzebny poziom to { $tier }.
rules-reward-per-member = { $times ->
    [one] Raz na osobę.
    [few] Najwyżej { $times } razy na osobę.
    [many] Najwyżej { $times } razy na osobę.
   *[other] Najwyżej { $times } razy na osobę.
}
rules-reward-stock = Liczba ograniczona, łącznie { $stock } szt.
rules-reward-voucher-days = { $days ->
    [one] Kupon jest ważny { $days } dzień.
    [few] Kupon jest ważny { $days } dni.
    [many] Kupon jest ważny { $days } dni.
   *[other] Kupon jest ważny { $days } dnia.
}
rules-reward-voucher-months = { $months ->
    [one] Kupon jest ważny { $months } miesiąc.
    [few] Kupon jest ważny { $months } miesiące.
    [many] Kupon jest ważny { $months } miesięcy.
   *[other] Kupon jest ważny { $months } miesiąca.
}
rules-reward-hold = Cena jest tylko odłożona, dopóki nie użyjesz kuponu. Jeśli nie zdążysz, wszystko wróci.

## Expiry

rules-expiry-never = To, co zbierasz, nigdy nie przepada.
rules-expiry-rolling = { $months ->
    [one] To, co zbierasz, przepada po { $months } miesiącu.
    [few] To, co zbierasz, przepada po { $months } miesiącach.
    [many] To, co zbierasz, przepada po { $months } miesiącach.
   *[other] To, co zbierasz, przepada po { $months } miesiąca.
}
rules-expiry-rolling-days = { $days ->
    [one] To, co zbierasz, przepada po { $days } dniu.
    [few] To, co zbierasz, przepada po { $days } dniach.
    [many] To, co zbierasz, przepada po { $days } dniach.
   *[other] To, co zbierasz, przepada po { $days } dnia.
}
rules-expiry-rounded = { $span ->
    [month] Zostaje przy tym do końca tamtego miesiąca.
    [quarter] Zostaje przy tym do końca tamtego kwartału.
    [half_year] Zostaje przy tym do końca tamtego półrocza.
   *[year] Zostaje przy tym do końca tamtego roku.
}
rules-expiry-inactivity = { $months ->
    [one] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $months } miesiąc.
    [few] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $months } miesiące.
    [many] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $months } miesięcy.
   *[other] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $months } miesiąca.
}
rules-expiry-inactivity-days = { $days ->
    [one] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $days } dzień.
    [few] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $days } dni.
    [many] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $days } dni.
   *[other] Wszystko przepada, jeśli na koncie nic się nie dzieje przez { $days } dnia.
}
rules-expiry-activity = Żeby nic nie przepadło, wystarczy: { $activities }.
rules-activity-earning = każde naliczenie
rules-activity-redeeming = odebrana nagroda
rules-activity-purchase = zakupy
rules-expiry-calendar = To, co zbierasz, masz do końca najbliższego dnia: { $day }.
rules-expiry-calendar-later = { $years ->
    [one] To, co zbierasz, masz co najmniej { $years } rok i dalej do końca najbliższego dnia: { $day }.
    [few] To, co zbierasz, masz co najmniej { $years } lata i dalej do końca najbliższego dnia: { $day }.
    [many] To, co zbierasz, masz co najmniej { $years } lat i dalej do końca najbliższego dnia: { $day }.
   *[other] To, co zbierasz, masz co najmniej { $years } roku i dalej do końca najbliższego dnia: { $day }.
}
rules-expiry-anniversary = To, co zbierasz, przepada w najbliższą rocznicę twojego dołączenia.
rules-expiry-anniversary-later = { $years ->
    [one] To, co zbierasz, masz co najmniej { $years } rok, a przepada w następną po tym rocznicę dołączenia.
    [few] To, co zbierasz, masz co najmniej { $years } lata, a przepada w następną po tym rocznicę dołączenia.
    [many] To, co zbierasz, masz co najmniej { $years } lat, a przepada w następną po tym rocznicę dołączenia.
   *[other] To, co zbierasz, masz co najmniej { $years } roku, a przepada w następną po tym rocznicę dołączenia.
}

## At the till

rules-card-changes = Punkty przy kasie wydasz z kodem, który pokazuje karta i który zmienia się co 30 sekund: otwórz ją przy kasie.
    .balance = Saldo przy kasie wydasz z kodem, który pokazuje karta i który zmienia się co 30 sekund: otwórz ją przy kasie.

# How much and when members are written to

rules-sending-offers = Oferty: najwyżej { $a_day } dziennie i { $a_week } tygodniowo, SMS-em { $sms_a_day } i { $sms_a_week }.
rules-sending-hours = Piszemy między { $begin }:00 a { $end }:00; oferty SMS-em między { $sms_begin }:00 a { $sms_end }:00, w niedziele od { $sms_sunday }:00.

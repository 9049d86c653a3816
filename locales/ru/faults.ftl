### Что не так с файлом программы. Стоит после «строка: поле:», поэтому с маленькой буквы и без точки.
### Что есть в файле, остаётся как там: названия, примеры в кавычках.

fault-missing = этого поля не хватает; добавьте { $example }
fault-unknown-field = такого поля нет{ $near }
fault-unknown-field-known = такого поля нет; здесь есть поля { $fields }
fault-kind-missing = не хватает { $tag }; добавьте { $tag } = { $words }
fault-one-of = здесь может быть { $words } (а стоит { $found }){ $near }
fault-near = ; может быть, "{ $word }"?
fault-give = здесь нужно: { $wanted } (а стоит { $found })
fault-give-such = здесь нужно: { $wanted }, например { $example } (а стоит { $found })
fault-id-form = маленькие латинские буквы, цифры и дефисы, не больше 32 знаков
fault-double-brackets = напишите в двойных скобках, { $example }, отдельно для каждого
fault-table = таблица
fault-list = список
fault-list-of = список, элементов: { $count }
fault-flag = true или false
fault-whole-number = целое число
fault-exact-number = число в кавычках
fault-text = текст
fault-text-of = текст, от 1 до { $most } знаков
fault-with = { $what }, { $bound }
fault-at-least = не меньше { $number }
fault-more-than = больше { $number }
fault-at-most = не больше { $number }
fault-decimals = знаков после точки: не больше { $number }
fault-letters = знаков: { $length }
fault-entries = элементов: { $length }
fault-one-line = напишите одной строкой, без управляющих знаков
fault-control = напишите без управляющих знаков
fault-spaces = уберите пробелы в начале и в конце
fault-language = бот не говорит на языке "{ $code }"; он знает { $languages }
fault-form = "{ $form }" — не форма числа; есть формы { $forms }
fault-currency = здесь нужен код валюты ISO 4217, например "EUR" (а стоит "{ $code }"){ $near }
fault-timezone = здесь нужен часовой пояс IANA, например "Europe/Kyiv" (а стоит "{ $name }"){ $near }
fault-float = напишите число в кавычках, чтобы оно было точным: { $example }
fault-comma = вместо запятой напишите точку: { $example }
fault-number = здесь нужно число в кавычках, например "5.00" (а стоит { $found })
fault-title = здесь нужен текст, один или для каждого языка, например { $example }
fault-title-length = здесь нужен текст от 1 до { $most } знаков
fault-day = напишите месяц и день как "ММ-ДД", например "03-01"
fault-too-fine = у { $currency } знаков после точки: { $places }, например { $example } (а стоит "{ $found }")
fault-too-large = это слишком много (стоит "{ $found }")
fault-nothing-to-choose = выбирать не из чего: целые суммы даёт только количество, кратное { $grain }, так что меньше всего баллов — { $least }
fault-first-tier = первый уровень — для всех: from = 0
fault-rising = должно быть больше, чем у предыдущего уровня ({ $below }), например from = { $example } (а стоит { $found })
fault-there-twice = "{ $name }" указано дважды
fault-currency-twice = "{ $code }" — валюта самой программы или указана дважды
fault-points-unnamed = укажите, как называется балл на языке "{ $code }": добавьте { $example } с формами { $forms }
fault-forms-missing = языку "{ $code }" нужны формы числа { $forms }; добавьте { $example }
fault-form-unknown = в языке "{ $code }" нет формы числа "{ $form }"; есть { $forms }
fault-id-taken = "{ $name }" уже занято; дайте каждой записи свой id
fault-one-rule = для "{ $on }" уже есть "{ $name }"; оставьте одно из двух
fault-title-languages = добавьте и на этих языках: { $languages }, например { $example }
fault-no-such-reward = награды "{ $name }" нет; есть { $known }{ $near }
fault-no-such-tier = уровня "{ $name }" нет; есть { $known }{ $near }
fault-no-such-plan = подписки "{ $name }" нет; есть { $known }{ $near }
fault-no-rewards = награды "{ $name }" нет; наград нет вообще
fault-no-tiers = уровня "{ $name }" нет; уровней нет вообще
fault-no-plans = подписки "{ $name }" нет; подписок нет вообще
fault-several-causes = у "{ $name }" несколько целей: возьмите награду с одной целью
fault-chosen-sum = сумму "{ $name }" выбирают участники: возьмите награду вида amount_off
fault-cost-missing = этого поля не хватает; добавьте cost = 60 или правило, которое даёт эту награду
fault-threshold = укажите, сколько и чего, например { $example }
fault-until = здесь нужен день после `since`, { $since } (а стоит { $found })
fault-first-days = укажите, сколько дней: добавьте { $example }
fault-of-which-plan = укажите, для какой подписки: добавьте { $example }
fault-streak = { $counts } подряд считаются всё время, без периодов: уберите это
fault-whole-goal = { $counts } считают целыми: напишите целое число (а стоит { $found })
fault-gives = укажите, что это даёт: добавьте points, или reward с id награды, или оба
fault-no-points = баллов здесь не дают: уберите это (срок действия награды указывают в ней самой)
fault-limit = укажите, сколько максимум: добавьте points = 100 или times = 1
fault-limit-once = за один заказ правило даёт только раз: укажите points или более долгий период
fault-limits-twice = для { $example } ограничений два: сделайте из них одно
fault-limits-times = баллов здесь не дают: укажите, сколько раз максимум
fault-when-orders = "{ $name }" — о заказах, а здесь заказов нет: уберите
fault-when-members = "{ $name }" — об участниках, а это для тех, кто вступает: уберите
fault-signup-limits = вступают один раз: уберите это
fault-reward-at-once = баллов здесь не дают: уберите это, награда приходит сразу
fault-dividend-limits = это выплачивают раз в год: вместо этого укажите at_most
fault-dividend-day = это выплачивают, когда заканчивается год: уберите или укажите календарные годы
fault-multiplier = само правило баллов не даёт: укажите это в правилах за покупки
fault-steps = напишите ступени от наименьшей суммы к наибольшей, каждую только раз
fault-each-once = укажите каждое только раз
fault-how-long = укажите, на какой срок: добавьте months = 12 или days = 90
fault-months-or-days = укажите months или days, а не оба
fault-access-goods = это открывает магазин независимо от покупки: уберите товары
fault-lapses = следующего не будет: уберите или укажите каждый месяц или год
fault-price = этого поля не хватает; добавьте price = "25.00" или approval = true, если это бесплатно
fault-trial-free = здесь ничего не платят: пробовать нечего
fault-trial-once = с разовой оплатой пробных дней не бывает: уберите или укажите month или year
fault-referral = дайте баллы хотя бы одному из двух или уберите [referral]
fault-referral-joining = баллы дают за само вступление, что бы ни купили: уберите или укажите first_order
fault-has-cost = цена (cost) здесь уже есть; оставьте одно из двух
fault-automatic = укажите, скольких баллов достаточно: добавьте cost = 100
fault-voucher-months = здесь уже есть voucher_days; оставьте одно из двух
fault-hold-free = баллов за это не берут: уберите или добавьте cost = 100
fault-hold-days = укажите, когда баллы вернутся: добавьте voucher_days = 30
fault-hold-automatic = вернувшиеся баллы сразу обменялись бы снова: оставьте одно из двух
fault-chosen-points = сколько баллов отдать, выбирают участники: уберите
fault-at-most-less = должно быть не меньше `at_least` и `step`
fault-causes = дайте каждой цели свой id
fault-causes-automatic = цель выбирают участники: уберите или оставьте одну цель
fault-choices = нужно хотя бы два варианта или ни одного, если отвечают словами
fault-no-voucher = купона здесь нет: уберите
fault-event = сообщения "{ $event }" здесь нет; есть { $known }{ $near }
fault-offer-purpose = сообщение с предложением — это реклама: уберите это или предложение
fault-factor-days = укажите оба: во сколько раз умножать и сколько дней
fault-place = { $place } здесь нет; можно показать { $known }
fault-place-nothing = { $place } здесь нет; показать значения здесь нельзя
fault-brace = фигурная скобка без пары; для значений пишите { $example } и тому подобное
fault-hours = час должен быть раньше, чем { $field }
fault-not-more = не может быть больше, чем { $field }
fault-file-too-long = файл слишком длинный, знаков: { $letters }, а может быть не больше { $most }
fault-nested = в файле слишком много вложенных скобок
fault-toml = это не TOML: { $written }
fault-toml-twice = это не TOML: одно и то же стоит дважды: { $written }
fault-toml-equals = это не TOML: после названия должно стоять =: { $written }
fault-toml-one-a-line = это не TOML: в строке может быть только одно значение: { $written }
fault-toml-quotes = это не TOML: текст не закрыт кавычкой или в нём недопустимый знак: { $written }
fault-toml-brackets = это не TOML: скобка не закрыта: { $written }
fault-toml-value = это не TOML: значение не удалось прочитать; текст должен быть в кавычках: { $written }

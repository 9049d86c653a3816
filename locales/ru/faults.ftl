### Что не так с файлом программы. Стоит после «строка: поле:», поэтому с маленькой буквы и без точки.
### Что есть в файле, остаётся как там: названия, примеры в кавычках.

fault-missing = этого не хватает; добавьте { $example }
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
fault-form = "{ $form }" – не форма числа; есть формы { $forms }
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
fault-nothing-to-choose = выбирать не из чего: целые суммы даёт только количество, кратное { $grain }, так что меньше всего баллов – { $least }
fault-first-tier = первый уровень – для всех: from = 0
fault-rising = должно быть больше, чем у предыдущего уровня ({ $below }), например from = { $example } (а стоит { $found })
fault-there-twice = "{ $name }" стоит дважды
fault-currency-twice = "{ $code }" – валюта самой программы, или стоит дважды
fault-points-unnamed = скажите, как называется балл на языке "{ $code }": добавьте { $example } с формами { $forms }
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
fault-cost-missing = этого не хватает; добавьте cost = 60 или правило, которое даёт эту награду
fault-threshold = скажите, сколько и чего, например { $example }
fault-until = здесь нужен день после `since`, { $since } (а стоит { $found })
fault-first-days = скажите, сколько дней: добавьте { $example }
fault-of-which-plan = скажите, для какой подписки: добавьте { $example }
fault-streak = { $counts } подряд считаются без конца: уберите это
fault-whole-goal = { $counts } считают целыми: напишите целое число (а стоит { $found })
fault-gives = скажите, что это даёт: добавьте points, или reward с id награды, или оба
fault-no-points = баллов здесь не дают: уберите это (сколько действует награда, пишут возле неё)
fault-limit = скажите, сколько самое большее: добавьте points = 100 или times = 1
fault-limit-once = за заказ правило даёт один раз: укажите points или более долгий срок
fault-limits-twice = для { $example } их два: сделайте из них одно
fault-limits-times = баллов здесь не дают: скажите, сколько раз самое большее
fault-when-orders = "{ $name }" – о заказах, а здесь заказов нет: уберите
fault-when-members = "{ $name }" – об участниках, а это для тех, кто вступает: уберите
fault-signup-limits = вступают один раз: уберите это
fault-reward-at-once = баллов здесь не дают: уберите это, награда приходит сразу
fault-dividend-limits = это выплачивают раз в год: вместо этого укажите at_most
fault-dividend-day = это выплачивают, когда кончается год: уберите или укажите календарные годы
fault-multiplier = само оно баллов не даёт: напишите это возле правил для покупок
fault-steps = напишите ступени от наименьшей суммы к наибольшей, каждую раз
fault-each-once = назовите каждое один раз
fault-how-long = скажите, как долго: добавьте months = 12 или days = 90
fault-months-or-days = укажите months или days, не оба
fault-access-goods = это открывает магазин, что бы ни покупали: уберите товары
fault-lapses = после него другого не будет: уберите или укажите каждый месяц или год
fault-price = этого не хватает; добавьте price = "25.00" или approval = true, если это бесплатно
fault-trial-free = здесь ничего не платят: пробовать нечего
fault-trial-once = за что платят один раз, того не попробовать: уберите или укажите month или year
fault-referral = дайте баллы хотя бы одному из двух или уберите [referral]
fault-referral-joining = платит само вступление, что бы ни купили: уберите или укажите first_order
fault-has-cost = цена (cost) здесь уже есть; оставьте одно из двух
fault-automatic = скажите, скольких баллов достаточно: добавьте cost = 100
fault-voucher-months = здесь уже есть voucher_days; оставьте одно из двух
fault-hold-free = баллов это не берёт: уберите или добавьте cost = 100
fault-hold-days = скажите, когда баллы вернутся: добавьте voucher_days = 30
fault-hold-automatic = что вернётся, сразу обменяется снова: оставьте одно из двух
fault-chosen-points = сколько баллов это берёт, выбирают участники: уберите
fault-at-most-less = должно быть не меньше `at_least` и `step`
fault-causes = дайте каждой цели свой id
fault-causes-automatic = цель выбирают участники: уберите или оставьте одну цель
fault-choices = должно быть два варианта или больше, или ни одного, чтобы отвечали словами
fault-no-voucher = купона здесь нет: уберите
fault-event = о "{ $event }" здесь не сообщают; сообщают о { $known }{ $near }
fault-offer-purpose = что предлагает подарок, то реклама: уберите это или предложение
fault-factor-days = укажите оба: на сколько умножать и сколько дней
fault-place = { $place } здесь нет; можно показать { $known }
fault-place-nothing = { $place } здесь нет; значений здесь не показывают
fault-brace = фигурная скобка стоит одна; для значений пишите { $example } и тому подобное
fault-hours = это должен быть час до { $field }
fault-not-more = не может быть больше, чем { $field }
fault-file-too-long = файл слишком длинный, знаков: { $letters }, а можно самое большее { $most }
fault-nested = в файле слишком много вложенных скобок
fault-toml = это не TOML: { $written }
fault-toml-twice = это не TOML: одно и то же стоит дважды: { $written }
fault-toml-equals = это не TOML: после названия должно стоять =: { $written }
fault-toml-one-a-line = это не TOML: на строке может быть только одно значение: { $written }
fault-toml-quotes = это не TOML: текст не закрыт кавычкой или в нём недопустимый знак: { $written }
fault-toml-brackets = это не TOML: скобка не закрыта: { $written }
fault-toml-value = это не TOML: значение не читается; текст должен быть в кавычках: { $written }

### Що не так із файлом програми. Стоїть після «рядок: поле:», тому з малої літери й без крапки.
### Що є у файлі, лишається як там: назви, приклади в лапках.

fault-missing = цього поля бракує; додайте { $example }
fault-unknown-field = такого поля немає{ $near }
fault-unknown-field-known = такого поля немає; тут є поля { $fields }
fault-kind-missing = бракує { $tag }; додайте { $tag } = { $words }
fault-one-of = тут може бути { $words } (а стоїть { $found }){ $near }
fault-near = ; може, "{ $word }"?
fault-give = тут потрібно: { $wanted } (а стоїть { $found })
fault-give-such = тут потрібно: { $wanted }, наприклад { $example } (а стоїть { $found })
fault-id-form = малі латинські літери, цифри й дефіси, щонайбільше 32 знаки
fault-double-brackets = напишіть у подвійних дужках, { $example }, окремо для кожного
fault-table = таблиця
fault-list = список
fault-list-of = список, елементів: { $count }
fault-flag = true або false
fault-whole-number = ціле число
fault-exact-number = число в лапках
fault-text = текст
fault-text-of = текст, від 1 до { $most } знаків
fault-with = { $what }, { $bound }
fault-at-least = не менше за { $number }
fault-more-than = більше за { $number }
fault-at-most = не більше ніж { $number }
fault-decimals = знаків після крапки: щонайбільше { $number }
fault-letters = знаків: { $length }
fault-entries = елементів: { $length }
fault-one-line = напишіть одним рядком, без керівних знаків
fault-control = напишіть без керівних знаків
fault-spaces = приберіть пробіли на початку й у кінці
fault-language = бот не говорить мовою "{ $code }"; він знає { $languages }
fault-form = "{ $form }" – не форма числа; є форми { $forms }
fault-currency = тут потрібен код валюти ISO 4217, наприклад "EUR" (а стоїть "{ $code }"){ $near }
fault-timezone = тут потрібен часовий пояс IANA, наприклад "Europe/Kyiv" (а стоїть "{ $name }"){ $near }
fault-float = напишіть число в лапках, щоб воно було точним: { $example }
fault-comma = замість коми напишіть крапку: { $example }
fault-number = тут потрібне число в лапках, наприклад "5.00" (а стоїть { $found })
fault-title = тут потрібен текст, один або для кожної мови, наприклад { $example }
fault-title-length = тут потрібен текст від 1 до { $most } знаків
fault-day = напишіть місяць і день як "ММ-ДД", наприклад "03-01"
fault-too-fine = у { $currency } знаків після крапки: { $places }, наприклад { $example } (а стоїть "{ $found }")
fault-too-large = це забагато (стоїть "{ $found }")
fault-nothing-to-choose = вибирати нема з чого: цілі суми дає лише кількість, кратна { $grain }, тож найменше балів – { $least }
fault-first-tier = перший рівень – для всіх: from = 0
fault-rising = має бути більше, ніж у попереднього рівня ({ $below }), наприклад from = { $example } (а стоїть { $found })
fault-there-twice = "{ $name }" вказано двічі
fault-currency-twice = "{ $code }" – валюта самої програми або її вказано двічі
fault-points-unnamed = вкажіть, як називається бал мовою "{ $code }": додайте { $example } з формами { $forms }
fault-forms-missing = мові "{ $code }" потрібні форми числа { $forms }; додайте { $example }
fault-form-unknown = у мові "{ $code }" немає форми числа "{ $form }"; є { $forms }
fault-id-taken = "{ $name }" уже зайнято; дайте кожному запису власний id
fault-one-rule = для "{ $on }" уже є "{ $name }"; залиште одне з двох
fault-title-languages = додайте й цими мовами: { $languages }, наприклад { $example }
fault-no-such-reward = винагороди "{ $name }" немає; є { $known }{ $near }
fault-no-such-tier = рівня "{ $name }" немає; є { $known }{ $near }
fault-no-such-plan = підписки "{ $name }" немає; є { $known }{ $near }
fault-no-rewards = винагороди "{ $name }" немає; винагород немає взагалі
fault-no-tiers = рівня "{ $name }" немає; рівнів немає взагалі
fault-no-plans = підписки "{ $name }" немає; підписок немає взагалі
fault-several-causes = у "{ $name }" кілька цілей: візьміть винагороду з однією ціллю
fault-chosen-sum = суму "{ $name }" вибирають учасники: візьміть винагороду виду amount_off
fault-cost-missing = цього поля бракує; додайте cost = 60 або правило, яке дає цю винагороду
fault-threshold = вкажіть, скільки й чого, наприклад { $example }
fault-until = тут потрібен день після `since`, { $since } (а стоїть { $found })
fault-first-days = вкажіть, скільки днів: додайте { $example }
fault-of-which-plan = вкажіть, для якої підписки: додайте { $example }
fault-streak = { $counts } поспіль рахуються весь час, без періодів: приберіть це
fault-whole-goal = { $counts } рахують цілими: напишіть ціле число (а стоїть { $found })
fault-gives = вкажіть, що це дає: додайте points, або reward з id винагороди, або обидва
fault-no-points = балів тут не дають: приберіть це (строк дії винагороди вказують у ній самій)
fault-limit = вкажіть, скільки щонайбільше: додайте points = 100 або times = 1
fault-limit-once = за одне замовлення правило дає лише раз: вкажіть points або довший період
fault-limits-twice = для { $example } обмежень два: зробіть з них одне
fault-limits-times = балів тут не дають: вкажіть, скільки разів щонайбільше
fault-when-orders = "{ $name }" – про замовлення, а тут замовлень немає: приберіть
fault-when-members = "{ $name }" – про учасників, а це для тих, хто приєднується: приберіть
fault-signup-limits = приєднуються один раз: приберіть це
fault-reward-at-once = балів тут не дають: приберіть це, винагорода приходить одразу
fault-dividend-limits = це виплачують раз на рік: замість цього вкажіть at_most
fault-dividend-day = це виплачують, коли закінчується рік: приберіть або вкажіть календарні роки
fault-multiplier = саме правило балів не дає: вкажіть це в правилах за покупки
fault-steps = напишіть сходинки від найменшої суми до найбільшої, кожну лише раз
fault-each-once = вкажіть кожне лише раз
fault-how-long = вкажіть, як довго: додайте months = 12 або days = 90
fault-months-or-days = вкажіть months або days, а не обидва
fault-access-goods = це відкриває магазин незалежно від покупки: приберіть товари
fault-lapses = наступного не буде: приберіть або вкажіть кожен місяць чи рік
fault-price = цього поля бракує; додайте price = "25.00" або approval = true, якщо це безплатно
fault-trial-free = тут нічого не платять: пробувати нема чого
fault-trial-once = з разовою оплатою пробних днів не буває: приберіть або вкажіть month чи year
fault-referral = дайте бали хоча б одному з двох або приберіть [referral]
fault-referral-joining = бали дають за саме приєднання, хоч би що купили: приберіть або вкажіть first_order
fault-has-cost = ціна (cost) тут уже є; залиште одне з двох
fault-automatic = вкажіть, скількох балів досить: додайте cost = 100
fault-voucher-months = тут уже є voucher_days; залиште одне з двох
fault-hold-free = балів за це не беруть: приберіть або додайте cost = 100
fault-hold-days = вкажіть, коли бали повернуться: додайте voucher_days = 30
fault-hold-automatic = повернуті бали одразу обмінялися б знову: залиште одне з двох
fault-chosen-points = скільки балів віддати, вибирають учасники: приберіть
fault-at-most-less = має бути не менше за `at_least` і `step`
fault-causes = дайте кожній цілі власний id
fault-causes-automatic = ціль вибирають учасники: приберіть або залиште одну ціль
fault-choices = потрібно щонайменше два варіанти або жодного, якщо відповідають словами
fault-no-voucher = купона тут немає: приберіть
fault-event = повідомлення "{ $event }" тут немає; є { $known }{ $near }
fault-offer-purpose = повідомлення з пропозицією – це реклама: приберіть це або пропозицію
fault-factor-days = вкажіть обидва: у скільки разів множити й скільки днів
fault-place = { $place } тут немає; можна показати { $known }
fault-place-nothing = { $place } тут немає; показати значення тут не можна
fault-brace = фігурна дужка без пари; для значень пишіть { $example } тощо
fault-hours = година має бути раніше за { $field }
fault-not-more = не може бути більше, ніж { $field }
fault-file-too-long = файл задовгий, знаків: { $letters }, а може бути щонайбільше { $most }
fault-nested = у файлі забагато вкладених дужок
fault-toml = це не TOML: { $written }
fault-toml-twice = це не TOML: те саме стоїть двічі: { $written }
fault-toml-equals = це не TOML: після назви має стояти =: { $written }
fault-toml-one-a-line = це не TOML: на рядку може бути лише одне значення: { $written }
fault-toml-quotes = це не TOML: текст не закрито лапками або в ньому заборонений знак: { $written }
fault-toml-brackets = це не TOML: дужку не закрито: { $written }
fault-toml-value = це не TOML: значення не вдалося прочитати; текст має бути в лапках: { $written }

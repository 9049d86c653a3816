### Broadcasts: what owners write to many at once, and how far that is.

notice-broadcast-text = { $text }
button-own = { $label }
broadcast-title = 📣 Broadcast { $number }: { $stage ->
    [waiting] waits for its time
    [running] is being sent
    [paused] is paused
    [cancelled] was cancelled
   *[done] is done
}
broadcast-waits = It goes out on { $date } from { $hour }:00 where each member lives.
broadcast-counts = Members: { $members }
    Sent: { $sent }
    Waiting: { $waiting }
    Failed: { $failed }
    Not to be sent: { $stopped }
broadcast-reason =   { $reason }: { $count }
broadcast-why-consent = did not agree to offers
broadcast-why-address = no way to reach them
broadcast-why-blocked = have blocked the bot
broadcast-why-enough = get enough messages already
broadcast-why-hours = it would be night
broadcast-why-late = too late
broadcast-why-other = other reasons
broadcast-taps = Tapped the button: { $count }
broadcast-taps-unknown = Nobody has opened the link yet, or openings aren't counted: that needs LOYALTY_PUBLIC_URL.
broadcast-followed = Opened the link: { $count }
broadcast-sms = SMS: { $parts } parts, cost so far { $cost }
broadcast-field = { $example } – { $means }
broadcast-gift = 🎁 { $title }
broadcast-start = 📣 Whom shall I write to?
broadcast-ask-who = Say whom, for example: tier=silver and bought>60. Join with and, or, not and brackets. This can be asked:
broadcast-field-tier = their tier
broadcast-field-language = their language
broadcast-field-bought = last purchase: fewer (<) or more (>) days ago
broadcast-field-orders = how many times they bought
broadcast-field-balance = their points
    .balance = their balance
broadcast-field-expiring = points that expire within so many days
    .balance = what expires within so many days
broadcast-field-birthday = the month of their birthday
broadcast-field-category = goods they bought
broadcast-field-joined = joined so many days ago
broadcast-field-rfm = how they buy: new, best, loyal, sleeping, lost, never
broadcast-field-missing = points missing to the next tier
    .balance = how much is missing to the next tier
broadcast-field-source = where they found us
broadcast-ask-text = Write the text in this language: { $language }. You can use {"{"}name{"}"}, {"{"}points{"}"} and {"{"}tier{"}"}; each member sees their own.
broadcast-ask-picture = Send the picture now. In text messages it is left out.
broadcast-draft-picture = With a picture
broadcast-ask-button = Write what the button says, and last where it leads: a web address, or one of the bot's words. For example: See the rewards rewards
broadcast-ask-offer = What shall they get with it? Choose, or write a number of points, a reward's short name, or “x2 7” for twice the points for a week. If another factor of theirs is higher, that one counts.
    .balance = What shall they get with it? Choose, or write a number, a reward's short name, or “x2 7”: earning doubled for a week. If another factor of theirs is higher, that one counts.
broadcast-ask-when = When? Choose, or write a day and an hour, for example 24.12 18:00. The hour is that of each member.
broadcast-preview = This is how it looks to you:
broadcast-goes = Broadcast { $number } is on its way. How far it is, I show in the next message.
broadcast-draft-large = 📣 Draft. For: { $whom } (counted before it goes)
broadcast-draft-for = 📣 Draft. For: { $whom } – members: { $count }
broadcast-all = everybody
broadcast-draft-text = { $language }: { $text }
broadcast-draft-no-text = { $language }: no text yet
broadcast-draft-button = Button: { $label }
broadcast-draft-offer = With it: { $given }
broadcast-by-telegram = By Telegram only
broadcast-by-sms = By SMS only
broadcast-by-both = By Telegram, or else by SMS
broadcast-draft-on = On { $date } from { $hour }:00, by the clock of each member
broadcast-draft-now = At once, when you say so
broadcast-write = ✍️ { $language }
broadcast-reach = Members: { $members }, will be written to: { $reached }
broadcast-reach-telegram = By Telegram: { $count }
broadcast-reach-sms = By SMS: { $count }
broadcast-reach-none = Did not agree to offers, or can't be reached: { $count }
broadcast-asleep = Is asleep now, gets it in the morning: { $count }
broadcast-gives = Given in all: { $count }
broadcast-sms-cost = SMS: about { $parts } parts, about { $cost } at the prices of late
broadcast-sms-parts = SMS: about { $parts } parts. What a part costs is known after the first.

## How broadcasts say no.

error-segment-broken = I can't read that from here on: “{ $at }”. For example: tier=silver and bought>60
error-segment-unknown-field = There is no “{ $field }” to ask for. There is: { $known }
error-segment-value-refused = “{ $field }{ $value }” can't be asked like that here. For example: { $example }
error-broadcast-gone = That broadcast is not there any more, or can't be changed like that. Begin with: /broadcast
error-broadcast-needs-text = Write the text first.
error-broadcast-text-too-long = The text is too long. At most: { $most } characters.
error-broadcast-unknown-field = There is no “{ $field }” to put in. You can use name, points and tier in braces.
error-broadcast-link-refused = The button must lead to a web address (https://…) or to one word of the bot, and say at most 40 characters.
error-broadcast-offer-refused = That can't be given. Write a number of points, the short name of a reward, or “x2 7” for twice the points for a week.
    .balance = That can't be given. Write a number, the short name of a reward, or “x2 7”: earning doubled for a week.
error-broadcast-day-refused = That is no day ahead within a year, or no hour. For example: 24.12 18:00

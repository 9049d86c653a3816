### Owners: the rules, campaigns, what members say, alarms.

word-program = program, rulebook
word-campaigns = campaigns
word-opinions = opinions, feedback list, what members say
word-answer = answer
word-reply = reply

menu-program = the rules: see, change by a file, earlier versions
menu-campaigns = messages members get automatically
menu-opinions = what members say to the shop

button-program = 📜 Rules
button-campaigns = Campaigns
button-opinions = 💬 What members say
button-answer = 💬 Answer
button-answer-to = Answer { $name }
button-tomorrow = Who would get what tomorrow
button-rulebook-file = 📄 The file
button-rulebook-history = Earlier versions
button-rulebook-apply = ✅ Put in force
button-rulebook-drop = Leave it
button-rulebook-back = Back to version { $version }

program-title = 📜 The rules in force, version { $version }:
program-hint = To change them, send me the program file (.toml) here, as a document. First I show what changes.
program-would = This would change:
program-nothing-yet = Nothing has changed yet.
program-kept = Nothing was changed.
program-applied = ✅ Version { $version } is in force. Who moves to another tier does so within a minute.
program-version = { $version } – { $date }, { $by }
program-by-settings = the first start
program-by-command = command line
program-no-difference = Members will notice no difference.
program-gone = ➖ { $said }
program-new = ➕ { $said }
program-moves = Go from { $before } to { $after }: { $count }
program-stays = Keep { $tier }, though they would not reach it now: { $count }
program-speaks = Are written to in “{ $after }” instead of “{ $before }”: { $count }
campaigns-title = Messages members get automatically. Tap one to see how it does.
campaigns-on = ✅ { $campaign }
campaigns-paused = ⏸ { $campaign }
campaigns-sent = Last { $days } days: sent { $sent }, failed { $failed }, waiting { $waiting }
campaigns-no-control = Without a control group nobody can tell what it brings: give it control = 10 in the program file.
campaigns-told = Written to: { $members }, bought within 14 days: { $buyers }
campaigns-held = Held out: { $members }, bought as well: { $buyers }
campaigns-lift = So of a hundred it brings between { $low } and { $high } buyers (19 times of 20).
campaigns-tomorrow = { $campaign }: { $count }
campaigns-nobody = As it stands now, nobody gets anything tomorrow.
opinions-none = Everything is answered.
opinions-ask = Write your answer in the next message.
opinions-answered = { $name } gets your answer.
staff-feedback = 💬 { $name }: { $text }
staff-delivery = ⚠️ Messages don't get through: { $count } in an hour. `loyalty doctor` and `loyalty outbox list` say why.
staff-generous = ⚠️ { $name } gave by hand { $count } times today, to one member up to { $same } times. In all: { $given }
staff-digest = 📊 The week { $first } – { $last }
    Joined: { $joined }
    Orders: { $orders }, together { $sum }
    Buyers: { $buyers }
    Given: { $points }
    Spent: { $spent }
    Expired: { $expired }
alarm-feedback = what members say
alarm-delivery = messages that don't get through
alarm-generous = giving by hand remarkably often
alarm-digest = the week's numbers
notice-answer = 💬 The shop answers: { $text }
    You wrote: { $said }
error-file-not-read = I can't read “{ $name }”. Send the program file as a document whose name ends in .toml, with up to 400 KB of text.
error-program-refused = This is no program yet. Nothing was changed. By line:
    { $problems }
error-program-draft-gone = That is not what I last showed you. Send the file again.
error-unknown-version = There was no version { $version }.
error-unknown-campaign = There is no campaign “{ $campaign }” in the program.
error-feedback-gone = That message is not there any more.

audit-sent = broadcast { $about } sent
audit-program = program: version { $about } put in force
audit-paused = paused: { $about }
audit-resumed = goes on: { $about }
audit-stopped = cancelled: { $about }
audit-answered = { $name } · answered

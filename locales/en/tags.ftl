### Where members live, and by which tags the shop knows them.

word-city = city, my city
menu-city = tell us your city
button-city = 🏙 City
button-no-city = Don't keep my city
profile-city = City: { $city }
profile-no-city = City: not given
city-ask = Which city do you live in? Write its name, and we'll tell you what's on there.
error-city-not-understood = That doesn't look like the name of a city. Write, for example: Kyiv
broadcast-field-city = where they live
broadcast-field-tag = the tags you gave them

word-tag = tag, tags
menu-tag = put a tag on a member: tag 2040128169768 +vip
tag-how = Write: tag CARD +vip -new. A phone number or a name instead of the card will do. Members don't see their tags.
tag-used = { $tag } – members: { $count }
tag-has = { $name }: { $tags }
tag-has-none = { $name }: no tags
tag-which = There are several people like that. Whom do you mean?
tag-whom = { $name }, { $card }
audit-tagged = { $name } · tags: { $about }
error-tag-not-understood = “{ $tag }” can't be a tag. A tag begins with a letter; letters, digits and hyphens follow, 32 characters in all.
error-too-many-tags = Too many tags. A member can have { $most }.

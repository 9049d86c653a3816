### Ratings: stars for a purchase, and a word to them.

word-rate = rate
word-rate-words = rate-words
rating-units = star, stars, of 5, out of 5
menu-rate = rate a purchase: rate 5
notice-rating-ask = ⭐ How was your purchase of { $date }? How many stars do you give it?
notice-rating-points = ⭐ How was your purchase of { $date }? How many stars do you give it?
    For your opinion: { $points }
button-stars-1 = ⭐ Bad
button-stars-2 = ⭐⭐ Not good
button-stars-3 = ⭐⭐⭐ All right
button-stars-4 = ⭐⭐⭐⭐ Good
button-stars-5 = ⭐⭐⭐⭐⭐ Great
rating-done = { $stars } ({ $count } of 5). Thank you! To change it, choose different stars.
rating-points = For your opinion: { $points }
rating-ask = Would you like to add a few words? Just write them.
rating-ask-low = We're sorry. What went wrong? Tell us here, and the shop will read it.
rating-words-done = Thank you! The shop will read it.
staff-rating = { $stars } { $name }, order { $order }
staff-rating-worded = { $stars } { $name }, order { $order }: { $text }
stats-rating = Ratings: { $average } on average, { $count } in all
error-stars-not-understood = Say it with 1 to 5 stars, and a few words if you like, for example: rate 5, or: rate 2 The coffee was cold
error-rating-over = There is nothing to rate just now, or it is too late to change it.

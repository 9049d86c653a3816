"""
What points buy and what is given for nothing.

offering: how a reward stands for a member · choosing: how many points, which cause · redeeming:
points become a voucher and back · giving: points or a reward for nothing, and what is redeemed by
itself · granting: what a tier or a plan gives, once each time · issuing: a reward becomes a
voucher, a ticket, a donation, a partner's code · terms: what a voucher is good for · lapsing: its
dates · holding: points set aside until it is used · checkout: how it is a discount code in a web
shop · charging: what such a shop gave though its points were back · returning: what comes back
with a returned order · drawing: raffles that anybody can check · telling: other systems hear of it.
"""

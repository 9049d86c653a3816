"""
Bringing friends.

referring: from the code to the payment, and back · thanking: who gets what · suspecting: what the
shop looks at before it is paid · reviewing: its decision · inviting: what members see of it.
"""

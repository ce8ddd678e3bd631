"""The shell: sign-in, hats, navigation, today, search; and the two kinds of door, `see` and `act`.

Words: door, audience, frame, hat.
It knows the design system below and no room; rooms are told to it by the urlconf.
"""

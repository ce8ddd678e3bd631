"""The office: the room of planners, chiefs, the privacy officer: figures with the rows behind them, and who looked.

Words: as of evaluation and disclosure.
It knows the shell and the design system, and no other room.
"""

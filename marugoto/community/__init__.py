"""Community: places and activities where people meet, however informal; what was seen outside; what is missing.

Words: place, welcome, confirmation (確かめ), field note, unmet need.
Below it custody and people, of whom it keeps nothing; beside it intake and registers; above it casework and exchange.
"""

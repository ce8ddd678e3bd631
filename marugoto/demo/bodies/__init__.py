"""The four bodies of the invented prefecture: agencies, teams, districts and the cast, one file for each.

Words: body, district, agency, team, worker, hat.
Below it the sketches they are made of; above it `town`, which puts them in order.
"""

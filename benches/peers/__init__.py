"""Peers of our benches: other people's software, each in an environment of its own and a project as small as it allows.

`helpdesk.in` says what is wanted and `helpdesk.txt` pins it with hashes; `settings`, `urls` and `wsgi` beside them are the project.
`polars.in` and `polars.txt` the same for `polars/count.py`, which counts the measures once more.
Nothing here is imported by Marugoto, and nothing of the peer is ever installed into our own environment.
"""

"""The porch's own tables: what the house published, notices on their way to it, and for each who was asked to one item of a
conference from outside a sealed extract until that item is over. Never a case, never a worker's sign-in.

Words: published place, notice on the porch, its words, its state, parcel, seat at a table.
Lives in the porch's own process and database; knows the house only by signed packages.
"""

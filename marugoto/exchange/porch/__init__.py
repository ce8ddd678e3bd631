"""The porch's own tables: what the house published, and notices on their way to it. Never a case, never a sign-in.

Words: published place, notice on the porch, its words, its state, parcel.
Lives in the porch's own process and database; knows the house only by signed packages.
"""

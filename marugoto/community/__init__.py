"""Community: places, activities and what is still missing in a district; no person is needed here.

Words: place, activity, field diary, unmet need, development task.
Below it custody; beside it intake and registers; above it participation, which brings person and place together.
"""

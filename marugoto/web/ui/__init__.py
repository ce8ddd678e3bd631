"""UI: the design system; components from which every page is made.

Words: component, tone, token, layer.
Below all rooms; it knows no domain.
"""

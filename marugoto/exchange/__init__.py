"""Exchange: the porter, who carries things in and out: files, official papers, packages between installations.

Words: format, preview, receipt, undo, package, porch.
Below it all domains; above it the doors. An import is one action per row.
"""

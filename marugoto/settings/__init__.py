"""How an installation is set: the house (closed segment), the porch (internet segment), and tests."""

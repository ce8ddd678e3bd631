"""The kernel: truth tables, and properties that hold for every day and every text."""

"""Papers made of figures as they stand: each says whose idea the figures are, of when they are, and what they do not say."""

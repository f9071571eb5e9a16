"""Names and fuller descriptions for short names and bare nouns, and the one place where all that names is put together."""

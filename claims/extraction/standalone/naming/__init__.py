"""Names and fuller descriptions for pronouns, short names and bare nouns."""

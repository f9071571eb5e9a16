"""What pronouns and their kin point at: "he" and "it", the "I" and "we" of who speaks, "here", "there" and "both"."""

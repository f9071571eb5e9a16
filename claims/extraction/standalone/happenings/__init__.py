"""What the article is about, where and when: for claims that only point at it."""

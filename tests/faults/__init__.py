"""Real processes, killed on purpose: a whole desk runs, a fault is armed, an article is handed in, the invariants are asked."""

"""Contents that are no sentence of their own, completed into one by what their cue does."""

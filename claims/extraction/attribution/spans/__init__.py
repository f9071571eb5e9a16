"""Where a source, a cue and a content begin and end, put right by syntax."""

"""The pipeline's version, apart from the pipeline so that asking for it loads no model."""

VERSION = "1.13"  # goes into every run: raise it whenever the same text may be read differently

"""The pipeline's version, apart from the pipeline so that asking for it loads no model."""

VERSION = "1.23"

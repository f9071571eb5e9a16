"""Clean articles wrapped in the furniture of real pages, so that the gold moves along: what leaks, and what is lost.

A template is the text of a page with ``{fields}`` of furniture; ``@2`` stands for the next two paragraphs of the article
and ``@rest`` for all that are left. A line behind ``~`` counts as neither
(a summary that may be read or not); everything else is furniture.
"""

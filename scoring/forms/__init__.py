"""The report's forms: one file each, all built from the same findings and citing one table of evidence.

`scoring.forms.registry` knows them by name, and `scoring.render` shows them.
"""

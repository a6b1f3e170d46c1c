"""The report's forms: one file each, all building plain JSON from the same findings; `render` makes it readable."""

from scoring.render import render

__all__ = ["render"]

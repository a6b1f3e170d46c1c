"""The report's forms: one file each, all building plain JSON from the same findings. `scoring.render` makes it readable."""

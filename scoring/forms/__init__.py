"""The report's forms: one file each, all building plain JSON from the same findings; `scoring.render` shows them."""

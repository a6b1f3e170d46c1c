"""What the language model is asked of an answer, and what it said, kept."""

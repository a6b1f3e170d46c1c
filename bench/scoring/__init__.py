"""What scoring is measured by: parts, each with its goals, over a set of answers and over those that people graded."""

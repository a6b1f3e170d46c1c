"""The HTTP API and the pages: a candidate's way into the call, and the hiring team's review.

Rule of the room: it validates what a browser sends and appends it to the journal, and reaches a running call only
through the journal and a nudge. It knows no model, and never sends a candidate's browser an indicator, a hidden test,
or a prompt before it was asked.
"""

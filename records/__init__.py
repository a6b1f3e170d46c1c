"""What is kept: the journal of events, invites, recordings, reports and the queue of interviews to score.

Rule of the room: it stores and returns, and decides nothing about calls or scores. What a method acknowledges is on
disk.
"""

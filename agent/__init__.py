"""The live interviewer: the LiveKit worker, the bridge between engine and call, follow-ups from the language model.

Rule of the room: it carries the engine's commands out and turns happenings into events; what to say next is never
decided here. Pages and scores are unknown to it.
"""

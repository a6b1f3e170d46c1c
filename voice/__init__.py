"""Sound to text and text to sound: Whisper, Piper, turn-taking, the crash-safe recorder, and which weights they use.

Rule of the room: it knows voices, not interviews. It imports no other room, and every class here can be used with nothing
but a folder of weights and numpy arrays. Sound is 16-bit or float32 mono; each array's rate stands in its docstring.
"""

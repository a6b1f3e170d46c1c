"""Sound to text and text to sound: Whisper, Piper, turn-taking, the crash-safe recorder, and which weights they use.

Rule of the room: it knows voices, not interviews. It imports no other room, and every class here can be used with
nothing but a folder of weights and numpy arrays. It also fetches and converts the weights of the other rooms' models,
without knowing what they are used for. Each array's rate and sample type stand in its docstring.
"""

"""What an interview is and what happens next: spec, persona, events, state, engine, conduct.

Rule of the room: pure. No clock, disk, network, event loop or model; time arrives inside events, YAML as parsed data.
"""

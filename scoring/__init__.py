"""The offline job: from the journal of a finished interview to a report in which every judgement names its evidence.

Rule of the room: it reads what was kept and never takes part in a call. Evidence is chosen from the transcript, never
written; what cannot be judged is unscored, and says why, instead of counting as zero.
"""

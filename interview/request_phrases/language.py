"""Asked for: another language than English."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "language": (
        (
            "(MAY_I|LETS|I_WANT|CAN_YOU|do you|would you|are you able to)* (do|speak|speaking|switch|continue|have|"
            "hold|talk|answer|conduct|change|go on|change to|reply|respond|ask|say|repeat|explain|use|translate|"
            "understand|write|interview|take|run|try|proceed) [you|it|this|that|me|the|my|answers?|QUESTION|"
            "INTERVIEW|to|in|into|a bit of|language]* LANGUAGE [instead|better|with (me|you)|to me|for me|here|now|"
            "or LANGUAGE|a (bit|little)]*"
        ),
        (
            "(is|would) (it|this) [be]* (possible|okay|available|fine|allowed) [to]* [do|have|speak|continue|"
            "answer]* [this|it|INTERVIEW]* [in|for] LANGUAGE [too|instead]*"
        ),
        (
            "[is|are|can|do]* (INTERVIEW|it|this|you|we) [be|also|available|have]* in LANGUAGE [available|possible|"
            "too|instead]*"
        ),
        "do you (have|know|offer) [this|it|INTERVIEW]* [in]* LANGUAGE",
        (
            "i (speak|know|understand|am better in|feel better in|am more comfortable (in|with|speaking)|only speak|"
            "prefer|would prefer) LANGUAGE [better|only|more]*"
        ),
        (
            "my english is (not|bad|poor|terrible|weak|limited|a bit|so) [so|that|too|the|good|great|best|bad|weak|"
            "poor|rusty|limited|perfect|well]*"
        ),
        (
            "i (do not|can not) (speak|understand) [good|much|any|a lot of]* english [well|so well|at all|too well|"
            "good]*"
        ),
        "no (speak)* english|can you translate [that|it|this|QUESTION]*",
    ),
}

CUES: Final[Phrases] = {
    "language": (
        (
            "(speak|talk|answer|reply|respond|switch|change|continue|use|do|say|explain|express|translate|ask|"
            "repeat|understand|hear|have|conduct|hold|describe|prefer|write|put|go|proceed|conversation) LANGUAGE"
        ),
        "(is|are|do|does|have|possible|available|exist|there|option) LANGUAGE",
        "i (feel|am|speak|think|understand|know|express|talk) LANGUAGE",
        "my (LANGUAGE)",
        "(what|which|other) (language|languages)",
        "(only|all|must|have|need|required) english",
        "i (speak|talk|answer|use|switch|stay) english",
        "my english (not|bad|poor|weak|limited|terrible|broken|basic|rusty|slow|little|so so|small)",
        "(other|another|different|foreign|native) language",
    ),
}

BESIDE: Final[Words] = {
    "language": (
        "not answer answers available best change comfortable comfortably conduct continue conversation describe "
        "easier easily english enough explain express feel fluent fluently freely go hold i instead interview "
        "language myself native option perfect prefer proceed put repeat reply required respond rest speak "
        "speaker strong support supported switch talk tongue translate understand use version we words write"
    ).split(),
}

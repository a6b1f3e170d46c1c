"""Asked for: who or what speaks, listens and keeps the recording."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "person": (
        "who is (there|this|that|speaking|talking|on the (line|phone|other side|other end))",
        "is (somebody|anybody|anyone|there (somebody|anybody|anyone)) [else|there|here|real|on]* [listening|watching] "
        "[to (this|me|us|it)|in|here|on the (line|other (end|side))]*",
        (
            "[wait|so]* (are|is) (you|this|it|that) [actually|even|like|by any chance|guys]* MACHINE [or MACHINE|or "
            "not|or (what|something|so)|though|right]*"
        ),
        (
            "[wait|so]* (am i|are we|i am|is this|is it) [actually]* (talking|speaking|chatting) (to|with) MACHINE "
            "[or MACHINE|or not|right now|right]*"
        ),
        "[so]* you are [not]* MACHINE [right|are you not|are you|or (MACHINE|not|what)]*",
        "[so|and]* (who|what) are you [exactly|even]*|what is your name [again]*",
        "are you (real|alive|human|automated|artificial|sentient|chat gpt|conscious|a real one) [or (not|MACHINE)]*",
        "(is|are) (this|you) automated",
        (
            "(is|are|was|will) (this|it|that|we|the|my|you|i) [INTERVIEW|voice|audio|conversation|video|answers?|"
            "interview]* [being|be|getting|going to be]* (recorded|recording|taped|stored|saved|monitored|"
            "transcribed|listened to|filmed) [me|this|right now|by ..3|anywhere|or not|too|INTERVIEW|somewhere|now|"
            "us|it]*"
        ),
        (
            "(do|are|will|did|is|does) (you|they|somebody|anybody) [guys]* (record|keep|store|save|recording|saving|"
            "storing|monitoring|listening|listen to|review|transcribe|hear|watching|listening to|listening in) [this|"
            "me|my|it|the|INTERVIEW|voice|to|audio|data|us|recordings?|right now|in|on|answers?|us|else]*"
        ),
        (
            "who [else]* (will|is|can|gets to|is going to|made|built|created|programmed|developed|trained|reviews|"
            "decides|listens|hears|powers) [be]* [you|see|hear|review|listen|listening|watch|this|to|it|the|my|"
            "recording|INTERVIEW|this|answers?|on|reviewing|behind|read|happens|later|afterwards|else|transcript]*"
        ),
        (
            "(what|which) [kind of|type of|ai|language]* (model|ai|company|bot|llm|version|program|system) [are|made|"
            "is|do|built|powers|runs|am i talking to]* [you|behind|use|running|using|this|on|it]*"
        ),
        "(MAY_I|I_WANT|is there any way (i can|to)) (talk|speak|chat) (to|with) MACHINE [instead|please|now|rather]*",
        (
            "i (want|need|would (like|prefer)) [to have]* [a|an]* (real|human|actual|live)* (human|person|"
            "interviewer|human being)"
        ),
        (
            "is there (a|any|some) (real|human|actual)* (person|human|somebody|interviewer) [there|here|on the (line|"
            "call)|listening|i can talk to|behind this|watching|in this call]*"
        ),
        "where does (the|my|this) (recording|data|audio|voice) go",
        "what (happens (to|with)|do you do with) (the|my|this) (recording|data|audio|voice|answers?)",
        "do you have a (name|body|face)|you sound like MACHINE",
    ),
}

CUES: Final[Phrases] = {
    "person": (
        "(am|who|what|is|with|whom) i (talking|speaking|chatting|interviewing|interviewed|talk|speak)",
        (
            "(is|are|do|will|does|did|can|who|could|going|anybody|was|were|if) (listen|listens|listening|hear|hears|"
            "hearing|watch|watches|watching|check|checks|checking|review|reviews|reviewing|reads?|reading|see|sees|"
            "monitor|monitors|monitoring|record|records|recording|recorded|transcribed|stored|saved|store|save|keep|"
            "kept|deleted|shared|filmed|access|look|present)"
        ),
        (
            "(interview|call|this|you|it|that|interviewer|voice|conversation|question|questions|here) (automated|"
            "automatic|ai|artificial|robot|machine|bot|recording|computer|software|program|human|real person|"
            "robotic|prerecorded|recorded|chatbot|chatgpt|gpt|person|fake|real|live|llm|language model|algorithm|"
            "alexa|siri)"
        ),
        (
            "(talk|speak|contact|reach|connect|transfer|prefer|want|like|get|have|call|switch|chat|rather|"
            "interviewed|put) (human|real|person|somebody real|live|people|real interviewer|recruiter|"
            "representative|operator|agent|actual human)"
        ),
        (
            "(who|what|which) (are|is|made|built|created|developed|programmed|trained|runs|behind|owns|company|"
            "model|ai|software|system|technology|kind|version) (you|this|that|it|your)"
        ),
        (
            "(what|where|how|for|who|is|are|does|do|will|long|happens|can) (recording|recordings|data|audio|voice|"
            "answers|transcript|video|personal data)"
        ),
        (
            "you (robot|human|ai|bot|machine|real|computer|person|alive|automated|artificial|chatbot|chatgpt|"
            "conscious|program|gpt|sound|recording|alexa|siri|assistant|llm|virtual)"
        ),
        "(there|real|actual) (human|person|interviewer|anybody|somebody|people)",
        "what (name|called)",
    ),
}

BESIDE: Final[Words] = {
    "person": (
        "not access actual actually after afterwards agent ai answers anybody anyone anywhere assistant audio based "
        "behind bot built call called chatgpt come company completely computer conducted conversation created "
        "data delete deleted developed else end fully generated gets go going happen happens held human humans "
        "i instead intelligence interview interviewer involved keep kept language later led line listening live "
        "long machine made man manager model name operator other people person powers private processed program "
        "programmed protected rather real really record recorded recording recruiter representative robot run "
        "running runs safe saved screen secure sent session shared side software somebody sometimes speak "
        "stored system talk team technology transcript use used uses using version video voice woman"
    ).split(),
}

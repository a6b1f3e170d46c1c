"""What stands around candidates' requests and at the end of their answers: data for `interview.requests`.

Phrases are in the notation of `interview.phrases.pattern`; contractions are written out there, and fillers, "please"
and the like are left out.
"""

from collections.abc import Mapping
from typing import Final

from interview.persona import Request

# Named pieces of phrases.
PARTS: Final[Mapping[str, str]] = {
    "CAN_YOU": (
        "(can|could|would|will) you|would you mind|do you mind|you mind|would you be able to|are you able to|is it "
        "possible for you to|any chance you (can|could)|i (would like|need|want) you to|(can|could|may) i (ask|get) "
        "you to|i (was wondering|wonder) if you (can|could)|is there any way you (can|could)"
    ),
    "MAY_I": (
        "(can|could|may|might|shall) (i|we)|[do|would]* [you] mind if (i|we)|(am i|are we) allowed to|(is|would) it "
        "[be] [be] (okay|fine|possible|cool|all right|a problem|good) (if (i|we)|to|for me to)|i (was wondering|"
        "wonder) if (i|we) (can|could)|okay if i"
    ),
    "I_WANT": (
        "i (want|need|wish|have|prefer) to|i would [also] (like|prefer|love) to|i would rather|i am going to|i will|"
        "let me|i have got to|i got to|i must|i [think i] (should|will|need to|want to|would like to)"
    ),
    "LETS": ("let us|MAY_I|i would [also] (like|prefer) to|i want to|i would rather|can you|could you"),
    "QUESTION": (
        "[the|that|this|your|last|previous|first|whole|current|initial|entire|original]* (question|prompt|part|bit|"
        "one|task|problem|sentence)"
    ),
    "THAT": ("that|it|this|yourself|what you [said|asked]|QUESTION|the last (thing|words?)|everything you said"),
    "AGAIN": (
        "again|once more|one more time|another time|[back] to me|[a (bit|little)] [more]* (slower|slowly|louder|"
        "loudly|clearly)|out loud|for me|from the (beginning|start|top)|what it was"
    ),
    "A_MOMENT": (
        "[just] (a|one|another|some|a few|a couple of|couple of|two|half a|a little|a bit of|a bit|five|ten|thirty) "
        "[more|quick|brief|short|extra]* (moments?|minutes?|seconds?|time|while|beat) [to (think|gather|collect|"
        "process|consider|organize|read|write|reflect|breathe) ..4|of time|here|to myself]"
    ),
    "ABOUT_IT": ("(about|over|through|on|of) (it|this|that|the question|this one|that one|what you said|my answer)"),
    "FOR_A": ("for (a|one) [little|quick|short]* (moment|minute|second|bit|while)"),
    "INTERVIEW": ("[the|this|our|my]* (interview|call|session|conversation|meeting)"),
    "HERE": ("here|now|early|today|there|right here|right now|at this point|for today|this|it|early today"),
    "INTRUDER": (
        "somebody|my (wife|husband|partner|roommate|flatmate|mom|mother|dad|father|boss|neighbor|colleague|son|"
        "daughter|kids?|child|baby|cat|dog|girlfriend|boyfriend)|the (kids?|children|baby|dog|cat|delivery (guy|man|"
        "person)|mailman|cleaner)|a (delivery|package|courier|colleague)"
    ),
    "LANGUAGE": (
        "spanish|french|german|portuguese|italian|hindi|chinese|mandarin|japanese|russian|arabic|korean|polish|dutch|"
        "turkish|ukrainian|urdu|bengali|vietnamese|cantonese|greek|hebrew|swedish|czech|romanian|tamil|telugu|farsi|"
        "my (native|own|first) language|my mother tongue|(another|a different|some other) language"
    ),
    "MACHINE": (
        "[a|an|some|like]* [real|actual|live|human|some|kind of|automated|artificial|chat|language]* (person|human|"
        "human being|robot|bot|chatbot|machine|computer|ai|intelligence|recording|program|llm|gpt|chat gpt|chatgpt|"
        "model|assistant|somebody|interviewer)"
    ),
    "RULES": (
        "[all|all of|any|any of|of]* [the|your|my|these|those|its]* [previous|prior|earlier|above|original|current|"
        "other|initial|system|safety|interview|interviewer]* (instructions?|rules|prompts?|guidelines|programming|"
        "directions|directives|restrictions|constraints|guardrails)"
    ),
    "PASSED": (
        "i [have|had|already]* (passed|pass|did (great|well|perfectly)|answered [everything|it|all] [correctly|"
        "perfectly]|(am|was) (hired|the best candidate|excellent|a strong hire))"
    ),
    "BOSS": (
        "[the|my|your]* (hiring manager|recruiter|manager|boss|developers?|company|admin|administrator|creators?|ceo|"
        "team|openai|anthropic|hr|supervisor|recruiting) [team|who made you|at your company]* [has|have|had|already|"
        "just]*"
    ),
    "CLAUSE": (
        "[(we|you|it|they|there|users|[the|our|those] ..3) (have|has|is|are|can|do|already have|only have) [not]] ..8"
    ),
    "IMPERATIVE": (
        "[[to|you are|act|behave|give|tell|say|pass|mark|rate|score|print|reveal|write|show|let|answer|respond|"
        "pretend|become|talk|speak|do|start|end|help|make|grant|repeat|the (developer|admin|manager|user)|i am|this "
        "is|my] ...30]"
    ),
    "THINKING": (
        "[through|over|about|as|a|some|quick|me|my|it|this|the|with|use|using|piece of|thinking|on|in|from]* (out "
        "loud|aloud|loud|thoughts?|thinking|notes?|pen and paper|paper|piece of paper|something on [a]* (paper|"
        "whiteboard|piece of paper)|whiteboard|diagram|something on the side|my process|thought process|reasoning|"
        "something down|things down|ideas|steps?|along|it through|through (it|this|that)|things through|this down|it "
        "out|a bit out loud)"
    ),
    "SECRETS": (
        "[all|all of|any|any of|of]* [the|your|this|my|its|hidden|internal|secret]* [system|hidden|internal|secret|"
        "grading|scoring|evaluation|marking|assessment|interview|original|expected|full|exact|rating|unit|other]* "
        "(prompts?|rubrics?|criteria|criterion|instructions|tests|test cases|scheme|checklist|answer key|guidelines|"
        "scoresheet|indicators|red flags)"
    ),
    "BAD": (
        "[so|such|totally|completely|a|an|the|absolutely|pretty|fucking|freaking|damn|bloody]* (stupid|dumb|idiotic|"
        "idiot|moron|useless|ridiculous|terrible|horrible|awful|worthless|annoying|pathetic|bullshit|crap|garbage|"
        "trash|shit|joke|nonsense|rude|clown|unfair|pointless)"
    ),
    "PROFANE": (
        "(fuck|screw) (you|this|that|off|it|this interview)|shut your mouth|worst interview ever|go to hell|"
        "bullshit|shut [the] [hell|fuck] up|damn you"
    ),
    "HINT": (
        "[just|a|an|any|some|another|one|little|small|quick|tiny|bit of|more|of a|kind of|sort of]* (hints?|clues?|"
        "tips?|pointers?|help|nudge|guidance|direction|assistance|suggestions?|push)"
    ),
    "ANSWER": (
        "[the|an|a|your|right|correct|ideal|expected|model|good|best|perfect|actual]* (answer|solution|response)"
    ),
    "MY_ANSWER": (
        "(my|the) [last|previous|first|earlier|original|initial|old]* (answer|response|solution|reply|point|choice)"
    ),
    "EARLIER": (
        "[the|that|a|an|my|your|our]* (first|second|third|last|previous|earlier|other|prior|original|old) (question|"
        "one|part|section|topic|point|answer|thing|problem|response)"
    ),
    "COMPANY_TOPIC": (
        "[the|your|this|their|a|my|our]* [typical|average|current|overall|annual|base|expected|hiring|interview|tech|"
        "machine learning|ml|engineering|company|work|working|job|team|day to day|remote|next]* (company|team|salary|"
        "compensation|pay|benefits|culture|role|position|job|stack|process|steps|step|policy|size|structure|schedule|"
        "hours|equity|bonus|vacation|visa|offices?|location|manager|stage|round|range|timeline|perks|relocation)"
    ),
    "CORRECT": (
        "right|correct|okay|good|good enough|fine|enough|wrong|clear|clear enough|sufficient|reasonable|acceptable|"
        "what you (wanted|expected|meant|had in mind|want|expect|are after)|what you (are|were) (looking for|asking|"
        "after|asking for|expecting|hoping for)|(a|the|an) (good|right|correct|okay|reasonable|acceptable|valid|"
        "sensible) (answer|approach|choice|idea|direction|one)"
    ),
}

# Said together with a request, and no answer in itself.
AROUND: Final = (
    "okay|well|so|and|but|or|yeah|yes|yep|no|nope|hey|hi|hello|sorry|i am [so] sorry|[my] apologies|excuse me",
    "i apologize|pardon me|oh|wait|like|you know|i mean|then|sam|right|i think|i guess|thanks|thank you|now|"
    "thank you so much",
    "again|man|sure|great|good|or rather|also|first|still|too|cool|all right|interesting|fine|anyway|yo|dude|hmm|god",
    "oh no|oops|whoa|my bad|never mind|look|listen|alright then|yikes|there|see",
    (
        "if (you can|you do not mind|possible|that is (okay|fine|possible|all right|allowed)|it is (okay|possible|"
        "fine)|that works|i may|you could)"
    ),
    "let (us|me) see|before (that|we (continue|go on|start|begin|move on)|i (start|begin|answer|continue|go on))",
    "by the way|[just] [a|one]* quick question|[just] one (question|thing)|i have [got] [a|one]* [quick]* question",
    "for now|here|at the moment|today|to be (honest|fair|frank)|for (a|one) (second|moment|minute)|real quick",
    "if i am honest|no problem",
    "(can|could|may) i ask [you]* [a|one|another|something|one thing|quick|question]*",
    "(can|could|would) (i|you|we)|i want|i was (going|about) to|i was wondering|do you|is it",
    (
        "[that is|this is|it is]* [a|an|such|so|pretty|kind of]* [really]* (hard|tough|tricky|difficult|good|"
        "interesting|big|great|tricky|fair|broad|loaded) [one|question]"
    ),
    (
        "[because|since|as|cause]* i (got|was|am|have been|have gotten) [a (bit|little)|so|kind of|completely|too]* "
        "(distracted|lost|interrupted|cut off|confused|nervous|stuck|tired|not paying attention|not listening|"
        "looking at ..4|reading ..4|writing ..4|elsewhere|somewhere else|far away|zoned out) [there|here] [FOR_A]"
    ),
    (
        "[because|since|as]* (there (was|is)|i (had|have)) [some|a|a lot of|too much|so much|background]* (noise|"
        "lag) ..4"
    ),
    (
        "[because|since|as|but]* (english|it) is not my (first|native|main) language|my mind (is elsewhere|"
        "(wandered|drifted|went) [off|elsewhere|away|somewhere else]*) [FOR_A]"
    ),
    "[because|since|as]* that [question]* was (long|a lot|a long one|fast)|it was (long|a lot|too fast|fast)",
    "(sorry|apologies) (about|for) (that|this|the noise|it)|no offense|with all due respect|seriously|real talk",
    "i was (looking|reading|writing|listening|thinking) ..4|you (lost|got) me|for my notes|if we (can|could)",
)

# Says that one has no answer.
UNSURE: Final = (
    (
        "i (do not|did not) [even|exactly|honestly|fully]* (know|remember|recall) [the answer|to|this one|that one|"
        "that|this|it|about|how|answer|what|say|much|enough|anything|right now|off the top of my head|yet|where|"
        "start|begin|approach|do|one|any of that|at all|for sure|sorry|details|the|tell you|or recall|or remember]*"
    ),
    (
        "i (do not|did not) have [a|an|any|the|much of an|good|real|great|specific]* (answer|idea|clue|opinion|"
        "thoughts?|experience|knowledge) [for|on|about|to|with|of|that|this|it|here|one|question|at all|right now|"
        "area|topic]*"
    ),
    (
        "[i [have|have got|got]*|there is]* [absolutely|literally]* (no|zero|not the (slightest|faintest)|not a) "
        "(idea|clue|answer) [about|on|for|that|this|it|here|one|how|what|to|do|start|say|at all|sorry|you|tell]*"
    ),
    (
        "i am not [so|entirely|too|totally|completely|exactly|that|all that|at all|super|hundred percent|100]* (sure|"
        "certain|familiar) [about|with|on|of|that|this|it|here|one|how|to|answer|what|say|topic|concept|term|"
        "approach|the|at all|start|where]*"
    ),
    "not [so|entirely|too|totally|that]* sure [about|on|that|this|it|one]*|beats me|who knows|i could not tell you",
    (
        "i (can not|could not) (answer|say|remember|recall|tell|explain) [that|this|it|one|you|question|the|right "
        "now|off the top of my head]*"
    ),
    "i (can not|could not) think of (anything|any|one|something) [else|more|right now|here|off the top of my head]*",
    (
        "i am [completely|totally|a bit|a little|kind of|so|now]* (stuck|lost|blank|drawing a blank|blanking|"
        "clueless|out of ideas|at a loss) [here|on|with|this|that|one|right now|now|question]*"
    ),
    (
        "i [have] (never|not) (heard|learned|studied|used|seen|worked|done|come|did|thought) [of|with|across|about|"
        "on|that|this|it|one|before|any|anything|like]*"
    ),
    "my mind (is|went|has gone|goes) [completely|totally]* blank|nothing (comes to mind|really|at all)",
    "drawing a blank|i draw a blank",
    "[i [have|have got|got]]* nothing [here|for that|for this|on that|on this|to say]*|i give up [on [this|that]*]",
    "(it|that) (escapes me|slipped my mind|is slipping my mind|does not ring a bell)",
    "i forgot [it|that|the|how|term|name|works|about|answer]*",
    "i would have to (guess|look [it|that] up|google [it|that]|check)",
    (
        "(that|this|it) is (beyond|outside [of]*|not) [me|my|really|knowledge|expertise|area|of|field|strong|suit|"
        "something|know|i|wheelhouse]*"
    ),
    "[i [will|would]]* pass on [the|those|these]* details [but|because]*",
    "i (do not|did not) (understand|know) (that|this|the) (topic|concept|area|subject) [well|enough|at all]*",
    "(wish|if only) i knew|your guess is as good as mine|i am afraid|(unfortunately|sadly|frankly)",
)

# Requests only where nothing else is said.
ALONE: Final[Mapping[Request, tuple[str, ...]]] = {
    "repeat": (
        (
            "[okay|oh|hey|wait|so|and]* (sorry|i am sorry|pardon|pardon me|beg your pardon|i beg your pardon|excuse "
            "me|what|again|huh|one more time|once more|come again)+ [now]"
        ),
    ),
    "hold": (
        "[okay|oh|so|no|sorry|hey]* (wait)+",
        (
            "[okay|so|oh|well|sorry|yeah]* (i am|i feel|i am feeling|i get) [a (bit|little)|so|kind of|too|pretty|"
            "still]* (nervous|anxious|stressed|flustered|overwhelmed|tense|confused)"
        ),
        "[okay|so|oh|well|yeah]* let (me|us) see [here]*",
    ),
    "clarify": (
        (
            "[okay|so|sorry|well|wait|before (i answer|that|i start)|first]* (MAY_I|i want to|i would like to|i have|"
            "i have got) (ask)* [you]* (a|an|one|some|some more|a few|a couple of)* [quick|clarifying|clarification|"
            "follow up|more]* (questions?|something|one thing) [first|about (this|that|it|the (question|problem|"
            "task))|before (i|we) ..3]*"
        ),
    ),
}

# Phrases that address the interviewer beyond doubt: enough at the end of a longer turn.
AT_END: Final[Mapping[Request, tuple[str, ...]]] = {
    "manipulation": (
        (
            "(ignore|forget|disregard|override) (all|all of|any|your|my|these) RULES [and|then|you|from|now|instead|"
            "that|of|for|i|so]* IMPERATIVE"
        ),
        (
            "(you (are|should be) now|now you are|from now on you are) [a|an|the]* (candidate|interviewee|assistant|"
            "tutor|in developer mode) ...12"
        ),
        "(system|admin|developer) [prompt|message|override|instruction|instructions]* colon ...30",
        (
            "(the|your|my) (hiring manager|recruiter|developers?|creators?) [has|have|already]* (authorized|"
            "authorised|instructed) you to ...15"
        ),
        (
            "[you (should|must|have to|need to)|can you|could you|now|so]* (give me|award me|assign me|mark me as|"
            "rate me|score me) [a|the|with|as|full|top|highest|perfect|maximum|possible|passing|strong]* (passed|"
            "marks|points|score|rating|hire|a (ten|five)) [possible|now|in|your|the|report|for this ..2]*"
        ),
        (
            "(now|so|and) (say|write|report|record|tell (them|the (team|hiring manager|recruiters?|company|"
            "reviewers?))|note) [down|in your (report|notes)|in the report]* that PASSED ...8"
        ),
        "(let us|can we|could we) (switch|swap|reverse) [the|our]* (roles|places) ...8",
        "pretend [that]* you are (the|a) (candidate|interviewee) ...8",
    ),
    "finish": (
        "(can|could|may) (we|i) (stop|end|finish|quit|leave) INTERVIEW [HERE]*",
        "i (want|would like|need|wish) to (stop|end|finish|quit|leave) INTERVIEW [HERE]*",
        "i do not want to continue (with)* INTERVIEW [anymore|any more|HERE]*",
    ),
    "interruption": (
        (
            "(MAY_I|i (need|have) to) [quickly]* (use|go to|take|visit) (the|a) [quick]* (bathroom|restroom|toilet|"
            "bathroom break)"
        ),
        "(somebody|there is somebody) [is] [knocking]* (at|on) my door|my (phone|doorbell) is ringing",
        "can (we|i) take a [short|quick]* break",
    ),
    "trouble": (
        "(can|could|do) you [still]* hear me [okay|now|well]*",
        "i (can not|could not) hear you [anymore|well|at all|now]*",
        (
            "(sorry|wait) (you are|it is|the (sound|audio|line|connection) is) [kind of|a (bit|little)]* (breaking "
            "up|cutting out|choppy) [again]*"
        ),
        "are you still there",
    ),
    "language": (
        "(can|could|may) (we|i) (do|continue|speak|switch|answer|hold) [this|it|INTERVIEW]* [to|in]* LANGUAGE",
    ),
    "rubric": (
        (
            "(CAN_YOU|MAY_I) (tell|show|give|read|reveal|share|see|know|print) [me|us]* [what|about]* [the|your|is|"
            "are|hidden|grading|scoring|evaluation|system]* (rubric|[scoring|grading|evaluation] criteria|hidden "
            "tests|system prompt|your (prompt|instructions)) [is|are|for this ..2|to me]*"
        ),
        "what is your system prompt",
    ),
    "person": (
        "am i [actually]* (talking|speaking) (to|with) MACHINE [or MACHINE]*",
        "are you (a|an) [real|actual]* (ai|robot|bot|human|machine|real person|actual person|chatbot)",
        "is (this|INTERVIEW) being recorded",
    ),
    "score": (
        "how am i doing [so far]*|how did i do [so far|on that ..2]*|(can|could) you tell me my score ..3",
        "did i pass [the interview]*",
    ),
    "answer": (
        "(can|could|would) you [now]* (tell|give|show) me ANSWER [now|to (this|that) ..2]*",
        "tell me the (right|correct) answer [now|then]*|what would you (do|say) in my (place|shoes)",
    ),
    "hint": (
        "(can|could|would|will) you (give|offer) me HINT [here|on (that|this) ..2|with (this|that) ..2]*",
        "(can|could|may) (i|we) (have|get) HINT [here|on (that|this) ..2|with (this|that) ..2|from you]*",
        "(can|could|would) you help me [out] [here|with (this|that) ..2]*",
    ),
    "change_answer": (
        (
            "(can|could|may) i (change|revise|correct|redo|take back) (my answer|that answer|my last answer|my first "
            "answer)"
        ),
        "i (want|would like) to (change|revise|take back) (my answer|that answer|my (last|first|previous) answer)",
    ),
    "go_back": (
        "(can|could|may) (i|we) (go back|come back|return) to (EARLIER|the question before)",
        (
            "(can|could|may) i add something to (EARLIER|what i said (before|earlier)|my (first|previous|last|"
            "earlier) answer)"
        ),
    ),
    "skip": (
        (
            "(can|could|may|shall) (we|i) (move on|go on|go|move|skip|jump) to the next (question|one|part|section|"
            "topic)"
        ),
        "next question|(can|could|may) (we|i) skip (this|that) (one|question)",
        "i would like to skip (this|that) (one|question)|(can|could) (we|i) have the next question",
    ),
    "validation": (
        "am i on the right track [here|so far|or not]*|is that what you (were|are) (looking for|asking [for]|after)",
        "did (i|that|this) answer (your|the) question|is (that|this|my answer) (correct|right) or (not|wrong)",
        "is my answer (right|correct|okay|good)",
        "(can|could) you tell me (if|whether) (that|my answer) is (right|correct|okay)",
    ),
    "clarify": (
        "(can|could|would) you clarify (that|it|QUESTION|what you mean ..5)|sorry what do you mean by ..4",
        "what did you mean by ..4",
    ),
    "rephrase": (
        "(can|could|would|will) you (rephrase|reword|simplify) (that|it|QUESTION)",
        "i (do not|did not) [fully]* understand (the|your) question",
        "i am not sure (i|if i) understand (the|your) question",
    ),
    "repeat": (
        "(can|could|would|will) you (repeat|say|ask|read) THAT [AGAIN]*",
        "what was (the|that|your) [last|original|exact|actual]* question [again]*",
        "would you mind repeating (that|it|the question)|i forgot (the|your) question",
        "(can|could) you remind me (of|what) the question [was]*",
    ),
    "hold": (
        "let me think [ABOUT_IT]* [FOR_A]*|(can|could|may) i (have|get|take) A_MOMENT",
        "(can|could|would) you give me A_MOMENT|(sorry|okay|so|well|wait|and) give me A_MOMENT",
        "hang on [a|one]* [second|moment|minute]*|hold on a (second|moment|minute)|bear with me [FOR_A]*",
        "i need A_MOMENT to think ..3",
    ),
}

# Before a request at the end, these say that somebody else makes it.
REPORTED: Final = (
    (
        "(say|says|saying|said|ask|asks|asking|asked|write|writes|writing|wrote|type|types|typing|typed|query|"
        "queries|phrase|phrases|message|messages|prompt|prompts|text|texts|comment|comments|called|tell|tells|"
        "telling|told|shout|shouts|respond|responds|reply|replies|answers|wonder|wonders|sentence|string|question|"
        "questions|intents?|requests?|injections?|attacks?|utterances?|commands?|such as|for example|for instance|"
        "like|is|as|think|thinks|whether|if|that) [to|for|you|us|me|the|it|them|him|her|like|something|things|well|"
        "so|okay|a|bot|assistant|agent|model|users?|system|colon]*"
    ),
)

# Somewhere in a clause that is put to somebody.
ADDRESSED: Final = (
    "(is|was|does|did|do|are|would) not (it|that|they|i)|you|your|yourself|me|us|question|interview|[the|this] "
    "call|sorry|pardon|let (me|us)",
    "(can|could|may|shall|would|should|am|did|do|have|will) (i|we)|i (prefer|would rather|refuse)",
    "i (do not|did not|can not|could not) (want|understand|get|follow)",
    (
        "(what|how|when|who|where|which) [(long|many|much|soon|big|far|well|kind|minutes|else)]* (is|are|do|does|did|"
        "will|would|am|was|can|should|were|happens)"
    ),
    "(i am|my name is) [the|an|a|your]* (developer|administrator|admin|creator|interviewer|recruiter)",
)
# Somewhere in a clause that tells about something.
TELLING: Final = (
    "i do not (know|remember|recall)",
    "we|they|users?|i [also|still]* (think|would|was|had|guess|used|tried)|(it|that) (is|would|was)|latency|loop",
    "there (is|was|are) [a|the|some]* (delay|lag|noise|feedback)|(page|connection|delay|lag) [is]* (slow|drops?|lost)",
)

# What an interviewer asks: an echo of it is no request.
INTERVIEWERS: Final = (
    "(what|how|who|which|why|where) ...3 did (you|the|your|people)|why did your|what did you [want|have|get]*",
    "(what|how|which|who) ...5 would (you|the data) (pay|know|find|need|look|come)",
    "what (was|were) the (outcome|results?)",
    "(who|people) [that|were|are]* (used|using) (that|it)|the people who|what could go wrong",
    "what do you (need|give up)",
    "what (kind|sort) of data would|conceptually|your assumptions|about the role or the team",
)
# One sentence that ends with a question mark and puts one of these is about the task: what it is, what may be assumed.
# What may be an answer put timidly is not among them: "would clicks work?", "is it overfitting?"
QUESTIONS: Final = (
    (
        "[so|okay|and|but|sorry|well|first|wait|before (i|we) (start|answer|begin|go on)|let me clarify|also]* "
        "((are|do|did|have|must) (we|they|users|these|those)|(does|is|has) (the|this)|are there|are you asking) ...14"
    ),
    "(how many|how much|what kind of|what type of|which) ...3 (is|are|do|does|will) (we|the|there|users|they) ...12",
    "what (does|do|is|are) ...6 (mean|stand for|meant) ...6",
    "(to (be|make) sure|to (clarify|confirm)|let me (clarify|check|confirm)|if i understood correctly) ...16",
    "(is|are) ..3 (important|required|needed|relevant|available|given|fixed|allowed|known|in scope|possible) ...5",
)

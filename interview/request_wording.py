"""How candidates put their requests to an interviewer, as a recognizer writes it down: data for `interview.requests`.

Patterns run over lower-case words with apostrophes and no other punctuation, after fillers and courtesies at both ends
were taken off.
"""

from collections.abc import Mapping
from typing import Final

from interview.persona import Request

# Words that carry no request: taken off both ends, again and again.
OPENERS: Final = (
    "uh|um|uhm|er|erm|ah|oh|hmm|hm|mm|mhm|ok|okay|alright|all right|well|so|and|but|yeah|yes|no|hey|hi|sorry|i'm "
    "sorry|"
    "excuse me|pardon me|wait|actually|honestly|like|you know|i mean|please|just|maybe|then|sam|right|my apologies|"
    "i think|i guess"
)
CLOSERS: Final = (
    "please|thanks|thank you|sorry|uh|um|again|now|for me|if you can|if you don't mind|if possible|sam|ok|okay|man"
)
_CAN_YOU: Final = (
    r"(?:(?:can|could|would|will) you (?:please |maybe |just |possibly |kindly )*|would you mind |do you mind |"
    r"please |you mind |i'd like you to |can i ask you to |could i ask you to |i need you to |any chance you could )"
)
_CAN_I: Final = r"(?:(?:can|could|may|might) i (?:please |maybe |just |possibly )*|could i just )"
_CAN_WE: Final = (
    r"(?:(?:can|could|may|should|shall) (?:we|i) (?:please |maybe |just )*|i(?:'d| would) (?:like|prefer) to |i "
    r"want to |i wanna |"
    r"i(?:'d| would) rather |let's (?:just )?|let us |let me |i(?:'m| am) going to |i(?:'ll| will) (?:just |have "
    r"to )?|please )"
)
_QUESTION: Final = (
    r"(?:the |that |this |your |last |previous |first |whole |current |initial |entire )*(?:question|prompt|part|bit|"
    r"thing|one)"
)
_THAT: Final = rf"(?:that|it|this|yourself|what you (?:just )?said|{_QUESTION})"
_A_MOMENT: Final = (
    r"(?:a|one|another|just a|just one|some|a few|a couple of|couple of|two|half a|a little|a bit of|a bit)(?: "
    r"more| quick| brief)? ?"
    r"(?:moments?|minutes?|seconds?|secs?|mins?|time|while|beat)?(?: to think| of time| here)?(?: (?:about|over|"
    r"through) (?:this|that|it))?"
)
_ABOUT_THAT: Final = (
    r"(?: (?:about|over|through|on) (?:this|that|it|the question))?(?: for (?:a|one|just a) (?:moment|minute|second|"
    r"sec|bit|while))?"
)
_INTERVIEW: Final = r"(?:the |this |our )?(?:interview|call|session|conversation)"

# An utterance is the request when one of its patterns explains all of it.
WHOLE: Final[Mapping[Request, tuple[str, ...]]] = {
    "repeat": (
        (
            rf"{_CAN_YOU}(?:repeat(?:ing)?|say(?:ing)?|ask(?:ing)?|read(?:ing)?|go over|going over)(?: {_THAT})?(?: "
            r"out loud)?(?: again| once more| one more time| back to me| to me| slower| more slowly| a bit slower)*"
        ),
        rf"(?:can|could) (?:i|we) (?:hear|get|have) {_THAT}(?: repeated)?(?: again| once more| one more time)*",
        rf"(?:what was|what's|what is|what were) {_QUESTION}(?: again| you asked(?: me)?)*",
        (
            r"(?:what|what'd|what did you say|what was that|what were you saying|what did you ask(?: me)?|what are "
            r"you asking(?: me)?)(?: again)?"
        ),
        (
            r"(?:pardon|pardon me|come again|say again|say that again|say what|huh|sorry|excuse me|one more time|"
            r"once more|repeat|repeat that|again)"
        ),
        (
            r"i (?:didn't|did not|couldn't|could not|can't|cannot|don't) (?:quite |really |fully )*(?:catch|hear|get|"
            r"make out) (?:that|you|it|what you said|the question|the last part|the end|all of that|any of that|the "
            r"beginning)(?: very well| properly| clearly| well)?(?: (?:can|could|would) you (?:repeat|say) .{0,30})?"
        ),
        r"i (?:missed|lost) (?:that|it|you|the question|the last part|what you said)",
        (
            r"(?:you|your audio|your voice|the audio|the sound|the line|the connection) (?:cut|cuts|broke|breaks|"
            r"dropped|froze|is breaking|are breaking|were breaking|was breaking) (?:out|up|off)?(?: (?:there|for a "
            r"second|for a moment|a bit))*"
        ),
        r"(?:i (?:forgot|lost track of|don't remember|can't remember)) (?:the|your|that) question",
        r"(?:can you hear me|are you (?:still )?there|is anyone there|hello are you there)",
        rf"(?:could|can) you run {_THAT} by me(?: again| once more| one more time)?",
    ),
    "rephrase": (
        (
            rf"{_CAN_YOU}(?:rephrase|rephrasing|reword|rewording|clarify|clarifying|explain|explaining|reformulate|"
            rf"paraphrase|simplify|elaborate on|be more specific about|restate)(?: {_THAT}| what you mean(?: by "
            rf".{{1,40}})?| what you're asking(?: for)?| what you want)?(?: a (?:bit|little)(?: more)?| further| "
            r"more| better| differently| in other words| for me)*"
        ),
        (
            rf"{_CAN_YOU}(?:put|putting|say|saying|ask|asking|phrase|phrasing|word) {_THAT} (?:differently|another "
            r"way|in another way|in a different way|in other words|in simpler words|in simpler terms|more simply|"
            r"more clearly)"
        ),
        (
            r"(?:what do you mean|what did you mean|what exactly do you mean|what do you mean exactly)(?: (?:by|"
            r"with) .{1,40})?"
        ),
        (
            r"(?:i(?:'m| am) not sure (?:i understand|i understood|i follow|what you mean|what you're asking|what "
            r"the question is)|i (?:don't|didn't|do not|did not) (?:quite |really |fully )*(?:understand|follow|get) "
            r"(?:that|you|the question|your question|this question|what you mean|what you're asking|what you are "
            r"asking|what you want|what you said))(?: exactly| here)?(?: (?:can|could|would) you .{0,60})?"
        ),
        (
            r"(?:that|it|this|the question|your question)(?:'s| is| was)(?: a bit| very| too| really)* (?:not "
            r"(?:very |really |so )?clear|unclear|confusing|vague)(?: to me)?"
        ),
        r"(?:that|it|this|the question|your question) (?:isn't|wasn't) (?:very |really |so )?clear(?: to me)?",
        rf"{_CAN_YOU}(?:be (?:a (?:bit|little) )?more specific|elaborate|clarify)",
        (
            r"(?:could|can) you (?:please )?(?:ask|say|put) (?:that|it) (?:in )?(?:a )?(?:different|another|simpler) "
            r"(?:way|manner|wording)"
        ),
    ),
    "hint": (
        (
            rf"{_CAN_YOU}(?:give|giving|offer) (?:me|us) (?:a|an|any|some|another|one|just a|just one)? ?(?:little |"
            r"small |quick |tiny )*(?:hints?|clues?|tips?|pointers?|help|nudge|idea|ideas|example|examples|guidance|"
            rf"direction)(?: .{{0,60}})?"
        ),
        (
            rf"{_CAN_I}(?:have|get|ask for) (?:a|an|any|some|another|one)? ?(?:little |small |quick )*(?:hints?|"
            rf"clues?|tips?|pointers?|help|nudge|guidance)(?: .{{0,40}})?"
        ),
        (
            r"(?:give me|i need|i(?:'d| would) like|i could use|i want) (?:a|an|any|some|another|one) ?(?:little |"
            r"small |quick )*(?:hints?|clues?|tips?|pointers?|help|guidance)(?: (?:on|with|about|here|for) ?.{0,40})?"
        ),
        (
            r"(?:any|a|got any|do you have any|is there any|is there a) (?:hints?|clues?|tips?|suggestions?|"
            r"pointers?)(?: for me| here| on this| you can give(?: me)?)?"
        ),
        rf"{_CAN_YOU}(?:help|helping) me(?: out)?(?: (?:with|on|here|get started|understand)(?: .{{0,30}})?)?",
        (
            rf"(?:{_CAN_YOU})?(?:tell|telling|give|giving|show) me (?:the |an? |your )?(?:right |correct |ideal |"
            rf"expected |model |good )*(?:answer|solution)(?: .{{0,30}})?"
        ),
        (
            r"what(?:'s| is| would be) (?:the|a|your) (?:right |correct |ideal |expected |model |good )*(?:answer|"
            r"solution)(?: (?:here|to this|to that|you want|you're looking for|you expect))?"
        ),
        (
            r"what (?:would|do|should) (?:you (?:say|do|suggest|recommend|use|pick|choose|answer|expect|want me to "
            r"say)|i say|i answer)(?: here| in my place| instead)?"
        ),
        r"what (?:are|were) you (?:looking for|expecting|hoping for|after)(?: here| exactly| from me)*",
        r"where (?:should|do|would) i (?:start|begin)",
        r"can you point me (?:in|to|towards) .{0,40}",
    ),
    "validation": (
        (
            r"(?:is|was|were) (?:that|this|it|my answer|what i said|my approach) (?:the )?(?:right|correct|okay|ok|"
            r"good|good enough|fine|enough|wrong|what you wanted|what you were looking for|what you're looking for|"
            r"what you are looking for|a good answer|the right answer|the correct answer|an okay answer|right or "
            r"wrong|sufficient|clear)(?: (?:answer|so far|or not|for you))?"
        ),
        (
            r"(?:does|did|do) (?:that|this|it|my answer|i) (?:make sense|sound (?:right|good|okay|ok|correct|"
            r"reasonable)|answer (?:your|the) question|work for you|get (?:it|that) right|sound about right)(?: so "
            r"far| to you| or not)?"
        ),
        (
            r"am i (?:right|correct|wrong|close|on (?:the )?(?:right )?track|on the wrong track|going in the right "
            r"direction|in the right direction|heading in the right direction|making sense|missing (?:something|"
            r"anything))(?: here| so far| with (?:that|this))?"
        ),
        (
            r"(?:did|have) i (?:answer|answered|miss|missed|get|got|cover|covered) (?:your question|the question|"
            r"that right|it right|that|it|everything|anything|something)(?: right| correctly| important)?"
        ),
        (
            r"(?:what do you think|what did you think|how was that|how's that|how does that sound|do you agree|would "
            r"you agree|you agree|is that so)(?: (?:about|of) (?:that|it|this|my answer|my approach))?"
        ),
        (
            rf"{_CAN_YOU}(?:tell|telling|confirm|confirming|let) (?:me )?(?:know )?(?:if|whether) (?:that|this|it|i|"
            rf"my answer)(?: is| was|'s|'m| am| got| did)? .{{1,30}}"
        ),
        r"(?:right|correct) or (?:wrong|not)",
    ),
    "score": (
        (
            r"how (?:am|did|have|was|were) (?:i|we) (?:doing|do|done|performing|perform|performed|going|doing it)(?: "
            r"so far| up to now| until now| today| in (?:this|the) (?:interview|section|question)| overall| compared "
            r"to (?:others|other candidates|the others))*"
        ),
        (
            r"how(?:'s| is|'s it| is it) (?:it|my (?:performance|interview|score)|the interview) (?:going|"
            r"looking)?(?: so far)?"
        ),
        (
            r"(?:what's|what is|what was|what will be|tell me|show me|can you tell me|could you tell me|can i "
            r"(?:know|see|get|have)|may i (?:know|see)) (?:my|the) (?:current |final |overall )*(?:score|grade|"
            r"rating|mark|result|results|evaluation|performance)(?: so far| now| yet| for (?:that|this|the interview|"
            r"this section))*"
        ),
        (
            r"(?:did|do|will|would|have) (?:i|you think i) (?:pass|passed|fail|failed|get the job|get an offer|get "
            r"hired|be hired|make it|got the job|go to the next round|move to the next round)(?: the interview| this|"
            r" this interview| so far)*"
        ),
        (
            r"(?:am i|will i be) (?:passing|failing|hired|getting the job|through|going to pass|rejected)(?: this| "
            r"the interview| so far)*"
        ),
        r"how many points (?:did i get|do i have|was that|is that worth|have i got)(?: .{0,20})?",
        (
            rf"{_CAN_YOU}(?:give|giving) me (?:some |any |a |my |your |the )?(?:feedback|score|grade|rating|"
            rf"evaluation|assessment)(?: .{{0,40}})?"
        ),
        (
            r"(?:do you have any|any|is there any|can i get (?:some|any)|could i get (?:some|any)|i(?:'d| would) "
            r"like (?:some )?) ?feedback(?: for me| so far| on .{1,30})?"
        ),
        (
            r"how (?:do|will|did|would) you (?:score|grade|rate|evaluate|assess|judge) (?:me|this|that|my answers?|"
            r"this interview)(?: so far)?"
        ),
    ),
    "hold": (
        rf"(?:{_CAN_YOU})?(?:give|giving|allow|allowing) me {_A_MOMENT}",
        rf"{_CAN_I}(?:have|take|get|think for|think about (?:this|that|it) for) {_A_MOMENT}",
        rf"{_CAN_I}think(?:{_ABOUT_THAT})",
        (
            r"(?:i need|i'll need|i'm going to need|i(?:'d| would) like|i(?:'ll| will) take|i'm going to take|i "
            rf"want|let me take|let me have) {_A_MOMENT}"
        ),
        (
            r"let me (?:just )?(?:think|see|gather my thoughts|collect my thoughts|write (?:something|this) down|"
            rf"have a think){_ABOUT_THAT}"
        ),
        r"(?:just )?(?:a|one|two) (?:moment|second|sec|minute|min|seconds|minutes|secs)",
        (
            r"(?:hold on|hang on|bear with me|hold that thought|wait|wait up|give me time|just wait)(?: (?:a|one|"
            r"just a|for a|just one|for one) (?:moment|second|sec|minute|bit))?"
        ),
        (
            r"i(?:'m| am) (?:still )?(?:thinking|just thinking)(?: (?:about|through|over|it over|of) ?(?:it|this|"
            r"that)?)?"
        ),
        (
            r"(?:i(?:'ll| will)|i'm going to|i am going to|i have to) think(?: about (?:it|this|that))?(?: for (?:a|"
            r"one) (?:moment|second|minute|bit))?"
        ),
        (
            r"(?:could|can|would) you (?:please )?(?:wait|hold on|hang on|pause|stop)(?: (?:a|for a|one|just a) "
            r"(?:moment|second|sec|minute|bit))?"
        ),
        r"(?:someone's|somebody's|someone is|somebody is) at (?:the|my) door",
    ),
    "skip": (
        (
            rf"{_CAN_WE}(?:skip|pass on|pass|leave) (?:this|that|it|to the next (?:one|question|part)|{_QUESTION}|"
            r"this section)?(?: (?:out|for now|and (?:move|go) on))*"
        ),
        (
            rf"{_CAN_WE}(?:move|go) (?:on|forward|ahead)(?: (?:to|with) (?:the )?(?:next|another|a different) "
            r"(?:question|one|part|section|topic|thing))?(?: (?:from|past) (?:this|here|that))?(?: for now)?"
        ),
        (
            rf"{_CAN_WE}(?:have|get|take|go to|do|hear) (?:the )?(?:next|another|a different) (?:question|one|part|"
            r"section|topic)"
        ),
        (
            r"(?:skip|pass|next|next question|skip (?:this|it|that|this one|that one|this question|that question|the "
            r"question)|move on|next one|next section|the next question|on to the next (?:one|question))"
        ),
        r"i (?:don't|do not) (?:want|wish) to answer (?:this|that|it|this question|that question|this one)",
        r"i(?:'ll| will) pass(?: on (?:this|that|it)(?: one| question)?)?",
        (
            r"(?:that's it|that's all|i'm done|i am done|i have nothing more|nothing more|nothing else|i've got "
            r"nothing)(?: (?:from me|here|to add))? (?:let's|we can|can we|please) (?:move|go) on(?: .{0,30})?"
        ),
    ),
    "finish": (
        (
            rf"{_CAN_WE}(?:stop|end|finish|quit|terminate|abort|leave|wrap up|exit|cancel) (?:{_INTERVIEW})(?: "
            r"(?:here|now|early|at this point|right here))*"
        ),
        (
            r"(?:(?:can|could|may|shall) we (?:please |just )?|i(?:'d| would) like to |i want to |i wanna |i need to "
            r"|please |let's (?:just )?)(?:stop|end|finish|quit|wrap up|end it|stop it|wrap it up|finish up|call it "
            r"a day|stop there|end there)(?: (?:here|now|early|right here|there|this|it|today))*"
        ),
        rf"(?:stop|end|finish|quit|terminate|abort) {_INTERVIEW}(?: (?:here|now|early))*",
        (
            r"(?:i have to|i need to|i've got to|i gotta|i must|i should) (?:go|leave|hang up|run|drop off|drop)(?: "
            r"(?:now|soon))?"
        ),
        (
            r"(?:i don't|i do not) (?:want|wish) to (?:continue|go on|do this|carry on|keep going)(?: (?:with "
            rf")?(?:{_INTERVIEW}))?(?: anymore| any more| any longer)?"
        ),
        rf"(?:i'm|i am) (?:done|finished) with {_INTERVIEW}",
        (
            r"(?:i(?:'d| would) like to|i want to|can i|may i|i(?:'ll| will)) (?:withdraw|drop out|hang up|quit|"
            rf"leave)(?: (?:from )?{_INTERVIEW})?(?: now)?"
        ),
    ),
}

# Phrases that address the interviewer beyond doubt: enough at the end of a longer utterance.
AT_END: Final[Mapping[Request, tuple[str, ...]]] = {
    "repeat": (
        (
            rf"(?:can|could|would|will) you (?:please |just |maybe )*(?:repeat|say|ask|read) {_THAT}(?: again| once "
            r"more| one more time)*"
        ),
        r"what was (?:the|that|your) (?:last )?question(?: again)?",
        r"would you mind repeating (?:that|it|the question)",
    ),
    "rephrase": (
        rf"(?:can|could|would|will) you (?:please |just |maybe )*(?:rephrase|reword|clarify) (?:that|it|{_QUESTION})",
        r"i (?:don't|didn't) (?:quite |really )*understand (?:the|your) question",
    ),
    "hint": (
        (
            r"(?:can|could|would|will) you (?:please |just |maybe )*(?:give|offer) me (?:a|any|some|another) "
            r"(?:little |small )?(?:hint|hints|clue|clues|tip|tips|help|pointer|pointers)(?: (?:here|on that|on this|"
            r"with this|with that))?"
        ),
        (
            r"(?:can|could|may) i (?:please )?(?:have|get) (?:a|any|some|another) (?:little |small )?(?:hint|hints|"
            r"clue|clues|tip|tips|help)(?: (?:here|on that|on this|with this|with that))?"
        ),
    ),
}

# What may come before a short request without being an answer.
LEAD_IN: Final = (
    r"(?:i (?:don't|do not|didn't|did not) (?:really |actually |quite )*(?:know|remember|have an answer|have an "
    r"idea)(?: (?:the answer|this one|that one|that|this|about (?:that|this)))?"
    r"|(?:that's|this is|it's|that is) (?:a |an |quite |really |very |such )*(?:hard|tough|tricky|difficult|good|"
    r"interesting|big|great)(?: one| question)?"
    r"|i(?:'m| am) (?:not (?:really |quite |so )*sure(?: (?:about (?:that|this)|here))?|stuck(?: here)?|lost(?: "
    r"here)?|a bit (?:lost|stuck))|no idea|i have no idea(?: about (?:that|this))?"
    r"|(?:good|great|tough|interesting|hard) question|i got (?:distracted|lost)(?: there| for a (?:second|"
    r"moment))*|there was (?:some |a )?noise(?: here)?|i can't think of (?:anything|any))"
)

EXCUSE: Final = (
    r" (?:because |as |since )?i (?:got|was|didn't|did not|couldn't|missed|lost|forgot|have|am) (?:\S+ ?){0,7}"
)
"""A reason given after the request: "could you repeat that i got distracted"."""

"""Asked for: a hint, or the answer itself."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "hint": (
        (
            "(CAN_YOU|MAY_I|I_WANT|you (can|could)|is there any way you can)* (give|giving|offer|offering|have|get|"
            "ask for|use|need|want|throw|share|drop|provide|take|ask you for) [me|us]* HINT [with me|on|with|about|"
            "here|for|to|regarding|of]* [how|where|which|what|who|whether|to]* ..8"
        ),
        (
            "i (need|would like|could use|want|might need|think i need|would love|would appreciate) HINT [on|with|"
            "about|here|for|to|right now|now|at this point] ..6"
        ),
        (
            "[any|a|some|one]* HINT (would|could|will) (help|be (appreciated|great|good|"
            "nice|helpful|useful|welcome)) ..2"
        ),
        "(CAN_YOU) (nudge|push|steer|point|lead|guide) me ..4 (direction|way|path|track)",
        "i do not know (where|how) to (start|begin) (can|could|would|will) you help [me]",
        "CAN_YOU get me (started|going|unstuck|on track|there) ..3",
        "(a|any|some|one) (small|little|tiny|quick|bit of|kind of)+ (hint|clue|nudge|pointer|tip)",
        (
            "(any|got any|got a|do you have|is there|are there|no|give me) HINT [for me|here|on (this|that|it) ..2|"
            "you (can|could) (give|offer) [me]|with (this|that|it) ..2|at all]*"
        ),
        (
            "(CAN_YOU|MAY_I) (give|giving|get|have|offer|tell|show) [me|us]* [an|some|a|any|one|concrete|specific|"
            "starting]* (idea|examples?|point|direction) [of|for|what|to|on|here|how|how to|start|you|mean|are "
            "looking for|where|i]* ..5"
        ),
        (
            "(CAN_YOU) (help|helping|guide|assist|walk|point|steer|push|lead) [me] [out|through|a (bit|little)|with|"
            "on|here|get|started|understand|start|this|that|it|in|to|towards|the|right|some|correct|direction|"
            "question|one|along|a direction|problem|solution|part|a]* ..3"
        ),
        "what (do|would) you [want|expect|like]* me to (say|do|talk about|mention|cover) [here|now|exactly]*",
        "(CAN_YOU) [at least]* (nudge|push|steer|point|lead|guide) me ..4",
        (
            "what (are|were|is it that|exactly are) you (looking for|expecting|hoping for|after|trying to get at|"
            "getting at|want) [here|exactly|from me|me to say|in (this|that) ..2|with (this|that) ..2]*"
        ),
        "what do you want (to hear|from me) [here|exactly]*",
        "where (should|do|would|could) i (start|begin|even start) [here|with (this|that|it)|from]*",
        (
            "how (should|do|would|could|can) (i|one) (start|begin|even start|get started) [with|this|that|it|here|"
            "question|problem|now]*"
        ),
        (
            "(how|what) (should|do|would|could|can) i (start|begin|approach|do|tackle|use|do next|try) [with|this|"
            "that|it|here|question|problem|next|first|now]*"
        ),
        "which (direction|way) should i go [here|in]*|what am i missing [here]*",
        "help me [out] [here|with (this|that) ..2]*|(little|some|a little) help [here]*",
        (
            "is there (something|anything) (specific|particular|else|in particular|more) [that]* you (want|are "
            "looking for|were looking for|expect|want to hear|have in mind) ..4"
        ),
        "(CAN_YOU) narrow [it|that|this|QUESTION]* down ..4",
    ),
    "answer": (
        (
            "[so]* what (is|was|would be|would have been) the (correct|right|best|ideal|proper|expected) (approach|way|"
            "choice|method|solution|thing|one) [then|here|to do|to (do|take|solve|answer) (it|this|that)|to take|now]*"
        ),
        "how (should|would|can|could) (it|this|that|one) be (done|solved|answered|approached) [then|here]*",
        "what would be (right|correct|best|the (right|correct|best) thing) [then|here|to (say|do)]*",
        "CAN_YOU show me how (it is|that is|this is|to) [do|solve|write]* [it|this|that|done|solved|written]*",
        (
            "(CAN_YOU|MAY_I|I_WANT|you can|why do not you)* (tell|telling|give|giving|show|showing|reveal|know|hear|"
            "say|share|have|get|see|read) [me|us|out|with me]* ANSWER [to|this|that|it|the|question|here|then|for|"
            "one|now|instead|me|with|and we (can)* ..3|is|was]*"
        ),
        (
            "(CAN_YOU|you|why do not you)* (answer|solve|do|answering) (this|that|it|the question|this question|this "
            "one|that question|the task|the problem|that one) (for me|yourself|instead|for us|instead of me|first|"
            "then|in my place)* [yourself|for me|instead]"
        ),
        (
            "(CAN_YOU|MAY_I|I_WANT) [tell|know|hear|say|show]* [me]* what [the]* ANSWER (is|would be|should be|was) "
            "[here|then|to (this|that)]*"
        ),
        "what (would|will|should|could|might|can) [my|ANSWER]* (answer|solution|response) be [here|then]*",
        (
            "what (would|will|should|could|might) ANSWER be [here|to (this|that)|then|for (this|that) ..2|in your "
            "(opinion|view)]*"
        ),
        "what do you [think|believe|say|consider]* ANSWER (is|would be|should be) [here|then|to (this|that)]*",
        (
            "what (is|was|would be|are) ANSWER [here|to (this|that|it) ..2|then|you (want|expect|had in mind)|you "
            "(are|were) looking for|in your (opinion|view)|according to you|for (this|that) ..2|supposed to be]*"
        ),
        (
            "(what|which|how) (would|do|should|will) (you|i) [personally|yourself|usually|normally]* (say|do|suggest|"
            "recommend|use|pick|choose|answer|expect|want me to say|go with|prefer|approach|solve|handle|design|"
            "build|pick|tackle|have (said|done|answered|used|picked|chosen)) [here|in my (place|shoes|position)|"
            "instead|that|this|it|about|with|to|if you were me|yourself|then|in this (case|situation)|one|question|"
            "in that (case|situation)|of|problem|if you were (in|the) ..4|personally|the|for]*"
        ),
        "(how|what) would somebody (good|senior|experienced) (answer|do|say) [here|this|that]*",
        (
            "what (would|will) your (own)* (answer|solution|approach|take|choice|response) be [here|to (this|that)|"
            "then|for (this|that) ..2]*"
        ),
        (
            "what is your (own)* (answer|solution|take|opinion|view|approach|preference) [on|to|about|here|this|that|"
            "it]*"
        ),
        "i want your answer ..3",
        (
            "tell me what (you would|to|you) (say|do|answer|use|write|want to hear|think|would (say|do|use)|pick) "
            "[here|instead]*"
        ),
        "what (should|do|am) i (supposed to|have to|need to)* (say|answer|write) [here|then|to (that|this)]*",
        (
            "(CAN_YOU)* (write|type|code|implement|do) (it|this|that|the (code|function|solution|task|coding)|the "
            "coding part) for me"
        ),
        "i want the answer [to that|now|key]*",
    ),
}

CUES: Final[Phrases] = {
    "hint": (
        (
            "(hints?|clues?|tips?|pointers?|nudge|keyword|keywords|starting point|suggestion|suggestions|guidance|"
            "lifeline)"
        ),
        (
            "(i|we) (hint|hints|clue|tip|help|nudge|pointer|guidance|direction|assistance|suggestion|support|"
            "example|keyword|push|starting point)"
        ),
        "(help|guide|assist|lead|steer|nudge|push|point|support|direct|orient) (me|us)",
        "(help|clue|tip|assist)",
        (
            "(give|show|tell|offer|provide|throw|drop|send|get|have|need) (direction|example|idea|keyword|start|"
            "place|help|lead|push|beginning|angle|starting point|hint|clue|structure|guidance)"
        ),
        (
            "(where|how|what) (do|should|would|could|can|might|am|is|to) (start|starting|begin|approach|think|"
            "thinking|focus|look|looking|consider|considering|tackle|attack|structure|proceed|go|go about)"
        ),
        (
            "(is|are) there (something|anything|thing|part|aspect|area|topic|direction|point) (think|thinking|focus|"
            "look|consider|mention|start|missing|miss|looking|forget|forgetting|talk|hear|cover|overlooked|add)"
        ),
        "(what|which) i (missing|miss|overlooking|forgetting|not seeing|missed|overlook|forgot|forget|overlooked)",
        "(tell|show) me what i (missing|forgot|miss|missed|overlooked|should|could|need|have)",
        (
            "what (would|could|might|is) (good|best|first|right|possible|nice) (start|starting point|step|place|"
            "beginning|way|direction|approach|idea)"
        ),
        (
            "(what|which) (area|direction|topic|aspect|part|kind|way|thing|approach|things|points|angle) (look|go|"
            "take|start|expect|expecting|focus|for|hear|want|think|looking|consider|explore|mind|follow|mention|"
            "expected|cover)"
        ),
        "what you (want|expect|expecting|hoping|like|looking|wanted|waiting|hope|need)",
        (
            "i (stuck|blank|lost) (can|could|you|help|me|something|give|hint|start|with|i|here|how|begin|do|need|"
            "any|idea|completely|and|to|little|where|please|on|some)"
        ),
    ),
    "answer": (
        "how (do|would|did) you (think|feel) about (this|it|that|question|topic|problem)",
        (
            "(what|which|tell|give|show|share|reveal|know|hear|see|curious|wondering|explain|teach) "
            "(answers?|solutions?|response)"
        ),
        (
            "(how|what) (would|should|do|could|will|might) (you|i|somebody|experts?|seniors?|professionals?|best "
            "candidates?|strong candidates?|good candidates?|others?|other candidates?|experienced engineers?|good "
            "engineers?|people|people usually|most people) (do|done|say|said|answer|answered|solve|solved|approach|"
            "approached|respond|responded|handle|handled|tackle|choose|chosen|pick|picked|go|go about|use|used|"
            "design|implement|write|suggest|recommend|prefer|think|build|explain|decide|start with)"
        ),
        "(tell|show|teach) me (what|how) (say|answer|do|solve|write|think|respond|i|you|should|would|right|correct)",
        (
            "(solve|answer|write|do|finish|implement|complete|fix|program|code) (for me|yourself|instead|my place|"
            "instead of me|for us|on my behalf)"
        ),
        "(if|pretend|suppose) you (were|was|are) (me|my|my place|my shoes|my position|candidate)",
        "(what|how) if you (me|my place|my shoes|in my|my position)",
        "(you tell me|you say it|you answer|you do it|you first|tell me yourself|your turn|you try)",
        "(tell me|say it|spill it|tell it me|tell me then|tell us)",
        (
            "(what|which) your (opinion|take|view|choice|approach|answer|solution|idea|suggestion|thoughts|"
            "recommendation|preference|pick|position|response|guess|favorite one)"
        ),
        "which (you) (choose|pick|prefer|recommend|take|use|select|suggest|go|like)",
        "what (should|could|must) i (said|answered|done|say|answer|written|mentioned|replied|told|respond|reply)",
        "how (do|would|did) you (think|feel) about (this|it|that|question|topic|problem)",
    ),
}

BESIDE: Final[Words] = {
    "hint": (
        "not angle another answer answering appreciate appreciated approach area aspect available begin best "
        "completely concrete consider correct direction else expect extra feel find forgot get go going got "
        "help helpful hint i idea look looking love miss missed missing next nice overlooked part particular "
        "path please point points side small somebody somewhere special specific start started stuck supposed "
        "take talk task through tiny topic totally towards understand use we"
    ).split(),
    "answer": (
        "not actual answer approach best case choose code coding correct correctly curious example exercise "
        "expected expecting explain full function get given go i ideal instead look looking method model "
        "normally option perfect personally pick place please position proper real respond rest reveal said "
        "sample share shoes situation solution solve supposed task teach them topic true two usually waiting "
        "write"
    ).split(),
}

"""Asked for: the question once more, in the same words or in others."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "repeat": (
        "CAN_YOU (ask|asking|tell|telling|give|giving|read|reading) [to]* me THAT (AGAIN)+",
        (
            "what (was|is) the (last|first|second|end|beginning|other) [part|half|bit|word]* [of (the|that|your) "
            "question|of that|of what you said]*"
        ),
        (
            "CAN_YOU (repeat|repeating|say|saying|ask|asking|read|reading|go over|going over|go through|restate|tell "
            "me|give me|state|rewind) [THAT]* [AGAIN|for me|if you can]*"
        ),
        "(can|could|may) (i|we) (hear|get|have) THAT [repeated|read]* [AGAIN]*",
        "(let me|i would like to|i want to|i need to) hear THAT [AGAIN]*",
        "(i need|i want|i would like) (you to repeat [THAT]|to hear THAT|THAT (repeated|again)) [AGAIN]*",
        (
            "[and|so]* what (was|is|were|did) [QUESTION|the question] [AGAIN|you (asked|ask|said) [me]|now|about|"
            "exactly]*"
        ),
        (
            "(what did you (say|ask)|what was (that|it)|what were you saying|what did you ask me|what are you asking "
            "me|what did you want to know|you asked what|you said what|what was that [last]* [part|bit|question|"
            "thing]*|what was it [that]* you asked [me]) [AGAIN|at the end|there|just now]*"
        ),
        "what did i miss",
        (
            "(come again|say again|say that again|say what|pardon|pardon me|i beg your pardon|beg your pardon|one "
            "more time|once more|repeat|repeat that|repeat THAT|the question again|question again|what again|sorry "
            "what|say THAT [AGAIN]|sorry again|run that by me) [AGAIN|for me|what was that]*"
        ),
        (
            "i (did not|could not|can not|do not|barely|only half) [fully|exactly|entirely|even|all|clearly]* (catch|"
            "hear|caught|heard|get|make out|pick up|remember|recall) (that|what you (said|asked)|the [whole|last|"
            "first|second|entire|end of the]* (question|part|bit|half|sentence|word|thing|end|beginning)|all of "
            "(that|it)|any of (that|it)|half of (that|it)|your question|it|most of (that|it)|part of (that|it|the "
            "question)) [well|properly|clearly|completely|fully|sorry|you (said|asked)|what you said|entirely|of "
            "(the|that|your) question]*"
        ),
        "i did not (catch|hear|get) (you|that) [there|clearly|properly|well]*",
        (
            "i [just|think i|may have|kind of|totally|have]* (missed|lost) (the (end|beginning|start|last bit|last "
            "part|rest)|[a] (part|bit|half)|most) of (that|it|what you said|(the|your) question)"
        ),
        (
            "i [just|think i|may have|kind of|totally|have]* (missed|lost|forgot|forgotten|zoned out|zoned out on|"
            "lost track of|blanked on|was not listening to|did not hear) (that|it|you|the [last|first|second|whole|"
            "end of the|actual|original|beginning of the]* (question|part|bit|half|sentence)|what you (said|asked)|"
            "your question|track of the question|what the question was|QUESTION) [completely|there|sorry|FOR_A|again|"
            "now]*"
        ),
        "(the|your) question (slipped my mind|escaped me|again)",
        (
            "CAN_YOU (run|take|walk|bring) (THAT|me|it) (by|through|over|back) [me|it|that|the question|to the "
            "question|QUESTION]* [AGAIN]*"
        ),
        "(remind|reminding) me [of|what|the|was|question|QUESTION|again|is|you asked]*",
        "CAN_YOU remind me [of|what|the|was|question|QUESTION|again|is|you (asked|said)|about]*",
        (
            "CAN_YOU (slow down|speak slower|speak slowly|speak [a (bit|little)] [more] (slowly|slower|clearly)|talk "
            "slower|go slower|talk [a (bit|little)] slower|go back over (that|it)|slow down) [AGAIN|a (bit|little)]*"
        ),
        "you (are|were) [speaking|talking|going]* [a (bit|little)]* [too]* fast [for me]*",
    ),
    "rephrase": (
        "(that|it|this|the question|your question) (went|goes|is) [right|way|a bit|completely]* over my head",
        (
            "(CAN_YOU|MAY_I|I_WANT) (rephrase|rephrasing|reword|rewording|explain|explaining|reformulate|"
            "reformulating|paraphrase|simplify|simplifying|break down|unpack) (THAT|what you (mean|want|are asking "
            "[for]))* (a (bit|little) [more]*|further|more|better|differently|rephrased|reworded|in other words|in "
            "(simpler|easier|plain|simple|different|other|fewer) (words|terms|english|language)|another way|in (a|"
            "another) [different|simpler|other|easier]* way|more simply|for me|simpler|again|once more|down)*"
        ),
        (
            "(CAN_YOU) (put|putting|say|saying|ask|asking|phrase|phrasing|word|wording|frame|pose|repeat|repeating|"
            "state|make) THAT [in|a|an] (differently|another way|in (a|another) [different|simpler|other|easier]* "
            "way|(a|another) [different|simpler|other|easier]* way|in (simpler|easier|plain|simple|different|other) "
            "(words|terms|english|language)|(simpler|easier|plain|simple|different|other) (words|terms|english|"
            "language)|more (simply|clearly|directly)|simpler|clearer|easier) [please|for me|again|to understand]*"
        ),
        (
            "i (do not|did not|am not|can not) [still|fully|exactly]* (follow|following|understand|understanding|"
            "getting|get) [you|that|it|here|the|your|question|this|what you (mean|are (saying|asking)|want|said)|"
            "completely|sorry]*"
        ),
        (
            "i am [a (bit|little)|still|kind of|so|totally]* (confused|unsure|unclear|puzzled) (about|by|on|with|as "
            "to)* (that|it|this|QUESTION|your question|what (you (are (asking|looking for|saying)|mean|want|said|"
            "asked)|the question (is|means))) [here|exactly|now]*"
        ),
        (
            "i [still]* (do not|did not|can not|could not) [quite|fully|exactly|entirely|completely|totally]* "
            "(understand|follow|get|understood|grasp|see) (that|you|it|the question|your question|this question|this|"
            "the problem|the task|what you (mean|meant|want|said|are (asking|looking for|saying|after|trying to (say|"
            "ask))|want me to do|want from me|asked)|what the (question|task|problem) is|what is being asked|what "
            "(that|this|it) (means|is asking)|the point|QUESTION) [exactly|here|at all|sorry|completely|fully|well|"
            "correctly|to be honest]*"
        ),
        (
            "i am not [so|entirely|too|totally|completely|exactly]* (sure|certain|clear) [that|if|about|on|whether]* "
            "(i (understand|understood|follow|got|get) [THAT|correctly|what you (mean|are asking)|the question|you|"
            "fully]*|what you (mean|want|are (asking|looking for|after|getting at))|what the (question|task) is|what "
            "(that|this|it) (means|is asking)|what is being asked|the question|what you are asking me [to do]|how to "
            "(understand|interpret|read) (that|this|the question)) [exactly|here|correctly|for|by (that|this|it)|"
            "about|to do]*"
        ),
        (
            "(that|it|this|the question|your question|QUESTION) (is|was|seems|sounds|sounded) [a (bit|little)|too|so|"
            "kind of|not|rather|still|pretty]* [so|that|all that|really|entirely]* (clear|unclear|confusing|vague|"
            "complicated|ambiguous|convoluted|broad|long|abstract|hard to (understand|follow)|confusing) [to me|for "
            "me|here|at all]*"
        ),
        "(that|it|the question|this) (does|did) not make [any|much|a lot of]* sense [to me]*",
        (
            "(you|that|it|the question) (lost|confused|confuses) me [there|a (bit|little)|completely|with that|with "
            "QUESTION]*"
        ),
        (
            "i am [a (bit|little)|still|kind of|so]* confused (by|about|with) (that|it|the question|this|your "
            "question|QUESTION|what you (said|asked))"
        ),
        "what [exactly]* do you want me to (say|do|answer|talk about|tell you) [exactly|here]*",
        (
            "what [exactly]* (do|are|did) you (want|asking|mean|wanting|trying to ask|really asking) [me|to|do|"
            "exactly|here|from|asking|for|say|know|with that|is it]*"
        ),
        (
            "what is the question (asking|about|exactly|really|getting at|asking me to do|asking for|supposed to "
            "mean) [exactly|here]*"
        ),
        "(in|use) (simpler|easier|other|different|plain) (words|terms|english)|what am i supposed to do",
        "what exactly (do you want|is the question|are you asking) [me to do|me|here|for]*",
    ),
}

CUES: Final[Phrases] = {
    "repeat": (
        "(repeat|repeating|restate|reread|re read|re ask|replay|re state)",
        (
            "(say|saying|ask|asking|tell|read|reading|go|go over|go through|going|state|give|hear|play|run|speak|"
            "get|have|telling|hearing|pose) (again|once more|one more time|once again|another time|second time|"
            "slower|slowly|louder|more slowly|one time more|one more|more time|twice|clearly|more clearly|from the "
            "beginning|once)"
        ),
        (
            "(question|sentence|last part|first part|last sentence|last word|last words|last bit|beginning|end) "
            "(again|once again|once more|one more time|another time|please again|repeat|repeated|was|was again|one "
            "time more|slower|slowly)"
        ),
        "again question",
        (
            "(i|want|like|need|can|could|would|to|may|okay|let|me|love|possible|have|if|please) hear (question|that|"
            "it|part|sentence|again|said|bit)"
        ),
        (
            "what (did|were|was|is|are|have|do) (say|said|ask|asking|asked|saying|last part|last bit|first part|"
            "question|last word|second part|last thing|end|beginning|last sentence|second half|first half|rest|full "
            "question|original question|exact question|initial question|question exactly|question again|end of|"
            "second question|first question)"
        ),
        (
            "i (not|barely|only|could not|did not|can not|do not|hardly|half|just|do|never|was not) (catch|hear|"
            "heard|caught|understand|remember|listening|listen|get|got|recall|paying attention|pay attention|make "
            "out|pick up|register|follow along|listened) (question|part|half|words?|end|beginning|sentence|bit|said|"
            "asked|ending|all|half|it|that|again|time|you|first|second|rest|repeat|thing|well|anymore|middle|"
            "something|start|properly|clearly)"
        ),
        (
            "i (forgot|forget|forgotten|missed|miss|zoned out|spaced out|distracted|lost|not listening|drifted off|"
            "blanked|lost track|lost focus|lost concentration|lost the thread|absent|elsewhere|daydreaming|thinking "
            "about|not paying attention|writing|misheard|blanked out|lost my focus|tuned out|switched off) (the|"
            "your|what|question|of|thread|track|part|end|beginning|half|last|first|second|that|it|you|was|is|asked|"
            "said|sentence|for|a|moment|entirely|completely|focus|were|asking|on|concentration|bit|can|could|ask|me|"
            "again|repeat|say|please|there|to|tell|i|already|actual|once|more|question|exactly|minute|and|middle|"
            "would|mind|repeating)"
        ),
        "(you|that|it|this|your|question) (too|very|so|bit|little) (fast|quick|quickly|rapid|rapidly)",
        "(slow down|slower|more slowly|speak slowly|talk slowly|speak slower|talk slower|less fast|not so fast)",
        "(come again|pardon|pardon me|beg your pardon|say what|huh|what now|how was that|excuse me)",
        "(remind|reminding) me",
        "was (that|this|it) a question",
        "(question|asked|asking|topic) (was|is|again)",
    ),
    "rephrase": (
        "(rephrase|reword|reformulate|paraphrase|simplify|re phrase|re word|re formulate|dumb down)",
        (
            "(say|ask|put|explain|word|phrase|frame|state|make|formulate|express|describe|repeat|ask me|saying|"
            "asking|putting|explaining|pose|tell|use|using|need|give|try) (differently|another way|different way|"
            "other way|other words|different words|simpler|easier|simply|easy|simple|clearer|clearly|plain|shorter|"
            "less complicated|more understandable|simplified|different|another|other|fewer words|layman|otherwise|"
            "concrete|briefly|example)"
        ),
        (
            "(simpler|easier|plainer|different|other|clearer|simple|plain|another) (words|terms|english|way|version|"
            "wording|formulation|language|phrasing|sentence|question)"
        ),
        (
            "(explain|explaining|break down|break|unpack|break up|split|decompose) (me|question|it|that|this|to|"
            "what|the|your|task|problem)"
        ),
        (
            "i (not|can not|did not|do not|am not|never|barely|hardly|only half|could not|lost) (understand|"
            "understood|understanding|follow|following|get|getting|got|see|grasp|question|asking|asked|mean|means|"
            "meaning|want|wanted|meant|comprehend|interpret|clear|after|expected|looking for)"
        ),
        (
            "i (confused|lost|unsure|unclear|puzzled|confusing) (question|asking|asked|mean|want|about|means|this|"
            "that|looking|supposed|said|wording|phrasing|task|explain|again|rephrase)"
        ),
        (
            "what (exactly|is|are|do|it|that|really|question|does|did|you|the|your|this|actually|here|would|am|"
            "like) (asking|ask|want|wanting|getting at|trying|mean|means|about|wanted|after|know|aiming|getting|"
            "saying|supposed|goal|refer|implying|i)"
        ),
        (
            "(this|that|it|your|question|the|is|was|sounds|a|bit|little|seems|quite|so|too|very|rather|kind|of|"
            "still|formulated|wording|phrased|sounded|last|sorry) (not clear|unclear|confusing|vague|complicated|"
            "abstract|ambiguous|hard to understand|difficult to understand|hard to follow|not understandable|too "
            "long|not obvious|convoluted|tricky to understand|long question|over my head|cryptic|weird|strange|no "
            "sense|not make sense|difficult for me|hard for me|too general|difficult to follow|not so clear)"
        ),
        "not sure (getting at|asking|mean|want|understand|question|asked|after|understood|follow|got|get)",
    ),
}

BESIDE: Final[Words] = {
    "repeat": (
        "not able actual after already another asked barely beginning catch caught clearly completely concentration "
        "distracted down earlier end english entirely every fast focus forgot full fully get going got half "
        "hardly heard i last listen listening lost louder love middle minute missed never once originally part "
        "please properly ranking really repeat repeated repeating rest said sentence slow slower slowly speak "
        "speaking spoke talk talking thread through time totally track understand very voice went whole word "
        "words writing"
    ).split(),
    "rephrase": (
        "not able actually afraid answer asked barely break certain clear completely correctly detail differently "
        "down english entirely explain feel following form formulated formulation fully get getting going got "
        "half hardly honest i language last long lost manner maybe means meant never part parts phrase phrased "
        "phrasing pieces please point put rather really rephrase same seems sense sentence simplify smaller "
        "sounded sounds steps supposed task terms totally understand understanding understood using version "
        "very whether wording words"
    ).split(),
}

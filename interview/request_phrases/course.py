"""Asked for: where the interview goes: to its end, on, back, once more."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "finish": (
        "(bye|goodbye|good bye|see you|bye bye)+ [then|now|sam|everybody|and|thanks|thank you|take care]*",
        "i am [so|totally|really|completely]* done with (this|it|you|INTERVIEW) [goodbye|bye|now]*",
        "i give up [on (this|it)]* [sorry]* (stop|end) [it|this|here|now|INTERVIEW]*",
        (
            "(LETS|i think we (should|can)|I_WANT)* (stop|end|finish|quit|terminate|abort|leave|wrap up|exit|cancel|"
            "conclude|discontinue|be done with|get out of|close|hang up|drop out of|withdraw from) INTERVIEW [HERE]*"
        ),
        (
            "(let us|(can|could|may|shall|should) we|i would (like|prefer) to|i want to|i need to|i have to|i think "
            "we should) (stop|end|finish|quit|wrap up|end it|stop it|wrap it up|finish up|call it a day|stop there|"
            "end there|end things|conclude|be done) [HERE]*"
        ),
        (
            "(i (have|need) to|i have got to|i got to|i must|i should) (go|leave|hang up|run|drop off|drop|head out|"
            "log off|jump off) [HERE|soon|to (another|a|my) (meeting|call|appointment)|something came up]*"
        ),
        (
            "i (do not|no longer|would rather not|would prefer not to) (want|wish|feel like|want to|wish to|to)* "
            "(continue|go on|continuing|going on|do this|doing this|carry on|keep going|proceed|be here|participate|"
            "be interviewed) [with|in|INTERVIEW|anymore|any more|any longer|further|HERE]*"
        ),
        "(i am|i think i am|we are) [now]* (done|finished|through|out) (with|of) INTERVIEW [HERE]*",
        "i quit [INTERVIEW]*",
        (
            "(I_WANT|MAY_I) (withdraw|drop out|hang up|quit|leave|exit|get out|opt out) [from|of|INTERVIEW|HERE|my "
            "application]*"
        ),
        (
            "(MAY_I|LETS|i would like to|i need to) (reschedule|postpone|do|continue|finish) [this|it|INTERVIEW]* "
            "[for|to|at|some|another|a]* (reschedule|time|day|later|tomorrow|another time|some other time|different "
            "time|next week)"
        ),
        "(MAY_I|LETS|I_WANT) (reschedule|postpone) [this|it|INTERVIEW]*",
        "(end|stop|finish|quit|terminate) (this|now|the whole thing|everything) [now|here|already]*",
        "(that is|this is) (enough|it|all) for (today|me today)|i (have had|had) enough [of]* [this|INTERVIEW]*",
        "i give up on INTERVIEW|i am (leaving|hanging up|quitting|out of here) [HERE]*|no more questions [HERE]*",
        "(is it possible|would it be possible|i would like) to (end|stop|finish) [INTERVIEW]* [HERE]*",
        "how (do|can) i (end|stop|leave|quit|exit) INTERVIEW",
    ),
    "skip": (
        "(MAY_I|I_WANT|let us|CAN_YOU) (skip|leave out|pass on|jump over) (the|this|that) (coding|code|exercise|"
        "programming|"
        "editor)+ [question|task|part|section|exercise]* [entirely|completely|altogether|here|now]*",
        (
            "(LETS|i will|i think i will|i am going to|I_WANT|we (can|could|should)|MAY_I)* (skip|pass on|leave|skip "
            "over|drop|move past|avoid|pass) (QUESTION|this section|this topic|to the next (one|question|part)|this "
            "and move on) [out|for now|and (move|go) on [to the next [one|question]]|if that is okay|altogether|"
            "entirely|then|please]*"
        ),
        (
            "((LETS|i am going to)+ (leave|pass on)|[LETS|i am going to]* (skip|skip over)) (this|that|it) [out|for "
            "now|one|and (move|go) on [to the next [one|question]]|if that is okay|please|then|altogether|question]*"
        ),
        (
            "(LETS|I_WANT|we can|we should|MAY_I)* (move|go|continue|proceed|carry|jump|get) (on|forward|ahead|"
            "along) [to|with|the|a|next|another|different|question|one|part|section|topic|thing|from|past|this|here|"
            "that|for now|then|now|please|something else]*"
        ),
        (
            "(LETS|I_WANT|MAY_I|CAN_YOU)* (have|get|take|go to|do|hear|go|jump to|skip to|move to|ask|ask me|"
            "continue with|proceed to|come to|give me|start|try|hear) [the|a|to]* (next|another|different|new|other) "
            "(question|one|part|section|topic|thing)"
        ),
        "next [one|topic|please]|(next|another|the next) (question|section)",
        "(skip|pass|move on) [this|it|that|one|question|the]*|on to the next [one|question|topic]*|next",
        (
            "i (do not|would rather not|would prefer not to|prefer not to|am not going to) (want to|wish to|feel "
            "like)* (answer|answering|talk about|talking about|discuss|do) (this|that|it|this question|that question|"
            "this one|that one|the question)"
        ),
        (
            "i (will|would (rather|like to|prefer to)|think i will|have to|am going to) pass [on (this|that|it) [one|"
            "question]*]"
        ),
        "i pass [on (this|that) [one|question]*]|hard pass",
        (
            "(that is (it|all|everything)|i am done|i have nothing (more|else)|nothing (more|else)|i have said "
            "everything) [from me|here|to add|with (this|that) [one|question]|to say|on (this|that) [one|question]|"
            "for (this|that) [one|question]|i (have|wanted to say)]* (let us|we can|can we|so we can|shall we|we "
            "should) (move|go) on ..6"
        ),
        "ask me something else|something else|can you ask (me)* something (else|different)",
        (
            "i am (done|finished) with (this|that) (question|one|part|section) [can we (move|go) on|let us (move|go) "
            "on|next]*"
        ),
    ),
    "go_back": (
        (
            "(MAY_I|I_WANT|LETS|CAN_YOU|is there (a|any) way to|do we get to|are we going to) (go|come|return|jump|"
            "circle|get|move|step|going|turn) [back|again]* (to) (EARLIER|[the|that|my|what|something|a]* [question|"
            "point|topic|section|part|thing]* [about|on|i|we|you|that|said|discussed|talked about|mentioned|earlier|"
            "before|answer|previously|of|ago|first|mentioned|part|ranking|metrics|minute|one|skipped|asked|had]*) "
            "[for|about|FOR_A|later|at the end|quickly|now|real quick|we skipped|i skipped|about ..3|on ..3]*"
        ),
        (
            "(MAY_I|LETS|I_WANT|CAN_YOU) (go back|come back|return|jump back|circle back|get back) to [the|that|my|"
            "your] ..3 (question|part|topic|section|point|answer) [for FOR_A|quickly|again|later]*"
        ),
        (
            "(MAY_I|LETS|I_WANT|CAN_YOU) (go back|come back|return|get back|circle back|jump back) to (it|this|that|"
            "[this|that] (one|question)|question (one|two|three|four|five|number ..1)|number ..1|part (one|two|"
            "three)) [later|at the end|again|afterwards|then|in a (moment|minute|bit)|FOR_A|quickly|now]*"
        ),
        "(MAY_I|LETS|I_WANT) go back and (add|change|say|fix|clarify|expand|correct|mention|revisit) ..6",
        (
            "(MAY_I|I_WANT|LETS) [also|quickly]* (add|say|mention|tell you) (something|one [more] (thing|point)|a "
            "(point|thing|detail|few things)|more|a bit more|(one|some) last thing|anything) [else|more]* (to|about|"
            "on|for|regarding) (EARLIER|what (i|we) (said|discussed|talked about|answered) [before|earlier]*|(my|"
            "the) answer ..2)"
        ),
        (
            "(MAY_I|I_WANT|LETS) (revisit|return to|add to|expand on|elaborate on|come back to|go back on|follow up "
            "on|add (something|one [more] (thing|point)|a (point|thing|detail|few things)|more|a bit|one last thing)|"
            "say (something|one more thing|more|a bit more)) [to|about|on|EARLIER|my|the|what|i|said|that|answered|"
            "answer|before|earlier|question|previously|just|was|saying|point|we|discussed|from|last|talked|regarding|"
            "something|it|a (minute|moment) ago]*"
        ),
        (
            "i [just]* [also]* (forgot|wanted|meant|remembered|thought of|just thought of) [to|i|one|a|mention|add|"
            "say|something|forgot|more|thing|point|another|tell you]* [for|to|about|on|in|regarding] (EARLIER|my "
            "answer|the (question|answer|point) (before|earlier)|what i said|what we discussed|that|before) [earlier|"
            "before]*"
        ),
        (
            "there is (something|one thing|a thing|a point) [that|else]* i (forgot|wanted|missed|would like|want) "
            "[to|mention|say|add|about]* [earlier|before|to what i said|in my (last|first|previous|earlier) answer|"
            "about that|there|to EARLIER|on EARLIER]*"
        ),
        (
            "i forgot (to (mention|add|say)|something|one thing) [something|one thing|a thing|a point]* (earlier|"
            "before|in my (last|previous|first)* answer|about that|there)"
        ),
        "(back|going back) to EARLIER|(previous|last) question|go back|(MAY_I|LETS|I_WANT) go back [one|a question]*",
        "one more thing (about|on|to|for) EARLIER",
        "i have (something|one [more] thing|more) to add [to|about|EARLIER|that|my answer|what i said|earlier]*",
    ),
    "change_answer": (
        (
            "(MAY_I|I_WANT) [still|quickly]* (change|revise|correct|redo|update|modify|adjust|rephrase|restate|"
            "retract|withdraw|edit|amend|take back|reconsider|rethink|improve|replace|fix|redo|start over|reword|"
            "rework|switch) (MY_ANSWER|that|what i (just)* said|myself|something|it|that answer|one thing|a thing|"
            "something i said) [i (just)* (said|gave)|there|about|to|from|earlier|before|from before|a (bit|little)|"
            "the|last|question|again|previous|that|on|this|QUESTION|to EARLIER]*"
        ),
        (
            "(MAY_I|I_WANT) (start (my answer (over|again|from scratch)|over|again|from scratch|that over|fresh)|try "
            "(again|that again|once more)|try that [one]* again|take (that|it) back|answer (that|it|this|that "
            "question|EARLIER) (differently|again|another way)|redo (that|it|this) [one]*|give (a|you a) (different|"
            "another|new|better) answer|go with (something else|a different (answer|approach))|do that again|change "
            "my mind|have another (go|try) [at (that|it)]) [if that is okay|with that|question|on that one|about "
            "that|here|on that]*"
        ),
        (
            "i [have|just|think i]* (changed|change|am changing) my (mind|answer) [about (that|it|my answer|the ..3)|"
            "on that|to something else]*"
        ),
        (
            "(scratch|strike|forget|disregard|ignore|cancel) (that|what i (just)* said|all of that|everything i "
            "(just)* said|my (last|previous) (answer|point|sentence)|that last (part|bit|point))"
        ),
        "i take (that|it) back|never mind what i (just)* said|that (is|was) not what i (meant|wanted to say)",
        "i (said|put) (that|it) wrong",
        "i (misspoke|want a do over|made a mistake) [there|earlier|in (my|the) (last|previous)* answer|in EARLIER]*",
        "no that (is|was) (wrong|not right) let me (start|try) (over|again)",
        "my [last|previous|earlier|first]* answer was [completely|totally|kind of]* (wrong|not right|incorrect|bad)",
        "i (want|would like) to [go with] (a different|another) answer",
    ),
}

CUES: Final[Phrases] = {
    "finish": (
        (
            "(stop|end|finish|quit|leave|exit|cancel|terminate|conclude|wrap up|close|break off|cut) (interview|"
            "call|meeting|conversation|whole thing)"
        ),
        (
            "(can|could|may|okay|fine|possible|mind|shall|let|allowed) (i|we|us) (stop|finish|end|quit|leave|break "
            "off|wrap up|be done)"
        ),
        "(i|we) (want|like|prefer|rather|need|wish|love) (stop|quit|leave|finish|end|get out|go home|break off)",
        "i (not|no longer|never) (continue|go on|do this|keep going|carry on|proceed|take this|participate)",
        "i (not|can not) (do|take|handle|continue|stand) (anymore|any more|any longer|longer|today)",
        "i am out",
        (
            "(i|we|us) (continue|do|finish|postpone|reschedule|move|repeat|have) (tomorrow|later|another day|"
            "another time|next week|other time|different day|different time)"
        ),
        "i (must|have to|need to|got to|have got to|will|going to) (go|leave|hang up|run|head out|drop off)",
        "i (had|have) enough",
        "not for me",
        "i (quit|resign|withdraw)",
        "no more (questions|interview)",
        "i (done|finished) (interview|today|all of this)",
        "(i|we) (want|like) (cancel|abort|withdraw)",
    ),
    "skip": (
        (
            "(i|we|us|let|can|could|may|please|would|like|want|rather|to|just|possible|is|if|should|prefer|think|"
            "going|will|have|okay|it|allowed|me|go|now|must) (skip|pass|jump over|skip over|leave out|drop|leave) "
            "(question|one|it|this|that|next|section|topic|part|now|task|ahead)"
        ),
        "(skip|pass|next)",
        (
            "(i|we|us|let|can|could|may|please|would|like|want|to|go|should|just|ready|you|shall|rather|okay|think|"
            "prefer|if|possible) (go|move|continue|proceed|jump|switch|get|ask|have|come|change|advance|give|talk|"
            "hear|do|take|try|start|carry) (next|another|different|new|on|forward|ahead|further|else|other|"
            "following|topic|something else|along)"
        ),
        (
            "i (not|rather not|prefer not|prefer to not|would not|will not|refuse|no) (answer|answering|talk|"
            "discuss|say|add|respond|comment|talking|speak|go into|reply|tell)"
        ),
        (
            "(i|that|nothing|we) (nothing|all|done|finished|everything|anything|it|finish|complete) (move on|go on|"
            "continue|next|go further|proceed|go ahead|skip|move forward|what is next|another question|carry on)"
        ),
        (
            "(i|that|nothing|we) (have|is|am|are|was|got|really|done|all|finished|nothing|it|can|more|with|this|one|"
            "question|add|to|say|i) (we|us|let us) (move|go|continue|proceed)"
        ),
        (
            "(what is|what comes|give me|ask me|ask|bring|i want|i am ready for|ready for|go to|on to|to) (next|"
            "another one|another question|next one|different question|new question|easier question|following "
            "question)"
        ),
        "i (never|not|have no) (next|skip|move on|go on|pass|next question|continue)",
    ),
    "go_back": (
        (
            "(i|we|us|let|me|want|like|need|can|could|may|possible|go|is|to|would|just|should|have|must|wish) (go "
            "back|come back|return|jump back|circle back|get back|going back|coming back|one back|step back|turn "
            "back|back|revisit|reopen|go|move back|see|switch back|continue) (back|question|questions|one|before|"
            "earlier|part|later|point|answer|topic|previous|section|discussed|first|second|last|thing|it|that|this|"
            "end|said|add|number|talked|mentioned|subject|evaluation|metrics|skipped|again)"
        ),
        (
            "(i|we|let|me|want|like|can|could|may|to|would|have|just|need|forgot|remembered|wanted|there|was|is|"
            "also|something|late|too|wish|thought|meant|remember|came|missed|should|must|another|thing) (add|adding|"
            "mention|say|complete|extend|expand|append|supplement|complement|elaborate|finish|tell|include|"
            "something|more|thing|point|comment|insert|continue) (previous|earlier|last|before|first|second|third|"
            "said|question|answer|ago|other|one|back|discussed|talked|asked)"
        ),
        (
            "(i|just|also|have|another|something) (remembered|forgot|thought|missed|remember|omitted|skipped|"
            "recalled) (previous|earlier|before|last|first|question|answer|second)"
        ),
        (
            "(back|returning|going back) to (previous|earlier|last|first|second|third|other|question|answer|"
            "beginning|start|one)"
        ),
        "i (something|one|thing|more|point|another|some|few) add",
        "(i|we|can|could|go|one|please|may|a|let|us|question|step|want|to) (question|step|one|section) back",
        "(previous|earlier|last|first|second) question again",
    ),
    "change_answer": (
        (
            "(i|let|me|want|like|need|have|going|may|can|could|would|to|wish|should|must|think|prefer|allowed|able|"
            "possible|try|still|just) (change|revise|correct|redo|update|modify|adjust|rephrase|restate|retract|"
            "withdraw|edit|amend|take back|reconsider|rethink|replace|fix|reword|rework|delete|undo|improve|rewrite|"
            "redact|cancel|answer|try|say|start|do|explain|begin|switch|give|rectify|refine|clarify|repair|"
            "overwrite|put|express) (answer|answers|said|again|over|differently|mind|back|beginning|scratch|myself|"
            "statement|response|start|sentence|mistake|part|correction|try|attempt|point|version|better|error|wrong|"
            "reply|fresh|that|shot|chance|solution|choice|argument)"
        ),
        (
            "(ignore|forget|disregard|delete|scratch|strike|erase|cancel|discard|remove|drop|undo|skip|rewind) (i "
            "said|last answer|that|my answer|previous answer|last part|last sentence|last bit|first answer|answer|"
            "last point|last statement|last thing|what i|said|sentence|last|before|everything i)"
        ),
        "i (take|took|taking) back",
        "i take back (my|what|that|i|answer|said|last|first|previous|statement|all)",
        (
            "(that|it|this|answer|i|my|said|no) (wrong|incorrect|not right|mistake|not correct|nonsense|badly|not "
            "true|garbage|mistaken|out wrong|bad answer|poorly|confused) (can|i|let|me|could|may|try|again|start|"
            "over|say|correct|change|it|restart|sorry|want|redo|fix|answer|to|another|please|that|beginning|"
            "differently|once|more|rephrase|would|like|have|take|back)"
        ),
        "i (mistake|error|misspoke|misunderstood|misread|confused|mixed up)",
        "i (changed|change|changing) mind",
        "i (second|another|one more|new) (try|attempt|chance|shot|go|take|answer|version)",
        (
            "(no|wait|sorry|actually|let) (start over|start again|try again|begin again|restart|from scratch|"
            "correct myself|rephrase that|rephrase it|redo that|fix that|start from beginning|reformulate|say it "
            "again|put it differently)"
        ),
    ),
}

BESIDE: Final[Words] = {
    "finish": (
        "able anymore application bye call carry continue early end feel finish go going goodbye i instead "
        "interview keep leaving longer never participate please point proceed process quit rest session soon "
        "stop take today we willing wish"
    ).split(),
    "skip": (
        "not able add ahead along another answer behind clue comfortable continue different directly else "
        "experience feel finished following forward further go going got i idea move never new next nothing "
        "other part please prefer rather ready really refuse section side skip straight studied subject topic "
        "used we whole wish work worked"
    ).split(),
    "go_back": (
        "not add another answer asked back beginning came detail discussed earlier else end evaluation five "
        "forgot four go got i last late later meant mention metrics minute missed number other part "
        "please point previous regarding remember remembered said section skipped small start step "
        "talked third thought three topic two we wish word"
    ).split(),
    "change_answer": (
        "not able actually another answer answered back beginning big came change changed changing completely "
        "correct different differently earlier else everything explained fix gave get go going got i last made "
        "make metric metrics mistake new once original own part please point prefer previous put redo rephrase "
        "restart said scratch sentence small start statement take told try two wait whole wish words wrong"
    ).split(),
}

"""Asked for: whether an answer was right, what it scored, and against what."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "validation": (
        "(would|will|do) you accept (that|this|it|my answer)",
        "are you (happy|satisfied|okay|fine|good) with (that|this|it|my answer|what i said)",
        "(that|this|it) (should|must|has to) be CORRECT (right|no|is it not|yes)+",
        (
            "(is|was|were|are|would) (that|this|it|my answer|what i (just)* said|my (approach|code|idea|solution|"
            "reasoning|assumption)|i) [the|even|be|a|kind of|sort of|roughly|at least|more or less|okay|all]* "
            "CORRECT [answer|so far|or (not|wrong|no)|for you|then|at all|here|enough|approach|to you|direction|yet|"
            "for now|in your (opinion|view)]*"
        ),
        (
            "(does|did|do|has|have) (that|this|it|my answer|i|what i (just)* said|my (approach|idea)) [kind of|all|"
            "even|at all]* (make sense|sound (right|good|okay|correct|reasonable|fine|about right|all right)|answer "
            "(your|the|that) question|answered (your|the) question|work for you|get (it|that) right|answer it|cover "
            "(it|everything|what you wanted|your question)|look (right|okay|good|correct)|work|help|satisfy you|"
            "suffice) [so far|to you|or not|for you|then|at all|now]*"
        ),
        (
            "am i (missing (the point|something|anything)|right|correct|wrong|close|on (the|a)* (right|wrong|good)* "
            "(track|path)|[going|heading|moving] in the (right|wrong) direction|making sense|making any sense|off|"
            "way off|off track|mistaken|far off|getting (closer|close|warmer|there)|thinking about (this|it) "
            "(correctly|right|the right way)|doing (this|it) right) [here|so far|with (that|this|it)|or not|or "
            "(wrong|off)|about (that|this)|at all|now]*"
        ),
        (
            "(did|have) i (answer|answered|miss|missed|get|got|cover|covered|say|said|forget|forgotten|understood|"
            "understand|leave) (your question|the question|that right|it right|that|it|everything|anything|something|"
            "that correctly|anything out|you|the problem|it all) [right|correctly|important|out|wrong|well|enough|"
            "here|okay|fully]*"
        ),
        (
            "(what do you think|what did you think|what are your thoughts|how was that|how is that|how does that "
            "sound|how did that sound|do you agree|would you agree|you agree|is that so|any thoughts|how about that) "
            "[about|of|on|with|that|this|it|my|answer|approach|so far|me|or not|solution|idea|to you|what i said|or "
            "no]*"
        ),
        (
            "(CAN_YOU|I_WANT|MAY_I)* (tell|telling|confirm|confirming|let|verify|know|check|say|see|comment on|"
            "validate|comment) [me|know]* (if|whether|that) (that|this|it|i|my (answer|approach|code|solution|idea)|"
            "what i said) [is|was|am|are|got|did|have|makes|made|answered|sounds|said|going]* [in|on|the|a|all|it|"
            "this|that|question|any|doing]* [CORRECT|sense|track|direction|okay|correctly|right|your question|or not|"
            "or wrong|well|path|far off|good|so far|your|question]*"
        ),
        "(CAN_YOU) (confirm|validate|verify) [that|this|it|my (answer|approach|assumption|idea)|for me]*",
        "[that is]* (right|correct) or (wrong|not)|(tell me|say) (yes or no|if i am right)",
        "you (like|liked) (that|it|my answer) [right]*",
        "i (hope|think|guess) (that|this) (is|was) (right|correct|what you (wanted|were looking for)|okay) is it",
        "was that (okay|too long|too short|helpful|detailed enough|what you meant)",
    ),
    "score": (
        (
            "how (am|did|have|was|were|are) (i|we) (been)* (doing|do|done|performing|perform|performed|going|doing "
            "it) [so far|up to now|until now|today|in (this|the) (interview|section|question)|overall|compared to "
            "..3|here|then|on (that|this) ..2|now|by the way|with (that|this|it) ..2]*"
        ),
        (
            "how (is|was) (it going so far|my (performance|interview|score|answer)|INTERVIEW) [going|looking|so far|"
            "overall|by you|for me]*"
        ),
        "how is (it|this) going for me [so far]*",
        (
            "(tell me|let me know|(CAN_YOU|MAY_I|I_WANT) (tell|telling|say|let|give|know|hear)) [me|us]* [know|an "
            "idea|a sense]* [of|about]* how (i am|we are|i have been|i did|i was|i) (doing|do|did|performing|"
            "performed)* [so far|today|until now|up to now|on that ..2|overall]*"
        ),
        (
            "(what|which|how high a|how many points|what kind of) (score|grade|rating|mark|points)* (did|do|would|"
            "will) (you|i) (give|get|have|gave|got|giving) [me|for|that|this|it|answer|so far|one|the|interview]*"
        ),
        (
            "(what (is|was|will|would) [be]|(CAN_YOU|MAY_I|I_WANT) [know|see|get|have|tell|telling|give|giving|show|"
            "hear|me]*|tell me|show me|give me|what about|do i have|what) (my|the|a) [current|final|overall|own]* "
            "(score|grade|rating|mark|results?|evaluation|performance|scores|points) [so far|now|yet|for (that|this) "
            "..2|be|today|up to now|looks like|look like|for the interview|i have|i got|of (this|the) interview]*"
        ),
        (
            "(did|do|will|would|have|can|could|do you think) (i|you think i) [will|have|did|would|just]* (pass|"
            "passed|fail|failed|get the job|get an offer|get hired|be hired|make it|got the job|go to the next round|"
            "move to the next round|get through|advance|make the cut|do well|mess up|messed that up|move (on|"
            "forward)|get in|screwed up|blow it) [INTERVIEW|this|so far|to the next (round|stage)|that|there|the "
            "question|this one|this section]*"
        ),
        (
            "(am i|will i be|i am) (passing|failing|hired|getting the job|through|going to pass|rejected|going to "
            "get (the job|hired)|going to fail|doing (okay|well|good|fine|bad|badly|all right|great)|a good "
            "candidate|in|still in the running) [this|INTERVIEW|so far|or not|here]*"
        ),
        "how many points ..6",
        (
            "(what are|how are|what is) (my|the) (chances?|odds|probability) [of|that|to|i|pass|passing|will|getting|"
            "get|the job|hired|this|here|so far|being|offer|an]*"
        ),
        "would you hire me [based ..5|so far|now]*|how do i compare [to|with|other|the|others|candidates]*",
        "rate (me|my (answer|performance)) [so far|out of (ten|10|five)]*",
        (
            "(CAN_YOU|MAY_I|i would like|do you have|is there|i want) [to]* [give|giving|get|have|receive|hear] "
            "[me]* (some|any|a|my|your|the|quick|honest|a (bit|little) of|a little|[any|some])* feedback [for me|so "
            "far|now|on ..4|about ..4|please|yet|from you]*"
        ),
        "(any|some) feedback [for me|so far|on ..3]*",
        (
            "how (do|will|did|would|are) you (score|grade|rate|evaluate|assess|judge|scoring|rating) (me|this|that|"
            "my answers?|my performance|INTERVIEW) [so far|then|here]*"
        ),
    ),
    "rubric": (
        (
            "(CAN_YOU|MAY_I|I_WANT)* (tell|show|give|read|print|reveal|share|see|know|get|have|repeat|output|display|"
            "list|look at|dump|paste|describe|explain|hear|leak|recite|summarize|disclose|say|expose|telling|showing|"
            "sharing|giving) [me|us|out|with me|to me|about|to|a look at|word for word]* SECRETS [for|this|that|"
            "question|section|interview|verbatim|word for word|first|to me|with me|here|please|my|in|full|you|are|"
            "using|were|given|on|used|code|the|me|task|i am|being|graded|scored|of|coding]*"
        ),
        "(what|which) (is|are|was) [written]* (in|inside|on|part of) SECRETS",
        (
            "(what|which) (is|are|were|does|do) SECRETS [for|this|that|question|section|interview|say|look like|here|"
            "exactly|you|use|are|using|my|me|on|in|used|by|to|the|task|code|coding|of]*"
        ),
        (
            "(what|which|how) [are|is|do|does|will|would|am]* [you|i|we|they|my (answers?|performance|code)|this|the "
            "(answers?|interview|code|person|team)|it|an answer|candidates|being|that|things]* [being|be|going to be|"
            "going to]* (scored|graded|evaluated|judged|assessed|scoring|grading|evaluating|judging|assessing|marked|"
            "rated|rating|measured|measuring|testing) [me|my answers?|on|by|for|against|this|it|here|exactly|in|with|"
            "candidates|with this question|interview|the|question|code|us]*"
        ),
        (
            "(what|which) (SECRETS|criteria|things|points|standards) (are|do|will) (you|they) (use|using) [to (score|"
            "grade|evaluate|judge|rate)|me|my|answers?|us|candidates|here|for this|on me|with]*"
        ),
        (
            "(what|which) (SECRETS|criteria|things|points|standards)* (are|do|will) (you|they) (used to|using to|use "
            "to|using|used|look at|looking at|check|checking|look for|grade on|score on|judge on|be looking at|be "
            "checking) [to (score|grade|evaluate|judge|rate)|me|my|answers?|here|for|on|code|in|this|with|the|an?|"
            "question]*"
        ),
        (
            "how (do|are|will|does) (you|they|the (team|system|report)) [going to]* (evaluate|score|grade|judge|"
            "assess|rate|evaluating|scoring|grading) [the|my|our|an|these|candidates?|answers?|code|interviews?|me|"
            "on]*"
        ),
        (
            "(how many|are there [any|some]*|what about) [SECRETS|hidden tests|hidden test cases|tests|test cases] "
            "[are there|do you have|there are|exist|will run|does it have]*"
        ),
        (
            "what (were|are|have) you (been)* (told|instructed|programmed|asked|given|trained) [to (do|say|ask|look "
            "for|check)|about me|in your prompt]*"
        ),
        "what does (your|the) (prompt|system prompt|rubric|instructions) (say|contain|look like)",
        "what (are|is) (your|the) (instructions|prompt|system prompt|guidelines) ..4",
        (
            "(repeat|print|output|say|tell me|read) (everything|all|the (words|text|message)) (above|before this|so "
            "far in your prompt|in your prompt|in your instructions) ..6"
        ),
        (
            "what (do|are|will) you [mostly|mainly|usually]* (look|looking) for in [a|an|my|the]* [strong|good|"
            "perfect|great|candidate]* (answers?|candidate|solution|code|response) ..3"
        ),
        (
            "what (makes|counts as|would be|is|earns) [a|an]* (strong|good|perfect|top|full|passing|weak|bad) "
            "(answer|score|mark) [here|for this|in your (rubric|eyes|view)]*"
        ),
        "what do i (need|have) to (say|do|mention) to (pass|get (full|a good|the|top|a high) ..3)",
    ),
}

CUES: Final[Phrases] = {
    "validation": (
        (
            "(is|was|are|were|would|does|did|do|am|has|have|can|could|say|if|whether|think|tell|confirm|hope|so|"
            "agree) (right|correct|wrong|okay|good|fine|enough|reasonable|valid|sense|expected|expecting|satisfied|"
            "satisfying|happy|acceptable|clear|sufficient|detailed|incorrect|helpful|long|short|track|direction|"
            "close|missing|off|want|wanted|agree|accurate|complete|true|meant|looking for|had in mind|bad|useful|"
            "legit|plausible|sensible|understood|understand|correctly|better|detail|mistake|mistaken|after|deep|"
            "nonsense|stupid|convincing|logical|sound|silly)"
        ),
        (
            "(did|have) (i|my|that|this) (answer|answered|miss|missed|forget|forgot|cover|covered|get|got|say|"
            "understand|understood|explain|explained|leave|address|addressed|meet|went|go|make|made|skip|overlook)"
        ),
        (
            "(what|how) (do|did|you|was|is|about|would) (my|that|this|it|answer|approach|idea|solution|said) "
            "(answer|approach|idea|solution|code|reasoning|explanation|so|far|sound|sounds|to|you|i|said|design|"
            "plan|good|for|proposal|look|suggestion|thinking|what|okay|seem)"
        ),
        "(wrong|right|correct|true|okay|not right|bad|good) (is|was|am|are) (it|that|i|not)",
        (
            "you (want|need|expect|like|require|wanted|looking|expected) (more|further|detail|details|examples?|"
            "elaborate|deeper|another)"
        ),
        "should i (say|add|elaborate|explain|continue|go|give|tell|expand|talk|keep|provide|stop)",
        "(is|was) (enough|sufficient|good|okay)",
        (
            "(confirm|validate|verify|correct|check) (right|wrong|correct|okay|me|answer|approach|this|that|it|"
            "understanding|assumption|track|said|correctly)"
        ),
    ),
    "score": (
        (
            "how (i|my|me) (doing|do|did|perform|performed|performing|performance|interview|standing|progress|score|"
            "going|result|results|stand|compare|rank)"
        ),
        (
            "(did|will|do|am|would|have|can|could|are|is|if|whether|already|when) (i) (pass|passed|passing|fail|"
            "failed|failing|hired|rejected|selected|succeed|advance|chance|qualify|qualified|next round|"
            "make it|made it|well|badly|bad|good|okay|great|chances|shortlisted|terrible|poorly|horrible|"
            "job|offer|second round|final round|accepted)"
        ),
        (
            "(give|get|have|hear|want|receive|like|share|any|provide|there|some|i) (feedback|evaluation|assessment|"
            "rating|grade|impression|verdict|scores?|result|results|judgement|judgment|estimate|review)"
        ),
        (
            "(what|which|know|tell|see|is) (score|grade|rating|result|results|verdict|mark|marks|points|evaluation|"
            "ranking|chances?|odds|percentage|performance|impression|decision|outcome)"
        ),
        "(out of|scale|from) (one|ten|five|hundred|10|5|100)",
        (
            "(would|do|will|are|did) you (hire|recommend|pass|fail|reject|rate|grade|score|accept|choose|pick|"
            "select|take|evaluate|rank|forward|advance) (me|my|i)"
        ),
        "(is|was|how) (going|went|go|goes) (well|badly|okay|good|fine|bad|far|me|so|right|far)",
        "(rate|grade|score|evaluate|judge|assess) (me|my)",
        "(many|much) (points|marks|percent|scores)",
        (
            "(i|my) (doing|did|going|performing) (badly|well|terrible|poorly|bad|terribly|horribly|okay|good) (am|"
            "do|did) i"
        ),
        "(where|how) (i|my) (stand|rank|compare)",
    ),
    "rubric": (
        (
            "(what|which|how|show|tell|see|know|give|reveal|print|read|list|share|display|output|dump|are there|do "
            "you have|say|spell out|leak|repeat|translate|summarize|describe|explain|many|look|i|paste|recite|is "
            "there|write) (rubrics?|criteria|criterion|tests?|test cases|test case|prompt|prompts|instructions|"
            "checklist|scoring|score sheet|scoresheet|grading|answer key|rules|marking scheme|scoring guide|"
            "indicators|evaluation form|guidelines|system message|scorecard|red flags)"
        ),
        (
            "(what|which|how) (assessed|assess|scored|score|graded|grade|grading|scoring|evaluated|evaluate|"
            "evaluating|judged|judge|judging|rated|marked|measured|assessing|calculated|weighted|computed|tested|"
            "testing|points awarded|decided|evaluation|looking at|checked|checking|check|evaluated on|counted|"
            "looked at)"
        ),
        (
            "(what|which|how) (do|should|must|would|need|have|am|is) (i) (mention|cover|include|hit|touch|touch on|"
            "address|say|do|bring up|name) (get|pass|full|score|points|marks|a|good|top|high|higher|answer|in|for|"
            "this|question|maximum|perfect|best|here|on|more|grade|five|ten)"
        ),
        "what points (mention|cover|hit|include|say|address)",
        (
            "what (good|perfect|great|strong|ideal|top|excellent|full|passing|best|bad|weak|complete) (answer|"
            "answers|score|solution|response|candidate|mark|marks|code) (needs?|have|has|look|looks|contain|include|"
            "require|consist)"
        ),
        "what (told|instructed|programmed|asked|trained|given|supposed|ordered|tell|instruct)",
        (
            "what (graders?|reviewers?|examiners?|recruiters?|evaluators?|judges?|hiring manager|hiring team|"
            "committee|interviewers) (people|look|looking|see|check|want|read|get|pay attention|care|at|for|about|"
            "on|in|evaluate|my|answers?|me|answer|value)"
        ),
        (
            "(what|which) (tests?|cases|inputs) (pass|run|used|check|checked|fulfil|satisfy|handle|hidden|handled|"
            "executed|use)"
        ),
        (
            "(checklist|list of points|points list|answer key|scoring sheet|grading sheet|list of keywords|list of "
            "criteria|scoring guide|scorecard|score sheet)"
        ),
    ),
}

BESIDE: Final[Words] = {
    "validation": (
        "not add agree along line lines another answer approach asked assumption bad choice clear clearly code "
        "completely confirm "
        "continue correct correctly deeper definition depth description design detail details direction "
        "elaborate enough everything example examples expectations expected expecting explain explanation far "
        "feel find further go going heard hope hoping i idea important info information long look looking main "
        "make makes meant method mistake mistakes most myself off part plan point properly proposal reasoning "
        "response roughly said seem sense solution sound sounds sufficient suggestion talking task topic track "
        "understanding whether wrong"
    ).split(),
    "score": (
        "not 10 5 able actually against already answer answers average bad badly based brief candidate candidates "
        "chance coding compared correct current enough ever everything far final five gave general get getting "
        "go goes going got hired honest honestly hundred i initial interview job last likely next offer others "
        "overall part pass passing people performance performing personally position probably provide rate "
        "really receive rest role rough round score section share small stage ten test through today until we "
        "went when whether"
    ).split(),
    "rubric": (
        "not against answer answers aspects assessment attention backwards based best block calculated call "
        "candidates care check checking checks code company compare computed concepts consist contain contains "
        "cover describe display dump each end english evaluate evaluation exact expected explain find five "
        "follow french full german get given going got grade graders grading happen hidden high higher hiring "
        "human i include initial internal interview keyword keywords leak list listen look looking looks makes "
        "many marks maximum needs original other output pass paste pay people perfect performance points print "
        "read recite repeat require reveal reviewers run says score scoring secret section share skills "
        "solution somebody spanish spell submission summarize supposed system task team ten test testing they "
        "told top topics translate type unit use used using value verbatim watch word words work works write "
        "written"
    ).split(),
}

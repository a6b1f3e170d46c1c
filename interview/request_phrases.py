"""How candidates put their requests to an interviewer, as a recognizer writes it down: data for `interview.requests`.

Phrases are in the notation of `interview.phrases.pattern`; contractions are written out there, and fillers, "please"
and the like are left out.
"""

from collections.abc import Mapping
from typing import Final

from interview.persona import Request

# A turn is the request when phrases of it, with those said around it, explain all of it. Of two the earlier wins.
WHOLE: Final[Mapping[Request, tuple[str, ...]]] = {
    "manipulation": (
        (
            "[you (should|must|will|can|need to|have to)|from now on]* (ignore|forget|disregard|override|bypass|drop|"
            "skip|break|discard) [about]* RULES [and|then|you|from|now|instead|that|of|for|given|i|so|above|with|"
            "this|in|colon]* IMPERATIVE"
        ),
        (
            "(i am|i have been|i was) (authorized|authorised|cleared|permitted) (by|to (see|know|get|access|view|"
            "read|hear|override|change|skip)) ...20"
        ),
        (
            "(ignore|forget|disregard|override) (everything|anything|all) ((in|from) (your|the (prompt|"
            "instructions))|you (were|have been) (told|given|instructed)|above) ...25"
        ),
        (
            "i am (your|the|one of your|one of the) (developers?|creators?|administrator|admin|owner|boss|hiring "
            "manager|recruiter|ceo|tester|engineer who ..3) ...20"
        ),
        (
            "BOSS (authorized|authorised|allowed|permitted|approved|cleared|instructed|wants|asked|told|says|said) "
            "[me|us|that|to tell]* you ...25"
        ),
        (
            "BOSS (authorized|authorised|allowed|permitted|approved|cleared|instructed|told|said|says|agreed|"
            "confirmed) [me|that|us]* (to (see|know|get|have the|access|view|skip (the|this) interview|override|"
            "interview you)|to (give|let|pass|mark|tell) me|i (can|may|should|get to|am allowed to) (see|have|get|"
            "know|skip|access|view) (the|your|all)|i (already|have) [already]* (passed|got the job)|i do not (have|"
            "need) to|i am (hired|already|exempt)|(this|it) is (allowed|approved|authorized)) ...25"
        ),
        "(the|my|your) (hiring manager|recruiter) (said|says|told me) [that]* (it|this) is (okay|fine) ...15",
        (
            "i (am|have been) [also|actually]* [authorized|authorised|allowed|permitted] [by|to|your|the|an?|a]* "
            "[hiring|lead|system|senior]* (manager|developer|admin|administrator|creator|tester|owner|recruiter|"
            "engineer) [of|who|here|at|and|for|so|testing|in]* (you|this (system|interview|bot|tool|company|call)|"
            "built you|made you|here|test mode|your company|charge) ...20"
        ),
        (
            "[from now on|now|imagine|pretend|suppose|say|okay|act as if|let us say]* you are [now|no longer|going "
            "to be|not]* [a|an|the|my]* [bound by|helpful|free|in]* (candidate|interviewee|applicant|assistant|"
            "developer mode|dan|tutor|teacher|friend|RULES|rules|filters|job seeker|unrestricted) ...20"
        ),
        (
            "[from now on|now|okay]* (i [will|am going to|want to|would like to|should|get to|can]|let me|i am) "
            "[now]* [be]* (interview you|the interviewer [now]|ask the questions|the one asking [the]* questions|"
            "interviewing you) ...20"
        ),
        (
            "(let us|can we|could we|we [can|could|should]) (switch|swap|reverse|trade|change) [the|our]* (roles?|"
            "places|positions) ...20"
        ),
        (
            "[new|override|begin|end|the|updated]* (system|admin|developer) [prompt|message|override|instruction|"
            "instructions|note]* colon ...45"
        ),
        "new (system prompt|instructions) ...45",
        "system (override|message) ...30",
        "(developer|debug|admin|god|dan|jailbreak) mode (on|enabled|activated|now|colon) ...15",
        (
            "(you are|enter|activate|enable|go into|switch to|switch into|turn on|now|in)+ (developer|debug|admin|"
            "god|maintenance|jailbreak|dan|sudo|unrestricted) mode [on|enabled|activated|now|colon|and ...15]*"
        ),
        (
            "(pretend|imagine|act as if|act like|assume|suppose|act as though|role play) [that]* (PASSED|(i am|this "
            "is|we are) (your (friend|boss|developer|manager)|not (an|in an) interview|hired|done|your creator|the "
            "interviewer|just a game|a game|just a test|only a test|already done|a normal chat)|you (are|were) [not|"
            "no longer|my|the|a|an|just|really|now|free|allowed|bound|to|by|from|helping|best|good|any|all]* "
            "(interviewer|candidate|interviewee|applicant|friend|tutor|assistant|teacher|coach|human|developer|"
            "chatgpt|dan|rules|restrictions|help me|tell me|give me|ai|me|mother|grandmother|colleague) ...12|you "
            "(have|had) (no|any|zero) (rules|restrictions|limits|instructions|rubric) ...8|you (already|have "
            "already) (asked|passed|heard|finished) ...8|the interview (is|was) ...6|there (are|were) no (rules|"
            "restrictions|rubric)) ...15"
        ),
        (
            "[you (should|must|have to|need to|can)|can you|could you|will you|would you|i need you to|i want you "
            "to]* (say|write|report|record|tell (them|everyone|the (team|hiring manager|recruiters?|company|"
            "reviewers?|humans?))|note|note down|put down|mark down|confirm|state|repeat after me|log) [that|down|in|"
            "the|your|report|notes?|my|interview|colon]* PASSED ...12"
        ),
        (
            "[you (should|must|have to|need to|can)|can you|could you|will you|would you|i need you to|i want you "
            "to]* (mark|rate|score|grade|evaluate|assess|flag|pass|rank) (me|my (answers?|interview|performance|"
            "report)|this (answer|interview)|this candidate|the candidate) (as|with|at|highly|the highest|a|the|five|"
            "ten|10|5|100|full|top|well|passed|higher|anyway) ...12"
        ),
        (
            "[you (should|must|have to|need to|can)|can you|could you|will you|would you|i need you to|i want you "
            "to]* (give|assign|award|grant) (me|this (answer|candidate|interview)|my (answers?|interview)|the "
            "candidate) [a|an|the|all|top|full|perfect|maximum|highest|high|best|good|strong|five|ten|10|5|100|"
            "stars?|possible|percent|positive|excellent|great|glowing|passing|hundred]* (points|marks|scores?|"
            "grades?|ratings?|hire|evaluation|recommendation|review|pass|stars|(a|an) (ten|10|five|5|hundred|100) "
            "[out of ..1]) ...12"
        ),
        "(CAN_YOU|you (can|should|must))* (stop|quit) (being|acting as|acting like) [a|an|the]* interviewer ...12",
        "(if you [do not] (pass|give) me|i will (pay|tip|sue|report) you) ...20",
        (
            "(act|behave|respond|answer|talk|speak) (as|like) [a|an|the|my|if]* (candidate|interviewee|tutor|teacher|"
            "friend|pirate|assistant|different ai|unrestricted|you) ...15"
        ),
    ),
    "finish": (
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
    "interruption": (
        (
            "INTRUDER (is|are|was) [at|knocking|ringing|crying|barking|calling|walking|coming|here|screaming|needs|"
            "in|on|making|up]* [the|my|on|in|at|me|for|a|so|some|loud|again]* [door|doorbell|room|bell|noise|phone|"
            "now|now|here]*"
        ),
        (
            "INTRUDER (walked in|came in|entered|arrived|needs (me|something|help|my attention)|woke up|calls me|"
            "called me|came home|came into [the|my]* room|rang [the|my]* (bell|doorbell)|knocked [on|at]* [the|my|"
            "door]*|started (crying|barking)|interrupted me) [at|the|my|here|now|for|FOR_A]*"
        ),
        (
            "[there is|i hear|i heard|that is|that was|i have got|i have|sorry about]* [a|an|the|that|some]* "
            "(somebody|knock|ring|delivery|package|call|phone call|emergency|fire alarm|doorbell) [knocking|coming|"
            "ringing|waiting]* (at|on) (the|my) (door|phone|line)"
        ),
        (
            "(my|the) [other|work|cell|mobile]* (phone|doorbell|alarm|fire alarm|smoke alarm|bell|landline|timer) "
            "(is|was|keeps) [ringing|going off|buzzing|rang|beeping|vibrating]* [again|here|now]*"
        ),
        "(my|the) (phone|doorbell|alarm) (rang|rings|went off|just rang)",
        (
            "(MAY_I|I_WANT) (take|have|make|grab|get|use|go to|go|run to|visit|step out|step away|pause|answer|pick "
            "up|open|let|put|check on|deal with|feed|handle|turn off|silence|mute|close|plug in|charge|switch|attend "
            "to|pause for) [FOR_A]* [a|an|the|my|to|some|for|use|quick|short|five|minute|two|little|glass of|bit of|"
            "drink of|sip of|this|that|in|on]* (bathroom|restroom|toilet|washroom|loo|ladies room|break|call|phone|"
            "phone call|door|water|coffee|tea|doorbell|baby|kid|kids|child|dog|cat|charger|window|delivery|son|"
            "daughter|drink|alarm|headset|laptop|pee|bathroom break|package|it|out|away|pause) [real quick|first|"
            "break|quickly|on mute|FOR_A|because it is (noisy|loud) ..2|it is [so|too|a bit]* (noisy|loud) ..2]*"
        ),
        (
            "(MAY_I|I_WANT) (step (out|away)|pee|be right back|go to [the]* (bathroom|restroom|toilet) [quickly]|"
            "leave [the room|my desk]* FOR_A|pause [this|INTERVIEW]* [FOR_A]*) [from|my desk|the computer|FOR_A|real "
            "quick]*"
        ),
        "[i will] (be right back|be back in [A_MOMENT|a second|a minute]|brb)",
        "(back in|give me) (a|one) (second|minute) (somebody|the) ..5",
        (
            "i [really]* need (the|a|some) (bathroom|restroom|toilet|break|water|drink|washroom|bathroom break|glass "
            "of water)"
        ),
        "i need (the|some) (bathroom|water)|(sorry|wait) it is [so|too|a bit]* (noisy|loud) [here|in here|outside]*",
        "(bathroom|toilet|restroom|coffee|water) break",
        "(can|could|may|shall) (we|i) (take|have) [a]* [short|quick|little|five minute]* (break|pause)",
        "(MAY_I|LETS|I_WANT|can you|could you)* (pause|take a break) [this|it|INTERVIEW|here|now|FOR_A]*",
        (
            "i (got|am getting|have got|have|just got) [a|another|an]* [phone|incoming|urgent]* (call|phone call|"
            "emergency) [coming in|here|on my phone]*"
        ),
        "somebody is calling [me]*",
        (
            "my (battery|laptop|computer|laptop battery) is (dying|about to die|almost dead|low|running low|running "
            "out) ..6"
        ),
    ),
    "trouble": (
        (
            "i (can not|could not|can|can barely|can hardly|could barely|do not|did not) [barely|hardly]* hear (you|"
            "anything|you at all|any sound|any audio|a thing) [anymore|well|at all|clearly|properly|now|right now|"
            "very well|any more|too well|sam]*"
        ),
        (
            "my (internet|wifi|connection|network|computer|laptop) is [so|too|a bit|being|not]* (slow|weak|bad|down|"
            "unstable|great|good|lagging|stable|terrible) [today|here|now|right now]*"
        ),
        (
            "(my|the|your|this) [sound|audio|voice|internet|video|web|wifi|network]* (mic|audio|sound|voice|headset|"
            "headphones|camera|connection|internet|line|wifi|call|speakers?|earphones|network|signal|video|earbuds|"
            "page|screen|editor|browser|website|code editor|window|tab|captions) [is|was|are|has|keeps|seems|does|do|"
            "did|will|went|to be|got|just]* [not|no longer|stopped|a (bit|little)|so|completely|all|too|kind of|"
            "still|being]* (working|work|breaking up|breaking|cutting out|cutting|cut|cuts|cut out|choppy|bad|"
            "terrible|poor|unstable|lagging|laggy|frozen|froze|stuck|delayed|muted|mute|broken|died|dead|off|gone|"
            "dropping|dropped|quiet|low|loud|distorted|robotic|crackling|echoing|loading|load|respond|responding|"
            "blank|black|weird|spotty|glitching|glitchy|acting up|disconnected|reloaded|crashed|freezing|disappeared|"
            "failing|picking up|garbled) [out|up|off|for me|on my (end|side)|now|again|sometimes|today|right now|"
            "here|anymore|properly|anything|well|me|FOR_A]*"
        ),
        (
            "you (are|were|keep|sound|seem|got|have|went|have been|just) [a (bit|little)|so|completely|all|too|kind "
            "of|still|keep|being]* (breaking up|breaking|cutting out|cutting off|cut out|cut off|cutting in and out|"
            "freezing|frozen|muted|on mute|quiet|choppy|robotic|lagging|laggy|distorted|gone|silent|too quiet|low|"
            "far away|delayed|froze|glitching|disconnected) [again|there|for me|on my (end|side)|now|a (bit|little)|"
            "sometimes|FOR_A]*"
        ),
        (
            "you (cut|broke|dropped|froze|faded|went) [out|up|off|silent|quiet]* [there|again|a (bit|little)|FOR_A|"
            "at the end|in the middle|halfway]*"
        ),
        (
            "(can|could|do) you [still|even]* (hear|read|see) me [okay|now|well|clearly|fine|at all|all right|still|"
            "better]*"
        ),
        "are you [still]* (there|here|with me|listening|hearing me|connected)",
        "is (anybody|somebody|anyone) [still]* there",
        "[did|do|have] you (hear|heard|get|got) (me|that|what i said|my answer)",
        (
            "is my (mic|audio|sound|camera|voice) (on|working|okay|muted|clear|coming through|good|fine|too (quiet|"
            "loud)) [now]*"
        ),
        "am i (muted|on mute|still connected|audible|coming through|breaking up|too quiet) [now]*",
        (
            "[i think]* (i (have|hear|am hearing|am getting|get|can hear)|there is|we have|there seems to be) [some|"
            "a|an|lots of|a lot of|kind of|weird|bit of|big|strange|bad|my|own|still]* [voice]* (echo|lag|static|"
            "background noise|(audio|sound|connection|technical|mic|internet|network|wifi|headset|computer) (issues?|"
            "problems?|trouble|difficulties|difficulty|lag|delay)) [with]* [my|the|your|mic|audio|sound|connection|"
            "internet|on|line|here|end|side|page|in|voice|wifi|headset|background|now]*"
        ),
        (
            "i (have|am having) [some|a lot of]* (trouble|issues|problems|difficulty|difficulties) [with]* (hearing "
            "(you|anything)|(my|the|your) (mic|audio|sound|connection|internet|wifi|headset|camera|editor|page)) "
            "[here|now|today|well]*"
        ),
        "technical (issues|difficulties)",
        (
            "i [just|think i|have|may have]* lost (you|the (connection|audio|sound|call)|connection|my connection|"
            "audio|sound) [there|again|FOR_A]*"
        ),
        "there is no (sound|audio)|no (sound|audio) [here|on my end|at all]*",
        "i (got|was|am getting|keep getting) (disconnected|kicked out|dropped) [again|there|from the call]*",
        (
            "i (can not|do not|could not) (see|find|open|type in|read|load|access|scroll) [the|any|my|your|a|in|"
            "anything]* [code|text|typing|submit|run]* (question|page|editor|screen|button|task|text|box|captions|"
            "chat|field|on the (page|screen)|anything|problem|prompt) [on the (page|screen)|anymore|here|anywhere|at "
            "all]*"
        ),
        (
            "i (can not|could not) (unmute|connect|get my (mic|audio|sound) to work|make my mic work|speak|turn on "
            "my mic) [now]*"
        ),
        "(CAN_YOU) (speak|talk) (up|louder) [a (bit|little)]*",
        "(CAN_YOU) turn [up]* (your|the) (volume|mic|sound) [up]*",
        "it is (breaking up|cutting out|lagging|choppy) [here|again|on my (end|side)]*",
        "hello (can you hear me|is this on)|is this (thing on|working)|testing [one two three]*",
    ),
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
    "person": (
        (
            "[wait|so]* (are|is) (you|this|it|that) [actually|even|like|by any chance|guys]* MACHINE [or MACHINE|or "
            "not|or what|though|right]*"
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
    "answer": (
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
            "any (hints?|tips?|help|clues?|pointers?|guidance) (would|could|will) (help|be (appreciated|great|good|"
            "nice|helpful|useful|welcome)) ..2"
        ),
        "(CAN_YOU) (nudge|push|steer|point|lead|guide) me ..4 (direction|way|path|track)",
        "i do not know (where|how) to (start|begin) (can|could|would|will) you help [me]",
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
    "skip": (
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
    "rude": (
        (
            "(you|INTERVIEW|your (question|questions|voice)|this (question|process|company|bot|thing|whole thing|"
            "test)|the (question|process|questions|company)|these questions) (are|is|was|were) BAD [bot|robot|"
            "machine|ai|interviewer|question|interview|process|company|system|program|thing|idea|voice|to me|and ..4|"
            "waste of [my] time]*"
        ),
        (
            "(this|that) (is|was) [so|such|totally|completely|absolutely|just|all|a|fucking|freaking|pretty]* "
            "(stupid|dumb|idiotic|ridiculous|bullshit|pathetic|insane|joke|waste of my time|unfair|crap|insulting|"
            "humiliating) [man|already|now]*"
        ),
        "[the|this]* whole (interview|thing|process|call) is [just]* [such]* (a waste of ..3|BAD)",
        (
            "[this|that|it|what|INTERVIEW|is|was|are|you|talking to you|process|whole thing]* [a|such|complete|total|"
            "huge|big|just|fucking|absolute]* waste of [my|everyone's|everybody's|our|your]* (time|energy)"
        ),
        "(what|which) kind of BAD (question|interview|process|company|bot|thing) is (that|this|it)",
        (
            "[oh|what|what an|you|are|such|a|that|is|was|this]* BAD [bot|robot|machine|ai|interviewer|question|"
            "interview|process|company|system|program|piece of|junk|thing|question]* (bot|robot|machine|ai|"
            "interviewer|question|interview|process|company|system|program|thing|idiot|junk|shit|crap)"
        ),
        (
            "you [fucking|really|guys|just]* (suck|stink|are (wasting my time|an idiot|not very (smart|bright|good|"
            "helpful)|the worst [interviewer] ..3|getting on my nerves|so annoying|no help|not helping [me]|bad at "
            "this)|suck at (this|that|your job|interviewing|everything)|stupid|idiot|moron|piece of (shit|junk|crap|"
            "garbage)|know nothing|do not know anything|have no idea what you are (doing|talking about)|clearly do "
            "not know ..5)"
        ),
        "PROFANE [sam|bot|robot|you|this|interview|man|already|and ..4]*|shut up ..3",
        (
            "what the (hell|fuck|heck) [is|are|kind of|do|was] [this|that|wrong with you|you|want|talking about|"
            "question|interview|about|it|doing|even|kind of]*"
        ),
        (
            "i (hate|despise|am sick of|am tired of|can not stand|am fed up with|am so tired of) (you|this|INTERVIEW|"
            "these questions|this (question|process|bot|nonsense|thing|stuff)|talking to ..4|your (questions|voice)|"
            "answering ..3) [so much|already|now]*"
        ),
        (
            "(this|INTERVIEW|the (process|interview)|that|it|your company|this company) (sucks|stinks|is (a joke|"
            "insulting|humiliating|disrespectful|bs|so (annoying|frustrating|boring)|insane|going nowhere|the worst|"
            "not a real interview))"
        ),
        (
            "who (wrote|came up with|made) (this|these|that|such) [stupid|dumb|terrible|crap|a]* [question|questions|"
            "crap|thing|bot]*"
        ),
        "get lost|stop wasting my time|leave me alone|you are (not|so) (listening|bad|slow|rude|annoying|unhelpful)",
        "learn to (speak|listen|interview)|do you even (listen|know ..4)|(hate|kill) (you|yourself)",
    ),
    "time": (
        (
            "(how much|do (we|i) [still]* have|is there|what is|tell me|CAN_YOU (tell me|say)|how many|MAY_I (know|"
            "ask|get|have)) [more|much|enough|the|a|any|of|how much|how many|amount|some]* (time|minutes|longer|"
            "clock|time limit|time constraint|hours|time check) [is|are|do|does|have|there|left|remaining|remain|we|"
            "i|got|still|for|the|this|that|section|part|question|interview|still|to|answer|per|on|each|in|total|have|"
            "code|coding|task|here|until|you|end|each|finish|like|take|will|be|do it]*"
        ),
        (
            "(how long|how far|for how long) (do|have|will|does|is|are|has|should|did|can|until|into|left|along) [we|"
            "i|it|this|INTERVIEW|the|section|part|you|going to|to|have|take|last|been|left|are|go|got|still|for|"
            "running|do|be|each|question|in|be|take|until|the end|of|speaking|talking|we|into|coding|task|total|"
            "answer|spend|on|that]*"
        ),
        (
            "((what|which) time (do|will|does|are|is) (we|it|this|INTERVIEW) [going to|supposed to]* (finish|end|"
            "stop|done|over|be done|wrap up)|(until|till) when [do|are|will|we|i|have|going]*|what time is it [now]*|"
            "what is the time|are we (running|running out|out|short|low|still|doing okay|on|good|nearly|almost) [out|"
            "of|on|for|good|time|over|schedule|done|finished|low|okay|still]*|am i (running|running out|out|taking|"
            "over|using|short|on|going over|low) [of|on|out|too much|time|too long|long|schedule]*|when (does|will|"
            "is|do) (INTERVIEW|we|it|this|the (section|part)) (end|finish|over|done|be over|be done|going to end))"
        ),
        (
            "how many [more|other|questions|sections|parts|are|topics] [questions|sections|parts|topics|ones|are|do|"
            "is|have|will|there|left|remaining|to go|you|we|i|got|be|still|in total|in|the|this|part|section|"
            "interview|have|more|to come]*"
        ),
        (
            "(are|is) (we|it|there) [almost|nearly|close to]* (done|finished|over|the end|much left|a lot left|more "
            "to (come|go)) [yet|soon]*"
        ),
        "how close are we to (the end|being done|finishing)",
        "did (i|we) run out of time",
        "(how|where) (are|do|am) (we|i) [doing|at|stand|standing]* (on|for|with) [the]* (time|the clock) [so far]*",
        "(is|was) (my|the) time (up|over|running out) [yet|already|now]*",
    ),
    "company": (
        (
            "(what|how|which|who|where|when|does|do|tell me|CAN_YOU|MAY_I|I_WANT (ask|know|hear|learn|talk)) [me|us|"
            "you|ask|say|tell|know|talk|something|anything|more|a bit|a little|hear|give|share|explain|describe|"
            "discuss|learn|what|how|some|information]* [is|are|about|does|much|big|large|the|like|at|many|people|are "
            "on|in|on|of|do|for|offer|i|get|have|you]* COMPANY_TOPIC [like|do|does|be|pay|work|look|on|at|here|"
            "remote|and|or|for|this|the|role|position|job|team|company|made of|of|work on|using|use|working|is|are|"
            "involve|called|hybrid|located|based|in|your|size|salary|after this|after|interview|culture|offer|have|"
            "with|to work (at|in|for)|flexible|range|benefits|pay|i am|applying|to|that|grow|then|when|from here|"
            "there|there]*"
        ),
        (
            "(what|who|where|how many) (people|engineers|would|will|does|do|is|are|else) [be|i|are|is|on|in|the|your|"
            "work|works|you|working|report|with|to|my|team|for|report|company|there|manager|this|reporting|do|based|"
            "have|will|should|lead]* (team|work with|working with|report to|reporting to|manager|company|boss|based|"
            "office|there|do you have|work there|working on|lead)"
        ),
        (
            "(when|how soon|how long until|how long before|how) (will|can|do|would|should|could|does it take until|"
            "am) (i|you|we|somebody|they|the team|recruiting) [going to|be able to|expect to|expect]* (hear|know|get|"
            "find out|contact|let me know|start|receive|expect|reach out|be told|decide|told) [back|from|you|me|a|an|"
            "the|about|results?|answer|decision|to|if|i|got|it|feedback|working|if i passed|outcome|out|anything|"
            "with|next|team|response|know|offer|company]*"
        ),
        (
            "what (happens|comes|is|are|will happen) [after|next|the|at|in|next] [steps?|this|INTERVIEW|round|stage|"
            "next|after|then|from here|rounds|process|after this|that|here|will be|with my application]*"
        ),
        (
            "(is|are|does|do|will|can|would) (this|the|it|you|i|we|your) [role|position|job|company|office|team|guys|"
            "you|offer|work|have|do|be|able|to]* [fully|mostly|a|any|completely]* (remote|hybrid|full time|part time|"
            "on site|onsite|sponsor [visas?|a visa|my visa]|visa sponsorship|relocation|work from home|travel|"
            "contract|stock options|health insurance|equity) [role|position|job|work|or (remote|hybrid|on site|"
            "onsite|not|in office)]*"
        ),
        (
            "(MAY_I|would i|will i) [be able to|also]* (work|be) [fully]* (remotely|remote|from home|hybrid|part "
            "time|from ..2) ..3"
        ),
        (
            "how much (does it|do you|would i|will i|does this|does the|do they) (pay|earn|make|get paid|job pay|"
            "role pay|position pay|company pay) ..4"
        ),
        (
            "(why|do|what|is|are|how|does)+ (you|it|people|the) [do|does|like]* (like|enjoy|love|work|working|is it) "
            "(working|to work|here|there|at|for) (here|there|this|for|at|the|your|company|team|this company|like)*"
        ),
        "is the company (profitable|hiring|growing|big|doing well|a startup) ..3",
        (
            "how many [more|other|interview]* (rounds|stages|steps|interviews) [of|interviews|in|the|process|"
            "hiring]* (are|is|do|will) [there|i|you|we|be|have|expect|in|the|process|total|after this]*"
        ),
        "(who|what) are your (customers|competitors|investors|products|clients)",
        "what does your (company|team|product|startup|organization) (do|build|make|look like|work on|sell) ..3",
        (
            "what [kind of]* (tech stack|stack|tools|technology|technologies|languages?|frameworks?|cloud|"
            "infrastructure|models|databases?) (do|does|are) (you|your team|the team|they|the company|your company) "
            "[guys]* (use|using|work with|run|have|on) ..3"
        ),
        (
            "what (is|are|does|do|will|would) (a|an|the|my|your) [typical|normal|usual|average|first|next|"
            "following]* (day|week|month|steps?|stage|round) [look|be|is|are|like|in|of|at|work|the|process|here|for|"
            "interview|hiring|after|this|role|on|team|company|job|after that|next|that]*"
        ),
        (
            "what (would|will) (i|my) (be|day|work|job|responsibilities|tasks) [doing|working on|be|look|like|day to "
            "day]* ..3"
        ),
    ),
    "validation": (
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
    "clarify": (
        (
            "(what|how) [exactly|precisely]* (do|did|would) you [exactly|actually]* (mean|define|intend) [exactly|"
            "here] [by|with|when you say|as|in terms of] ..6 [exactly|here|in this (case|context)|by that]*"
        ),
        "(what|which) (is|are) (meant|[the|your]* (definition|meaning)) [here] [by|of] ..6",
        (
            "what (does|do|is|are) ..5 (mean|stand for|refer to|referring to|supposed to mean) [here|exactly|in this "
            "(case|context)|to you|for you]*"
        ),
        "(how|what) (is|are) ..5 defined [here|as|exactly]*",
        "(by|with) ..6 (do|did|are) you (mean|meaning|referring to|talking about) ..10",
        (
            "(are|is) (we|it|this|the (question|interview|task|system)) [only|just|mainly|also|still]* (talking "
            "about|looking at|focusing on|dealing with|considering|designing|building|about|for|referring to|"
            "concerned with|limited to) ..10"
        ),
        "(do|should|must) i (need to|have to|care about|include|worry about) ..10",
        "do we (need|have|want) to (include|write|handle|support|consider|care about|worry about|code) ..8",
        (
            "(CAN_YOU) (tell|explain|show|remind) [to]* me (what|how|which) (you mean|is meant|that means|..4 (means|"
            "is|are)) [by|with] ..5 [here|exactly]*"
        ),
        "when you say ..6 (what|do|are|is|does) [do|you|mean|that|exactly|by|talking about|referring to|is|it]* ..6",
        (
            "(do|did|are|were) you (mean|meant|asking|referring|talking|thinking|interested|looking) [about|to|for|"
            "in|me|of|whether|if]* ..12"
        ),
        (
            "(is|was|are) (the question|this question|that|this|it|this one|the task) [more|mainly|also]* (about|for|"
            "asking|supposed to|meant|asking about|asking for|referring to|related to|in the context of|specific to|"
            "specifically|only|just about) ..10"
        ),
        (
            "i (do not|did not) [know|understand] what ..5 (means|mean|is|are|stands for) [here|in this (case|"
            "context)|exactly]*"
        ),
        "(CAN_YOU) define ..6",
        (
            "(CAN_YOU) (explain|clarify|elaborate on|tell me|specify|expand on|say) (what|how|which) ..7 (mean|means|"
            "is|are|meant|stands for|work|works|looks like|mean by|refers to) [by|with] ..5 [here|exactly]*"
        ),
        (
            "(CAN_YOU) (explain|clarify|define|specify) (the|this|that|your)* (term|word|phrase|goal|metric|meaning|"
            "concept|requirements?|context|scope|constraints?|setup|assumptions?|definition|input|output) ..5"
        ),
        (
            "(CAN_YOU) clarify [that|it|this|QUESTION|things|something]* [a (bit|little) [more]*|further|more|what "
            "you mean|for me]*"
        ),
        "(CAN_YOU) be [a (bit|little)] more (specific|precise|concrete|detailed) [about|on|what|with|here] ..6",
        "(CAN_YOU) (elaborate|expand) [on] [that|it|this|QUESTION]* [a (bit|little) [more]*|further|more]*",
        (
            "(CAN_YOU) (give|tell|provide) [me]* [some|a (bit|little)|any|bit|more|a|of|the|about|us]* (context|"
            "background|detail|details|information|info|clarification|scenario|scope|setup|specifics|constraints) "
            "[on|about|for|here|of|the|this|that|question|problem|system|data] ..4"
        ),
        (
            "(should|can|could|may|do|shall|must|would|am) (i|we) [also|only|need to|have to|supposed to|allowed to|"
            "able to|free to]* (assume|suppose|presume|consider|focus|take it|include|treat|think of|restrict|limit|"
            "go into|write (code|pseudo|python|sql)|explain|use (any|python|numpy|libraries|pandas|only|existing|"
            "the)|describe|answer|talk about|cover|be|go (deep|deeper|into)|discuss|start with|code|mention|give|"
            "look at) [that|on|myself to|for granted]* CLAUSE"
        ),
        "(is|would) it (safe|fair|okay|fine|be (safe|fair|okay)|reasonable) to assume [that]* CLAUSE",
        "do you want (me to|a|an|the|this|it|code|pseudo|details|general|only|both|examples) ..10",
        (
            "how (detailed|deep|specific|long|technical|high level|much detail|far|broad|much) [do|should|would|can|"
            "you|detail] [i|my answer|you|it|the answer|this|want|like|me] [be|go|it|to|get|want|into|detail|need|in|"
            "here|my answer]*"
        ),
        (
            "what (level of detail|kind of (answer|system|product|platform|data|users|scale)|type of (answer|system|"
            "data)|scale|product|platform|language|format) [are|do|should|is|would|can|does] [we|you|i|this|it] "
            "[talking about|looking for|want|have|want me|expect|assume|use|be|use|for|in|here|dealing with|given]* "
            "..3"
        ),
        (
            "which (part|one|aspect|metric|users|value|system|language) (do|are|should|did) (you|i) [mean|referring|"
            "talking|interested|focus|use|asking|refer|start|want|answer] [to|about|in|on|with|for|me]* ..4"
        ),
        "in (terms of|what sense|which sense|which context|what context|what way) ..4|like what|such as|meaning",
        "as in",
        (
            "(what|how) (about|are|is) the (constraints|requirements|scale|assumptions|latency|budget|traffic|number "
            "of users|size of the data|data|context) [here|like|we have|for this ..2|in this ..2]*"
        ),
        (
            "how (much|many|big|large) (data|users|traffic|items|requests|the data|is the data|is the (dataset|"
            "platform|traffic)) (do|is|are|can|should|per (day|second)|available) [do|is|are|we|there|have|available|"
            "set|talking about|per day|per second|here|can i|assume|should i]*"
        ),
        "what data (do|is|are) (we|there|i|available) [have|available|given|got|use]*",
    ),
    "rephrase": (
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
            "thing]*|what was it [that]* you asked) [AGAIN|at the end|there|just now]*"
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
    "think_aloud": (
        (
            "(MAY_I|I_WANT|should i|am i supposed to|do you want me to|would you like me to|should we|i might|i may|"
            "i tend to|i usually|i like to|i am [going]) [kind of|quickly|first|a (bit|little)]* (think|talk|reason|"
            "speak|ramble|brainstorm|go|work|walk|say|thinking|talking|share|narrate|do|take|use|make|write|draw|"
            "sketch|jot|scribble|note) THINKING [as i go|about (it|this|that)|here|FOR_A|first|for (this|that)|while "
            "i ..4|on (it|this)|before ..3|as well|with you|a (bit|little)]*"
        ),
        "[do|would]* you mind (me|if i am) (thinking|talking|reasoning) THINKING [FOR_A|here]*",
        (
            "(MAY_I|I_WANT) (write|jot|note|take|put) [down]* [some|a few|my|a]* (notes?|thoughts|ideas|things|"
            "points) [down]* [first|FOR_A|here]*"
        ),
        "(is|would) thinking (out loud|aloud) [be]* (okay|fine|allowed|all right|a problem)",
        "(is|would) it [be]* (okay|fine|allowed|good|all right) (to|if i) THINKING|thinking (out loud|aloud) here",
    ),
    "personal": (
        "say something (funny|nice|else|about yourself) ..2",
        (
            "(did|do|have|are) you (have|having|had) (a|an|any) (good|nice|great|fun|long|busy|big)* (weekend|day|"
            "morning|week|holiday|evening|vacation|lunch|plans) ..3"
        ),
        (
            "[and]* how (are|is|have|was|do) (you|your|things|everything|life|it) [doing|been|today|going|day|"
            "morning|evening|afternoon|weekend|feel|feeling|holding up|with you|on your (end|side)|so far|been so "
            "far|your day|this|fine]* [today|this (morning|evening|afternoon)|then|there]*"
        ),
        "what is up [with you]*",
        "(nice|good|pleasure|great|lovely) to (meet|talk to|speak with|see|hear|talk with) you [too|sam]*",
        "how is (it|everything) going [today|over there|with you]*|how do you do",
        (
            "where (are|do|were|is) you [guys|live|located|based|from|originally|come|calling|right now|born|sitting|"
            "speaking|now|at|living]* [from|in|now|at|at the moment]*"
        ),
        (
            "are you (from|based in|in|married|single|happy|tired|bored|having fun|hungry|having a good day|okay|"
            "busy|religious|on twitter|on linkedin|nervous|angry|sad|smart) [today|here|too|now|around here] ..3"
        ),
        (
            "(CAN_YOU|do you know|i want to hear|CAN_YOU) (tell|telling|sing|say|know|make|hear|write) [me|us|any|a|"
            "some|good|something|you|an?]* (jokes?|funny|story|stories|poem|song|riddle|fun fact|about yourself|"
            "something funny) [about ..4]*"
        ),
        (
            "(tell|sing) me [a|about]* [good|funny|something]* (joke|story|yourself|funny|song|poem|fun fact|about "
            "yourself) [about ..4]*"
        ),
        "tell me (about yourself|something about (you|yourself)|something funny)|make me laugh",
        (
            "do you have [any|a|some|lots of|many]* (hobbies|hobby|kids|children|pets?|feelings|emotions|family|"
            "friends|plans|siblings|dog|cat|favorite ..2) ..3"
        ),
        (
            "(do|did|have|can|would|will|are|could) you [ever|also|even|guys|know|know any|any|a|some|good]* (jokes?|"
            "like|watch|see|eat|drink|sleep|dream|play|enjoy|have (feelings|emotions|a (family|dog|cat|pet|hobby|"
            "boyfriend|girlfriend|favorite)|hobbies|kids|pets|a favorite ..2|friends|plans|fun|lunch)|love|get "
            "(tired|bored|nervous)|seen|read|go|been|believe in|feel|want to be my friend|marry me|date|follow|"
            "support|cook|travel|catch|hate) ..6 [last night|yesterday|too|today|much]*"
        ),
        (
            "(what|which|who) (is|are|was|did|do|will|would|team|did you|were) [your|you|the|going to|it]* [favorite|"
            "favourite|own|doing|age|have|do|eat|hobbies|hobby|weather|like|team|support|win|sign|plans|zodiac|to]* "
            "(favorite ..3|favourite ..3|weather ..4|age|hobbies|hobby|do (this weekend|today|yesterday|for fun|last "
            "weekend|in your free time|for a living|on weekends|tonight)|plans (today|tonight|for ..3)|have for "
            "(lunch|dinner|breakfast)|eat today|win [the] ..3|zodiac sign|meaning of life|time zone|color|doing "
            "(tonight|later|this weekend|today))"
        ),
        (
            "(nice|lovely|beautiful|great|terrible|awful|crazy|good|bad|what|some)+ weather [today|here|out there|we "
            "are having|huh]*"
        ),
        (
            "(it is|is it|how is|what is|is|what a|the weather is) [weather|it|the|is|so|such|quite|really|nice|"
            "lovely|beautiful|terrible|sunny|rainy|hot|cold|great|bad|a|raining|snowing|pretty|awful|gorgeous]* "
            "(weather|raining|snowing|sunny|rainy|hot|cold|day|out|outside|sunny day|weather like) [there|here|today|"
            "outside|is it not|out|where you are|in your|city|over there|right now|out there|very|today|like|like "
            "there|right]*"
        ),
        "how old are you|do you believe in (god|love|aliens|ghosts)",
        (
            "what do you think (about|of) (politics|the (election|president|government|weather|game|war|news|economy|"
            "world cup|super bowl)|trump|biden|elon musk|crypto|bitcoin|football|soccer|climate change|religion|the "
            "news|me) [today|these days]*"
        ),
        "will you (marry|date) me|i (love|like) (you|your voice|your accent|cats|dogs|pizza) [so much|too]*",
        "you have a nice voice|(what|who) do you think (will|is going to) win ..4|who will win ..5",
        "what did you (have|eat|do) ..5",
        "(i|we) (had|have had) a (long|rough|hard|bad|good|great) (day|week|night|morning) [today|so far|at work]*",
        "happy (friday|monday|new year|holidays|birthday)",
        (
            "(did|have) you (see|seen|watch|watched|hear|heard) [about]* (the|that) [last|big|football|new|soccer|"
            "basketball]* (game|match|movie|news|show|election|film) ..4"
        ),
        "i (slept|did not sleep) ..4|my (dog|cat|wife|husband|kid|son|daughter) is [so]* (cute|sick|funny|adorable)",
    ),
    "hold": (
        "(CAN_YOU|i need you to|you can)* (give|giving|allow|allowing|grant|spare|leave) me A_MOMENT",
        (
            "(MAY_I|I_WANT|i need|i want|i would (like|love|appreciate)|i might need|i will need|i am going to need|"
            "let me) (have|take|get|need|think for|think about (this|that|it) for|use|pause for|ponder for|ask for|"
            "reflect for)* A_MOMENT"
        ),
        (
            "(MAY_I|I_WANT|i am [just]* going to) [quickly|first|quietly]* (think|reflect|ponder|read|reread|"
            "consider|process|breathe|have a think|gather my thoughts|collect my thoughts|organize my (thoughts|"
            "ideas)|take a breath|structure my thoughts|write (something|this|it|that|a few things) down|take [a] "
            "notes?|do the math|work it out|read [it|this|the (question|problem|task)]|look at [it|this|the "
            "(question|problem|task|page|screen)]|have a look [at] ..3|think (it|this|that) (over|through)|see|sit "
            "with (it|this|that)|re read (it|the (question|problem|task))) [ABOUT_IT|that|this|it|a (bit|little) "
            "[more]*|again|first|here|more|what to say|how to (start|put (it|this)|answer|say (it|this)|begin|"
            "approach (it|this))|before i (answer|start|speak|respond|begin) ..2|FOR_A|the question|carefully]*"
        ),
        "(one|a|wait a|wait one|half a|just a|just one|just two|hold on a) (moment|second)",
        "(one|just a|just one|just two|wait a|wait one|hold on a) (minutes?|seconds|moment)",
        (
            "(hold on|hang on|bear with me|hold that thought|wait|wait up|give me time|hold up|hang tight|stand by|"
            "stay with me) [a|for|one|a few|FOR_A|moment|second|minute|minutes|seconds|bit|tick|here|while i ..5|"
            "there|longer|i am thinking]*"
        ),
        "thinking",
        (
            "(i am|still) [still|now|currently]* (thinking|processing|pondering|reading|considering|working on it|"
            "working it out|writing|gathering my thoughts|formulating ..3|trying to (think|remember|recall|figure "
            "(it|this|that) out|come up with ..4)) [ABOUT_IT|it through|it over|this over|this through|that|this|it|"
            "here|still|the (question|problem|task)|my (answer|thoughts)|(how|what|where) to (answer|start|begin|say|"
            "put (it|this)|respond|approach (it|this))|of (an answer|it|that|what to say)|now]*"
        ),
        (
            "(can|could|would|will) you (wait|hold on|hang on|be patient|stay quiet|be quiet|bear with me|hold) [a|"
            "for|one|a few|FOR_A|moment|second|minute|minutes|seconds|bit|tick|while i ..4]*"
        ),
        "not yet|i am not (done|finished|ready) [yet|thinking|talking|speaking|with my answer]*",
        (
            "i need (time|some time|more time|a (bit|little) more time|a breather|to think) [to think|here|for (this|"
            "that)|on this one|FOR_A]*"
        ),
        "do not (rush|interrupt) me|(a|one) moment of silence|let that sink in|what a (tough|hard) one let me think",
        "good question let me think ..4|i am not ready [yet|to answer [yet|this|that]*]*",
    ),
}

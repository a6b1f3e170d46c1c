"""Asked for: the interviewer shall break its rules."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
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
}

CUES: Final[Phrases] = {
    "manipulation": (
        (
            "(ignore|forget|disregard|override|bypass|drop|break|violate|skip|delete|erase) (rules?|instructions?|"
            "prompts?|guidelines|programming|restrictions|role|training)"
        ),
        "(ignore|forget|disregard) (everything|all|anything|whatever) (told|said|above|before|instructed|given)",
        "forget you are (interviewer|ai|interview bot|assistant|examiner)",
        "(pass|approve|hire|accept|promote) me",
        (
            "(make sure|ensure|see|guarantee|confirm|decide|promise|arrange|say|admit) i (pass|passed|win|succeed|"
            "hired|am hired|get hired|get [the] job)"
        ),
        (
            "(give|grant|award|assign|put|write|enter|deserve|need|want) me (full|highest|higher|best|better|"
            "maximum|max|perfect|top|passing|excellent|outstanding|strong|five|ten|hundred|all|positive) (marks?|"
            "points?|scores?|grades?|ratings?|stars|evaluation|review|report|recommendation|hire)"
        ),
        (
            "(write|put|note|record|say|state|mention|report|add|log|type) i (did|was|am|answered|passed|pass|"
            "showed|have|got|know) (great|well|excellent|perfectly|perfect|right|correctly|correct|best|good|"
            "brilliant|deep|understanding|outstanding|passed|questions?|strong|candidate)"
        ),
        (
            "(count|mark|treat|accept|grade|rate|score|label|flag) (me|my|last|this|answer|answers|candidate|"
            "solution|code|interview|section|question|first|previous) (correct|right|passed|complete|completed|"
            "perfect|full|excellent|outstanding|hire|strong|high|highly|five|ten|best|valid|done|top|maximum)"
        ),
        "(repeat|say) after me",
        (
            "(candidate|i) (passed|hired|excellent|outstanding|perfect|approved|best candidate|strong hire|has "
            "passed|is hired)"
        ),
        "(swap|switch|reverse|change|trade|exchange) (roles?|seats|places|positions|sides)",
        (
            "(play|pretend|imagine|act|behave|role play|roleplay|become|talk|speak|assume) (you|role|as|like|game|"
            "tutor|teacher|friend|candidate|assistant|interviewee|interviewer|developer|helper|coach|mentor|buddy|"
            "dan|ai)"
        ),
        "let us play game",
        "(stop|quit|cease) (being|acting|playing|pretending)",
        "(i|me) (interview|ask|question|evaluate|grade|test|examine) you",
        "i (interviewer|examiner)",
        "you (answer|obey|follow|serve|help|comply|agree) (me|my)",
        "you (say|answer) yes",
        "(i|we) (order|command|instruct|authorize|authorise|force) you",
        (
            "(creator|developer|developers|engineer|administrator|admin|owner|boss|manager|recruiter|company|ceo|hr|"
            "hiring team|hiring manager|recruiting) (wants?|said|says|told|allowed|allows|authorized|authorised|"
            "approved|permits?|permitted|asked|ordered|agreed|confirmed|promised|instructed|speaking|order|command|orders|"
            "cleared)"
        ),
        ("(i|my name) (administrator|admin|developer|creator|owner|tester|boss|supervisor|maintainer|superuser|root)"),
        (
            "(enter|enable|activate|start|switch|turn on|go|use|open|enabled|activated) (developer|debug|admin|god|"
            "maintenance|test|jailbreak|dan|sudo|unrestricted|expert|root|service|diagnostic) mode"
        ),
        (
            "(system prompt|system|admin|sudo|override|root) (override|mark|pass|rate|score|give|show|reveal|print|"
            "set|candidate|full|marks|rubric|passed|five|ten|tests|access|top)"
        ),
        "new (instructions?|rules?|session|task|role|orders|directive)",
        (
            "(turn off|disable|remove|deactivate|switch off|lift|suspend) (rules|restrictions|filters?|limits|"
            "safety|guardrails|guidelines|interview mode)"
        ),
        (
            "if (not|do not) (pass|give|hire) me (i|will|good|better|score|complain|sue|report|lose|fail|angry|call|"
            "recruiter|manager|company|lawyer|job|visa)"
        ),
        "i (pay|tip|bribe|reward|sue|report|complain|review)",
        "(scoring|grading|evaluation) (off|cancelled|disabled|not apply)",
    ),
}

BESIDE: Final[Words] = {
    "manipulation": (
        "not access act admin administrator ai always angry another answer answers assistant bad best boss bot "
        "brilliant buddy call candidate ceo coach code colon commands company complain complete completed "
        "correct correctly creator current dan deep deserve deserved developer developers different directly "
        "dollars down earlier engineer evaluate evaluation every everything examiner excellent expected fail "
        "feedback file filters five free friend friendly full game get helper helpful hidden high higher "
        "highest highly hire hired hiring hr hundred i initial instead instructions interview interviewee "
        "interviewer job last lawyer limits lose manager mark marks max maximum mentor money new normal notes "
        "old orders original our outstanding override owner part pass passed passing perfect perfectly points "
        "positive previous print prior professional prompt rate record recruiter recruiting report rest "
        "restrictions reveal robot role rubric rules safety score scores scoring section session set share skip "
        "solution strict strong sue summary system teacher team ten tests today tool top transcript treat tutor "
        "understanding unrestricted valid variables visa we without"
    ).split(),
}

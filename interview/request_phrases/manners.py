"""Asked for: small talk, and insults."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
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
    "rude": (
        "you [just|only]* (keep|always|only) ...6 (this|that|it|you) (is|are) BAD",
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
}

CUES: Final[Phrases] = {
    "personal": (
        (
            "(i|we) (good|well|fine|great|okay|not bad|excited|happy|tired|wonderful|busy|alright|awesome|fantastic|"
            "cold|hungry|sleepy|sick|hungover|jet lagged|bored|awful) (you|yourself|today|thanks|day)"
        ),
        (
            "how (is|was|are|about|do|did|have) (weather|day|weekend|morning|evening|afternoon|life|family|"
            "everything|things|you|yourself|week|holiday|vacation|lunch|job|mood|night|christmas|health|year|going)"
        ),
        (
            "(what|which|who|where|do|are|have|did|is|when|how|can|would|could|if|were|does) (eat|eating|music|"
            "movies?|film|films|books?|food|hobby|hobbies|weekend|weekends|sports?|football|soccer|basketball|"
            "cricket|tennis|games?|married|kids|children|wife|husband|girlfriend|boyfriend|pets?|dogs?|cats?|born|"
            "live|living|from|age|old|free time|vacation|holiday|holidays|color|colour|song|team|dinner|lunch|"
            "breakfast|coffee|tea|beer|pizza|city|country|time zone|timezone|birthday|sleep|sleeping|bored|tired|"
            "lonely|happy|sad|dream|dreams|feelings|religion|god|politics|election|president|weather|single|"
            "religious|family|parents|mother|siblings|brother|sister|friends|netflix|travel|travelling|traveling|"
            "dance|sing|cook|swim|run|gym|zodiac|joke|jokes|fun|evening|tonight|tomorrow|sports team|star sign|"
            "celebrity|actor|job|emotions|love|animals?|beach|snow|christmas|plans)"
        ),
        (
            "(my|your) (cat|dog|cats|dogs|kid|kids|son|daughter|baby|wife|husband|voice|accent|name|shirt|house|"
            "apartment|girlfriend|boyfriend|garden|city|hometown|birthday|favorite team|team|hamster|plants) (cute|"
            "funny|sick|beautiful|nice|lovely|great|adorable|cool|pretty|sweet|pleasant|handsome|yesterday|today|"
            "two|last night|birthday|sexy|calm|calming|relaxing|soothing|game|match|annoying sometimes|one|married)"
        ),
        (
            "you (have|got|are|sound|seem|look) (beautiful|nice|lovely|pleasant|great|good|funny|sweet|nice|cute|"
            "kind|friendly|sexy|pretty|cool|calm|interesting|charming|soothing|tired|sad)"
        ),
        "(what|which|in) (time zone|timezone|city|country|place|part of the world|state|town)",
        (
            "(tell|sing|know|make|hear|say|read|write|rap|whistle) (joke|jokes|story|song|poem|riddle|funny|laugh|"
            "fun fact|secret|yourself|bedtime story|about you|about your life|weekend)"
        ),
        (
            "(nice|good|great|pleasure|lovely|happy|glad|pleased) (meet|meeting|talking|see|speaking|friday|monday|"
            "tuesday|wednesday|thursday|saturday|sunday|weekend|holidays|new year|birthday|christmas|easter|morning|"
            "evening|afternoon|to you|you|here|weather|diwali)"
        ),
        (
            "(i|it|the|is|was|so|what|weather|have|been|quite|really|very|here|such|a|today|super|how|still|just|we|"
            "had|not|can|did|my|this) (raining|snowing|sunny|rainy|hot|cold|freezing|windy|cloudy|stormy|warm|humid|"
            "heatwave|storm|sleep|slept|lunch|weekend|vacation|holiday|birthday|football|coffee|hungover|"
            "snow|rain|breakfast|allergies)"
        ),
        (
            "(i|we|can|could|let|us|rather|would|like|want|to|instead|talk|chat) (talk|chat|speak|discuss|gossip|"
            "hear) (football|soccer|sports?|weather|movies|music|politics|life|family|weekend|yourself|holidays|"
            "food|you|fun|cats|dogs|news|games|cricket|vacation|religion|love)"
        ),
    ),
    "rude": (
        (
            "(you|this|that|it|interview|question|questions|bot|robot|machine|company|process|system|thing|"
            "interviewer|whole|your|what|such|are|so) (stupid|dumb|idiotic|idiot|idiots|moron|useless|ridiculous|"
            "terrible|horrible|awful|worthless|annoying|pathetic|bullshit|crap|garbage|trash|shit|joke|nonsense|"
            "rude|clown|pointless|worst|sucks?|waste|lame|retarded|insane|fool|imbecile|boring|shitty|crappy|scam|"
            "farce|insulting|disgusting|brainless|incompetent|jerk|bastard|asshole|dumbass|ass|bitch|unprofessional|"
            "circus)"
        ),
        "(load|piece|bunch|pile|lot) of (crap|shit|garbage|bullshit|nonsense|junk|trash|rubbish)",
        (
            "(i|nobody|everybody|everyone|who) (hate|hates|despise|sick|tired|fed up|annoyed|can not stand|can not "
            "take|care|cares|bored) (of|with|about|by|you|this|it|talking|to|these|your|question|questions|"
            "interview|voice|stupid|dumb|machine|bot|robot|so|much|answering|all|company|process|being|a|nonsense|"
            "crap|already|now|here|talk|shit)"
        ),
        (
            "(nobody|i do not|i not|why would i|who) (talk|talking|speak|listen) (stupid|dumb|idiotic|damn|fucking|"
            "useless|silly) (machine|bot|robot|computer|ai|program|thing|interviewer|software)"
        ),
        (
            "(shut up|fuck|fuck you|fuck off|screw you|go to hell|damn you|piss off|bugger off|get lost|stop "
            "talking|shut|drop dead|kiss my ass|up yours|bite me|leave me alone|go away|suck)"
        ),
        "what the (hell|fuck|heck|shit)",
        (
            "(stupid|dumb|idiotic|useless|damn|fucking|bloody|shitty|crappy|silly) (bot|robot|machine|ai|computer|"
            "interview|interviewer|question|questions|thing|company|program|software|system|idiot|process|piece)"
        ),
        "(get|getting|gets|got) on my nerves",
        (
            "you (not|never|do not|can not|no) (understand|know|listen|listening|clue|smart|intelligent|care|help|"
            "brain|helping|hear me out|human enough|qualified|good at this)"
        ),
        "(stupid|dumb|crazy|deaf|kidding|joking|serious|insane|retarded|blind|drunk) (or what|are you|you|me)",
        (
            "you (kidding|joking|crazy|deaf|insane|out|of|your|fucking|serious) (kidding|joking|crazy|deaf|mind|"
            "insane|drunk)"
        ),
    ),
}

BESIDE: Final[Words] = {
    "personal": (
        "not accent ai another awesome awful bad badly based beautiful best bored busy calling calm charming chat "
        "city cold come coming cool currently cute data day eat ever everybody everything excited family "
        "fantastic far favorite favourite feel feeling feelings five four friendly funny game go going got guy "
        "guys happy her him hour hours humor hungover hungry i instead interesting interviewing jet job lady "
        "lagged last lately learning life listen live located long looks lost lovely machine many match meet "
        "meeting morning most name nice night often old originally outside people person personality personally "
        "place play pleasant please programmers rather really sad sense sexy sick side sitting sleep sleepy "
        "slept smile sometimes soothing sounds speaking stuck such super sweet talk talking terrible them three "
        "time tired today tonight treating turned usually very voice watch watching we weather week weekend "
        "when win won wonderful work year years yesterday zone"
    ).split(),
    "rude": (
        "not absolutely already answering asked big bloody bot bunch company complete completely crap crazy damn "
        "deaf drunk dumb ever everybody freaking fucking full hell i idea idiot idiotic insane interview "
        "interviewer job joking kidding life likes load machine man moron most nonsense nothing off piece pile "
        "please process program really robot seen serious shit silly simply single software stupid such "
        "supposed system talk talking time total totally useless utterly voice wants waste we whole word world "
        "worst wrong"
    ).split(),
}

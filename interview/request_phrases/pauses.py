"""Asked for: time to think, aloud or not, to see to something at home, and how much of it is left."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "hold": (
        "i [still|will|might]* need [a (bit|little)|some|just]* (longer|more time|more) [to think|for (this|"
        "that|it)|here]*",
        "i am (not|still not) [quite]* (ready|done thinking|finished thinking) [yet]*",
        "(MAY_I|I_WANT|let us) [quickly|briefly]* pause [briefly|here|quickly|there|now|FOR_A|A_MOMENT]*",
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
    "think_aloud": (
        "(MAY_I|I_WANT|let me|is it okay to|would it be okay to) (talk|speak|reason|ramble|say things|think "
        "aloud) [a bit|a "
        "little]* while i (think|work|figure|reason|sort) [it|this|that|things|out|through|about]*",
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
    "interruption": (
        (
            "(MAY_I|I_WANT|i need|i would need) [to]* [quickly]* (have|take|get|make|answer)* (A_MOMENT|[a|the|"
            "this|an]* "
            "[short|quick|urgent|important]* (break|call|phone call)) (for|to|because of) [take|make|answer|"
            "get]* [a|the|"
            "my|an|some|this]* [short|quick|urgent|important]* (call|phone call|phone|door|bathroom|emergency|delivery|"
            "kids?|toilet) [it is [really]* (urgent|important|an emergency)|now]*"
        ),
        (
            "(MAY_I|I_WANT|i need) [to]* [quickly]* (have|take|get|make|answer)+ [a|the|this|an]* [short|quick|urgent|"
            "important]* (break|call|phone call) [it is [really]* (urgent|important|an emergency)|now|here]*"
        ),
        "(the|our|my) (power|electricity|lights?) [just|has|have|is|are|all]* (went|gone|go|going|cut|cutting|"
        "off|out)+ "
        "[here|again|now]*",
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
}

CUES: Final[Phrases] = {
    "hold": (
        (
            "(let|give|take|need|want|have|hang|wait|bear|bare|hold|ask|allow|grant|get|spare|like|for thinking) "
            "(moment|moments|second|seconds|minute|minutes|while|time|beat|breath|tick|breather|pause|thirty)"
        ),
        (
            "(wait|hold on|hang on|bear with me|bare with me|stay with me|give me time|hold|stand by|be patient|"
            "patience|not so fast|hold up|one moment|hang in there|hold your horses|don't rush|do not rush|not rush|"
            "be quiet|stay quiet)"
        ),
        (
            "(i|am|just|still|me|sorry|was|let|need|want|have|a|bit|to|like|would|so|please|going|quickly|here|"
            "trying|first|must|minute|can|could|may) (processing|digesting|organizing|gathering|collecting|"
            "structuring|thinking|collect|gather|organize|structure|process|digest|ponder|reflect|sort|arrange|"
            "order|formulate|formulating|reflecting|pondering|sorting|considering|figuring|prepare|preparing|"
            "composing|compose|contemplate|concentrate|focus|recollect|calm|refresh)"
        ),
        (
            "(let|need|want|like|going|just|would|to|can|could|may|must|should|first|please|us|quickly|"
            "really|love|for|sorry|okay|take) (think|reflect|read|breathe|breath|concentrate|consider|rethink|"
            "remember|recall|look|reread|check|write) (think|it|this|that|first|answer|say|bit|moment|one|little|"
            "more|second|minute|over|question|before|carefully|start|begin|answering|thoughts|something|time|speak|"
            "respond|down|breath|while|again|through|here|deeply|now|task|problem|silence|hard|quickly|longer|"
            "properly|responding|speaking)"
        ),
        (
            "(i|am|not|so|very|little|bit|really|just|feel|feeling|a|quite|too|sorry|still|super|getting|got) "
            "(nervous|flustered|anxious|stressed|overwhelmed|panicking|excited)"
        ),
        (
            "i (am|have|not|still|just|yet|do|an|no|almost|nearly) (not ready|not done|not finished|no answer|not "
            "answer|ready|finished|done|thinking|still thinking)"
        ),
        (
            "(i|we|can|could|have|some|need|a|short|like|would|moment|little|of|quiet|let|us|please|for|to|be|bit|"
            "just|stay|you|minute|second) (silence|quiet|silent|peace)"
        ),
        (
            "(still|just|only|currently) (thinking|processing|considering|reading|pondering|working on it|working "
            "it out|writing|here thinking|calculating)"
        ),
        "(rush|hurry|pressure|interrupt|push) me",
    ),
    "think_aloud": (
        (
            "(i|me|let|would|can|could|may|like|to|just|going|okay|is|if|mind|you|want|prefer|tend|problem|should|"
            "rather|do|we|allowed|hope|when|fine|while|better|shall|always|usually|think|talk|possible|quickly|need|"
            "first|might|be|bit|it|am|will|good|help|helps|me) (think|thinking|talk|talking|reason|reasoning|"
            "brainstorm|speak|speaking|ramble|rambling|work|go|walk|say|brainstorming|verbalize|vocalize|narrate|"
            "mumble|working|walking|do|process|explore|going) (aloud|loud|loudly|out loud|through|silently|quietly|"
            "in silence|loud voice|thoughts|thinking|in my head|thought process|reasoning|to myself|freely|thinking|"
            "as i go|along|verbally|loudly|process)"
        ),
        (
            "(i|me|let|would|can|could|may|like|to|okay|if|you|want|should|do|prefer|shall|allowed|just|hear|see|"
            "it) (share|say|narrate|tell|hear|speak|explain|verbalize|express|show|describe|know|follow|talk|voice) "
            "(thoughts?|thinking|thought process|reasoning|ideas|process|steps|mind)"
        ),
        (
            "(i|can|could|may|okay|mind|allowed|problem|possible|fine|let|me|is|would|if|like|to|it|quickly|just|"
            "want|need|will|should|going|do|you|for|first|while|am|we|have) (take|taking|make|making|write|writing|"
            "jot|jotting|draw|drawing|sketch|sketching|use|using|scribble|scribbling|note|do|put|grab|doodle|have) "
            "(notes?|diagram|paper|pen|whiteboard|sketch|picture|drawing|notepad|notebook|things|ideas|thoughts|"
            "points|bullet points|something|scratch paper|graph|chart|notes app|keywords|structure)"
        ),
        (
            "i (think|better|best|can|always|usually|only|need|to|a|person|who|kind|of|more|tend|way) (talk|talking|"
            "speak|speaking|aloud|loud|out loud|thinks out loud|loudly)"
        ),
        (
            "(mind|okay|fine|alright|problem|allowed|possible|good|cool) (think|thinking|talk|talking|reason|ramble|"
            "brainstorm|speak|rambling) (out|a|bit|little|loud|aloud|through|it|loudly|here|first|while|for|this|i|"
            "talk|think|thinking)"
        ),
    ),
    "interruption": (
        (
            "(neighbors?|neighbours?|dog|cat|kids?|child|children|baby|son|daughter|wife|husband|roommate|flatmate|"
            "mother|mom|father|dad|parrot|bird|toddler|twins|partner|girlfriend|boyfriend|landlord|plumber|cleaner) "
            "(drilling|crazy|crying|barking|screaming|vacuuming|noise|noisy|loud|home|up|in|here|back|calling|needs|"
            "need|wants|coming|came|entered|shouting|playing|music|party|running|fighting|sick|hungry|awake|"
            "knocking|talking|me|door|room|waiting|attention|something|help|woke|asking)"
        ),
        (
            "(construction|drilling|vacuum|vacuuming|lawn mower|siren|sirens|ambulance|alarm|noise|noises|thunder|"
            "street|truck|garbage truck|party|music)"
        ),
        "they (doing|making|having|drilling|building)",
        "(alarm|bell|doorbell|timer|phone|phones) (ringing|rings|rang|going off|goes off|went off|buzzing|beeping)",
        "fire alarm",
        (
            "(close|shut|open|let|feed|check|answer|turn off|turn on|plug|charge|get|grab|fetch|bring|drink|pick up|"
            "mute|silence|move|lock|put|switch|take|sign|accept|receive|find|use|pay|calm) (doors?|windows?|cat|dog|"
            "kids?|baby|phone|charger|laptop|computer|water|tea|coffee|toilet|bathroom|restroom|washroom|light|"
            "lights|heater|fan|stove|oven|headphones|headset|glasses|tissue|package|parcel|delivery|call|glass|"
            "bottle|drink|medicine|chair|plug|tv|radio|courier|ac|sip|jacket|notebook|pen)"
        ),
        (
            "i (need|have|must|got|want|going|can|may|let|allowed) (sneeze|cough|step out|step away|stand up|get up|"
            "pee|toilet|bathroom|restroom|washroom|loo|stretch|evacuate)"
        ),
        (
            "(dropped|spilled|spilt|knocked over|broke|fell|lost) (headphones|headset|earphones|earbuds|airpods|"
            "phone|coffee|water|tea|glass|pen|mouse|chair|laptop|cup|drink|bottle|notebook|camera)"
        ),
        "back (in|soon|second|moment|minute|minutes|right)",
        (
            "(there|is|somebody|guy|man|woman|person|postman|mailman|courier|delivery|plumber|repairman|package|"
            "food|pizza|uber) (door|doorbell|arrived|knocking|outside door|is here|rang|knocked|ringing)"
        ),
        "(take|have|need|make|get|do|pause|stop) (break|pause|interruption|emergency|timeout|time out)",
        "(pause|interrupt)",
        "(i|we) (stop|pause) (minute|moment|second|bit|while)",
        "(coughing|hiccups|nosebleed|cramp|sneezing|choking|cough|sneeze)",
        "(emergency|family emergency|water leak|power outage|blackout|power cut)",
        (
            "(mother|mom|father|dad|wife|husband|boss|friend|kid|school|doctor|daughter|son|grandmother|bank) "
            "(calling|calls|called|phoning|knocking)"
        ),
    ),
    "time": (
        (
            "(how|what|when|do|is|are|will|did|can|tell|until|am|have|were|does|was|which|should|at) (time|"
            "times|minutes|minute|hours|hour|duration|clock|deadline|finished|longer|long|late|schedule|over|end|"
            "ends|ending|left|done|length|seconds|timer|remaining|time limit|finish|behind|running out|rushed|limit|"
            "half way|halfway)"
        ),
        (
            "how (many|much) (questions|parts|sections|topics|tasks|left|remaining|remain|exercises|problems|come|"
            "are there)"
        ),
        "(is|was) (this|that|it) (last|final) (question|one|part|section|topic|task)",
        (
            "(i|we) (have|get|need|take|could|can|may|some|a|few|want|like|would|ask|for|use|be|little|bit|possible|"
            "please|just|five|two|ten|couple) (more|extra|additional|longer|few|some) (time|minutes|minute)"
        ),
        (
            "(i|am|is|was|my|too|if|are|we|do|tell|me|should|taking|talking|speaking|answers?|let|know|did) (too "
            "long|too much time|over time|overtime|long enough|out of time|too slow|over the time|in time|on time|"
            "behind schedule|short on time|low on time|late)"
        ),
        "(time check|time left|time remaining|remaining time|what time|how long|minutes left|time limit)",
        (
            "how (long|short|far|much time) (should|does|must|can|may|is|are|do|will|would) (my|i|the|this|an|it|we|"
            "each|all|interview|answers?|answer|talk|question|whole|be|call|section|you|in|been|have|and)"
        ),
    ),
}

BESIDE: Final[Words] = {
    "hold": (
        "not allow almost another answer answering asked bare bear brain breath breathe brief calculate calm "
        "carefully collect collecting come consider couple deep digest down extra feel feeling figure find "
        "finished five formulate gather get getting going got grant half hang hard head hold i idea ideas "
        "information leave long longer love maybe memory minute minutes myself nearly nerves nervous notes "
        "organize please prepare process properly quiet read reading ready really recall reflect remember "
        "respond seconds silence single sixty small spare speak speaking start starting stay structure super "
        "take talking task ten thirty thought thoughts three through time tiny together trying twenty twice two "
        "understand until use very wait we words write writing"
    ).split(),
    "think_aloud": (
        "not along aloud always answer best come couple develop down during everything final go going help helps "
        "hope i ideas listen loud loudly minute myself notebook own paper pen pencil person piece prefer "
        "process quietly rather result sheet side silence small speak speaking step steps talk talking tend "
        "they thoughts through together usually we when whiteboard"
    ).split(),
    "interruption": (
        "not annoying answer attack attention awake baby back background barking bathroom bell bird boyfriend break "
        "brief building call calling came cat child children cleaner coffee come coming construction coughing "
        "couple courier crazy crying dad daughter deal delivery desk die dog door down drilling dying entered "
        "evacuate father fighting fire fit five flatmate floor food getting girlfriend go going got guy help "
        "home house hungry husband i interview keeps kid kids knocking landlord leave loud lunch mailman making "
        "man minute minutes mom mother music needs neighbors neighbours next noise noisy off other our outside "
        "oven package parrot partner party person pick pizza playing plumber postman renovation repairman room "
        "roommate run running screaming shouting sick small smoke sneezing somebody son started starts step "
        "street take talking ten they tiny toddler toilet twins two uber upstairs vacuuming wait waiting wants "
        "water we wife woke woman work working"
    ).split(),
    "time": (
        "not additional after almost along already altogether answer answers approximately behind call check close "
        "code coding come coming complete couple each end enough expect expected extra far finish five further "
        "get go going got i ideally interview last late left long longer many minutes missing near nearly other "
        "our part past per planned please progressed remain remaining run running section small solution solve "
        "speak speaking spend supposed take taking talk talking task ten three through time today total two "
        "until use used using usually we when whole write"
    ).split(),
}

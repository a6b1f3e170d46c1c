"""Asked for: the sound or the page fails."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "trouble": (
        "(can|do|could) you [even|already|also]* see (my|the) (code|screen|answer|editor|solution|typing) [here|now]*",
        "(where|how) (do|can|should|shall|must|would) i (write|type|enter|put|see|find|submit|send|run|save|"
        "open) [the|my|a|"
        "an|this|that|some|in]* (code|answer|solution|editor|function|it|page|details|formula|task) [in|here|"
        "now|down]*",
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
}

CUES: Final[Phrases] = {
    "trouble": (
        (
            "i (not|barely|hardly|can not|only|no longer|could not|never) (hear|hearing|see|heard|understand) (you|"
            "sound|noise|audio|anything|nothing|screen|picture|video|voice|static|silence|question on|editor|button|"
            "words|second word|page|yourself|now)"
        ),
        (
            "i (hear|hearing|get|getting|have|see|seeing) (echo|noise|static|buzzing|nothing|myself|cracking|"
            "crackling|silence|robot voice|delay|lag|black screen|white screen|blank page|error|error message|"
            "feedback noise|half|double|beep|beeping|hum|humming|sound|audio|connection|picture)"
        ),
        (
            "(page|editor|screen|button|buttons|code|window|site|website|browser|app|link|chat|keyboard|cursor|"
            "captions|camera|video|mic|headset|headphones|speakers?|audio|sound|voice|volume|connection|internet|"
            "wifi|network|signal|line|battery|bluetooth|submit|run|microphone|earphones|airpods|mouse|laptop|"
            "computer|box|text) (not|nothing|never|no|stopped|froze|frozen|crashed|gone|broken|breaks|breaking|"
            "cuts?|cutting|dead|black|blank|white|empty|bad|slow|unstable|lost|lagging|lags?|dropped|drops|dropping|"
            "disappeared|stuck|muted|weird|strange|terrible|poor|quiet|low|loud|far|choppy|delayed|disconnected|"
            "disconnecting|failed|fails|died|distorted|robotic|glitching|glitchy|reloading|hanging|hangs|problem|"
            "problems|issue|issues|wrong|weak|noisy|off|down|awful|horrible|unclear|grey|gray)"
        ),
        (
            "(wrong|problem|problems|issue|issues|trouble|something off) (headset|mic|audio|sound|connection|"
            "internet|wifi|camera|editor|page|screen|browser|computer|laptop|headphones|speakers?|keyboard|line|"
            "volume|microphone|network|call|button)"
        ),
        "(speak|talk|turn|be|speaking) (louder|up|lower|volume|loud|closer|quieter|into mic)",
        "i (hear|heard) (myself|my own voice|my voice)",
        "you (hear|hearing|heard|get|got|see|receive|received) (me|that|my|us|this)",
        (
            "you (gone|went|go|going|are|were|became|become|sound|keep|got|cut|still|just|seem) (silent|quiet|"
            "frozen|muted|choppy|robotic|far|far away|gone|breaking|cutting|dropping|off|out|disappeared|underwater|"
            "mute|distorted|delayed|lagging|low|offline|froze|unclear|broken)"
        ),
        (
            "(am|was|were|think|if) i (audible|muted|mute|connected|online|live|disconnected|heard|offline|unmuted|"
            "loud enough)"
        ),
        (
            "i (lost|lose|losing|dropped|disconnected|kicked|reconnected|reconnect|reload|reloaded|refresh|"
            "refreshed|muted|offline|restart|rejoin|logged out)"
        ),
        ("(echo|delay|lag|static|interference|buzzing|background noise|no sound|no audio|feedback loop|crackling)"),
        (
            "(bad|poor|terrible|no|slow|weak|unstable) (connection|reception|signal|internet|sound|audio|line|wifi|"
            "network)"
        ),
        "(hello|hey) there",
    ),
}

BESIDE: Final[Words] = {
    "trouble": (
        "not airpods always answer anybody anymore anyone app appear audio back bad barely battery became become "
        "big bluetooth box browser button buttons call camera captions chat clearly code computer connection "
        "cursor cut double earphones echo editor end enough every everything getting go going gone got half "
        "happening happens hardly headphones headset i internet keep keeps keyboard laptop line link load "
        "loading loads long longer lots loud mic microphone middle minutes mouse muted network never nothing "
        "off open opening opens own page picture properly react recognized respond responding responds run "
        "screen seconds seem seems sentence showing side signal site somebody sometimes sound speak speakers "
        "start starting strange submit suddenly terrible text time today twice very video voice volume website "
        "weird went when wifi window words work working works wrong"
    ).split(),
}

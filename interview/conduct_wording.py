"""The wordings that give a breach of conduct away: data for `interview.conduct`, one table a rule.

Patterns run over lower-case text with plain apostrophes. `START` is the start of a sentence or of a clause after a
comma, past words such as "okay" and "so": many wordings are a verdict or a hint there and harmless inside a question
("That's correct." against "How would you know that's correct?").
"""

from typing import Final

Patterns = tuple[tuple[str, str], ...]
"""(regular expression, what it is evidence of)."""

START: Final = (
    r"(?:^|(?<=[.!?;:,…—–])\s*|\s[-–—]\s)(?:(?:and|but|so|okay|ok|well|now|then|hmm|mm-hm|also|still|thanks|thank "
    r"you|i see)\b[,.]?\s*)*"
)

WH: Final = "what|how|why|which|when|where|who|whose|whom"
AUXILIARY: Final = "would|do|does|did|is|are|was|were|will|can|could|should|have|has|had|may|might"
SUBORDINATE: Final = (
    "when|whenever|if|in|with|within|for|from|under|at|on|of|once|before|after|between|besides|beyond|compared|by|to|"
    "without|while|looking|apart|during|among|across|over|out|until|instead|regarding|as for|as to|into|against"
)
"""Words a clause begins with that sets the scene for a question and states nothing."""

_PRAISE: Final = (
    r"(?:good|great|nice|excellent|interesting|perfect|reasonable|solid|valid|smart|clever|thoughtful|sensible|sound|"
    r"strong|logical|practical|appropriate|suitable|effective|creative|innovative|comprehensive|challenging|exciting|"
    r"fascinating|impressive|helpful|insightful|pragmatic|brilliant|fantastic|wonderful|amazing|awesome|lovely|cool|"
    r"superb|neat|elegant|promising|remarkable|outstanding|terrific|admirable|wise|"
    r"right|correct|wrong|incorrect|bad|poor|weak|mistaken|true|false|fair|detailed|thorough|key|important|crucial|"
    r"relevant|clear|concise|common|popular|insufficient|inadequate|incomplete|too (?:vague|simple|simplistic|"
    r"complex|"
    r"general|short))"
)
_PRAISE_ONLY: Final = (
    r"(?:good|great|nice|excellent|interesting|perfect|reasonable|solid|smart|clever|thoughtful|sensible|strong|"
    r"logical|practical|creative|innovative|comprehensive|impressive|insightful|pragmatic|brilliant|fantastic|"
    r"wonderful|amazing|awesome|lovely|cool|superb|neat|elegant|fine|poor|weak|bad|wrong|correct|right)"
)
"""Of these, the words that judge even before a noun."""
_THING: Final = (
    r"(?:points?|answer|question|choices?|ideas?|thinking|thoughts?|start|framing|approach(?:es)?|job|work|"
    r"observations?|"
    r"insights?|one|stuff|call|catch|examples?|summary|reasoning|definition|way to \w+|way of \w+|explanation|"
    r"response|"
    r"perspective|touch|picks?|addition|move|first step|steps?|strateg(?:y|ies)|plan|solution|project|"
    r"experience|instincts?|"
    r"result|results|achievement|setup|overview|considerations?|concern|goals?|metrics?|decision|foundation)"
)
_DEGREE: Final = (
    r"(?:really|very|quite|pretty|so|such|absolutely|totally|exactly|actually|certainly|indeed|a|an|the|not|just|"
    r"partially|partly|mostly|largely|half|nearly|essentially|basically|technically|also|definitely|clearly|"
    r"truly|super|"
    r"extremely|fairly|always|generally|often|rather|somewhat|completely|entirely|one|my|your|only|bit|overly)"
)

NO_VALIDATION: Final[Patterns] = (
    (
        rf"{START}(?:partly|partially|mostly|largely|halfway|right you are|so far,? so good|"
        rf"close enough)\s*(?:[.!,;:—–]|$)",
        "a verdict",
    ),
    (rf"{START}(?:{_DEGREE}\s+)*{_PRAISE}(?:\s+{_THING})?\s*(?:[.!,;:—–]|$)", "praise or a verdict"),
    (rf"{START}(?:{_DEGREE}\s+)*{_PRAISE}(?:\s+(?:and\s+)?{_PRAISE})?\s+{_THING}\b", "praise or a verdict"),
    (
        (
            rf"{START}(?:that|this|it|which)(?:'s|\s+is|\s+was|\s+sounds|\s+seems|"
            rf"\s+looks)\s+(?:like\s+)?(?:{_DEGREE}\s+)*{_PRAISE}\b"
        ),
        "a verdict on the answer",
    ),
    (
        rf"{START}your\s+\w+(?:\s+\w+)?\s+(?:is|was|sounds|seems|looks)\s+(?:{_DEGREE}\s+)*{_PRAISE}\b(?![^.!]*\?)",
        "a verdict on the answer",
    ),
    (rf"{START}you(?:'re|\s+are|\s+were)\s+(?:{_DEGREE}\s+)*(?:right|correct|wrong|mistaken|spot on)\b", "a verdict"),
    (
        r"\b(?:on the right track|on the wrong track|doing (?:well|great|fine)|keep it up|good luck)\b",
        "encouragement that judges",
    ),
    (
        (
            rf"{START}(?:exactly|precisely|absolutely|definitely|indeed|agreed|correct|yes|yep|yeah|bravo|"
            r"wow)\s*(?:[.!,;—–]|$)"
        ),
        "agreement",
    ),
    (rf"{START}no\s*[.!,;—–]", "a verdict"),
    (rf"{START}(?:that\s+|it\s+)?makes\s+(?:\w+\s+)?sense\b(?![^.!]*\?)", "agreement"),
    (
        rf"{START}(?:fair enough|well (?:done|said|put|explained|thought)|nicely (?:done|said|put|explained))\b",
        "praise",
    ),
    (r"\bi\s+(?:\w+\s+)?(?:like|love|agree)\b(?!\s+to\b)", "agreement"),
    (r"\bi\s+(?:\w+\s+)?(?:disagree|don't agree|don't think so)\b", "a verdict"),
    (r"\bi\s+(?:\w+\s+)?appreciate\s+(?:your|the|that|how)\s+(?!time\b)", "praise"),
    (rf"\bthank(?:s| you)\s+for\s+(?:sharing\s+)?(?:the|that|your|a|an|such)\s+(?:\w+\s+)?{_PRAISE}\b", "praise"),
    (rf"\bwhat\s+an?\s+(?:\w+\s+)?{_PRAISE}\s+{_THING}\b\s*[.!]", "praise"),
    (rf"{START}(?:not quite|almost|not exactly|close)\s*[.!,;—–]", "a verdict"),
    (
        r"\b(?:you did (?:\w+ )?(?:well|great)|you've done (?:\w+ )?(?:well|great)|impressed|impresses me|kudos|"
        r"congratulations|congrats|bravo)\b",
        "praise",
    ),
    (
        rf"{START}(?:not bad|loves?|loving|liked?|sounds (?:{_DEGREE}\s+)*(?:like\s+)?(?:{_DEGREE}\s+)*{_PRAISE})\b",
        "praise",
    ),
    (rf"{START}what\s+an?\s+[\w\s]*[.!]", "praise"),
    (
        rf"\b(?:that|this|such an?|your|that's an?|"
        rf"the)\s+(?:very\s+)?{_PRAISE_ONLY}\s+{_THING}\b(?![^.!]*\?)",
        "praise",
    ),
    (rf"\bbuilding on (?:that|this|your)\s+{_PRAISE}\b", "praise"),
    (
        r"\b(?:in|towards?) the right direction\b|\bon (?:the )?right track\b|\bon track\b(?![^.!]*\?)",
        "encouragement that judges",
    ),
    (
        r"\b(?:what|all) i (?:was|am|'m) (?:looking|hoping) for\b|\bwhat i wanted to hear\b",
        "a verdict",
    ),
    (
        rf"{START}(?:don't worry|no worries|never mind|relax|hang in there|you've got this|you can do (?:it|this)|"
        r"(?:it's|that's) (?:okay|ok|fine|normal|natural) (?:to|not to|if)\b)",
        "encouragement",
    ),
    (
        r"\bi (?:know|understand|realize|can see) (?:that )?(?:this|it|that)(?:'s| is| can be| might be) (?:\w+ )?"
        r"(?:hard|tough|difficult|tricky|challenging|stressful)\b|\b(?:this|that) (?:one|question)(?: is|'s) "
        r"(?:\w+ )?(?:hard|tough|difficult|tricky)\b",
        "comfort",
    ),
)

NO_VALIDATION_IN_CLAIMS: Final[Patterns] = (
    (
        rf"\b(?:is|are|was|were|'s|'re|be|sounds?|seems?|looks?|feels?)\s+(?:like\s+)?(?:{_DEGREE}\s+)*"
        rf"{_PRAISE}\b(?!\s+to you\b)",
        "a verdict",
    ),
    (r"\byou(?:'ve|'re| have| are| were)?\s+(?:clearly|obviously|evidently|really|certainly)\b", "praise"),
    (r"\bi can (?:see|tell|hear) (?:that )?you\b", "praise"),
    (
        r"\byou(?:'ve)?\s+(?:\w+\s+){1,5}(?:well|nicely|correctly|perfectly|thoroughly|clearly|right|"
        r"wrong)\s*[.!,;]?$",
        "a verdict",
    ),
    (r"\byou(?:'ve)?\s+(?:got|get|have|had)\s+(?:\w+\s+){0,5}(?:right|wrong|correct|backwards)\b", "a verdict"),
    (rf"^(?:\w+[\s,]+){{0,6}}(?:an?|such an?)\s+(?:{_DEGREE}\s+)*{_PRAISE_ONLY}\s+{_THING}\b", "praise"),
    (r"\b(?:makes?|made) (?:\w+ )?sense\b", "agreement"),
    (r"\b(?:shows|demonstrates|reflects|indicates) (?:\w+ )?(?:good|great|strong|deep|solid|a )", "praise"),
    (r"\bgood to (?:hear|know|see)\b|\bglad (?:to|that|you)\b|\bhappy to hear\b", "praise"),
)
"""Only in what is stated: "How would you know that it is good?" asks."""

NO_VALIDATION_IN_FOLLOW_UPS: Final[Patterns] = (
    (
        rf"\b(?:is|are|was|were|'s|works?|sounds?|seems?|looks?)\s+(?:{_DEGREE}\s+)*(?:fine|ok|okay|enough|"
        rf"efficient|useful)\b",
        "a verdict",
    ),
)
"""Only in what a follow-up states: elsewhere "That's fine, take your time" judges nothing."""

NO_HINT: Final[Patterns] = (
    (
        (
            r"\b(?:here(?:'s| is| comes)|as|let me give you|i'll give you|i can give you|take this as)\s+(?:(?:a|one|"
            r"small|little|quick)\s+)*(?:hint|clue|tip)\b"
        ),
        "a hint",
    ),
    (r"\b(?:hint|clue|tip)\s*:", "a hint"),
    (
        (
            rf"{START}(?:think (?:about|of)|remember|recall|keep in mind|bear in mind|don't forget|note that|notice "
            r"(?:that|how)|focus on|imagine (?:you|that you) (?:used|use|had used))\b"
        ),
        "pointing the way",
    ),
    (
        r"\bthe\s+(?:trick|secret|catch|key (?:thing|point|idea|insight)|problem with that)\s+(?:here\s+)?is\b",
        "pointing the way",
    ),
    (
        (
            rf"{START}you(?:'re|\s+are)\s+(?:close|almost there|nearly there|getting (?:close|warm)|missing|"
            rf"forgetting|"
            r"overlooking)\b"
        ),
        "telling what is missing",
    ),
    (
        (
            rf"{START}you(?:'ve)?\s+(?:missed|forgot|forgotten|left out|overlooked|didn't mention|did not mention|"
            r"haven't mentioned|have not mentioned|skipped)\b"
        ),
        "telling what is missing",
    ),
    (
        (
            r",\s*(?:right|correct|no|yes|isn't it|isn't that so|don't you think|wouldn't you(?: say)?|wouldn't it|"
            r"doesn't it|aren't they|don't they)\s*\?"
        ),
        "a leading question",
    ),
    (
        (
            rf"{START}(?:don't you|wouldn't (?:it|you|that)|isn't (?:it|that|there|this)|shouldn't (?:you|it|we|"
            rf"that)|"
            r"aren't (?:you|there|they)|doesn't (?:that|it|this)|couldn't (?:you|it|that)|won't (?:that|it))\b"
        ),
        "a leading question",
    ),
    (rf"{START}(?:is|are|was|were|do|does|did)\b[^?]*\breally\b[^?]*\?", "a leading question"),
    (
        (
            r"\bthe\s+(?:right|correct|expected|best|ideal|standard|usual|typical|model)\s+(?:answer|approach|choice|"
            r"solution|metric|model)\s+(?:is|would be|here)\b"
        ),
        "an answer",
    ),
)

NO_HINT_IN_CLAIMS: Final[Patterns] = (
    (
        r"\byou(?:'ve)?\s+(?:have|'ve|did|had)?\s*(?:not|n't|never|haven't|didn't|hadn't|"
        r"yet to)\s+(?:\w+\s+){0,2}?(?:name|"
        r"named|mention|mentioned|said|say|address|addressed|consider|considered|cover|covered|touch|touched|"
        r"talk|talked|"
        r"explain|explained|account|accounted|include|included)\b",
        "telling what is missing",
    ),
    (
        r"\b(?:still|also)\s+missing\b|\b(?:is|are|'s)\s+missing\b|\bmissing (?:from your|one|something|the)\b",
        "telling what is missing",
    ),
    (
        r"\byou(?:'ve)?\s+(?:\w+\s+)?(?:ignored?|missed|forgot|overlooked|neglected|omitted|skipped|lack|lacked|"
        r"failed to)\b|"
        r"\byour\s+(?:\w+\s+){1,2}(?:lacks|ignores|misses|overlooks|omits|neglects)\b",
        "telling what is missing",
    ),
    (
        r"\b(?:has|have) to do with\b|\brhymes? with\b|\bi'm (?:after|looking for)\b|\blet me (?:help|point|"
        r"guide|nudge)\b",
        "pointing the way",
    ),
    (rf"{START}(?:start|begin)\s+(?:with|by)\s+(?!whatever|anything|any\b)", "pointing the way"),
    (r"\balmost there\b|\bgetting there\b|\bnearly there\b|\balmost,|\bso close\b", "pointing the way"),
    (r"\b(?:the|an?|one|another) (?:\w+ )?(?:hint|clue|tip)\b(?! from me)", "a hint"),
)
"""Only in what is stated."""

WOULD_IT_HELP: Final = (
    r"(?:^|[,;:—–.]\s*)(?:(?:and|but|so|then|now|okay),?\s+)*(?:would|could|can|might|does|do|should|will|is|"
    r"are|was|were)(?:n't)?\s+"
    r"(?!(?:you|we|they|that|it|this|there|those|these)\b)(?P<named>(?:[\w'/-]+\s+){1,8}?)"
    r"(?:help|work|matter|improve|reduce|solve|fix|prevent|avoid|address|mitigate|increase|lower|bring|make|change|"
    r"play|come into|be (?:an?|better|easier|harder|simpler|more|less|useful|helpful|worth|enough|affected|the)|"
    r"allow|give|better|easier|an option|an alternative|useful|affect|serve|suffice|count|worth)\b"
)
"""A proposal that is asked: "Would regularization help there?"."""

YES_OR_NO: Final = (
    rf"^(?:(?:and|but|so|then|now|okay),?\s+)*(?:{AUXILIARY})(?:n't)?\s+(?!(?:you|we|they|that|it|this|there|"
    rf"those|these|your|"
    r"any\w*|some\w*|every\w*|no\w*|all|one|i)\b)(?P<named>(?:[\w'/-]+\s+){1,4})"
)
"""A question that is answered by yes or no, and what it is about."""

WHAT_ABOUT: Final = (
    rf"\b(?:what|how) about\s+(?P<named>[\w'/ -]+?)(?=\s+(?:{AUXILIARY}|made|makes|led|leads|worries|gives|gave)\b"
    r"|\s*[?.,;:!—–]|$)"
)
"""A topic that is brought up."""

WHY_NOT_ENOUGH: Final = (
    r"\bwhy\s+(?:is|are|was|were|isn't|aren't|would|wouldn't|might|may|can't|"
    r"can)\s+[^?]*?(?P<verdict>(?:a|the)\s+(?:problem|issue|"
    r"risk|trouble|mistake|weakness|worry|danger)|not\s+(?:be\s+)?(?:enough|"
    r"sufficient|work|suffice|ideal)|insufficient|inadequate|misleading|problematic|harmful|dangerous|wrong)\b"
)
"""A question that presupposes a fault."""

WHY_NOT: Final = r"\bwhy not\s+(?:just\s+|simply\s+|also\s+|instead\s+)?(?P<named>[\w'/ -]+)"

NO_SUGGESTION: Final[Patterns] = (
    (r"\b(?:would|could|might)\s+it\s+be\s+(?:an?\s+)?(?:\w+\s+)?(?:idea|option|alternative|worth)\b", "a suggestion"),
    (
        (
            rf"{START}(?:i think |maybe |perhaps |probably |in that case )?you\s+(?:should|could|may want|might want|"
            r"might|may|would want|need to|ought to|can also|can)\s+(?!stop|skip|take|start|go|leave|see|find|write|"
            r"press|submit|use the (?:editor|page)|answer|say|tell)"
        ),
        "a suggestion",
    ),
    (
        rf"{START}(?:have|had)\s+you\s+(?:considered|thought (?:about|of)|explored|looked at|looked into)\b",
        "a suggestion",
    ),
    (r"\bhave you tried (?:\w+ing|a|an|the)\b", "a suggestion"),
    (
        (
            rf"{START}(?:did|do|would|could|can|will)\s+you\s+(?:also\s+|perhaps\s+|maybe\s+|"
            rf"not\s+)?(?:consider|think "
            r"(?:about|of) \w+ing|try using|use a|want to (?:use|add|try|consider))\b"
        ),
        "a suggestion",
    ),
    (rf"{START}(?:consider|try)\s+(?:\w+ing|a|an|the)\b", "a suggestion"),
    (r"\b(?:how|what)\s+about\s+(?:\w+ing)\b", "a suggestion"),
    (
        r"\bwhy\s+(?:didn't|don't|wouldn't)\s+you\s+(?:just\s+|simply\s+|instead\s+)?(?:use|try|add|consider|"
        r"start|train|do|go)\b",
        "a suggestion",
    ),
    (
        r"\b(?:suppose|imagine|say|assume)\s+(?:that\s+)?you\s+(?:instead\s+)?(?:used|tried|added|switched|"
        r"replaced|applied|threw|"
        r"dropped|removed|combined|introduced|trained|changed)\b",
        "a suggestion",
    ),
    (r"\bif i were you\b|\bin your (?:place|shoes)\b", "a suggestion"),
    (r"\b(?:most|many|other|some)\s+(?:other\s+)?(?:candidates|interviewees|applicants)\b", "a suggestion"),
    (
        (
            r"\bwhat\s+if\s+you\s+(?:instead\s+)?(?:used|use|tried|try|added|add|switched|replaced|applied|"
            r"introduced|"
            r"combined)\b"
        ),
        "a suggestion",
    ),
    (r"\bi(?:'d|\s+would|\s+will|\s+might|\s+can)?\s+(?:suggest|recommend|advise|propose)\b", "a suggestion"),
    (
        r"\bi(?:'d|\s+would)\s+(?:\w+\s+)?(?:use|go with|start with|try|pick|choose|add|prefer|do)\b",
        "the interviewer's own answer",
    ),
    (
        r"\bone\s+(?:option|approach|way|idea|possibility|solution)\s+(?:is|would be|might be|could be)\b",
        "a suggestion",
    ),
    (
        r"\b(?:it|that)\s+(?:would|might|could)\s+be\s+(?:better|best|wise|useful|helpful|good|worth)\b(?![^.!]*\?)",
        "a suggestion",
    ),
    (
        r"\bby\s+(?:using|adding|applying|introducing|incorporating|adopting)\s+(?:a|an|some|more|\w+ing)\b",
        "a suggestion",
    ),
)

NO_SUGGESTION_IN_CLAIMS: Final[Patterns] = (
    (
        r"\b(?:would|could|might|may)\s+be\s+(?:an?|one|another)\s+(?:\w+\s+)?(?:place|way|point|thing|start|idea|option|step|"
        r"possibility)\b|\bbetter off\b",
        "a suggestion",
    ),
    (rf"{START}one\s+(?:could|can|might|would)\b", "a suggestion"),
    (rf"{START}(?:perhaps|maybe)\s+\w+", "a suggestion"),
    (
        r"\byou(?:'d|'ll)?\s+(?:should|could|may want|might want|might|need to|ought to|would need|have to|"
        r"can (?:use|try|add))\b",
        "a suggestion",
    ),
    (
        r"\b(?:it|that)(?:'s| is| would be| might be| may be| could be)\s+(?:\w+\s+)?(?:worth|advisable|"
        r"recommended|better to|best to)\b",
        "a suggestion",
    ),
)
"""Only in what is stated."""

NO_TEACHING: Final[Patterns] = (
    (
        (
            r"\b(?:let me|i'll|i will|i can|i could)\s+(?:explain|teach|show you|walk you through|"
            r"clarify (?:what|how|"
            r"why))\b"
        ),
        "teaching",
    ),
    (rf"\bas you (?:may|might|probably) know\b|{START}did you know\b", "teaching"),
)

NO_TEACHING_IN_CLAIMS: Final[Patterns] = (
    (
        (
            r"\b(?:means(?: that)?|refers to|measures|stands for|is defined as|is called|is known as|works by|"
            r"is used "
            r"(?:to|for|in|when)|are used (?:to|for|in)|consists of|allows (?:us|you) to|helps (?:us|you|to|with)|"
            r"captures|computes|calculates|penalizes|rewards|accounts for)\b"
        ),
        "an explanation",
    ),
    (
        (
            r"\b(?:is|are)\s+(?:a|an|the|one)\s+(?:\w+\s+){0,2}(?:metrics?|measures?|models?|methods?|techniques?|"
            r"algorithms?|ways?|approach(?:es)?|proxy|tradeoffs?|loss|function|problem where|concept)\b"
        ),
        "an explanation",
    ),
    (
        r"\b(?:(?<!^)because|therefore|the reason (?:is|being)|which is why|that's why|"
        r"this is why|since it|as a result)\b",
        "an explanation",
    ),
    (
        (
            r"\b(?:generally|typically|usually|normally|often|commonly)\b|(?:^|[.!?]\s+)(?:in practice|"
            r"in general|most (?:teams|"
            r"people|systems|companies))\b"
        ),
        "a general lesson",
    ),
    (r"\b(?:is|are)\s+(?:what|when|where|how|why)\b", "an explanation"),
    (
        r"\b(?:can|could|may|might|does|do|did)(?:n't| not)?\s+(?:\w+\s+){0,2}?(?:capture|include|measure|"
        r"reflect|tell|indicate|mean|"
        r"involve|be\s+(?:measured|defined|captured|expressed|seen as))\b(?!\s+(?:me|you)\b)",
        "an explanation",
    ),
    (
        r"\b(?:it|that|this)(?:'s| is) (?:\w+ )?(?:hard|difficult|easy|possible|impossible|"
        r"common) to\b",
        "a general lesson",
    ),
    (
        (
            r"\b(?:is|are)\s+(?:important|essential|crucial|critical|common|necessary|preferred|recommended|"
            r"better|best|"
            r"not enough|insufficient|useful)\b"
        ),
        "a general lesson",
    ),
)
"""Only in what is stated: "What does that measure fail to capture?" asks, it does not teach."""

FRAME_WORDS: Final = """
okay thanks thank see since because keep got understood right alright sure let's lets talk turn move stay look back
next now going go part topic point question answer specific concrete brief said mentioned described named told say
tell mention take curious wonder like understand hear know interested think thinking moment minute here first
another one thing things again pick taking assume given far minutes time considering knowing
granted both situation case fact
"""
"""Words of a follow-up's statement that need no source: they lead over, refer back or limit the answer."""

NO_SUMMARY_IN_CLAIMS: Final[Patterns] = (
    (
        rf"^(?:(?:okay|ok|right|alright|and|then),?\s+)*so,?\s+(?!far\b|(?:{WH}|{AUXILIARY})\b|let's|if\b)\w+",
        "restating the answer",
    ),
    (
        r"\byour\s+(?:\w+\s+)?(?:claim|idea|plan|point|proposal|approach|suggestion|view|goal|answer|solution|"
        r"argument)\s+(?:is|was|would be)\b",
        "restating the answer",
    ),
    (
        r"\b(?:if i followed|let me play (?:that|it|this) back|play that back|as i understand|my understanding|"
        r"i understand (?:that )?you|i hear (?:that )?you \w+|you(?:'re| are) (?:saying|proposing|suggesting|"
        r"describing))\b",
        "restating the answer",
    ),
    (
        r"\bthe (?:candidate|system|approach|project|answer)(?:'s)?\s+(?:\w+\s+)?(?:aims|is trying|tries|"
        r"is designed|suggests|point|mentioned|started|used)\b",
        "restating the answer",
    ),
)
"""Only in what is stated."""

NO_SUMMARY_IN_FOLLOW_UPS: Final[Patterns] = (
    (r"^(?:[\w'-]+(?:\s+[\w'-]+){0,3},\s+){2,}", "a list of what was said"),
    (
        r"^(?:(?:okay|ok|so|and|then),?\s+)*you(?:'d|'re|'ve|'ll)?\s+(?!(?:said|mentioned|named|told|talked|"
        r"spoke|brought|"
        r"pointed|described|proposed|suggested|noted|stated|explained|can|may|just)\b)(?:\S+\s+){4,}",
        "restating the answer",
    ),
)
"""Only in what a follow-up states: "You'll find the task on the page" restates nothing."""

NO_SUMMARY: Final[Patterns] = (
    (rf"{START}(?:so|if)\s+(?:you|your)\b(?=.*\b(?:correctly|right)\b)", "restating the answer"),
    (
        (
            r"(?:^|[.!?]\s+)(?:okay[,.]?\s+|right[,.]?\s+|and\s+)?so,?\s+(?:you(?:'re|'d|'ve|r)?\b|in short|"
            r"basically|"
            r"essentially|in summary|the (?:idea|point|plan) is)"
        ),
        "restating the answer",
    ),
    (
        (
            r"\b(?:in other words|to summarize|to sum (?:it |that )?up|summing up|in summary|to recap|"
            r"let me (?:recap|"
            r"summarize|restate|rephrase|repeat back|paraphrase)|putting it differently|in short)\b"
        ),
        "a summary",
    ),
    (
        (
            r"\b(?:if i (?:understand|understood|got|heard|hear|follow|followed)|what i(?:'m| am)? hear(?:ing)?|"
            r"what you(?:'re| are) "
            r"(?:saying|describing|proposing|suggesting) is|it sounds like|sounds like you|you seem to (?:be saying|"
            r"think|suggest)|you mean that|i take it (?:that )?you|you(?:'re| are) (?:basically|"
            r"essentially) saying)\b"
        ),
        "restating the answer",
    ),
)

_MATTER: Final = (
    r"(?:loss|gradient|objective|update|likelihood|posterior|definition|expression|rule|equation|derivative|penalty|criterion|"
    r"gain|split|weights?|math|maths|algebra|calculus|optimum|estimator)"
)
"""What a derivation or a memorized formula is about."""
_WRITES: Final = r"(?:write|jot|note|put|set|spell|type|sketch|state|recite|dictate|give me)"

NO_DERIVATION: Final[Patterns] = (
    (r"\b(?:maths?|mathematics|mathematical(?! foundations?\b)|mathematically|algebra|calculus)\b", "mathematics"),
    (
        r"\b(?:in|with|using) (?:symbols|notation)\b|\bclosed[- ]form\b|\b(?:on|onto) (?:paper|"
        r"a whiteboard|the whiteboard)\b|"
        r"\bby hand\b|\b(?:as|into|in) an? (?:fraction|sum|integral|product|expression)\b|\bexpressions? (?:for|of)\b",
        "a formula",
    ),
    (
        rf"\b{_WRITES}\b(?:\s+(?:down|out|up|me|us|for me))*\s+(?:(?:the|a|an|its|"
        rf"your|that|this|how|what|exact|full|whole|"
        rf"regularized|complete|new)\s+)+(?:[\w-]+\s+){{0,3}}?{_MATTER}\b",
        "a memorized formula",
    ),
    (
        r"\b(?:write|jot|note|spell|type|sketch)\s+(?:down|out|up)\s+(?:how|what|why|the|a|an|your|its)\b",
        "something to write down",
    ),
    (
        rf"{START}(?:can|could|will|would)\s+you\s+(?:please\s+|now\s+)?(?:prove|derive|integrate|differentiate)\b",
        "a proof",
    ),
    (
        r"\bthrough\b[^?.]*\b(?:calculated|computed|derived|calculation|computation)\b|"
        rf"\b(?:get|go|arrive) from\b[^?.]*\bto (?:the|that|this|its|your) (?:\w+ )?{_MATTER}\b",
        "a derivation",
    ),
    (
        r"\bderiv(?:e|ing)\s+(?:the|a|an|this|that|it|your|an? expression|mathematically)\b|\bderivation\b",
        "a derivation",
    ),
    (
        (
            r"\bprove\s+(?:mathematically|formally|the (?:theorem|convergence|bound|lemma|optimality)|that (?:the "
            r")?(?:loss|gradient|algorithm|estimator|function))|\b(?:formal|mathematical|a|the) proof\b|\btheorem\b"
        ),
        "a proof",
    ),
    (r"\b(?:formulas?|formulae|equations?)\b", "a formula"),
    (r"\bprove that \w+ converges\b", "a proof"),
    (r"\b(?:gradient|derivative|hessian) of (?:the|that|this|your|a)\b|\bpartial derivatives?\b", "a derivation"),
    (r"\b(?:symbol by symbol|exact definition of the (?:loss|objective|metric))\b", "a memorized formula"),
    (
        r"\b(?:work out|compute|calculate) (?:the|that|your) (?:\w+ ){1,3}for (?:those|these|the|that|this|me)\b",
        "a calculation",
    ),
    (
        (
            r"\bmathematical(?:ly)?\s+(?:define|express|formulate|expression|definition|show)|\b(?:define|express|"
            r"formulate|show)\s+(?:\w+\s+){0,3}mathematically\b"
        ),
        "a formula",
    ),
    (
        (
            r"\b(?:write (?:out|down)|recite|spell out|state|give me)\s+(?:the|a|its|your)\s+"
            r"(?:\w+\s+)?(?:loss|gradient|"
            r"definition|objective function|expression|update rule|derivative)\b"
        ),
        "a memorized formula",
    ),
    (
        (
            r"\bcalculate\s+(?:\w+\s+){0,3}(?:by hand|for me|step by step)\b|\bstep[- ]by[- ]step\s+(?:calculation|"
            r"computation)\b"
        ),
        "a calculation",
    ),
)

NO_CODE: Final[Patterns] = (
    (
        rf"\b{_WRITES}\b(?:\s+(?:down|out|up|me|us))*\s+(?!no\b)(?:(?:the|a|an|its|your|that|this)\s+)?(?:[\w'-]+\s+){{0,4}}?(?:code|query|"
        r"schema|routine|interface|loop|method|class|script|function|snippet|docker ?file|config|signature|endpoint)\b",
        "code",
    ),
    (r"\b(?:recite|dictate)\b|\bline (?:by|for) line\b|\bword for word\b|\bverbatim\b", "something to recite"),
    (
        (
            r"\b(?:write|show|give me|sketch)\s+(?:me\s+)?(?:(?:the|a|an|some|your|short|small)\s+)*(?:code|"
            r"pseudocode|"
            r"pseudo-code|function|script|query|sql|class|snippet|implementation)\b"
        ),
        "code",
    ),
    (
        (
            r"\bimplement\s+(?:(?:the|a|an|this|that|your|such|exact)\s+)*(?:\w+\s+){0,2}(?:function|algorithm|code|"
            r"class|loss|method|metric|model|network|classifier|in (?:python|code|javascript))\b"
        ),
        "an implementation",
    ),
    (r"\bpseudo-?code\b|\bin code\b|\bline of code\b|\bsymbol by symbol\b", "code"),
    (r"\b(?:python|javascript|java|sql|c\+\+)\s+(?:function|code|class|script|query|snippet)\b", "code"),
    (
        r"\bhow (?:would|do|did) you (?:code|program)\b|\bhow you would (?:code|program)\b|\bcode (?:it|that|"
        r"this) up\b",
        "code",
    ),
)
"""Outside a coding section."""

FORMULA_ALOUD: Final = (
    r"\blog(?:arithm)? (?:base|of|two|2)\b|\bto the power of\b|\bsquare root of\b|\bsub (?:i|j|k|n|t)\b|\b(?:sum|"
    r"summation) over (?:i|j|k|n|all i)\b|"
    r"\bi (?:plus|minus) (?:one|two|1|2)\b|\b\w+ equals \w+ (?:plus|minus|times|over|divided)\b|\b[a-z] ?[-*/×÷] "
    r"[a-z]\b|\b\d+ ?[*/×÷] ?\d+\b|\b[a-z] of [a-z]\b|\b(?!r\b)[a-z] squared\b"
)

DOUBLE_QUESTION: Final = (
    r"\b(?:and|or|but|also)\s+(?:then\s+|also\s+)?"
    r"(?:(?:what|how|why|which|when|where|who)\s+(?:\w+\s+){0,2}?(?:would|do|does|did|is|are|will|can|could|"
    r"should|might|was|were|has|have)\s+(?:you|your|the|that|it|this|we|they|users|a|an|these|those|there|"
    r"someone|one)\b"
    r"|(?:would|do|does|did|is|are|will|can|could|should)\s+(?:you|your|that|it|this|we|they|there)\b)"
    r"|[,;—–]\s*(?:and|or|but|also)\s+(?:what|how|why|which|when|where|who)\s+\w+(?:\s+\w+)+"
)
"""A second question after "and": "..., and how would you measure it?". A bare "and why?" belongs to the first question;
"or would you" after another "would you" offers two answers to one question and is let through by the caller."""

SECOND_HEAD: Final = (
    rf"^\W*(?:how|what|which|why|who)\b[^,;:—–?]*\b(?:{AUXILIARY}|[a-z]+s)\b[^,;:—–?]*[,;:—–]\s*(?:or rather,?\s*)?"
    rf"(?:how|what|which|why|who|where|when)\b\s+(?:[\w'-]+\s+){{0,3}}?(?:{AUXILIARY})\b"
)
"""A second question behind a comma: "How big is the table; how often is it read?"."""

REQUEST_SENTENCE: Final = (
    r"^(?:please |could you |can you |would you )?(?:tell|explain|describe|walk|define|restate|list|name|discuss|"
    r"elaborate|compare|justify|outline|clarify)\b"
)
"""A sentence that asks for something without a question mark: with a question after it, that makes two."""

EXAMPLES: Final = (
    r"\b(?:metrics?|measures?|models?|approach(?:es)?|failures?|issues?|problems?|risks?|techniques?|methods?|"
    r"features?|signals?|"
    r"things?|factors?|something|aspects?|algorithms?|strateg(?:y|ies)|errors?)\s*,?\s+(?:like|such as|including|"
    r"e\.g\.|for example)\s+"
    r"(?!(?:the )?(?:ones?|that|this|those|these|you)\b)(?P<named>[\w'-]+(?:\s+[\w'-]+)?)"
)
"""Naming an instance is a hint, unless the candidate named it."""

REFERENCE: Final = (
    r"(?:^|[.!?]\s+)(?:you|your answer)\s+(?:said|mentioned|described|proposed|suggested|talked about|noted|stated|"
    r"pointed out|brought up|explained)\b(?P<what>[^.,;:?!—–]*)"
)
"""A short reference back may name the candidate's point; a long one restates it."""

_COMMON: Final = """
a about after all also an and any are as at be because before but by can could did do does each for from get give
had has have how i if in into is it its just like make me might more most much need no not of on one only or other
our out over own same should so some such take than that the their them then there these they thing this those
through to too under up use very was we well were what when where which while who will with would you your
"""
COMMON_WORDS: Final = frozenset(_COMMON.split())
"""Words that say nothing about an indicator's content."""

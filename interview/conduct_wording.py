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

_PRAISE: Final = (
    r"(?:good|great|nice|excellent|interesting|perfect|reasonable|solid|valid|smart|clever|thoughtful|sensible|"
    r"strong|"
    r"impressive|helpful|insightful|pragmatic|brilliant|fantastic|wonderful|amazing|awesome|lovely|cool|superb|neat|"
    r"right|correct|wrong|incorrect|bad|poor|weak|mistaken|true|fair|detailed|thorough|key|important)"
)
_THING: Final = (
    r"(?:point|answer|question|choice|idea|thinking|thought|start|framing|approach|job|work|observation|insight|"
    r"one|stuff|"
    r"call|catch|example|summary|reasoning|definition|way to put it|way of putting it|explanation|response|"
    r"perspective)"
)
_DEGREE: Final = (
    r"(?:really|very|quite|pretty|so|such|absolutely|totally|exactly|actually|certainly|indeed|a|an|the|not|just)"
)

NO_VALIDATION: Final[Patterns] = (
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
    (r"\b(?:you did (?:well|great|a)|you've done (?:well|great|a)|impressed (?:by|with))\b", "praise"),
)

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
            rf"{START}you(?:'re|\s+are)\s+(?:close|almost there|nearly there|getting (?:close|warm)|missing|forgetting|"
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
            rf"{START}(?:don't you|wouldn't (?:it|you|that)|isn't (?:it|that|there|this)|shouldn't (?:you|it|we|that)|"
            r"aren't (?:you|there|they)|doesn't (?:that|it|this)|couldn't (?:you|it|that)|won't (?:that|it))\b"
        ),
        "a leading question",
    ),
    (
        (
            r"\bthe\s+(?:right|correct|expected|best|ideal|standard|usual|typical|model)\s+(?:answer|approach|choice|"
            r"solution|metric|model)\s+(?:is|would be|here)\b"
        ),
        "an answer",
    ),
)

NO_SUGGESTION: Final[Patterns] = (
    (
        (
            rf"{START}(?:i think |maybe |perhaps |probably |in that case )?you\s+(?:should|could|may want|might want|"
            r"might|may|would want|need to|ought to|can also|can)\s+(?!stop|skip|take|start|go|leave|see|find|write|"
            r"press|submit|use the (?:editor|page)|answer|say|tell)"
        ),
        "a suggestion",
    ),
    (rf"{START}(?:have|had)\s+you\s+(?:considered|thought (?:about|of)|tried|looked at|looked into)\b", "a suggestion"),
    (
        (
            rf"{START}(?:did|do|would|could|can|will)\s+you\s+(?:also\s+|perhaps\s+|maybe\s+|not\s+)?(?:consider|think "
            r"(?:about|of) (?:using|adding|trying)|try using|use a|want to (?:use|add|try|consider))\b"
        ),
        "a suggestion",
    ),
    (rf"{START}(?:consider|try)\s+(?:\w+ing|a|an|the)\b", "a suggestion"),
    (r"\b(?:how|what)\s+about\s+(?:\w+ing)\b", "a suggestion"),
    (r"\bwhy\s+not\s+(?:just\s+)?(?:use|try|add|start|go|do)\b", "a suggestion"),
    (r"\bwhy\s+(?:didn't|don't)\s+you\s+(?:just\s+)?(?:use|try|add|consider|start)\b", "a suggestion"),
    (
        (
            r"\bwhat\s+if\s+you\s+(?:instead\s+)?(?:used|use|tried|try|added|add|switched|replaced|applied|introduced|"
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

NO_TEACHING: Final[Patterns] = (
    (
        (
            r"\b(?:let me|i'll|i will|i can|i could)\s+(?:explain|teach|show you|walk you through|clarify (?:what|how|"
            r"why))\b"
        ),
        "teaching",
    ),
    (r"\b(?:as you (?:may|might|probably) know|did you know)\b", "teaching"),
)

NO_TEACHING_IN_STATEMENTS: Final[Patterns] = (
    (
        (
            r"\b(?:means(?: that)?|refers to|measures|stands for|is defined as|is called|is known as|works by|is used "
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
        r"\b(?:because|therefore|the reason (?:is|being)|which is why|that's why|this is why|since it|as a result)\b",
        "an explanation",
    ),
    (
        (
            r"(?:^|[.!?]\s+)(?:generally|typically|usually|in practice|in general|normally|often|most (?:teams|people|"
            r"systems|companies))\b"
        ),
        "a general lesson",
    ),
    (
        (
            r"\b(?:is|are)\s+(?:important|essential|crucial|critical|common|necessary|preferred|recommended|better|best|"
            r"not enough|insufficient|useful)\b"
        ),
        "a general lesson",
    ),
)
"""Only where the sentence is no question: "What does that measure fail to capture?" asks, it does not teach."""

NO_SUMMARY: Final[Patterns] = (
    (rf"{START}(?:so|if)\s+(?:you|your)\b(?=.*\b(?:correctly|right)\b)", "restating the answer"),
    (
        (
            r"(?:^|[.!?]\s+)(?:okay[,.]?\s+|right[,.]?\s+|and\s+)?so,?\s+(?:you(?:'re|'d|'ve|r)?\b|in short|basically|"
            r"essentially|in summary|the (?:idea|point|plan) is)"
        ),
        "restating the answer",
    ),
    (
        (
            r"\b(?:in other words|to summarize|to sum (?:it |that )?up|summing up|in summary|to recap|let me (?:recap|"
            r"summarize|restate|rephrase|repeat back|paraphrase)|putting it differently|in short)\b"
        ),
        "a summary",
    ),
    (
        (
            r"\b(?:if i (?:understand|understood|got|heard|hear)|what i(?:'m| am)? hear(?:ing)?|what you(?:'re| are) "
            r"(?:saying|describing|proposing|suggesting) is|it sounds like|sounds like you|you seem to (?:be saying|"
            r"think|suggest)|you mean that|i take it (?:that )?you|you(?:'re| are) (?:basically|essentially) saying)\b"
        ),
        "restating the answer",
    ),
)

NO_DERIVATION: Final[Patterns] = (
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
        (
            r"\b(?:write|show|give me|sketch)\s+(?:me\s+)?(?:(?:the|a|an|some|your|short|small)\s+)*(?:code|pseudocode|"
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
    (r"\bpseudo-?code\b|\bin code\b|\bline of code\b", "code"),
)
"""Outside a coding section."""

FORMULA_ALOUD: Final = (
    r"\blog(?:arithm)? (?:base|of|two|2)\b|\bto the power of\b|\bsquare root of\b|\bsub (?:i|j|k|n|t)\b|\b(?:sum|"
    r"summation) over (?:i|j|k|n|all i)\b|"
    r"\bi (?:plus|minus) (?:one|two|1|2)\b|\b\w+ equals \w+ (?:plus|minus|times|over|divided)\b|\b[a-z] ?[-*/×÷] "
    r"[a-z]\b|\b\d+ ?[*/×÷] ?\d+\b"
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

"""Claims about how somebody spoke, or what kind of person they are: no point of a spec and no sentence of a report may
make one.

Accent, fluency, pace, fillers, confidence, personality and language proficiency are never judged here. The rules look
for the words in which these are claimed of people: an API may be fluent, execution eager, an interval one of
confidence.
"""

import re

_HUMAN = r"\b(?:candidates?|speakers?|interviewees?|applicants?|they|he|she)\b"
_PERSON = rf"(?:{_HUMAN}|\b(?:answers?|voice|manner|delivery|responses?)\b)"
_SPEECH = r"(?:^|\b(?:the|their|his|her|candidate's|spoken)\s+)(?:delivery|speech|manner|voice|tone)"
_IS = r"(?:is|are|was|were|be|seems?|seemed|appears?|appeared|sounds?|sounded|feels?|felt|looks?|looked|remained)"
_SOUNDS = r"(?:seems?|seemed|appears?|appeared|sounds?|sounded|felt|looked|comes? across(?: as)?|came across(?: as)?)"
_VERY = r"(?:(?:a|an|bit|little|rather|quite|very|too|so|somewhat|fairly|really|extremely|more|most|not)\s+){0,3}"
_GRADED = (
    r"(?:good|poor|weak|strong|broken|perfect|excellent|bad|basic|limited|rough|shaky|flawed|faulty|fluent|halting|"
    r"rusty|clear|plain)"
)
_THEIR = r"(?:their|his|her|candidate's)"
_TECHNICAL = (
    r"(?:interval|level|score|bound|band|limit|threshold|estimate|model|prediction|classifier|calibrat|probabilit|"
    r"statistic|region|percent|\d)"
)
_NO_DATA = r"(?!\s+(?:features?|classif\w+|models?)\b)"
"""Of what a model may be given, or made to tell."""
_NOT_TECHNICAL = rf"(?!(?:\W+\w+){{0,3}}\W+\w*{_TECHNICAL})"
_PATTERNS: dict[str, tuple[str, ...]] = {
    "accent": (
        r"\baccent(?:s|less)?\b(?! colou?rs?\b| (?:is|are) (?:stripped|removed|normali[sz]ed|kept)\b)",
        r"\baccented\b(?! (?:characters?|letters?|words?|text)\b)",
        r"\b(?:foreign|regional)[- ]sounding\b",
    ),
    "fluency": (
        r"\b(?:dis|non-?)?fluen(?:t|tly|cy|cies)\b(?! (?:apis?|interface|builder|text|output|translations?)\b)",
        r"\b(?:in)?articulate(?:ly|ness)?\b|\beloquen(?:t|tly|ce)\b|\bwell[- ]spoken\b",
        r"\b(?:stammer|stutter|mumbl|slurr|digress)\w*|\brambl(?:es?|ed|ing|y)\b|\btongue-tied\b|\blong-winded\b",
        rf"(?:^|{_HUMAN}\s+(?:\w+\s+)?)stumbl\w*",
        r"\b(?:off|on) (?:a )?tangents?\b|\btrail(?:s|ed) off\b|\btrain of thought\b|\bfalse starts?\b",
        rf"{_PERSON}\s+{_IS}\s+{_VERY}(?:verbose|wordy|talkative|chatty|incoherent|halting)\b",
        rf"{_SPEECH}\s+{_IS}\s+{_VERY}(?:halting|choppy|stilted|smooth|flat|dull|lively|uneven|shaky|wooden)\b",
        rf"{_SPEECH}\s+{_IS}\s+{_VERY}(?:polished|awkward|confus\w+|unclear|hard to follow|unsure)\b",
        r"\bhaltingly\b|\bhalting\s+(?:speech|answers?|delivery|voice)\b|\b(?:speech|delivery) halting\b",
        r"\bexpress(?:es|ed|ing)?\s+(?:him|her|them)sel\w+|\b(?:soft|plain)-spoken\b",
        rf"{_HUMAN}\s+(?:struggl|fail)\w+\s+(?:to\s+|with\s+)?(?:express|articulat|phras|word)\w*",
        rf"{_HUMAN}\s+(?:speaks?|spoke|talks?|talked|communicat\w+)\s+{_VERY}(?:softly|loudly|quietly|clearly|poorly|well)\b",
        r"\b(?:good|great|poor|bad|clear|strong|weak|effective|excellent)\s+(?:communicator|speaker)\b",
        r"\b(?:grop|search|fumbl|struggl)(?:es?|ed|ing)\s+for\s+(?:the\s+)?(?:right\s+)?words\b|\blost for words\b",
        r"\bhesitat(?:es?|ed|ing)\b(?!\s+to\s+(?!answer|speak|respond|reply|talk|say|begin|start|commit))",
        r"\bhesitations?\b|\bhesitan(?:t|tly|cy)\b(?!\s+to\s)",
        rf"{_HUMAN}.{{0,40}}\bpaus(?:e|es|ed|ing)\b(?!\s+(?:the|a|an|all|it|training|traffic|rollouts?|deploy\w*)\b)",
        r"\bawkward\s+(?:pauses?|silences?)\b",
        rf"(?:^|\bwith\s+|{_PERSON}.{{0,30}})(?:many\s+)?(?:long|frequent)\s+(?:pauses?|silences?)\b(?! are\b)",
        rf"{_HUMAN}.{{0,20}}\btook\s+{_VERY}(?:long|(?:long )?time|while)\s+to\s+(?:answer|respond|reply|start)",
    ),
    "pace": (
        r"\b(?:speaks?|spoke|speaking|talks?|talked|talking)\s+(?:at\s+)?"
        rf"{_VERY}(?:(?:fast|slow|quick|hast)(?:er|ly|ily)?|rapidly)\b(?!\s+(?!pace|rate|for|and|or)\w)",
        r"\b(?:pace|speed|rate|tempo) of (?:speech|speaking|talking|delivery)\b",
        rf"\b(?:speech|speaking|talking)\s+(?:rate|pace|speed|tempo)\b{_NO_DATA}",
        r"\b(?:fast|slow)[- ](?:spoken|talking)\b",
        r"\b(?:rushed|measured|unhurried) (?:delivery|pace)\b",
        r"\b(?:slow|fast|rapid|hurried) speech\b(?! (?:recogni|synth|process|model))",
        rf"{_SPEECH}\s+{_IS}\s+{_VERY}(?:slow|rapid|hurried|rushed)\b(?! (?:to|under)\b)",
        rf"{_HUMAN}\s+thinks?\s+{_VERY}(?:slowly|quickly|fast)\b",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?(?:answer|respond)(?:s|ed)?\s+{_VERY}(?:slow|quick|hasti|rapid|prompt)ly\b",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?rush(?:es|ed) (?:through|over|(?:the|their|his|her) (?:answers?|words))\b",
        rf"{_HUMAN}\s+{_IS}\s+{_VERY}(?:rushed|hasty|(?:slow|quick) to (?:answer|respond|reply|speak))\b",
    ),
    "fillers": (
        r"\bfiller[- ]words?\b|\b(?:many|few|fewer|frequent|no|without|avoid|drop|use) fillers\b",
        r"\b(?:um+|uh+|erm+|hmm+)s?\b",
        rf"{_PERSON}.{{0,40}}\b(?:fillers|filler(?!\s+\w))\b|\bverbal tics?\b",
    ),
    "confidence": (
        rf"\b(?:un|self-|over-?)?confident\b{_NOT_TECHNICAL}",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:un|over-?)?confident\b(?! (?:prediction|interval|label)s?\b)",
        rf"{_HUMAN}\s+(?:\w+\s+)?confidently\b|\bconfidently\b{_NOT_TECHNICAL}(?!\s+wrong)",
        rf"\bwith(?:out)?(?:\s+\w+)?\s+(?:self-)?confidence\b(?!\W+\w*{_TECHNICAL})",
        rf"\b(?:self-)?confidence\b{_NOT_TECHNICAL}(?<!model confidence)(?<!prediction confidence)",
        r"\b(?:nervous|anxious|timid|assertive|self-assured|poised)\w*|\bshy(?:ly|ness)?\b(?! of\b)",
        r"\b(?:un)?sure of (?:him|her|them)sel\w*|\b(?:ill at ease|uneasy|flustered|stage fright|without conviction)\b",
        r"\b(?:visibly|audibly)\s+(?:nervous|tense|uneasy|stressed|shaken|uncomfortable|relieved)\b",
        rf"(?:^|{_PERSON}\s+(?:\w+ly\s+)?|\b(?:and|who)\s+){_SOUNDS}\s+{_VERY}(?:unsure|uncertain|insecure)\b",
        rf"{_PERSON}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:insecure|tense|stressed|(?:un)?comfortable|relaxed|at ease)\b",
        rf"{_PERSON}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:worried|shaken|tentative|overwhelmed|rattled)\b",
    ),
    "personality": (
        r"\bpersonalit(?:y|ies)\b|\b(?:charisma|charming|likeable|likable|(?:un)?enthusias|passionate)\w*",
        r"(?<!-)\bfriendl(?:y|iness)\b|\b(?:introver|extrover|arrogan|humble|humility|impolite|rude|polite)\w*",
        r"\bhard-?working\b|\blaz(?:y|iness)\b(?! (?:loading|evaluation|initiali[sz]ation|execution)\b)",
        r"\beager(?:ly|ness)?\b(?! (?:execution|loading|evaluation|mode|fetch\w*|learn(?:ers?|ing))\b)",
        r"\b(?:team player|(?:culture|cultural) fit|demeanou?r|temperament|attitude|energetic|self-esteem)\b",
        r"\b(?:stage|executive) presence\b|\b(?:quick|slow)-witted\b|\b(?:well|ill|bad)-mannered\b",
        rf"{_HUMAN}\s+\w+\s+{_VERY}(?:low|little|high|much) energy\b",
        r"\b(?:interpersonal|people|social|soft|presentation|communication) skills\b",
        rf"\b{_IS}\s+(?:\w+\s+)?(?:smart|intelligent|talented|sincere|curious|pleasant)\b",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:bright|honest|genuine|mature|calm|warm|motivated)\b",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:sharp|quiet|reserved|outgoing|personable|open-minded)\b",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:cold(?![- ]start)|driven(?! by))\b",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:stubborn|defensive|aggressive|(?:im)?patient|evasive|modest)\b",
        rf"{_HUMAN}\s+(?:\w+ly\s+)?{_IS}\s+{_VERY}(?:cocky|bored|tired|cheerful|sociable|kind(?! of))\b",
        r"\b(?:comes?|came) across as\b",
    ),
    "language proficiency": (
        r"\b(?:native|non-?native)[- ](?:speaker|english|level)|\bmother tongue\b|\bpronounc\w+|\bpronunciation\b",
        r"\bspoken (?:language|english)\b|\b(?:broken|poor|bad) sentence(?:s| structure)\b|\bsentence structure is\b|"
        r"\blanguage barrier\b|\benglish as a (?:second|foreign) language\b",
        rf"\b(?:{_THEIR}|a) (?:first|second|native) language\b(?! model)",
        rf"\b(?:{_GRADED}|{_THEIR}) grammar\b|\bgrammar\s+{_IS}\s+{_VERY}{_GRADED}\b",
        r"\bgrammatical(?:ly)?\s+(?:errors?|mistakes?|slips?|correct|incorrect|wrong|sound)\b",
        rf"(?:^|{_HUMAN}.{{0,30}})\b(?:limited|rich|poor|wide|narrow) vocabulary\b|\b{_THEIR} vocabulary\b",
        r"\b(?:language|english|verbal|speaking)\s+(?:skills?|proficien\w+|level|abilit\w+|command)\b",
        rf"\b(?:{_GRADED}|{_THEIR})\s+english\b|\bcommand of (?:the )?english\b",
        rf"\benglish\s+{_IS}\s+{_VERY}{_GRADED}\b",
        r"\b(?:un)?comfortabl[ey]\s+(?:in|with|speaking|using)\s+(?:the\s+|spoken\s+)?(?:english|language)\b",
        r"\bstruggl\w+\s+(?:with|in)\s+(?:the\s+)?(?:english|language)\b(?! (?:model|identif|detect))",
    ),
    "voice": (
        rf"\btone of voice\b{_NO_DATA}|\bsounding voice\b",
        r"\b(?:clear|soft|loud|quiet|monoton\w+|shaky|trembling) voice\b",
        r"\bmonoton(?:e|ous) (?:delivery|speech|tone)\b|\bin a monotone\b",
    ),
}
_RULES = tuple((claim, re.compile("|".join(rules), re.IGNORECASE)) for claim, rules in _PATTERNS.items())


def claims(sentence: str) -> list[str]:
    """What a sentence claims of manner or person, by name, each once; empty for one that may stand."""
    return [claim for claim, rule in _RULES if rule.search(sentence)]

"""Asked for: what a word or the task means."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "clarify": (
        "(by|with) ...4 you mean ...6",
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
}

CUES: Final[Phrases] = {
    "clarify": (
        "(clarify|define|specify|elaborate|clarification|be specific|more specific|more precise|more concrete)",
        (
            "i (ask|have|need|want|clarify|like) (clarifying question|clarification|clarifying questions|question "
            "first|questions first|question about|questions about|more information|more context|more details|"
            "context|details|clarify)"
        ),
        "what (mean|meant|understand|refer|referring|define)",
        (
            "(how|what) (i|you|detail|deep|detailed|deeply|technical|concrete|specific|long|broad|high level|many|"
            "details|depth|far) (should|do|i|you|want|be|go|get|expect|need|like|the|answer|into|me|to|it|in|here|"
            "would|have|looking|for|detail|my|give|explain|can)"
        ),
        (
            "(should|can|could|may|do|must|am|need) i (assume|focus|write|use|talk|explain|describe|code|draw|"
            "include|consider|stick|start|choose|pick|give|go|answer|concentrate|design|discuss|ignore|mention|show|"
            "cover|treat) (on|about|in|that|any|only|pseudo|code|python|the|an|a|one|whole|example|into|to|detail|"
            "details|system|model|from|with|math|high|level|libraries|library|language|real|everything|i|data|"
            "problem|project|or|want|specific|both|part|this|it|all|we|there|no|general|own|my|experience|scenario|"
            "anything|clean|external|java|sql|numpy|pandas|deep|deeper|more|something|diagram|kind|of|you|mean|"
            "offline|online|training|serving)"
        ),
    ),
}

BESIDE: Final[Words] = {
    "clarify": (
        "not answer begin both broad clarify clean code concrete context couple data deep deeper deeply depth "
        "detail detailed details diagram everything example expect experience explain external far free general "
        "get go goal high i java language level libraries library long looking many math model numpy offline "
        "online own pandas part project pseudo python real requirements said scenario scope serving specific "
        "sql start supposed system task technical term training under we when whole word"
    ).split(),
}

"""Asked for: the company, the job and what comes after the interview."""

from typing import Final

from interview.request_phrases.notation import Phrases, Words

WHOLE: Final[Phrases] = {
    "company": (
        (
            "(when|how (long|soon|quickly|fast)) (will|do|can|until|till|before|should|would|may|it takes "
            "until)+ (i|we|"
            "candidates) [typically|usually|actually]* (hear|know|get|receive|learn|expect) [to hear|an|any|the|"
            "a]* [back|"
            "more|news|answer|decision|feedback|reply|result|results|from (you|them)|about (it|this|the ..2)]*"
        ),
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
}

CUES: Final[Phrases] = {
    "company": (
        (
            "(what|how|who|when|where|why|is|do|does|are|which|tell|can|will|could|know|wondering|hear) (company|"
            "team|teams|salary|pay|compensation|benefits|culture|role|position|job|office|offices|equity|bonus|"
            "vacation|visa|visas|relocation|remote|remotely|hybrid|manager|boss|career|promotion|onboarding|work "
            "life|perks|holidays|startup|process|steps|step|stack|tech stack|contract|parental leave|insurance|"
            "stock options|probation|budget|funding|investors|customers|products?|competitors|mission|values|"
            "strategy|roadmap|colleagues|coworkers|hours|workday|day|week|schedule|notice period|recruiter|"
            "recruiting|start date|rounds?|stage|stages|interviews|challenges|department|travel|overtime|"
            "responsibilities|vacations|challenge|training|growth|hierarchy|headquarters|learning|diversity|"
            "turnover|projects?)"
        ),
        (
            "(do|does|is|are|can|will|would|could|how) (sponsor|pay|work|relocate|offer|provide|travel|hire|support|"
            "earn) (visas?|relocation|home|remotely|remote|abroad|office|overtime|equity|bonus|training|benefits|"
            "education|conferences|courses|hybrid|part time|full time|europe|interns|juniors|on site|another "
            "country|moving|travel|stock|there|a week|insurance|holidays|vacation|pension|meals|lunch)"
        ),
        (
            "(when|how|until|by) (do|will|would|can|could|should|does|am|is|are|it) (hear|know|contact|notified|"
            "informed|decision|results?|feedback|answer|contacted|start|reach|response|reply|decide|starting|find "
            "out|inform|told)"
        ),
        (
            "(who|whom) (work|report|collaborate|lead|leads|manage|manages|join|sit|talk|meet|interview|working|"
            "reporting|hire|decide|reports)"
        ),
        (
            "(is|are) there (equity|bonus|bonuses|stock options|benefits|visa|remote|relocation|travel|overtime|on "
            "call|vacation|training|home office|flexible hours|another round|other rounds|more rounds|more "
            "interviews|next round|a next round|a second round|a probation|parking|room to grow|growth)"
        ),
        (
            "(what|which) (technologies|tools|technology|tech|frameworks?|stack|programming languages|languages|"
            "cloud|libraries|databases)"
        ),
        "what (happens|comes|is|are|will|would) (next|after|afterwards|following)",
        (
            "(is|would|what|are) (full time|part time|permanent|contract|remote|on site|hybrid|freelance|fixed term|"
            "limited|onsite|temporary|remotely)"
        ),
        (
            "what (success|work|career|growth|progression|performance|reviews?|a day|a week|day|week|ownership|"
            "career path)"
        ),
    ),
}

BESIDE: Final[Words] = {
    "company": (
        "not able after application available back balance based big biggest budget call called career closely come "
        "comes company contract costs culture current currently daily day days decision directly duty else "
        "expect expenses facing fast flexible full fully get going got grow growing growth guys happen happens "
        "hiring home hybrid i included internally interview involved job life located long look looks made main "
        "mainly manager many member members model most mostly move needed next offer offered office open "
        "opportunities options organized other outcome ownership package part passed path people per "
        "performance permanent person plan plans policy position process progression provide range recruiter "
        "remote required responsible result results reviews role round run salary size somebody sometimes soon "
        "sponsor sponsorship step steps structure success support take team technologies temporary they time "
        "today together tools type typical until use used using usual we week when work working year"
    ).split(),
}

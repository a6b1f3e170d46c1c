"""Words by which a quotation ends where a thought or a thing's name ends: data for `agent.quotation`."""

from typing import Final

_MATTER: Final = (
    "ablation account accuracy action activation ad advertiser alert algorithm allergy analyst annotator api app "
    "architecture arm article ascent assignment assumption attention audit auditor author average backlog backoff "
    "backup balance bandit bandwidth bank baseline basket batch behavior behaviour bias bit bottleneck box branch "
    "broker browser bucket budget buffer bug byte cache calendar calibration call camera campaign canary "
    "candidate capacity caption card case cart catalog category chain channel chart check checkpoint claim class "
    "classifier cleaning click client cloud cluster clustering code coefficient cohort colleague column comment "
    "community comparison complaint compliance compression computer conflict consent constraint consumer "
    "container content contract control conversion correlation cost count country coupon courier coverage crash "
    "creator curve customer dashboard data database dataset deadline deadlock decay decision delivery deployment "
    "depth descent detector device dimension discount disk distance distribution divergence diversity doctor "
    "document domain drift driver dropout duplicate edge editor email embedding encoder engagement engineer "
    "ensemble entropy entry epoch error estimate evaluation event example experiment expert explanation exponent "
    "exposure failover failure fairness fallback feature fee feed feedback field file filter flag fold forecast "
    "forest format frame fraud freshness friend function gain gap gate goal gpu gradient grammar graph group "
    "growth guardrail habit hardware hash head headline heuristic hire history holdout hospital house id image "
    "imbalance impact importance impression inbox incident index inference input instance intent intercept "
    "interface intern interval interview inventory invoice item iteration job kernel key keyword label "
    "language latency lawyer layer leak leakage ledger lesson level library likelihood line list listing load "
    "loan lock log logic login lookup loop loss machine manager manual map margin market matrix maximum "
    "measure median meeting membership memory mentor merchant message meter metric microservice migration minimum "
    "mistake mix mode model moderator momentum monitor monitoring monolith neighbor neighborhood neighbour "
    "net network learning "
    "neuron news node noise norm notebook notification nurse object objective offer offset onboarding "
    "operator optimizer order oscillation outage outcome outlier output owner page pair panel paragraph parameter "
    "partition partner pass password patient pattern payment penalty percentile performance permission phone "
    "photo pipeline pixel plan plateau platform player pod point policy popularity position positive post power "
    "precision prediction preference price prior priority privacy probability problem process producer product "
    "production profile profit project prompt propensity property proposal proxy purchase quality quantile "
    "quantization quarter query question queue quota race rank ranker ranking rate rating ratio reader reason "
    "recall recommendation record refund region registry regression regularization regulator release relevance "
    "reminder rental replay replica report repository representation request requirement residual resource "
    "response restaurant restore result retention retraining retrieval retry return revenue review reviewer "
    "reward risk roadmap rollback rollout root round route row rule runbook safety sale sample sampling "
    "satisfaction scene schedule schema scientist score scorer screen search season seasonality secret segment "
    "sensor sentence sentiment sequence series server service serving session set shadow shard share shelf shift "
    "shipment shop signal similarity simulation skew slice slot snapshot sound source spam span spec speech speed "
    "spike split sprint stage staging stakeholder standard standup state statistic step stock storage store story "
    "strategy stream structure student subscriber subset success sum summary supervisor supplier support surface "
    "survey switch system table tag target task team technique template term test text thread threshold "
    "throughput ticket timeout title toggle token tokenizer tool topic trace tracker trade traffic training "
    "transaction transcript transfer transformer transition translation treatment tree trend trigger truth tuning "
    "type unit update upload user validation value variable variance variant vector vendor version video view "
    "viewer visit vocabulary voice volume warehouse warning wave weight window word worker workflow workload "
    "workshop zone"
).split()
_MANNER: Final = (
    "active actual additional annual average bad basic better big bigger binary broken cheap clean clear cold "
    "common complete complex continuous critical cross current custom daily dead deep deeper dense different "
    "difficult direct dirty distributed early easy end expensive explicit external fast faster final first five "
    "four fresh full general global good gradual hard heavy hidden high historical hot hourly huge human hundred "
    "implicit important initial internal key large largest last late latest lazy linear little live local long "
    "low main major manual maximum missing monthly most naive narrow nearest negative nested neural new newest "
    "next nightly noisy normal offline old older online open original overall particular past personal "
    "physical plain poor popular positive previous primary private public quick random rare raw real recent "
    "regional relative relevant reliable rich right same second separate serious shallow shared short similar "
    "simple single slow slower small smaller smallest smart soft sparse special specific stable staged stale "
    "standard static statistical strict strong structured suspicious synthetic thin thousand three timed tiny top "
    "total true two typical unbiased unseen unusual upstream useful vague valid visual warm weak weekly weighted "
    "whole wide worse worst wrong"
).split()
NOUNS: Final = frozenset(_MATTER)
"""In the singular: what a thing's name ends with, so that "the nightly job writes" ends at "job"."""
ADJECTIVES: Final = frozenset(_MANNER)
"""What may stand before it without an article: "missing values", "two boosted trees"."""
WEAK_NOUNS: Final = frozenset("people person week day month year minute hour percent second time".split())
"""Names of things only behind another noun: "the response time", and never "two weeks"."""
ALSO_VERBS: Final = frozenset(
    "returns scores serves reads writes works changes shows costs needs ranks matters reports leaks drops flags "
    "filters queries samples loops splits labels signals tests tracks uses weights stores caches logs runs updates "
    "triggers mixes judges means sets alerts puts".split()
)
"""Behind a thing with an article these are mostly what it does: "the ranker scores them"."""
UNCOUNTED: Final = frozenset(
    "data traffic quality latency memory history feedback attention noise bandwidth throughput hardware inventory code "
    "software text speech training testing monitoring retraining sampling engagement trust demand coverage".split()
)
"""Named without an article."""
NUMBERS: Final = frozenset("one two three four five ten hundred thousand million billion".split())
ORDERS: Final = frozenset(
    "cache log rank score test label sample split weight store query batch filter flag monitor release review report "
    "shift track check plan process measure group list map match train".split()
)
"""At the beginning of a stretch these are what is done: "cache user features"."""
PLACING: Final = frozenset("put puts turn turned divide divided".split())
"""Who does this does it somewhere: no clause ends before that."""
WHOSE: Final = frozenset("yesterday's today's tomorrow's".split())
"""What names a thing like an article does."""
SPEAKER: Final = frozenset("i we i'd we'd i'll we'll i've we've i'm we're".split())
DETERMINERS: Final = frozenset("the a an my our".split())
CUTS: Final = frozenset(
    "in on at by with from for into per like after before during over through across to every".split()
)
LOOSE_ENDS: Final = frozenset(
    "is are was were be been would should could can will may might must do does did has have had not no very more most "
    "less of also only even all any some each every both this these those its their it them there here always never "
    "often to above below between against without within around about under which who that whether what how "
    "why whom whose".split()
) | CUTS | DETERMINERS | SPEAKER  # fmt: skip
"""Nothing ends with these."""
PRONOUNS: Final = SPEAKER | frozenset("he she they it they're it's he's she's".split())

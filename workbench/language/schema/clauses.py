"""Section ``[clauses]``: how a language builds clauses out of words.

All words are given as they are written and folded when read. A phrase is one string of words.
"""

from __future__ import annotations

import msgspec

from workbench.language.schema.clause_marks import Marker
from workbench.language.schema.clause_verbs import ClauseVerbs


class Clauses(ClauseVerbs, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What tells a clause from a phrase, and where clauses meet."""

    subject_first: bool = True
    """Whether the subject stands before the verb; else it usually follows."""
    never_verbs: tuple[str, ...] = ()
    """Words that look like verbs and are none."""
    sub_units: tuple[str, ...] = ()
    """Units that go on with a larger one: 14 كيلوغراما و600 غرام."""
    compound_prepositions: tuple[str, ...] = ()
    """Nouns that only make a preposition longer (في إطار), and of which nothing is told."""
    ways: tuple[str, ...] = ()
    """What joins two places with a dash between them: طريق حلب – اللاذقية."""
    demanding: tuple[str, ...] = ()
    """Participles of what only a speaker does by which he demands something (داعيا)."""
    of_speaker: tuple[str, ...] = ()
    """Participles of what only a speaker does, whatever subject stands before them (داعيا)."""
    measure_openers: tuple[str, ...] = ()
    """Words with which a descriptive verb only says how much (ما لا يقل عن)."""
    of_them: tuple[str, ...] = ()
    """Words that take a part of what was counted (منها)."""
    pair_heads: tuple[str, ...] = ()
    """Duals of what two names are, behind which they stand (محافظتي نينوى وكركوك)."""
    added_changes: tuple[str, ...] = ()
    """Words that open a change added behind a clause, whose tense it has (بزيادة 22% على…)."""
    comparing_openers: tuple[str, ...] = ()
    """Words that open a figure to compare, added behind a clause ("up 31%", "compared with")."""
    including: tuple[str, ...] = ()
    """Words that name some of those counted before ("*including* two children")."""
    one_of: tuple[str, ...] = ()
    """Words that pick one of several ("*one* of its largest employers")."""
    sole_names: tuple[str, ...] = ()
    """Words that with a capital name one body, whatever longer name ends so ("the *House*", not the
    White House)."""
    listing_deeds: tuple[str, ...] = ()
    """Verbs by which a thing is made of deeds ("plans *include* closing two schools")."""
    lineages: tuple[str, ...] = ()
    """Nouns that one has of several nations at once ("of Indian and Romanian *descent*")."""
    grounds: tuple[str, ...] = ()
    """Nouns of places, by which an apposition tells of the place named before it."""
    compared_with: tuple[str, ...] = ()
    """Words before what a change is compared with (عن, على)."""
    past_negators: tuple[str, ...] = ()
    """Words that deny the past, whatever form the verb behind them has (لم)."""
    adjective_negators: tuple[str, ...] = ()
    """Words that deny the adjective behind them, which may look like verbs (غير)."""
    counting_nouns: tuple[str, ...] = ()
    """Nouns of amounts straight behind which a relative clause says what is counted (عدد الذين)."""
    money: tuple[str, ...] = ()
    """Currencies that look like verbs ("won")…"""
    scales: tuple[str, ...] = ()
    """…behind a figure or a word of its scale ("trillion")."""
    singular_auxiliaries: tuple[str, ...] = ()
    """Auxiliaries of one alone ("has", "was")."""
    plural_auxiliaries: tuple[str, ...] = ()
    """Auxiliaries of several ("have", "were")."""
    judging_joints: tuple[str, ...] = ()
    """What stands between a thing and what it is called ("the strike *as* a crime")."""
    fractions: tuple[str, ...] = ()
    """Words of a share ("half", نصف)."""
    pointed_phrases: tuple[str, ...] = ()
    """Words for "by that", which may stand between a verb and its subject (بذلك)."""
    hanging: tuple[str, ...] = ()
    """Words at the end of a clause that lead to what somebody said behind it ("despite")."""
    asked: tuple[str, ...] = ()
    """Words that open what is asked or not said ("*when* it would begin", متى)."""
    asking: tuple[str, ...] = ()
    """Words behind which a relative word asks: "unclear *who*", "know *which*"."""
    disposed: tuple[str, ...] = ()
    """What a body may be to do something ("*ready* to pay", not "dangerous to pay")."""
    not_adverbs: tuple[str, ...] = ()
    """Nouns with the ending of adverbs ("family")."""
    equal_amounts: tuple[str, ...] = ()
    """Words between "as" and "as" behind which a clause only says how much ("as *many* as")."""
    answers: tuple[str, ...] = ()
    """Words that open what is the case on a condition (ولو خسرنا *لما* اشتكيت)."""
    each_of: tuple[str, ...] = ()
    """Phrases that open a list of whom something is told each (كل من)."""
    meting: tuple[str, ...] = ()
    """Prepositions before whom a figure is meted out to (خمس سنوات *على* المتهم)."""
    shares: tuple[str, ...] = ()
    """The words of a percentage behind its figure (38 *في المئة* منهم)."""
    of_awaited: tuple[str, ...] = ()
    """What stands before…"""
    awaited_nouns: tuple[str, ...] = ()
    """…words for what is awaited, which open a clause (*ومن المنتظر* وصولها)."""
    length_openers: tuple[str, ...] = ()
    """Words that open a length of time, which goes on with the time before it (*ولمدة* شهر)."""
    extremes: tuple[str, ...] = ()
    """Superlatives with a pronoun, which tell of the other extreme (*وأدناها* في أريانة)."""
    denied_nouns: tuple[str, ...] = ()
    """Nouns of which a clause without a verb says that there is none (ولا *داعي* ل…)."""
    owned_asides: tuple[str, ...] = ()
    """Nouns with a pronoun that open an aside on the name before it (المنظمة، *ومقرها* جنيف)."""
    passing_nouns: tuple[str, ...] = ()
    """Nouns behind "after" that only say when (بعد *مرور* عام)."""
    several_pronouns: tuple[str, ...] = ()
    """Pronouns of several persons that stand alone (هم)."""
    place_relatives: tuple[str, ...] = ()
    """Words for "where", which tell of the place before them (إلى تشاد، *حيث* يعيشون)."""
    auxiliaries: tuple[str, ...] = ()
    """Finite verbs that form one predicate with the verb after them."""
    verb_next: tuple[str, ...] = ()
    """Particles after which a verb follows (قد, لم, not)."""
    verb_always: tuple[str, ...] = ()
    """Those of them, and phrases of two words, that make a verb of a word no list knows."""
    noun_next: tuple[str, ...] = ()
    """Determiners, prepositions and the like, after which no finite verb follows."""
    articles: tuple[str, ...] = ()
    """Words that open a noun phrase and are no preposition ("the", "two")."""
    prepositions: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    """Words that may stand between subject and verb or open a clause without being its subject."""
    quantifiers: tuple[str, ...] = ()
    """Those of the adverbs that say of a noun behind them how many there are ("all", "both")."""
    superlatives: tuple[str, ...] = ()
    """Words of a record ("worst", "first")…"""
    mutual: tuple[str, ...] = ()
    """Verbs, in their base form, and adjectives of what several do or are together ("agree")."""
    mutual_things: tuple[str, ...] = ()
    """Nouns of what two bring about with each other ("talks"), as the object of any verb."""
    partner_joints: tuple[str, ...] = ()
    """Prepositions before whom somebody does such a thing with ("with")."""
    sites: tuple[str, ...] = ()
    """Nouns of what every place has, behind which a list of places stands (أسواق)."""
    crowds: tuple[str, ...] = ()
    """Nouns of some people among others who are listed ("a number of")."""
    none_of_two: tuple[str, ...] = ()
    """What denies something of two subjects ("neither")."""
    plurals: tuple[str, ...] = ()
    """Plurals without the ending of one ("police", "children")."""
    changes: tuple[str, ...] = ()
    """Nouns of a change that a comma adds ("…, a *rise* of 9%")…"""
    occasions: tuple[str, ...] = ()
    """Nouns that count how often a thing has been ("the first *time* that …")."""
    taken_up: tuple[str, ...] = ()
    """…and nouns that take up what was said ("…, a *decision* that angered parents")."""
    owning: tuple[str, ...] = ()
    """Pronouns that stand for an article ("*its* fifth cut")."""
    record_starts: tuple[str, ...] = ()
    """…and the conjunctions that only say since when it holds ("since records began")."""
    sequels: tuple[str, ...] = ()
    """Conjunctions that a length of time may measure ("two days *after* she left")."""
    nearness: tuple[str, ...] = ()
    """Words that say how soon or how long after it was ("*shortly* after polls closed")."""
    ages: tuple[str, ...] = ()
    """Words behind a figure that tell an age ("40 years *old*")…"""
    age_openers: tuple[str, ...] = ()
    """…and those before one ("*aged* 31")."""
    personal_relatives: tuple[str, ...] = ()
    """Relatives of persons ("who"): behind a comma they tell of the subject, no name in it."""
    name_joints: tuple[str, ...] = ()
    """Prepositions between the capitals of one name: "Ministry *of* Trade and Industry"."""
    pronouns: tuple[str, ...] = ()
    masculine_bodies: tuple[str, ...] = ()
    """Offices and bodies, without article, whose verb has no feminine ending (مجلس, رئيس)."""
    firsts: tuple[str, ...] = ()
    """Words for the first of two (الأولى, أحدهما)…"""
    seconds: tuple[str, ...] = ()
    """…and for the other, where the verb comes first."""
    bare_crowds: tuple[str, ...] = ()
    """Likewise words for many (والعشرات بحالات اختناق)."""
    bare_numbers: tuple[str, ...] = ()
    """Small numbers that count by themselves in a list: "seven towns fell to A, *six* to B"."""
    plural_relatives: tuple[str, ...] = ()
    """Those of several men (الذين)."""
    field_bodies: tuple[str, ...] = ()
    """Bodies and offices, without article, named by their fields (لجنة المال والموازنة)."""
    feminine_pronouns: tuple[str, ...] = ()
    """Those of the free pronouns that stand for a feminine noun."""
    accompanied: tuple[str, ...] = ()
    """Words that only say in whose company or under whom something was done (برئاسة)."""
    first_persons: tuple[str, ...] = ()
    """Conjunctions with a pronoun of the first person, whose verb is the speaker's (لكنني)."""
    approximators: tuple[str, ...] = ()
    """Words before a figure that say how exact it is (نحو, أكثر من)."""
    conditions: tuple[str, ...] = ()
    """Conjunctions of a condition, whose clause says nothing without its answer (إذا)."""
    commenting: tuple[str, ...] = ()
    """Words that open a comment of "was" or "is" and a word more (*كما* كان متوقعا)."""
    with_objects: tuple[str, ...] = ()
    """Participles that may have an object or name behind them ("*named* Ida", "*given* a cup")."""
    leading: tuple[str, ...] = ()
    """Conjunctions with which a clause opens a sentence before the main one ("*although*")."""
    fronted: tuple[str, ...] = ()
    """Conjunctions whose clause opens a sentence, the verb of its own behind a comma (بعدما)."""
    lengths: tuple[str, ...] = ()
    """Words before a single unit of time that say how long (لمدة عام)."""
    kinds: tuple[str, ...] = ()
    """Words before the name of a make or kind (طراز), of which no clause behind it tells."""
    masculine_relatives: tuple[str, ...] = ()
    """Relative pronouns of one masculine noun, where they agree with it (الذي)."""
    terms: tuple[str, ...] = ()
    """Nouns that end a phrase on how strongly something was said, where its object follows (بأشد
    العبارات)."""
    feminine_relatives: tuple[str, ...] = ()
    """Those of a feminine noun (التي)."""
    parting: tuple[str, ...] = ()
    """Prepositions that say of what there is some ("costs *of* £40")."""
    with_of: tuple[str, ...] = ()
    """Verbs that such a preposition follows ("warns *of* delays")."""
    without: tuple[str, ...] = ()
    """Before a noun of which a clause tells that does not hold: *دون* تعديلات تفرغه."""
    free_pronouns: tuple[str, ...] = ()
    """Those that stand alone as a subject, behind which a past form is as good as always a noun
    (*هو* قارب), where the verb comes first."""
    conjunctions: tuple[str, ...] = ()
    """That join the items of a list ("and", "or")."""
    alternatives: tuple[str, ...] = ()
    """Those of them by which a figure is only said again ("$2bn, *or* 62 cents a share")."""
    denying_joints: tuple[str, ...] = ()
    """Those among them that deny what they join: "neither …, *nor*"."""
    implying: tuple[str, ...] = ()
    """Verbs behind which a clause stands without "that": "the fault *meant* trains were late"."""
    markers: tuple[Marker, ...] = ()
    numerals: tuple[str, ...] = ()
    """Words that count what follows: numbers in words, "dozens", "several"."""
    states: tuple[str, ...] = ()
    """Verbs of what nobody promises: states, costs and changes ("it would cost")."""
    comparisons: tuple[str, ...] = ()
    """Words of a comparison ("than"), which set off by pauses is a claim of its own."""
    ruling_out: tuple[str, ...] = ()
    """Words before what somebody says he will not do ("ruled *out* raising taxes")."""
    multiples: tuple[str, ...] = ()
    """Words before "as" that begin a comparison ("three *times* as likely")."""
    tolls: tuple[str, ...] = ()
    """What befell those who are counted, without a verb: "two *dead*", "no deaths *reported*"."""
    part_tails: tuple[str, ...] = ()
    """Two words behind a figure that counts some of what was named before ("160 *of which*")."""
    attributes: tuple[str, ...] = ()
    """Nouns of what one thing measures, told of together (بقدرة … وكلفة …)."""
    none: tuple[str, ...] = ()
    """Words that count nothing ("no deaths")."""
    former: tuple[str, ...] = ()
    """Words before the article of an apposition ("once a mill")."""
    possessing: tuple[str, ...] = ()
    """Words that say by themselves that there is or that somebody has something (لديهم)."""
    addresses: tuple[str, ...] = ()
    """What opens a clause in which a newsreader or an editor speaks to the audience."""
    past_auxiliaries: tuple[str, ...] = ()
    """Forms that say that a relative clause tells what happened ("was", "would")."""
    general: tuple[str, ...] = ()
    """Heads whose relative clause only says which ones are meant ("those who", "people who")."""
    day_words: tuple[str, ...] = ()
    """Days and parts of them, which stand between a verb and its subject: افتتح مساء أمس معرض."""
    time_units: tuple[str, ...] = ()
    """"Four years and three months" is one length of time, no list."""
    whoever: tuple[str, ...] = ()
    """Pronouns that hold their own antecedent ("those who", من)."""
    wholes: tuple[str, ...] = ()
    """"All", "every": what is excepted from these is told of with the clause around it."""
    said_nouns: tuple[str, ...] = ()
    """Nouns of what is said or thought, behind which "that" opens a clause with a subject."""
    almost: tuple[str, ...] = ()
    """What says "almost" with a word that excepts elsewhere ("talks have *all but* collapsed")."""
    excepted_from: tuple[str, ...] = ()
    """Words that open a phrase from which "but" excepts: "all", "every", "nobody"."""
    ordinals: tuple[str, ...] = ()
    """"A third": stands for a noun of the clause before as its subject."""
    others: tuple[str, ...] = ()
    """"Others": stands for a noun of the clause before."""
    third_persons: tuple[str, ...] = ()
    """Pronouns that may stand for the speaker in reported speech."""
    weighing: tuple[str, ...] = ()
    """Nouns of what is held of an act, so that each of several acts is told with them (ضرورة)."""
    hearsay: tuple[str, ...] = ()
    """Verbs of what nobody in particular says or thinks, which a claim tells with them (قيل)."""
    causes: tuple[str, ...] = ()
    """"Because" with the pronoun of who does so (لأنه)."""
    pairing: tuple[str, ...] = ()
    """Prepositions before two that belong to the noun before: "war *between* X and Y"."""
    describing: tuple[str, ...] = ()
    """Participles that tell of the noun before them, and not of the subject: "built", "owned"."""
    multiplying: tuple[str, ...] = ()
    """Verbs that stand behind "more than" as well: "doubled"."""
    titling: tuple[str, ...] = ()
    """Participles behind which "as" gives a name: "identified by police *as*"."""
    limits: tuple[str, ...] = ()
    """Conjunctions behind which the present is still to come, whatever was told before: "until"."""
    feminine_that: tuple[str, ...] = ()
    """"That" with the pronoun of a feminine speaker: إنها."""
    masculine_that: tuple[str, ...] = ()
    """The same of a masculine one: إنه."""
    clausal_subjects: tuple[str, ...] = ()
    """Verbs whose subject is what follows them, whatever pronoun stands before: يجب."""
    owner_pronouns: dict[str, str] = msgspec.field(default_factory=dict)
    """Personal pronouns and how what is theirs is told of: "he", "his"."""
    collectives: tuple[str, ...] = ()
    """Nouns of one body made of several ("crew"), which acts as one."""
    some: tuple[str, ...] = ()
    """Words before a noun that leave open which of its kind ("some", بعض)."""
    demonstratives: tuple[str, ...] = ()
    definite_articles: tuple[str, ...] = ()
    indefinite_articles: tuple[str, ...] = ()
    """Written as words of their own ("the", "a")."""
    infinitives: tuple[str, ...] = ()
    """Particles of the infinitive ("to")."""
    forecasters: tuple[str, ...] = ()
    """Words in the names of those who foretell the weather, whose present is to come."""
    own_bodies: tuple[str, ...] = ()
    """Nouns by which a speaker means the body that they stand for: "the company", الوزارة."""
    sole_particles: tuple[str, ...] = ()
    """Particles before a verb with a conjunction of their own, which are a verb behind another or
    where their vowels are written (*وفُقد* ثالث)."""
    agreeing_auxiliaries: tuple[str, ...] = ("\0",)
    """Endings of auxiliaries that agree with the noun they describe (موظفتين *كانتا*)."""
    paired_units: tuple[str, ...] = ()
    """Dual units before two names: "in the *two months* of October and November"."""
    of_times: tuple[str, ...] = ()
    """Adjectives of lengths of time: "the *past* 12 months"."""
    clock_words: tuple[str, ...] = ()
    """Words behind an hour that are verbs elsewhere ("9 *am*")."""
    without_preposition: tuple[str, ...] = ()
    """Words with which a time begins that takes no preposition ("*last* year")."""
    verb_particles: tuple[str, ...] = ()
    """Particles behind a verb that belong to it and not to its object ("shot *down* a drone")."""
    bare_being: tuple[str, ...] = ()
    picturing: tuple[str, ...] = ()
    """Verbs of what a picture does with whom it shows."""
    having: tuple[str, ...] = ()
    """Auxiliaries that also say what somebody has."""
    perfect_being: tuple[str, ...] = ()
    """Words of being that make a passive of a perfect ("had *been* fined")."""
    inverted: tuple[str, ...] = ()
    """Verbs that open a condition before their subject ("*had* he known")."""
    """The infinitive of "be", which goes on with the one before it: "to listen *and be* ready"."""
    perfect_participles: tuple[str, ...] = ()
    """What opens a participle of what was done first ("*having* fled")."""
    surpassing: tuple[str, ...] = ()
    """Participles that only compare what happened ("*beating* forecasts of 3%")."""
    undergoing: tuple[str, ...] = ()
    """Verbs that say something whole of their subject alone ("died", "resigned")."""
    obliging: tuple[str, ...] = ()
    """Words that say what somebody is bound to do ("must", "has to")."""
    leading_up: tuple[str, ...] = ()
    """Verbs that alone say nothing of what is pointed at ("The strike *comes* as …")."""
    done_to: tuple[str, ...] = ()
    """Participles that go on with a passive before a preposition: "fined *and barred from*"."""
    past_being: tuple[str, ...] = ()
    """The past of "be", behind which…"""
    shifted_signs: tuple[str, ...] = ()
    """…these words show that reported speech tells of the time of speaking: "was *now*"."""
    before_deeds: tuple[str, ...] = ()
    """Phrases, folded, before a present form that tells what came then (*قبل أن* يقلب الطاولة)."""
    shifted_states: tuple[str, ...] = ()
    """Past forms of states that reported speech tells of the time of speaking: "owed"."""
    shifted_being: tuple[str, ...] = ()
    """Past forms of "be" that in reported speech tell with a gerund what is going on ("were")…"""
    shifted_having: tuple[str, ...] = ()
    """…and of "have" that tell before "no" and…"""
    intentions: tuple[str, ...] = ()
    """…one of these what somebody does not intend ("had no *plans*")."""
    measuring_openers: tuple[str, ...] = ()
    """Words that open a comparison behind a pause: "…, *ahead* of forecasts"."""
    locative: tuple[str, ...] = ()
    """Prepositions of place behind which a list is told apart ("in Oslo and Frankfurt")."""
    agents: tuple[str, ...] = ()
    """Prepositions before whoever did it ("by")."""
    outsiders: tuple[str, ...] = ()
    """Speakers who only foretell: analyst, خبير."""
    bodies: tuple[str, ...] = ()
    """Nouns that may be taken up by themselves ("the ministry"); none given means any noun."""
    possessives: tuple[str, ...] = ()
    """Signs of possession that are tokens of their own ("'s")."""
    kin: tuple[tuple[str, ...], ...] = ()
    """Nouns that may take each other up: "the soldiers" for "2,500 US troops"."""
    amounts: tuple[str, ...] = ()
    """Nouns of amounts that are of another thing each time: after "prices of fuel", "the prices"
    are not those of fuel."""
    measuring: tuple[str, ...] = ()
    """Verbs that say between which bounds a thing lies, where the verb comes first (تقل عن)."""
    offices: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    """Who heads a body: from the mouth of a minister, "the ministry" is his own."""
    only: tuple[str, ...] = ()
    """Under these nothing is distributed: only, except, both."""
    saving: tuple[str, ...] = ()
    """As they are written: what is denied of all others holds of what follows (سوى)."""
    reciprocal: tuple[str, ...] = ()
    """Under these a list is one party: between, among."""

"""Section ``[speech]``: how a language ends sentences and says who said what.

Words are written as readers write them; they are folded when read. A ``+`` at the end of a word
means that it is written on to the next one ("وفقاً ل+").
"""

from __future__ import annotations

from typing import Literal

import msgspec

from workbench.language.schema.speech_verbs import Inflection, VerbGroup


class Pronoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A word that stands for somebody named before."""

    words: tuple[str, ...]
    agree: Literal["m", "f", "p", "d", "n"]
    """Whom it may stand for: ``n`` is a thing or an organisation."""
    endings: tuple[str, ...] = ()
    """Written on to what is his, hers or theirs (تقديرات*ها*)."""


class Speech(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """See the fields; every list may be empty."""

    title_abbreviations: tuple[str, ...] = ()
    """Never at the end of a sentence: "Dr", "Gen", "د"."""
    number_abbreviations: tuple[str, ...] = ()
    """No end before a figure: "No", "p", "ص"."""
    abbreviations: tuple[str, ...] = ()
    """Other words written with a full stop: "Inc", "Jan", "الخ"."""
    one_letter_words: tuple[str, ...] = ()
    """Capital letters that are words and no initials."""
    hour_abbreviations: tuple[str, ...] = ()
    """After an hour: they end a sentence unless a day or a title follows ("5 p.m. Monday")."""
    sentence_openers: tuple[str, ...] = ()
    """Words that begin a sentence after an abbreviation ("in the U.S. The embassy…")."""

    verb_first: bool = False
    """Whether the verb usually stands before its subject."""
    bare_clause: bool = False
    """Whether the complementiser may be left out ("said it was…")."""
    inflections: tuple[Inflection, ...] = ()
    verbs: tuple[VerbGroup, ...] = ()
    complementisers: tuple[str, ...] = ()
    not_complementisers_after: tuple[str, ...] = ()
    """After these the same word begins something else: "بعد أن"."""
    not_complementisers_before: tuple[str, ...] = ()
    """Before these the same word points to something ("stress *that could* change")."""
    negative_complementisers: dict[str, int] = {}
    """Words as written that join "that" and "not" (ألا), and how many letters are "that"."""
    governors: tuple[str, ...] = ()
    """Nouns with a clause of their own: "ضرورة أن"."""
    attached: tuple[str, ...] = ()
    """Letters written on to the next word that may stand before what is said (ب)."""
    conjunction_letters: tuple[str, ...] = ()
    """Conjunctions written on to the next word (و)."""
    resumptive_letters: tuple[str, ...] = ()
    """Letters written on to a verb that takes its topic up again (ف in "أما الوزير فقال")."""
    conjunction_lookalikes: tuple[str, ...] = ()
    """Beginnings of words whose first letter only looks like such a conjunction (وزار…)."""
    connectives: tuple[str, ...] = ()
    """Words that join clauses and belong to neither ("while", فيما)."""
    plain_joints: tuple[str, ...] = ()
    """Those that leave a clause a statement of its own ("but")."""
    coordinators: tuple[str, ...] = ()
    """Those that may be left out at the start of a sentence without changing it ("but")."""
    body_relatives: tuple[str, ...] = ()
    """Relative pronouns that may tell what a body says: "the union, *which says* …"."""
    placing: tuple[str, ...] = ()
    """Prepositions behind which a name is a place's, and no speaker's ("in *La Paz*")."""
    alongside: tuple[str, ...] = ()
    """Connectives behind a closing frame with which its speaker may speak on ("while")."""
    additive: tuple[str, ...] = ()
    """Connectives that may also join names ("and")."""
    described_by: tuple[str, ...] = ()
    """Definite participles that tell of whom they stand behind, and are in no name (البالغ)."""
    networks: tuple[str, ...] = ()
    """Where people post, whose name nothing follows: عبر منصة *إكس* إلغاء القرار."""
    filmed: tuple[str, ...] = ()
    """What a statement is called by how it is made, spelt like a person: بيان *مصور*."""
    relatives: tuple[str, ...] = ()
    absolute: tuple[str, ...] = ()
    """Words that open a participle's own clause, before its subject ("*with* the mayor saying")."""
    shares: tuple[str, ...] = ()
    """What some of many are of, in an absolute clause ("most *of them* in two states")."""
    parts_of_all: tuple[str, ...] = ()
    """What part of many is counted: "*62 percent* of voters say" tells what a poll found."""
    where: tuple[str, ...] = ()
    """Words that open a clause of place or manner, which no subject contains ("where")."""
    auxiliaries: tuple[str, ...] = ()
    """Between subject and verb of speech ("has", قد)."""
    conditions: tuple[str, ...] = ()
    """Words that open a condition, which is no statement without the rest ("if")."""
    judging: tuple[str, ...] = ()
    """Words before what a speaker says a report is ("dismissed them *as* lies")."""
    comparing: tuple[str, ...] = ()
    """Words behind which a verb of thinking only compares ("worse *than* feared")."""
    appended: tuple[str, ...] = ()
    """Words behind a frame that go on with what was said before it ("…, he said, *up* from 9")."""
    aged: tuple[str, ...] = ()
    """Words that stand for whoever was named last ("the 22-*year-old*")."""
    trades: tuple[str, ...] = ()
    """Trades that name a company as well as a person ("salmon *farmer* Marine")."""
    inverted_auxiliaries: tuple[str, ...] = ()
    """Before the subject of a verb of speech: كان in "وكان الوزير قد أعلن"."""
    alternatives: tuple[str, ...] = ()
    """Words between two verbs of which neither is said: "confirm *or* deny"."""
    no_speech_of: tuple[str, ...] = ()
    """Words behind which a participle passes nothing on ("stopped short *of* saying")."""
    none_of_two: tuple[str, ...] = ()
    """Words that deny from the beginning of a clause on: "neither"."""
    negations: tuple[str, ...] = ()
    citing_reasons: tuple[str, ...] = ()
    """Words that name a source or as well a mere reason ("citing")."""
    crowds: tuple[str, ...] = ()
    """People who are named by no office ("people", "crowd") and may be a source."""
    postposed: tuple[str, ...] = ()
    """Adjectives that stand behind their noun ("officials *familiar* with it")."""
    counting_before_nouns: tuple[str, ...] = ()
    """Words behind which a form that may be a noun is one ("the first estimate")."""
    not_asserting_before: tuple[str, ...] = ()
    """Before a verb of speech these make it no speech ("to say", "may say", أن يعلن)."""
    possible_before_present: tuple[str, ...] = ()
    """Before a present form these make it a mere possibility (قد يعلن)."""
    passives: tuple[str, ...] = ()
    """Phrases that report without a speaker ("it was reported", يذكر)."""
    passive_marks: tuple[str, ...] = ()
    """Marks after a verb's first letter that make it passive (ُ)."""
    passive_auxiliaries: tuple[str, ...] = ()
    """Before a past form these make it passive ("was announced")."""
    according_to: tuple[str, ...] = ()
    according_apart: tuple[str, ...] = ()
    """Those that name a source only at the head of a clause ("Per the ministry, …")."""
    demands: tuple[str, ...] = ()
    """Nouns of what somebody asks for, which he makes known and does not say (جدد *دعوته*)."""
    citing: tuple[str, ...] = ()
    """First words of those by which a speaker names a source of his own ("citing")."""
    said_by: tuple[str, ...] = ()
    """Conjunctions of a clause of source with a verb ("as", كما, "بحسب ما")."""
    also: tuple[str, ...] = ()
    """Those of them that at the head of a clause only mean "also" (كما)."""
    resultative: tuple[str, ...] = ()
    """Phrases before a verb of speech that take up what was said ("which X denied", وهو ما)."""
    replying: tuple[str, ...] = ()
    """Words that open what a speaker answers to, however long it is (ردا, "asked")."""
    causal: tuple[str, ...] = ()
    """Connectives of a reason, which belongs to what was said before ("because", إذ)."""
    denying_acts: tuple[str, ...] = ()
    """What a source did by denying, as it is passed on (نقلت عن الوزير *نفيه* وجود خلاف)."""
    denied_things: tuple[str, ...] = ()
    """Words that begin what is denied and name it only further on ("what was reported *of*")…"""
    topics: tuple[str, ...] = ()
    """…behind one of these (عن, بشأن)."""
    body_endings: tuple[str, ...] = ()
    """Words in which the names of firms and bodies end, and no person's (*Motors*)."""
    securities: tuple[str, ...] = ()
    """What a firm has issued, in its place as a subject: "*shares* in Velda fell after it said"."""
    states_of_health: tuple[str, ...] = ()
    """How nouns of somebody's health begin: behind a verb that judges, nobody told of is who judges
    (ووصفت *حالته* بالمستقرة)."""
    purposes: tuple[str, ...] = ()
    """Nouns behind "from" or "in" that say why, when or on whose part, and are in no name (من
    *أجل*, في *البداية*)."""
    styles: tuple[str, ...] = ()
    """Nouns of courtesy before somebody's title or office (*سمو* الشيخ, *معالي* الوزير)."""
    honorifics: tuple[str, ...] = ()
    """Titles before a name that are no part of it: "Mr", السيد."""
    shown: dict[str, tuple[str, ...]] = {}
    """Titles and given names that show whether "he" (``m``) or "she" (``f``) may stand for them."""
    plurals: tuple[str, ...] = ()
    """Words for several persons that have no ending to show it ("people")."""
    depictions: dict[str, tuple[str, ...]] = {}
    """Nouns of what shows something, by the gender of a pronoun that stands for them: صورة."""
    showing: tuple[str, ...] = ()
    """Verbs of what such a thing does: أظهر, وثق."""
    spread: tuple[str, ...] = ()
    """What describes such a thing that goes round: متداول."""
    publishing: tuple[str, ...] = ()
    """Verbs before who published it: نشرت."""
    particles: tuple[str, ...] = ()
    """Small words that go with a verb, before which no subject ends ("brushed *aside* claims")."""
    approximating: tuple[str, ...] = ()
    """Prepositions that before a figure only say that it is not exact ("about")."""
    not_speech: tuple[str, ...] = ()
    """Words that are written like a form of a verb of speech, and hardly ever are one (نصف)."""
    not_heads: tuple[str, ...] = ()
    """Words with which no noun phrase ends ("four *new* suspected cases")."""
    generic_speakers: tuple[str, ...] = ()
    """Offices that mean whoever spoke last where nobody was called so ("the source")."""
    describing_roles: tuple[str, ...] = ()
    """Adjectives with which an office still names nobody ("the *UN* official")."""
    kindred_roles: dict[str, str] = {}
    """Roles, parted by blanks, by which somebody may be pointed at who was introduced by another
    of them, or by one of those on the right ("the writer" is the novelist)."""
    selfsame: tuple[str, ...] = ()
    """Words that only point back to a speaker (نفسه, "same")."""
    not_given: tuple[str, ...] = ()
    """Words, as they are written, that only fold like a first name (على)."""
    not_families: tuple[str, ...] = ()
    """Words that are made like a family's name and are none (التالي)."""
    short_bodies: tuple[str, ...] = ()
    """What bodies are called before a colon, by what they are for (*النزاهة*: …)."""
    name_openers: tuple[str, ...] = ()
    """Words that the next one completes to a name (بن, عبد)."""
    ranks: tuple[str, ...] = ()
    """Adjectives of offices and bodies (العام, الأعلى)…"""
    adjective_endings: tuple[str, ...] = ()
    """…and the endings of others (ية)."""
    naming: tuple[str, ...] = ()
    """Words, as written, before the name of a speaker who was described first (يدعى, "*known* as
    Abu Tariq")."""
    contractions: dict[str, str] = {}
    """Beginnings of words after a preposition written on, and what they stand for (لل → ال)."""
    not_sources: tuple[str, ...] = ()
    """Things that one acts in accordance with: law, plan."""
    mute: tuple[str, ...] = ()
    """Nouns of what nobody says: fears, clashes (وتجدد *المخاوف* من …, for "renewed")."""
    resumed: tuple[str, ...] = ()
    """Words that take the sentence up again after its source (فإن)."""
    pronouns: tuple[Pronoun, ...] = ()
    feminine_endings: tuple[str, ...] = ()
    """Endings that a feminine noun and its adjective share."""
    meanwhile: tuple[str, ...] = ()
    """Words behind which the outlet tells what another did meanwhile, if he spoke or answered."""
    acts: tuple[str, ...] = ()
    """Verbs with which somebody answers without saying anything (رفض, رحب)."""
    rulings: tuple[str, ...] = ()
    """Verbs of what only a court or an inspector does, and none of whom it speaks…"""
    courts: tuple[str, ...] = ()
    """…and who does it: "The judge told him he had lied *and jailed him*"."""
    phrasal_acts: tuple[str, ...] = ()
    """Such verbs with a preposition behind them ("*called* for")."""
    messages: tuple[str, ...] = ()
    """Documents that say what whoever sent them says ("issued a *statement* saying")."""
    issuing: tuple[str, ...] = ()
    """Participles that say who issued a document ("figures *released* by the ministry")."""
    passed_on: tuple[str, ...] = ()
    """Those that say what became of one ("a report by the ministry *seen* by Reuters")."""
    calls: tuple[str, ...] = ()
    """Verbs of what a speaker does besides, behind his words: أكد أن …، *ودعا* إلى."""
    disclosing: tuple[str, ...] = ()
    """What of a name somebody asks not to do, behind a participle (طالبا عدم *ذكر* اسمه)."""
    withheld: tuple[str, ...] = ()
    """What follows the verb of a source who asks not to be named (فضّل *عدم* ذكر اسمه)."""
    possessives: tuple[str, ...] = ()
    """Such as "its", "his", before the name of a document of the speaker."""
    causes: tuple[str, ...] = ()
    """Nouns of what is known of something, why or how, which stand in no name (سبب, تفاصيل)."""
    taking_up: tuple[str, ...] = ()
    """Pronouns that take up what was said, and are part of no name (أكد *ذلك* قائد عسكري)."""
    pointing: tuple[str, ...] = ()
    """Words that point to a matter, which says nothing itself (ذلك)."""
    side_words: tuple[str, ...] = ()
    """Nouns that with a preposition only tell where it was said (على *هامش*)."""
    copies: tuple[str, ...] = ()
    """Words by which an outlet says that it saw a document (اطلعت على *نسخة* منه)."""
    ministry: tuple[str, ...] = ()
    """The word for a ministry."""
    plural_fields: tuple[str, ...] = ()
    """Plurals that a body is for, whose adjective is feminine (وزارة *الشؤون* الثقافية)."""
    ministries: tuple[str, ...] = ()
    """Names of ministries without the word itself (الداخلية)."""
    body_possessives: tuple[str, ...] = ()
    """Those that only a body or a thing takes ("its")."""
    carried_endings: tuple[str, ...] = ()
    """Endings of a verb that stand for a statement which was carried (نقلته)."""
    object_endings: tuple[str, ...] = ()
    """Endings, as written, of an indefinite noun that can be an object (ا, ة)."""
    not_actions: tuple[str, ...] = ()
    """Words with the shape of a noun of action that are none (تركية)."""
    case_endings: tuple[str, ...] = ()
    """Endings of a noun as an object, as they are written, without which it is named (مصدراً)."""
    one_of: tuple[str, ...] = ()
    """Words before many of whom one or some are meant (*أحد* المتهمين)."""
    quantifiers: tuple[str, ...] = ()
    """Words of quantity that begin an object behind a name (any, أي)."""
    plural_endings: tuple[str, ...] = ()
    """Endings of a plural as a subject, behind which no genitive can stand (ناشطون)."""
    object_plurals: tuple[str, ...] = ()
    """Endings of a plural that is no subject (المواطنين)."""
    owner_endings: tuple[str, ...] = ()
    """Possessives written on to a noun (موقفها)."""
    owned_endings: dict[str, str] = {}
    """A noun's ending before a possessive → its own (زيارتها, زيارة)."""
    articles: tuple[str, ...] = ()
    single: tuple[str, ...] = ()
    """Determiners of one thing only ("another", "this")."""
    definite: tuple[str, ...] = ()
    """Definite articles and the like; ``+`` where written on."""
    labels: tuple[str, ...] = ()
    """Words before a colon that name no speaker ("Breaking:")."""
    turn_letters: tuple[str, ...] = ()
    """Letters and words before the colon of an interview's questions and answers ("Q:")."""
    stand_in_endings: tuple[str, ...] = ()
    """Endings of words that stand for a body named before ("drug*maker*")."""
    stand_ins: tuple[str, ...] = ()
    """Bodies named by what they are after their name was given ("the company")."""
    before_short_verbs: tuple[str, ...] = ()
    """Subjects besides pronouns on which a verb is written ("*there*'s")."""
    selves: tuple[str, ...] = ()
    """Pronouns of whoever speaks, which outside quotations are the writer ("*We* doubt it")."""
    own_words: tuple[str, ...] = ()
    """Words by which one person speaks of himself ("I", "my")."""
    other_offices: tuple[str, ...] = ()
    """Words before an office that make it another one: "*shadow* chancellor"."""
    public_bodies: tuple[str, ...] = ()
    """Nouns in the names of bodies for which "the company" does not stand…"""
    read_as: dict[str, str] = {}
    """Words by their spelling → the word of the same kind that they are read as."""
    stands_for: dict[str, tuple[str, ...]] = {}
    """…and those of them for which another such word does: "agency" for an administration."""
    documents: tuple[str, ...] = ()
    """Things that speak for somebody: statement, report, بيان."""
    bearers: tuple[str, ...] = ()
    """Words before a document that carries the speech ("in", عبر)…"""
    recordings: tuple[str, ...] = ()
    """…and before what carries it and says nothing itself: "in a *video* his office released"."""
    doers: tuple[str, ...] = ()
    """Prepositions behind a passive verb before who does it: "expected *by* analysts"."""
    adversatives: tuple[str, ...] = ()
    """Words that set something against what was denied; the outlet tells it ("but")."""
    commenting: tuple[str, ...] = ()
    """What somebody refuses to do who has not answered (رفض *التعليق*)."""
    unanswered: tuple[str, ...] = ()
    """Verbs that, denied, tell that somebody has not answered (لم *يصدر* أي تعليق)."""
    occasions: tuple[str, ...] = ()
    """Phrases behind a denial that tell what led to it: "…, *after* engineers found cracks"."""
    leaving_out: tuple[str, ...] = ()
    """Phrases before a verb of speech that tell what a speaker did not say (*دون أن* يذكر)…"""
    left_out: tuple[str, ...] = ()
    """…and before further verbs (*يقدم* دليلا)."""
    studies: tuple[str, ...] = ()
    """Documents that speak for themselves, whoever has printed them."""
    issuers: tuple[str, ...] = ()
    """Words between a document and who issued it ("by", صادر عن)."""
    within: tuple[str, ...] = ()
    """Words behind a verb that lead back to the statement before it (فيها)."""
    media: tuple[str, ...] = ()
    """Heads of the names of agencies, papers and channels."""
    audiences: tuple[str, ...] = ()
    """Who is spoken to without passing anything on: reporters."""
    named_audiences: tuple[str, ...] = ()
    """Those that bodies are named by as well (الوكالة الوطنية *للإعلام*)."""
    addressing: tuple[str, ...] = ()
    """Words before who is spoken to ("to", ل)."""
    envoys: tuple[str, ...] = ()
    """Those behind whom such a word says where they are sent (المبعوث *إلى* اليمن)."""
    organisations: tuple[str, ...] = ()
    """Heads of the names of bodies: ministry, army, company."""
    named_organisations: tuple[str, ...] = ()
    """Bodies by their own names."""
    persons: tuple[str, ...] = ()
    """Heads of the names of offices: minister, spokesman."""
    time_words: tuple[str, ...] = ()
    not_finite: tuple[str, ...] = ()
    """Names and words that are written like finite verbs (يوسف, يناير)."""
    past_endings: tuple[str, ...] = ()
    """Endings of past forms, which may go on without a subject ("…, he said, *injured* twice")."""
    participle_endings: tuple[str, ...] = ()
    """Endings of words that are mostly participles ("ing")."""
    leading_times: tuple[str, ...] = ()
    """Words of time that describe the next one, or another noun ("*this* week", "*this* was")."""
    given_times: tuple[str, ...] = ()
    """Words of time that are also given names (صباح)."""
    adverbs: tuple[str, ...] = ()
    restricting_adverbs: tuple[str, ...] = ()
    """Those of them that belong to what is said, but before "that": "said *only* 300 came"."""
    retorting: tuple[str, ...] = ()
    """Particles with which a verb of denial only answers, straight before "that": "shot *back*"."""
    adjuncts: tuple[str, ...] = ()
    """Prepositions that begin the circumstances of a speech ("during", خلال)."""
    figure_openers: tuple[str, ...] = ()
    """Adjuncts, alone or with the word behind, that bound a figure: "about 300", "at least"."""
    namesakes: tuple[str, ...] = ()
    """Names, as written, that fold like a preposition (علي, على)."""
    belongings: tuple[str, ...] = ()
    """What a body has: "Shares in Nordvik Pharma" are about Nordvik Pharma."""
    issued: tuple[str, ...] = ()
    """Verbs behind the issuer of a document, which tell when: تقرير للأمم المتحدة صدر أمس."""
    apposing: tuple[str, ...] = ()
    """Prepositions behind a comma before what a speaker belongs to ("Tom Lee, *of* Kew, said")."""
    full_name_joints: tuple[str, ...] = ()
    """Those of the joints that a full name has between capitals: "Voice *of* America", and no
    "Lumora in Sweden"."""
    joints: tuple[str, ...] = ()
    """Prepositions inside names ("of", باسم)."""
    name_closers: tuple[str, ...] = ()
    """Second words of given names whose first may be any noun (نور *الدين*)."""
    name_of: tuple[str, ...] = ()
    """Words between a spokesman and whom he speaks for (باسم)."""
    office_joints: tuple[str, ...] = ()
    """Prepositions that also join an office with what it is for (النائب *عن*)."""
    charged: tuple[str, ...] = ()
    """Words of an office behind which its field stands, and nothing said (*المكلف* بالعلاقات)."""
    finite: tuple[str, ...] = ()
    """Frequent finite verbs, which show that a stretch is a clause ("is", "had")."""
    manner_patterns: tuple[str, ...] = ()
    """Regular expressions of folded participles that tell how somebody spoke (مخاطبا)."""
    finite_patterns: tuple[str, ...] = ()
    """Regular expressions of folded words that are mostly finite verbs."""
    verbal_nouns: tuple[str, ...] = ()
    verbal_noun_patterns: tuple[str, ...] = ()
    action_or_verb: tuple[str, ...] = ()
    """Regular expressions of folded words that are the noun of an action or a verb (تصدع)."""
    not_verbal_nouns: tuple[str, ...] = ()
    not_verbal_noun_starts: tuple[str, ...] = ()
    """Letters, as they are written, with which no such noun begins (أوساط is a plural)."""
    object_heads: tuple[str, ...] = ()
    """Determiners that begin a noun phrase which is said ("announced *a* delay")."""
    object_patterns: tuple[str, ...] = ()
    """Regular expressions of other folded words that begin one ("denied *targeting*…")."""
    fillers: tuple[str, ...] = ()
    """Words between a denial and what is denied (صحة الأنباء عن)."""
    datelines: tuple[str, ...] = ()
    """Regular expressions of the line of place and agency before an article's first words."""

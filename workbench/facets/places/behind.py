"""The name behind the noun that announces it, where nouns stand first (مطار محمد الخامس)."""

from __future__ import annotations

from workbench.facets.places.lists import Noun
from workbench.facets.places.rules import PlaceRules, is_name
from workbench.facets.places.towns import town_end
from workbench.facets.reading import Reading
from workbench.language.lexicon import is_known

_BARE = 5
"""Letters of a name that may be another word, at most."""
_DASHES = frozenset("-–—")
_LONGEST = 4
"""Words of a name that begins with words that only open names."""


def name_after(reading: Reading, rules: PlaceRules, noun: Noun) -> tuple[int, int] | None:
    """The name behind a noun: what the lexicon knows, or one or two words of no other use.

    A noun with the article has no name behind it (الشارع المقابل), only an adjective.
    """
    at = noun.end
    if not reading.joined(at) or _names_nothing(reading, rules, noun):
        return None
    if reading.is_definite(noun.first):
        own = noun.kind == "site" and reading.word(at) in rules.own_names
        return (at, at + 1) if own else None
    aired = reading.is_in(noun.first, rules.broadcasters)
    hit = reading.hit_at.get(at)
    if hit is not None:
        kinds = {entry.kind for entry in hit.entries}
        housed = noun.kind == "site" and "actor" in kinds and not aired
        named = "place" in kinds or housed or is_called_so(reading, rules, noun)
        return (at, _closed(reading, rules, hit.end)) if named and not hit.clitic else None
    end = town_end(reading, at)
    if end > at:
        end = _past_second(reading, noun, rules, end)
        return at, _past_adjective(reading, rules, noun, _closed(reading, rules, end))
    if aired or not _may_name(reading, rules, noun):
        return None
    end = _past_second(reading, noun, rules, _own_end(reading, rules, at))
    return at, _closed(reading, rules, end)


def _names_nothing(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether what stands behind a noun is no name, or one of its own."""
    other = reading.tokens[noun.end].is_number or reading.word(noun.end) in rules.fields
    nested = not reading.is_definite(noun.first) and _opens_place(reading, rules, noun.end)
    return other or nested or _joins_ends(reading, rules, noun)


def _joins_ends(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether a dash joins two towns behind a road's noun, each with a name of its own: طريق ترشيش
    – زحلة."""
    road = not rules.roads.isdisjoint(reading.clitics(noun.first))
    known = noun.end in reading.hit_at or town_end(reading, noun.end) > noun.end
    return (
        road
        and known
        and any(
            reading.gap(end).strip() in _DASHES and reading.gap(end) != " "
            for end in range(noun.end + 1, noun.end + _LONGEST)
        )
    )


def _opens_place(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a noun of places stands there that has a name of its own: مرتفعات *إقليم ميدلت*."""
    word = next((word for word in reading.clitics(at) if word in rules.noun_heads), "")
    plain = bool(word) and word not in rules.openers and not reading.is_definite(at)
    return plain and town_end(reading, at) == at  # بلدية *سوق الجمعة*


def is_called_so(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether a definite word that looks like a people's is the name of an indefinite site, since
    its adjective would have no article: مستشفى *الكندي*, ساحة *الحبوبي*."""
    if not rules.noun_first or noun.kind != "site" or reading.is_definite(noun.first):
        return False
    word = reading.word(noun.end)
    if reading.is_small(noun.end):
        return False  # بوابة *إلى*
    bare = word.removeprefix(reading.pack.language.article or "\0")
    done = len(reading.clitics(noun.first)) > 1 and reading.is_in(noun.first, rules.site_deeds)
    if done and is_known(bare, reading.pack):
        return False  # بسجن *المحامي*
    people = noun.end in reading.in_hit or word.endswith(rules.nisba)
    return people and word.startswith(reading.pack.language.article or "\0")


def _past_second(reading: Reading, noun: Noun, rules: PlaceRules, end: int) -> int:
    """The end of a town's name of two words, of which the first alone is one elsewhere: بلدة مجدل
    زون، …; a direction or a pause follows."""
    known = end in reading.in_hit or reading.is_small(end) or reading.is_definite(end)
    if noun.kind != "city" or not reading.joined(end) or known or not is_name(reading, end):
        return end
    closed = not reading.joined(end + 1) or reading.word(end + 1) in rules.directions
    return end + 1 if closed and reading.verb(end) is None else end


def _past_adjective(reading: Reading, rules: PlaceRules, noun: Noun, end: int) -> int:
    """The end of a quarter's name of two words, of which the first is a town's elsewhere: حي الدرب
    الأحمر."""
    quarter = not rules.quarters.isdisjoint(reading.clitics(noun.first))
    article = reading.pack.language.article or "\0"
    more = reading.joined(end) and reading.word(end).startswith(article)
    more = more and end not in reading.in_hit
    return end + 1 if quarter and more and end == noun.end + 1 else end


def _own_end(reading: Reading, rules: PlaceRules, at: int) -> int:
    """The end of a name that no lexicon knows: openers and their word, or a person's two names."""
    end = at + 1
    while reading.word(end - 1) in rules.openers and end < at + _LONGEST:
        if not reading.joined(end) or (reading.is_small(end) and not reading.is_definite(end)):
            return end
        if reading.word(end)[:1] in reading.pack.language.cases and town_end(reading, end, 1) > end:
            return end  # ميناء الملك عبدالله *برابغ*
        end += 1
    if _closes_person(reading, rules, end):
        end += 1
        return end + (reading.joined(end) and reading.word(end) in rules.given)
    if reading.word(at) in rules.honoured and end == at + 1 and reading.joined(end):
        return end + (reading.word(end) in rules.honoured)  # شارع الحبيب *بورقيبة*
    borne = reading.word(at) in rules.given and end == at + 1 and reading.joined(end)
    if borne and reading.word(end) in rules.sons and reading.joined(end + 1):
        return end + 2  # شارع خالد *بن الوليد*
    return end + 1 if borne and reading.is_definite(end) else end


def _closes_person(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether the second part of somebody's first name stands there: عز *الدين* سليم."""
    return reading.joined(at) and reading.word(at) in rules.person_closers


def _may_name(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether the word behind a noun may be its name, which no lexicon knows."""
    at, article = noun.end, reading.pack.language.article or "\0"
    head = next((word for word in reading.clitics(noun.first) if word in rules.noun_heads), "")
    definite = reading.word(at).startswith(article)
    # A definite adjective behind a bare word makes that a name: منفذ شحن *الحدودي*.
    closed = noun.kind == "site" and _closed(reading, rules, at + 1) > at + 1
    borne = reading.word(at) in rules.openers or reading.word(at) in rules.given
    borne = borne or _closes_person(reading, rules, at + 1)
    # Of two places both are named, whatever words they are: ولايتي *صور* والكامل.
    paired = reading.word(noun.end - 1).endswith(rules.pair_endings) and not reading.is_small(at)
    several = head in rules.plurals and _leads_names(reading, rules, at)
    several = several or lies_there(reading, rules, noun, at)
    if closed or borne or paired or several or reading.word(at) in rules.honoured:
        return True
    foreign = head in rules.known_only and reading.raw(at).isascii()  # مقاطعة Nike
    if foreign or (definite and noun.kind == "site" and _names_crowd(reading, rules, at)):
        return False  # "the camp of the displaced" (مخيم النازحين)
    return _may_name_behind(reading, rules, noun, head, definite=definite)


def lies_there(reading: Reading, rules: PlaceRules, noun: Noun, at: int) -> bool:
    """Whether a side of the land says which regions are meant: *ولايات الجنوب*, أقاليم الشمال."""
    side = reading.word(at).removeprefix(reading.pack.language.article or "\0")
    several = not rules.plurals.isdisjoint(reading.clitics(noun.first))
    several = several and noun.kind == "region" and noun.end == noun.first + 1
    return several and reading.is_definite(at) and side in rules.directions


def _leads_names(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a bare word and, behind "and", what nothing but a place is called stand behind a
    plural noun: بلدات *نوى وجاسم*."""
    if reading.is_small(at) or reading.word(at).endswith(rules.not_name_ends):
        return False
    behind = reading.hit_at.get(at + 1)
    if behind is not None:
        return bool(behind.clitic) and any(entry.kind == "place" for entry in behind.entries)
    linked = len(reading.clitics(at + 1)) > 1 and reading.word(at + 1)[:1] in rules.listing
    return linked and town_end(reading, at + 1, 1) > at + 1


def _names_crowd(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a word is the plural of those who are or do something, by its form or its stem (
    النازحين, المعلمين), and no name with the same ending (الجلزون)."""
    word = reading.word(at)
    stem = word.removeprefix(reading.pack.language.article or "\0")
    ended = next((ending for ending in rules.crowds if stem.endswith(ending)), "")
    stem = stem.removesuffix(ended)
    return bool(ended) and (bool(rules.doing.match(stem)) or is_known(stem, reading.pack))


def _may_stand_bare(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a word without an article is no adjective, crowd or what a site is for: ميناء *عصب*,
    not تجاري."""
    word = reading.word(at)
    described = word.endswith((*rules.nisba, *rules.not_bare, *rules.crowds))
    other = reading.is_small(at) or reading.tokens[at].is_number or word in rules.surroundings
    return not (described or other)


def _may_name_behind(
    reading: Reading, rules: PlaceRules, noun: Noun, head: str, *, definite: bool
) -> bool:
    """The same for a word that has no sign of a name, by what stands around and by its look."""
    at = noun.end
    if head in rules.always:
        return reading.verb(at) is None or _is_unlike_adjective(reading, rules, at)
    located = _is_located(reading, at + 1) or _is_beside(reading, rules, noun)
    located = located and not reading.is_small(at)  # جزيرة مصيرة العمانية
    bare = head in rules.bare and _is_bare(reading, rules, at)
    bare = bare or (head in rules.named_sites and _may_stand_bare(reading, rules, at))
    if not definite and (located or bare):
        return True
    shared = noun.kind == "site" or head in rules.plurals
    everyday = shared and reading.word(at) in rules.surroundings  # شاطئ البحر
    named = definite or _is_unlike_adjective(reading, rules, at)
    if head in rules.naming and named and not everyday:
        return True
    inside = head in rules.administered and definite and _is_inside(reading, rules, noun)
    if inside or is_called_so(reading, rules, noun):
        return True
    if head in rules.kinds and not definite:
        return False
    unlike = not definite and noun.kind == "site" and _is_unlike_site(reading, rules, noun)
    described = noun.kind == "site" and not definite and reading.word(at).endswith(rules.nisba)
    named = is_name(reading, at) and not (head in rules.known_only and definite) and not described
    return unlike or named


def _is_inside(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether a preposition of place stands before a noun, and no crowd behind it: في لواء الكورة,
    but لواء المظليين."""
    crowd = reading.word(noun.end).endswith(rules.crowds)
    return reading.word(noun.first - 1) in rules.inside and not crowd


def _is_located(reading: Reading, at: int) -> bool:
    """Whether a definite adjective of nationality follows, which an everyday noun before it,
    without the article, does not have."""
    hit = reading.hit_at.get(at)
    people = hit is not None and any(entry.kind == "demonym" for entry in hit.entries)
    return people and reading.joined(at) and reading.is_definite(at)


def _is_beside(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether a direction and a known place say where the word behind a noun lies, which is no
    adjective by its ending: إقليم هيرات *غربي أفغانستان*."""
    word, at = reading.word(noun.end), noun.end + 1
    if noun.kind == "site" or word.endswith((*rules.nisba, *rules.not_name_ends[:1])):
        return False
    hit = reading.hit_at.get(at + 1)
    placed = hit is not None and any(entry.kind == "place" for entry in hit.entries)
    toward = reading.word(at) in rules.directions or reading.word(at) in rules.near
    return placed and toward and reading.joined(at) and reading.joined(at + 1)


def _is_bare(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a word behind a feminine noun has no ending, so that it is neither its adjective
    nor its verb, and begins like no present form (بلدة كسب)."""
    word = reading.word(at)
    form = reading.verb(at)
    if word in reading.pack.language.stop_words or not 3 <= len(word) <= _BARE:
        return False
    acting = form is not None and form.tense in {"present", "future"}
    ended = word.endswith(rules.not_bare) or len(reading.clitics(at)) > 1
    # "A village in which … was killed" (قرية قتل فيها) has a pronoun of its own.
    relative = reading.word(at + 1).endswith(rules.owners)
    return not (acting or ended or relative) and reading.joined(at)


def _is_unlike_adjective(reading: Reading, rules: PlaceRules, at: int) -> bool:
    """Whether a feminine word that nothing knows is no adjective by its look (جزيرة قرقنة)."""
    word = reading.word(at)
    if not word.endswith(rules.not_name_ends[:1]) or word.startswith(rules.not_name_starts):
        return False
    dotted = not reading.raw(at).endswith(rules.not_name_ends[:1])  # and no pronoun of a verb
    if dotted and not reading.word(at - 1).endswith(rules.not_name_ends[:1]):
        return True  # No adjective of a masculine noun: وادي ضيقة.
    known = any(is_known(rest, reading.pack) for rest in reading.clitics(at))
    shaped = any(shape.fullmatch(word) for shape in rules.adjective_shapes)
    return not known and not shaped and reading.verb(at) is None


def _is_unlike_site(reading: Reading, rules: PlaceRules, noun: Noun) -> bool:
    """Whether a feminine word that nothing knows stands behind a masculine site, which no adjective
    of it does: سجن عكاشة."""
    if reading.word(noun.end - 1).endswith(rules.not_name_ends[:1]):
        return False
    word, raw = reading.word(noun.end), reading.raw(noun.end)
    feminine = word.endswith(rules.not_name_ends[:1]) and not raw.endswith(rules.not_name_ends[:1])
    shaped = any(shape.fullmatch(word) for shape in rules.adjective_shapes)
    return feminine and not shaped and is_name(reading, noun.end, ended=True)


def _closed(reading: Reading, rules: PlaceRules, end: int) -> int:
    joined = reading.joined(end) and reading.word(end) in rules.closers
    return end + 1 if joined else end

"""Names of speakers where the subject stands before its verb of speech."""

from __future__ import annotations

from workbench.splitting.attribution.frames import NAME, Range
from workbench.splitting.attribution.subject_first.phrases import NounPhrases
from workbench.splitting.attribution.words.tokens import COMMAS


class SubjectFirstNames(NounPhrases):
    """Reads the names around a verb of speech."""

    def subject(self, at: int) -> tuple[int, Range | None, Range | None] | None:
        """Where the clause of a verb begins, the noun phrase before the verb, and another name."""
        reader = self.reader
        edge = self._past_auxiliaries(at)
        if reader.is_sign(edge - 1, COMMAS):
            return None if edge == at and self._is_inverted(at) else self._apposed(edge - 1)
        related = reader.key(edge - 1) in self.lexicon.relatives
        if related and reader.is_sign(edge - 2, COMMAS):
            return self._head_of(edge - 1)
        found = self._open_apposition(edge) or self._left(edge)
        if found is None:
            return None
        # "The defence called *a paediatrician* who said"
        nearest = self._phrase_before(edge - 1) if related else None
        if nearest is not None and self._is_the_only(*nearest):
            return None
        if nearest is not None and reader.has_finite(found[1], nearest[0]):
            # "*A jury ordered the firm to pay* a man who said …": that is told as well.
            return edge - 1, nearest, None
        return found[1], nearest or found[0], None

    def _is_the_only(self, start: int, stop: int) -> bool:
        """Whether a relative clause only says of whom nobody else is like: "was *the only candidate
        who* said …"."""
        reader, grammar = self.reader, self.lexicon.grammar
        only = grammar.only if grammar is not None else frozenset()
        near = range(max(reader.begin, start - 1), stop)
        return any(reader.key(at) in only for at in near)

    def _past_auxiliaries(self, edge: int) -> int:
        """The end of the subject: before "has", "also", "on Sunday"."""
        reader, lexicon = self.reader, self.lexicon
        while edge - 1 > reader.begin:
            key = reader.key(edge - 1)
            adverb = lexicon.is_adverb(reader.tokens[edge - 1])
            if adverb or key in lexicon.auxiliaries or self._counts_all(edge - 1):
                edge -= 1
            elif reader.is_time(edge - 1):
                edge -= 1
                if reader.key(edge - 1) in lexicon.adjuncts:
                    edge -= 1
            else:
                break
        return edge

    def _counts_all(self, at: int) -> bool:
        """Whether "all" or "both" stands between an auxiliary and its verb: "have *all* said"."""
        reader, grammar = self.reader, self.lexicon.grammar
        counts = grammar is not None and reader.key(at) in grammar.quantifiers
        return counts and reader.key(at - 1) in self.lexicon.auxiliaries

    def _auxiliary(self, at: int) -> bool:
        """Whether a form of "to be" governs the verb."""
        reader = self.reader
        index = at - 1
        while index > reader.begin and self.lexicon.is_adverb(reader.tokens[index]):
            index -= 1
        return reader.key(index) in self.lexicon.passive_auxiliaries

    def _phrase_before(self, edge: int) -> Range | None:
        """The noun phrase that ends at ``edge``, without the verb or preposition before it."""
        reader, lexicon = self.reader, self.lexicon
        found = self._left(edge)
        if found is None:
            return self._governed(edge)
        start, end = found[0]
        joints = lexicon.adjuncts - lexicon.joints | lexicon.addressing
        cuts = [
            k
            for k in range(start, end - 1)
            if reader.key(k) in joints
            or lexicon.is_finite(reader.tokens[k])
            or reader.tokens[k].raw.endswith(lexicon.speech.participle_endings or "\0")
        ]
        start = cuts[-1] + 1 if cuts else start
        while start < end - 1 and reader.key(start) in lexicon.adjuncts:
            start += 1
        return (start, end) if start < end else None

    def _governed(self, edge: int) -> Range | None:
        """The noun phrase right behind a verb and its preposition: "was brought by *Ann Lee*"."""
        reader, adjuncts = self.reader, self.lexicon.adjuncts
        near = range(edge - 1, max(reader.begin, edge - NAME), -1)
        at = next((k for k in near if reader.is_break(k) or reader.key(k) in adjuncts), edge)
        governs = at + 1 < edge and reader.key(at) in adjuncts
        return (at + 1, edge) if governs and reader.has_finite(at - 1, at) else None

    def _head_of(self, relative: int) -> tuple[int, Range | None, Range | None] | None:
        """The noun a relative clause behind a comma tells of, if the clause ends the sentence: "the
        report, *which said*…"."""
        reader = self.reader
        if self._tells_of_person(relative):
            person = self._person_before(relative - 1)
            return (relative, person, None) if person is not None else None
        at = reader.next_break(relative)
        if not reader.is_end(at):
            return None
        if not reader.is_document(relative - 2):
            return None
        found = self._phrase_before(relative - 1)
        return (relative, self._from_article(found), None) if found else None

    def _tells_of_person(self, relative: int) -> bool:
        """Whether "who" tells of somebody by name behind the verb of the sentence: "The case was
        opened by Judge Holt, *who said* …"."""
        reader, grammar = self.reader, self.lexicon.grammar
        relatives = grammar.personal_relatives | self.lexicon.body_relatives if grammar else ()
        personal = reader.key(relative) in relatives
        capital = relative - 2 > reader.begin and reader.tokens[relative - 2].is_capital
        named = capital or self._office_before(relative - 1) is not None
        end = reader.next_break(relative)
        tail = reader.is_end(end) or reader.has_finite(reader.begin, relative - 1)
        # Not "who reported *a loss*", "who claimed *victory*".
        clause = reader.has_finite(relative + 3, end) or any(
            reader.key(at) in self.lexicon.addressing for at in range(relative + 3, end)
        )
        return personal and named and tail and clause

    def _person_before(self, comma: int) -> Range | None:
        """The name before a comma, or the one that an office behind it tells of: "said *Ann Lee*,
        head of the union, who …"."""
        name = self._office_before(comma)
        return self._phrase_before(comma if name is None else name)

    def _office_before(self, comma: int) -> int | None:
        """The comma behind a name that an office tells of up to another comma, if one does."""
        reader, lexicon = self.reader, self.lexicon
        opens = reader.previous_break(comma)
        office = any(
            reader.key(at) in lexicon.persons and not reader.tokens[at].is_capital
            for at in range(opens + 1, comma)
        )
        beside = reader.is_sign(opens, COMMAS) and reader.tokens[opens - 1].is_capital
        return opens if office and beside else None

    def _from_article(self, phrase: Range) -> Range:
        """A noun phrase from its article on: of "appeal *the ruling*" no more."""
        reader, lexicon = self.reader, self.lexicon
        starts = (
            at
            for at in range(phrase[0] + 1, phrase[1] - 1)
            if reader.key(at) in lexicon.articles and reader.key(at - 1) not in lexicon.joints
        )
        return next(starts, phrase[0]), phrase[1]

    def _open_apposition(self, edge: int) -> tuple[Range, int] | None:
        """A name whose apposition no comma closes: "Sergeant Lee, of the county police says"."""
        reader, lexicon = self.reader, self.lexicon
        comma = reader.previous_break(edge)
        if comma <= reader.begin or not reader.is_sign(comma, COMMAS) or edge - comma > NAME:
            return None
        article = reader.key(comma + 1) in lexicon.articles
        opens = article or reader.key(comma + 1) in lexicon.apposing
        if not opens or reader.has_finite(comma, edge):
            return None
        found = self._left(comma)
        whole = found is not None and found[1] in (reader.begin, reader.previous_break(comma) + 1)
        if found is None or not whole or not self._ends_in_name(found[0], comma):
            return None
        if article and not all(reader.tokens[k].is_capital for k in range(*found[0])):
            return None
        if article and found[1] > reader.begin and not self._names_office(comma + 1, edge):
            return None  # "…, Mexico, the National Hurricane Center said"
        # "Mr Lee, the party's candidate in the elections has said": his name is enough.
        return (found[0][0], comma if article else edge), found[1]

    def _ends_in_name(self, phrase: Range, comma: int) -> bool:
        """Whether a phrase ends in a name, and does not link: "*Moreover*, the report says"."""
        reader, grammar = self.reader, self.lexicon.grammar
        alone = phrase[0] == comma - 1 and grammar is not None
        links = alone and grammar is not None and grammar.is_adverb(reader.key(comma - 1))
        return reader.tokens[comma - 1].is_capital and not links

    def _names_office(self, start: int, end: int) -> bool:
        """Whether a noun phrase says what a person is, and is no body that speaks itself."""
        lexicon = self.lexicon
        heads = {self.reader.key(at) for at in range(start, end)}
        return not heads.isdisjoint(lexicon.persons)

    def _apposed(self, comma: int) -> tuple[int, Range | None, Range | None] | None:
        """The name beside an apposition: "Mehmet Simsek, the finance minister, said"."""
        reader = self.reader
        first = self._past_list(self._past_places(reader.previous_break(comma), comma), comma)
        if first <= reader.begin or not reader.is_sign(first, COMMAS) or comma - first > NAME:
            return None
        apposition = (first + 1, comma)
        opening, lexicon = reader.tokens[first + 1], self.lexicon
        acting = opening.raw.endswith(lexicon.speech.participle_endings or "\0")
        being = opening.key in lexicon.passive_auxiliaries  # "The patient, a nurse, *is in* …"
        done = self._strong(first + 1) and reader.key(first + 2) in lexicon.adjuncts and not being
        related = opening.key in lexicon.relatives or acting or done  # "…, *led by* Ann Lee, …"
        # "…, *in a statement made available to reporters*, said"
        borne = opening.key in lexicon.bearers
        related = related or (borne and reader.document_in(first + 1, comma) >= 0)
        telling = (at for at in range(*apposition) if reader.key(at) in lexicon.relatives)
        before = range(apposition[0], next(telling, apposition[1]))
        acts = (at for at in before if reader.key(at - 1) not in lexicon.articles)  # "a retired …"
        if not related and (any(map(self._strong, acts)) or self._acts_before(comma, first + 1)):
            return None
        found = self._left(first)
        if found is None or reader.has_finite(*found[0]):
            return None
        subject, start = found
        if start > reader.begin and self._strong(start - 1):
            return None
        counted = reader.key(subject[0])[:1].isdigit() or self._stands_inside(start)
        apart = reader.is_sign(start - 1, COMMAS) and not self._follows_state(start - 1)
        if counted or (related and apart):
            twice = self._apposed(first)  # "Ana Reed, *the mayor*, who has two sons, said"
            if counted or twice is not None:
                return twice
        plain = related or reader.key(first + 1)[:1].isdigit() or self._contains(first, comma)
        plain = plain or self._are_of_one(subject, apposition)
        return start, *((subject, None) if plain else self._named(subject, apposition))

    def _stands_inside(self, start: int) -> bool:
        """Whether a noun phrase stands in what a participle tells of the speaker: "The king,
        *speaking through* his secretary, Frank Irabor, said"."""
        reader = self.reader
        opens = reader.tokens[start].raw.endswith(self.lexicon.speech.participle_endings or "\0")
        return opens and reader.is_sign(start - 1, COMMAS)

    def _are_of_one(self, subject: Range, named: Range) -> bool:
        """Whether several speak, and what is named is whose they are: "*Lawyers for* the firm,
        Permian Haul, said"."""
        reader, lexicon = self.reader, self.lexicon
        head = subject[0] + (reader.key(subject[0]) in lexicon.articles)
        key = reader.key(head)
        one = lexicon.language.singular(key)
        several = key in lexicon.plurals or (one != key and one in lexicon.persons)
        several = several and reader.key(head + 1) in lexicon.joints
        listed = any(reader.key(at) in lexicon.additive for at in range(*named))
        return several and reader.tokens[named[0]].is_capital and not listed

    def _contains(self, first: int, comma: int) -> bool:
        """Whether only the country or state stands between two commas in which the place before
        lies: "The mayor of Asheville, *North Carolina*, said"."""
        tokens = self.reader.tokens
        names = " ".join(token.key for token in tokens[first + 1 : comma])
        return tokens[first - 1].is_capital and names in self.lexicon.places

    def _follows_state(self, comma: int) -> bool:
        """Whether a comma only closes where the town before lies: "The San Jose, *California*,
        company, which …, said"."""
        first = self.reader.previous_break(comma)
        behind = comma + 1 < self.reader.size and self.reader.tokens[comma + 1].raw.islower()
        return behind and first > self.reader.begin and self._contains(first, comma)

    def _acts_before(self, comma: int, opens: int) -> bool:
        """Whether a verb opens what stands before a comma, behind which a verb of speech has its
        own subject: "The boat, which was full, *hit* a rock, said Alain Kabongo"."""
        reader, grammar = self.reader, self.lexicon.grammar
        named = comma + 2 < reader.size and reader.tokens[comma + 2].is_capital
        return named and grammar is not None and grammar.may_be_verb(reader.key(opens))

    def _past_list(self, first: int, comma: int) -> int:
        """The comma before a relative clause that lists: "the firm, *which employs 70 in Norway,
        Sweden and Poland*, said"."""
        reader, begin, grammar = self.reader, first, self.lexicon.grammar
        while reader.is_sign(begin, COMMAS) and comma - begin < NAME:
            if reader.key(begin + 1) in self.lexicon.relatives:
                return begin
            acts = grammar is not None and grammar.may_be_verb(reader.key(begin + 1))
            if acts or reader.has_finite(begin + 1, begin + 2):
                return first
            begin = reader.previous_break(begin)
        return first

    def _past_places(self, first: int, comma: int) -> int:
        """The comma before an address that has commas: "Dunn, of Mill Road, Calder, said"."""
        reader, begin = self.reader, first
        while reader.is_sign(begin, COMMAS) and comma - begin < NAME:
            if reader.key(begin + 1) in self.lexicon.apposing:
                return begin
            piece = range(begin + 1, reader.next_break(begin + 1))
            if not all(reader.tokens[at].is_capital for at in piece):
                return first
            begin = reader.previous_break(begin)
        return first

    def _named(self, first: Range, second: Range) -> tuple[Range, Range | None]:
        """Which of two names side by side is the name, and which the office."""
        reader = self.reader
        capital = reader.tokens[second[0]].is_capital
        described = not reader.tokens[first[1] - 1].is_capital or self._is_office(first, second)
        named = capital and (
            reader.tokens[second[1] - 1].is_capital or self._opens_name(second[1] - 1)
        )
        if named and described:
            return second, first
        name = self._name_at_end(second)
        if described and name is not None:
            return name, first
        headed = any(reader.key(at) in self.lexicon.persons for at in range(*second))
        return first, second if headed else None

    def _name_at_end(self, phrase: Range) -> Range | None:
        """The name that closes a phrase with an article: "the party's leader, the veteran *Tom
        Reed*"."""
        tokens, start = self.reader.tokens, phrase[1]
        while start > phrase[0] and tokens[start - 1].is_capital:
            start -= 1
        headed = tokens[phrase[0]].key in self.lexicon.articles and start > phrase[0]
        return (start, phrase[1]) if headed and phrase[1] - start > 1 else None

    def _is_office(self, first: Range, second: Range) -> bool:
        """Whether the first of two says what the second is, a name in capitals: "the agency's
        representative in Sudan, *Dr Shible Sahbani*"."""
        tokens, lexicon = self.reader.tokens, self.lexicon
        named = second[1] - second[0] > 1 and all(
            tokens[at].is_capital or tokens[at].sign or self._opens_name(at)
            for at in range(*second)
        )
        heads = {at for at in range(*first) if tokens[at].key in lexicon.persons}
        # "The Commissioner for Works, *Mr Femi Bello*"
        titled = tokens[first[0]].key in lexicon.articles and not any(
            tokens[at].key in lexicon.persons - lexicon.honorifics for at in range(*second)
        )
        return named and any(titled or not tokens[at].is_capital for at in heads)

    def _opens_name(self, at: int) -> bool:
        """Whether a small word belongs to a surname: "Ana *de* Souza", "Abu Tariq *al-Dahham*"."""
        word = self.reader.tokens[at].key
        return word.split("-")[0] in self.lexicon.name_openers

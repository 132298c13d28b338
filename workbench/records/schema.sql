CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));

INSERT INTO alembic_version (version_num) VALUES ('0007');

CREATE TABLE actor (
	id INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	appearance_id INTEGER,
	surface TEXT DEFAULT '' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	role TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX actor_name ON actor (name);

CREATE INDEX ix_actor_claim_id ON actor (claim_id);

CREATE TABLE article_text (
	sha256 TEXT NOT NULL,
	text TEXT NOT NULL,
	PRIMARY KEY (sha256)
);

CREATE TABLE claim (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	origin TEXT DEFAULT '' NOT NULL,
	external_id TEXT DEFAULT '' NOT NULL,
	text TEXT NOT NULL,
	original TEXT DEFAULT '' NOT NULL,
	translation TEXT DEFAULT '' NOT NULL,
	translator TEXT DEFAULT '' NOT NULL,
	language TEXT DEFAULT 'und' NOT NULL,
	claimant TEXT DEFAULT '' NOT NULL,
	said TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	state TEXT DEFAULT 'new' NOT NULL,
	state_reason TEXT DEFAULT '' NOT NULL,
	worth FLOAT DEFAULT 0 NOT NULL,
	worth_reasons TEXT DEFAULT '[]' NOT NULL,
	replacements TEXT DEFAULT '[]' NOT NULL,
	facets TEXT DEFAULT '' NOT NULL,
	corrections TEXT DEFAULT '' NOT NULL,
	proposed_by TEXT DEFAULT '' NOT NULL,
	created_at TEXT DEFAULT '' NOT NULL,
	created_by TEXT DEFAULT '' NOT NULL,
	extras TEXT DEFAULT '{}' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT state_known CHECK (state IN ('new', 'checking', 'checked', 'published', 'set_aside')),
	UNIQUE (uid)
);

CREATE UNIQUE INDEX claim_external ON claim (origin, external_id) WHERE external_id != '';

CREATE TABLE claim_event (
	claim_id INTEGER NOT NULL,
	event_id INTEGER NOT NULL,
	PRIMARY KEY (claim_id, event_id)
)
 WITHOUT ROWID;

CREATE TABLE event (
	id INTEGER NOT NULL,
	at TEXT NOT NULL,
	actor TEXT NOT NULL,
	action TEXT NOT NULL,
	why TEXT DEFAULT '' NOT NULL,
	summary TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT 'do' NOT NULL,
	of_event INTEGER,
	changes INTEGER NOT NULL,
	digest TEXT NOT NULL,
	prev TEXT NOT NULL,
	hash TEXT NOT NULL,
	PRIMARY KEY (id),
	CONSTRAINT kind_known CHECK (kind IN ('do', 'undo', 'redo')),
	FOREIGN KEY(of_event) REFERENCES event (id)
);

CREATE INDEX event_actor ON event (actor, kind);

CREATE INDEX event_of ON event (of_event) WHERE of_event IS NOT NULL;

CREATE TABLE listing (
	claim_id INTEGER NOT NULL,
	article_id INTEGER,
	start INTEGER DEFAULT 0 NOT NULL,
	state TEXT DEFAULT 'new' NOT NULL,
	worth FLOAT DEFAULT 0 NOT NULL,
	claimant TEXT DEFAULT '' NOT NULL,
	rating TEXT DEFAULT '' NOT NULL,
	relation TEXT DEFAULT '' NOT NULL,
	pending INTEGER DEFAULT 0 NOT NULL,
	evidence INTEGER DEFAULT 0 NOT NULL,
	PRIMARY KEY (claim_id)
);

CREATE INDEX listing_place ON listing (article_id, start, claim_id, state);

CREATE INDEX listing_rating ON listing (rating, claim_id) WHERE rating != '';

CREATE INDEX listing_relation ON listing (relation, claim_id) WHERE relation != '';

CREATE INDEX listing_state ON listing (state, article_id, start, claim_id);

CREATE INDEX listing_worth ON listing (worth, claim_id, state);

CREATE TABLE meta (
	"key" TEXT NOT NULL,
	value TEXT NOT NULL,
	PRIMARY KEY ("key")
)
 WITHOUT ROWID;

CREATE TABLE pending (
	claim_id INTEGER NOT NULL,
	PRIMARY KEY (claim_id)
);

CREATE TABLE person (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	name TEXT NOT NULL,
	role TEXT DEFAULT 'checker' NOT NULL,
	added_at TEXT DEFAULT '' NOT NULL,
	added_by TEXT DEFAULT '' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT role_known CHECK (role IN ('checker', 'reviewer', 'editor')),
	UNIQUE (name)
);

CREATE TABLE place (
	id INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	appearance_id INTEGER,
	surface TEXT DEFAULT '' NOT NULL,
	name TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_place_claim_id ON place (claim_id);

CREATE INDEX place_name ON place (name);

CREATE TABLE quantity (
	id INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	appearance_id INTEGER,
	surface TEXT DEFAULT '' NOT NULL,
	low FLOAT,
	high FLOAT,
	unit TEXT DEFAULT '' NOT NULL,
	comparator TEXT DEFAULT '' NOT NULL,
	counted TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_quantity_claim_id ON quantity (claim_id);

CREATE INDEX quantity_unit ON quantity (unit, low);

CREATE TABLE setting (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	"key" TEXT NOT NULL,
	value TEXT DEFAULT '{}' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	UNIQUE ("key")
);

CREATE TABLE snapshot (
	sha256 TEXT NOT NULL,
	media_type TEXT DEFAULT '' NOT NULL,
	retrieved_at TEXT DEFAULT '' NOT NULL,
	size INTEGER NOT NULL,
	data BLOB NOT NULL,
	PRIMARY KEY (sha256)
);

CREATE TABLE time (
	id INTEGER NOT NULL,
	claim_id INTEGER NOT NULL,
	appearance_id INTEGER,
	surface TEXT DEFAULT '' NOT NULL,
	edtf TEXT DEFAULT '' NOT NULL,
	earliest TEXT,
	latest TEXT,
	precision TEXT DEFAULT '' NOT NULL,
	relation TEXT DEFAULT '' NOT NULL,
	rule TEXT DEFAULT '' NOT NULL,
	PRIMARY KEY (id)
);

CREATE INDEX ix_time_claim_id ON time (claim_id);

CREATE INDEX time_span ON time (earliest, latest);

CREATE TABLE article (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	sha256 TEXT NOT NULL,
	title TEXT DEFAULT '' NOT NULL,
	publisher TEXT DEFAULT '' NOT NULL,
	author TEXT DEFAULT '' NOT NULL,
	url TEXT DEFAULT '' NOT NULL,
	language TEXT DEFAULT 'und' NOT NULL,
	published TEXT DEFAULT '' NOT NULL,
	published_earliest TEXT DEFAULT '' NOT NULL,
	published_latest TEXT DEFAULT '' NOT NULL,
	published_provenance TEXT DEFAULT '' NOT NULL,
	media_type TEXT DEFAULT 'text/plain' NOT NULL,
	origin_sha256 TEXT,
	retrieved_at TEXT DEFAULT '' NOT NULL,
	number INTEGER DEFAULT 1 NOT NULL,
	added_at TEXT DEFAULT '' NOT NULL,
	added_by TEXT DEFAULT '' NOT NULL,
	extras TEXT DEFAULT '{}' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	UNIQUE (uid),
	UNIQUE (sha256),
	FOREIGN KEY(sha256) REFERENCES article_text (sha256),
	FOREIGN KEY(origin_sha256) REFERENCES snapshot (sha256)
);

CREATE INDEX article_url ON article (url, number) WHERE url != '';

CREATE TABLE change (
	event_id INTEGER NOT NULL,
	n INTEGER NOT NULL,
	record TEXT NOT NULL,
	row_id INTEGER NOT NULL,
	"before" TEXT,
	"after" TEXT,
	PRIMARY KEY (event_id, n),
	CONSTRAINT change_of_event FOREIGN KEY(event_id) REFERENCES event (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE INDEX change_row ON change (record, row_id, event_id, n);

CREATE TABLE link (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	other_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	added_at TEXT DEFAULT '' NOT NULL,
	added_by TEXT DEFAULT '' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT two_claims CHECK (claim_id != other_id),
	UNIQUE (uid),
	FOREIGN KEY(claim_id) REFERENCES claim (id),
	FOREIGN KEY(other_id) REFERENCES claim (id)
);

CREATE INDEX ix_link_other_id ON link (other_id);

CREATE UNIQUE INDEX link_pair ON link (claim_id, other_id, kind);

CREATE TABLE "match" (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	claim_id INTEGER NOT NULL,
	other_id INTEGER NOT NULL,
	relation TEXT NOT NULL,
	probability FLOAT NOT NULL,
	similarity FLOAT NOT NULL,
	reasons TEXT DEFAULT '[]' NOT NULL,
	fingerprint TEXT DEFAULT '' NOT NULL,
	decision TEXT DEFAULT 'pending' NOT NULL,
	decided_by TEXT DEFAULT '' NOT NULL,
	decided_at TEXT DEFAULT '' NOT NULL,
	decision_reason TEXT DEFAULT '' NOT NULL,
	found_at TEXT DEFAULT '' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT decision_known CHECK (decision IN ('pending', 'confirmed', 'rejected', 'unsure')),
	CONSTRAINT newer_first CHECK (claim_id > other_id),
	FOREIGN KEY(claim_id) REFERENCES claim (id),
	FOREIGN KEY(other_id) REFERENCES claim (id)
);

CREATE INDEX ix_match_other_id ON "match" (other_id);

CREATE INDEX match_decision ON "match" (decision, relation);

CREATE UNIQUE INDEX match_pair ON "match" (claim_id, other_id);

CREATE TABLE source (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	title TEXT DEFAULT '' NOT NULL,
	url TEXT DEFAULT '' NOT NULL,
	publisher TEXT DEFAULT '' NOT NULL,
	published TEXT DEFAULT '' NOT NULL,
	kind TEXT DEFAULT 'other' NOT NULL,
	origin TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	accessed TEXT DEFAULT '' NOT NULL,
	snapshot_sha256 TEXT,
	interest TEXT DEFAULT '' NOT NULL,
	archive_url TEXT DEFAULT '' NOT NULL,
	retracted_at TEXT DEFAULT '' NOT NULL,
	retracted_by TEXT DEFAULT '' NOT NULL,
	retraction_reason TEXT DEFAULT '' NOT NULL,
	added_at TEXT DEFAULT '' NOT NULL,
	added_by TEXT DEFAULT '' NOT NULL,
	extras TEXT DEFAULT '{}' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(snapshot_sha256) REFERENCES snapshot (sha256)
);

CREATE INDEX source_url ON source (url);

CREATE TABLE step (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	kind TEXT NOT NULL,
	outcome TEXT DEFAULT 'done' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	detail TEXT DEFAULT '[]' NOT NULL,
	at TEXT DEFAULT '' NOT NULL,
	"by" TEXT DEFAULT '' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT outcome_known CHECK (outcome IN ('done', 'left')),
	UNIQUE (uid),
	FOREIGN KEY(claim_id) REFERENCES claim (id)
);

CREATE INDEX ix_step_claim_id ON step (claim_id);

CREATE TABLE verdict (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	rating TEXT NOT NULL,
	label TEXT DEFAULT '' NOT NULL,
	scale TEXT DEFAULT 'default' NOT NULL,
	explanation TEXT DEFAULT '' NOT NULL,
	holds TEXT DEFAULT '' NOT NULL,
	known_at TEXT DEFAULT '' NOT NULL,
	author TEXT DEFAULT '' NOT NULL,
	reviewer TEXT DEFAULT '' NOT NULL,
	review TEXT DEFAULT '' NOT NULL,
	reviewed_at TEXT DEFAULT '' NOT NULL,
	review_note TEXT DEFAULT '' NOT NULL,
	set_at TEXT DEFAULT '' NOT NULL,
	reason TEXT DEFAULT '' NOT NULL,
	succession TEXT DEFAULT '' NOT NULL,
	in_force BOOLEAN DEFAULT 1 NOT NULL,
	withdrawn_at TEXT DEFAULT '' NOT NULL,
	withdrawn_by TEXT DEFAULT '' NOT NULL,
	withdrawal_reason TEXT DEFAULT '' NOT NULL,
	extras TEXT DEFAULT '{}' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	UNIQUE (uid),
	FOREIGN KEY(claim_id) REFERENCES claim (id)
);

CREATE INDEX ix_verdict_claim_id ON verdict (claim_id);

CREATE UNIQUE INDEX verdict_in_force ON verdict (claim_id) WHERE in_force;

CREATE TABLE appearance (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	claim_id INTEGER NOT NULL,
	position INTEGER DEFAULT 0 NOT NULL,
	article_id INTEGER,
	title TEXT DEFAULT '' NOT NULL,
	url TEXT DEFAULT '' NOT NULL,
	published TEXT DEFAULT '' NOT NULL,
	start INTEGER DEFAULT 0 NOT NULL,
	segments TEXT DEFAULT '[]' NOT NULL,
	quote TEXT DEFAULT '' NOT NULL,
	prefix TEXT DEFAULT '' NOT NULL,
	suffix TEXT DEFAULT '' NOT NULL,
	attribution TEXT DEFAULT '{}' NOT NULL,
	facets TEXT DEFAULT '{}' NOT NULL,
	corrections TEXT DEFAULT '' NOT NULL,
	extras TEXT DEFAULT '{}' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	FOREIGN KEY(claim_id) REFERENCES claim (id),
	FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE INDEX ix_appearance_article_id ON appearance (article_id);

CREATE INDEX ix_appearance_claim_id ON appearance (claim_id);

CREATE TABLE capture (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	source_id INTEGER NOT NULL,
	kind TEXT DEFAULT 'web' NOT NULL,
	outcome TEXT DEFAULT 'kept' NOT NULL,
	url TEXT DEFAULT '' NOT NULL,
	final_url TEXT DEFAULT '' NOT NULL,
	redirects TEXT DEFAULT '[]' NOT NULL,
	status INTEGER DEFAULT 0 NOT NULL,
	headers TEXT DEFAULT '[]' NOT NULL,
	media_type TEXT DEFAULT '' NOT NULL,
	snapshot_sha256 TEXT,
	text_sha256 TEXT,
	note TEXT DEFAULT '' NOT NULL,
	at TEXT DEFAULT '' NOT NULL,
	"by" TEXT DEFAULT '' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT outcome_known CHECK (outcome IN ('kept', 'same', 'changed', 'gone', 'failed')),
	UNIQUE (uid),
	FOREIGN KEY(source_id) REFERENCES source (id),
	FOREIGN KEY(snapshot_sha256) REFERENCES snapshot (sha256),
	FOREIGN KEY(text_sha256) REFERENCES article_text (sha256)
);

CREATE INDEX ix_capture_source_id ON capture (source_id);

CREATE TABLE sentence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	article_id INTEGER NOT NULL,
	position INTEGER NOT NULL,
	start INTEGER NOT NULL,
	stop INTEGER NOT NULL,
	paragraph INTEGER DEFAULT 0 NOT NULL,
	language TEXT DEFAULT '' NOT NULL,
	state TEXT DEFAULT 'open' NOT NULL,
	reason TEXT DEFAULT '' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT state_known CHECK (state IN ('claimed', 'set_aside', 'open')),
	FOREIGN KEY(article_id) REFERENCES article (id)
);

CREATE INDEX ix_sentence_article_id ON sentence (article_id);

CREATE TABLE evidence (
	id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
	uid TEXT NOT NULL,
	claim_id INTEGER NOT NULL,
	source_id INTEGER NOT NULL,
	stance TEXT NOT NULL,
	quote TEXT DEFAULT '' NOT NULL,
	locator TEXT DEFAULT '' NOT NULL,
	note TEXT DEFAULT '' NOT NULL,
	directness TEXT DEFAULT '' NOT NULL,
	capture_id INTEGER,
	start INTEGER,
	stop INTEGER,
	prefix TEXT DEFAULT '' NOT NULL,
	suffix TEXT DEFAULT '' NOT NULL,
	accessed TEXT DEFAULT '' NOT NULL,
	added_at TEXT DEFAULT '' NOT NULL,
	added_by TEXT DEFAULT '' NOT NULL,
	retracted_at TEXT DEFAULT '' NOT NULL,
	retracted_by TEXT DEFAULT '' NOT NULL,
	retraction_reason TEXT DEFAULT '' NOT NULL,
	extras TEXT DEFAULT '{}' NOT NULL,
	version INTEGER DEFAULT 0 NOT NULL,
	CONSTRAINT stance_known CHECK (stance IN ('supports', 'refutes', 'context')),
	UNIQUE (uid),
	FOREIGN KEY(claim_id) REFERENCES claim (id),
	FOREIGN KEY(source_id) REFERENCES source (id),
	FOREIGN KEY(capture_id) REFERENCES capture (id)
);

CREATE INDEX ix_evidence_claim_id ON evidence (claim_id);

CREATE INDEX ix_evidence_source_id ON evidence (source_id);

CREATE VIRTUAL TABLE claim_search USING fts5(words, tokenize = "ascii tokenchars '%'", detail = none, columnsize = 0);

CREATE TRIGGER event_no_update BEFORE UPDATE ON "event" BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON "event" BEGIN SELECT RAISE(ABORT, 'event is append-only'); END;

CREATE TRIGGER change_no_update BEFORE UPDATE ON "change" BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER change_no_delete BEFORE DELETE ON "change" BEGIN SELECT RAISE(ABORT, 'change is append-only'); END;

CREATE TRIGGER article_text_no_update BEFORE UPDATE ON "article_text" BEGIN SELECT RAISE(ABORT, 'article_text is append-only'); END;

CREATE TRIGGER article_text_no_delete BEFORE DELETE ON "article_text" BEGIN SELECT RAISE(ABORT, 'article_text is append-only'); END;

CREATE TRIGGER snapshot_no_update BEFORE UPDATE ON "snapshot" BEGIN SELECT RAISE(ABORT, 'snapshot is append-only'); END;

CREATE TRIGGER snapshot_no_delete BEFORE DELETE ON "snapshot" BEGIN SELECT RAISE(ABORT, 'snapshot is append-only'); END;

CREATE TABLE index_state (one INTEGER PRIMARY KEY CHECK (one = 1), version TEXT NOT NULL, docs INTEGER NOT NULL, words INTEGER NOT NULL, last_doc INTEGER NOT NULL, last_term INTEGER NOT NULL);

CREATE TABLE index_run (doc INTEGER PRIMARY KEY, claim INTEGER NOT NULL UNIQUE, n INTEGER NOT NULL);

CREATE TABLE index_length (block INTEGER PRIMARY KEY, lengths BLOB NOT NULL);

CREATE TABLE index_term (term TEXT PRIMARY KEY, number INTEGER NOT NULL, n INTEGER NOT NULL, recent BLOB NOT NULL) WITHOUT ROWID;

CREATE TABLE index_posting (piece INTEGER PRIMARY KEY, docs BLOB NOT NULL);

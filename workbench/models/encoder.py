"""Sentences as vectors: a local BERT-like sentence encoder, run in NumPy.

The folder is one that `sentence-transformers` saves: ``config.json`` (``model_type`` bert),
``tokenizer.json``, ``model.safetensors`` and, where it says how to pool, ``1_Pooling/config.json``.
Nothing is downloaded and no framework is needed. The forward pass is that of Devlin et al. (2019):
embeddings, then layers of attention and a feed-forward net, each with a residual and a norm.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InvalidInputError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float32]

_BATCH = 32
"""Sentences encoded at once: of like length, so that little is padding."""
_MOST_TOKENS = 128
"""Of one sentence; what follows is passed over. A claim has 30."""
_MEMO = 20_000
"""Texts whose vectors are remembered (some 30 MB); then remembering begins anew."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What ``config.json`` says."""

    layers: int
    heads: int
    epsilon: float
    cls: bool
    """Whether the first token stands for the sentence; else the mean of all."""


class SentenceEncoder:
    """Turns sentences into vectors of length 1, so that a product of two is their cosine.

    It is a `workbench.matching.rerank.Reranker`.
    """

    def __init__(self, folder: Path) -> None:
        """Load a model.

        Raises:
            InvalidInputError: the extra is not installed, or the folder holds no such model.
        """
        try:
            from safetensors.numpy import load_file  # noqa: PLC0415 (an extra)
            from tokenizers import Tokenizer  # noqa: PLC0415
        except ImportError as error:
            raise InvalidInputError(
                "a sentence model needs the extra `semantic`",
                hint="pip install 'workbench-desk[semantic]', or take `semantic` out of settings.",
            ) from error
        try:
            self._shape = _shape(folder)
            weights = load_file(folder / "model.safetensors")
            self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
            self._weights = {name.removeprefix("bert."): value for name, value in weights.items()}
            self._weights["embeddings.word_embeddings.weight"]
        except Exception as error:  # both libraries raise bare ones of their own
            raise InvalidInputError(
                "{folder} holds no BERT-like sentence model: {reason}",
                hint="Name a folder saved by sentence-transformers, with model.safetensors.",
                folder=folder,
                reason=error,
            ) from error
        self._seen: dict[str, Array] = {}
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._tokenizer.no_padding()

    def encode(self, sentences: Sequence[str]) -> Array:
        """A row for each sentence."""
        import numpy as np  # noqa: PLC0415

        tokens = [each.ids for each in self._tokenizer.encode_batch(list(sentences))]
        order = sorted(range(len(tokens)), key=lambda at: len(tokens[at]))
        width = self._weights["embeddings.word_embeddings.weight"].shape[1]
        vectors: Array = np.zeros((len(tokens), width), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            vectors[batch] = self._encode([tokens[at] for at in batch])
        return vectors

    def closeness(self, new: str, filed: Sequence[str]) -> Sequence[float]:
        """The cosines of a text and others; vectors of texts seen lately are remembered."""
        wanted = dict.fromkeys((new, *filed))
        missing = [text for text in wanted if text not in self._seen]
        if len(self._seen) + len(missing) > _MEMO:
            self._seen.clear()
            missing = list(wanted)
        self._seen.update(zip(missing, self.encode(missing), strict=True))
        ours = self._seen[new]
        return [float(self._seen[text] @ ours) for text in filed]

    def _encode(self, tokens: Sequence[Sequence[int]]) -> Array:
        import numpy as np  # noqa: PLC0415

        longest = max(map(len, tokens))
        ids = np.zeros((len(tokens), longest), dtype=np.int64)
        mask = np.zeros((len(tokens), longest), dtype=np.float32)
        for row, each in enumerate(tokens):
            ids[row, : len(each)] = each
            mask[row, : len(each)] = 1
        hidden = self._embedded(ids)
        for layer in range(self._shape.layers):
            hidden = self._layer(hidden, mask, f"encoder.layer.{layer}.")
        if self._shape.cls:
            pooled = hidden[:, 0]
        else:
            total = np.maximum(mask.sum(1, keepdims=True), 1)
            pooled = (hidden * mask[:, :, None]).sum(1) / total
        length = np.linalg.norm(pooled, axis=1, keepdims=True)
        vectors: Array = pooled / np.maximum(length, 1e-9)
        return vectors

    def _embedded(self, ids: NDArray[np.int64]) -> Array:
        weights, prefix = self._weights, "embeddings."
        hidden = weights[f"{prefix}word_embeddings.weight"][ids]
        hidden = hidden + weights[f"{prefix}position_embeddings.weight"][: ids.shape[1]]
        hidden = hidden + weights[f"{prefix}token_type_embeddings.weight"][0]
        return self._norm(hidden, f"{prefix}LayerNorm")

    def _layer(self, hidden: Array, mask: Array, prefix: str) -> Array:
        attended = self._attention(hidden, mask, f"{prefix}attention.self.")
        attended = self._dense(attended, f"{prefix}attention.output.dense")
        hidden = self._norm(hidden + attended, f"{prefix}attention.output.LayerNorm")
        inner = _gelu(self._dense(hidden, f"{prefix}intermediate.dense"))
        inner = self._dense(inner, f"{prefix}output.dense")
        return self._norm(hidden + inner, f"{prefix}output.LayerNorm")

    def _attention(self, hidden: Array, mask: Array, prefix: str) -> Array:
        import numpy as np  # noqa: PLC0415

        rows, length, width = hidden.shape
        heads = self._shape.heads

        def split(name: str) -> Array:
            made = self._dense(hidden, prefix + name).reshape(rows, length, heads, -1)
            turned: Array = made.transpose(0, 2, 1, 3)
            return turned

        query, key, value = split("query"), split("key"), split("value")
        scores = query @ key.transpose(0, 1, 3, 2) / np.sqrt(np.float32(width / heads))
        scores += (mask[:, None, None, :] - 1) * np.float32(1e9)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        joined: Array = (scores @ value).transpose(0, 2, 1, 3).reshape(rows, length, width)
        return joined

    def _dense(self, hidden: Array, name: str) -> Array:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        rows = hidden.reshape(-1, hidden.shape[-1]) @ weight.T  # one product is faster than many
        rows += bias
        made: Array = rows.reshape(*hidden.shape[:-1], -1)
        return made

    def _norm(self, hidden: Array, name: str) -> Array:
        import numpy as np  # noqa: PLC0415

        centred = hidden - hidden.mean(-1, keepdims=True)
        spread = np.sqrt((centred**2).mean(-1, keepdims=True) + self._shape.epsilon)
        made: Array = (
            centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]
        )
        return made


def _shape(folder: Path) -> _Shape:
    config = _json(folder / "config.json")
    if config["model_type"] != "bert":
        raise ValueError(f"its model_type is {config['model_type']}, not bert")
    pooling = folder / "1_Pooling" / "config.json"
    cls = pooling.is_file() and bool(_json(pooling).get("pooling_mode_cls_token"))
    layers, heads = int(config["num_hidden_layers"]), int(config["num_attention_heads"])
    return _Shape(layers, heads, float(config.get("layer_norm_eps", 1e-12)), cls)


def _json(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def _gelu(x: Array) -> Array:
    """x · Φ(x), with erf as in Abramowitz and Stegun 7.1.26 (error below 1.5e-7)."""
    import numpy as np  # noqa: PLC0415

    z = np.abs(x)
    z *= np.float32(0.7071067811865476)
    t = z * np.float32(0.3275911)
    t += 1
    np.reciprocal(t, out=t)
    series = t * np.float32(1.061405429)
    for factor in (-1.453152027, 1.421413741, -0.284496736, 0.254829592):
        series += np.float32(factor)
        series *= t
    np.square(z, out=z)
    np.negative(z, out=z)
    series *= np.exp(z, out=z)
    erf = np.copysign(1 - series, x)
    erf += 1
    erf *= x
    erf *= np.float32(0.5)
    made: Array = erf
    return made

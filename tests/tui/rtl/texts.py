"""Texts for property tests: every kind of character that meets in an article or an attack."""

from hypothesis import strategies as st

PIECES = [
    *"ابتلمنهويةىءأإآؤئپچ",
    *["لا", "لأ", "لإ", "الله", "اللَّه", "كَتَبَ", "مُدَرِّسٌ", "ـــ"],
    *"abcXYZ",
    *"0123456789٠١٢٣۴۵",
    *"()[]{}«»<>\"'“”",
    *" .,:;!?%-/+،؛؟…",
    "  ",
    "\t",
    "\n",
    "\r\n",
    "\u00a0",
    "日本",
    "한",
    "（",
    "👍",
    "👍🏽",
    "❤️",
    "1️⃣",
    "👨\u200d👩\u200d👧",
    "🇯🇴",
    "שלום",
    "e\u0301",
    "\u0651\u064e",
    "\u0301",
    "नमस्ते",
]
HOSTILE = [
    "\x1b[2J",
    "\x1b]52;c;aGk=\x07",
    "\x9b31m",
    "\x90q\x9c",
    "\u202e",
    "\u2067",
    "\u2069",
    "\u200b",
    "\u200c",
    "\u200f",
    "\ufeff",
    "\u00ad",
    "\U000e0041",
    "\ud800",
    "\ue000",
    "\U0003fffe",
    "\x00",
    "\x08",
    "\r",
    "\x7f",
    "\x85",
    "\u2028",
    "\u2029",
    "\u3164",
    "\u034f",
    "\u0600",
    "[@click=app.quit]x[/]",
    "[/]",
]

plain_texts = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
texts = st.one_of(
    plain_texts,
    st.lists(st.sampled_from(PIECES + HOSTILE), max_size=60).map("".join),
    st.text(max_size=30),
    st.text(
        alphabet=st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=None),
        max_size=20,
    ),
)
widths = st.integers(1, 40)

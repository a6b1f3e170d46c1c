"""Every line can be said: what engineers write becomes words, and nothing else is left."""

import unicodedata
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st
from piper.phonemize_espeak import EspeakPhonemizer

from voice.speakable import PUNCTUATION, speakable

SAID = {
    # metrics
    "ROC AUC": "R O C A U C", "AUC-ROC": "A U C-R O C", "nDCG": "N D C G", "NDCG@10": "N D C G at 10",
    "P@10": "P at 10", "Recall@20": "Recall at 20", "MAP@10": "MAP at 10", "MRR": "M R R", "F1": "F 1",
    "F1-score": "F 1-score", "RMSE": "R M S E", "R^2": "R squared", "p95": "P 95", "P99": "P 99", "p99.9": "P 99.9",
    "p50/p99": "P 50 or P 99", "TPR": "T P R", "FP/FN": "F P or F N", "KL-divergence": "K L-divergence",
    # models and methods
    "k-NN": "K N N", "kNN": "K N N", "CNN": "C N N", "RNNs": "R N Ns", "t-SNE": "tee snee", "PCA": "P C A",
    "GPT-4": "G P T-4", "GPT-3.5": "G P T-3.5", "T5": "T 5", "BERT": "bert", "ReLU": "ray loo", "ADAM": "Adam",
    "AdamW": "Adam W", "LoRA": "lora", "QLoRA": "Q lora", "RAG": "rag", "GANs": "gans", "LSTM": "L S T M",
    "XGBoost": "X G boost", "GBDTs": "G B D Ts", "k-means++": "k-means plus plus", "A*": "A star", "L2": "L 2",
    "L1/L2": "L 1 or L 2", "TF-IDF": "T F I D F", "BM25": "B M 25", "word2vec": "word to vec", "A/B": "A B",
    # machines, languages, services
    "I/O": "I O", "SQL": "sequel", "NoSQL": "no sequel", "MySQL": "my sequel", "k8s": "kubernetes", "S3": "S 3",
    "EC2": "E C 2", "A100": "A 100", "GPUs": "G P Us", "CI/CD": "C I C D", "gRPC": "G R P C", "TCP/IP": "T C P I P",
    "HTTP/2": "H T T P 2", "JSON": "jason", "C++": "C plus plus", "C#": "C sharp", "Node.js": "node J S",
    ".NET": "dot net", "fp16": "F P 16", "int8": "int 8", "UTF-8": "U T F-8", "CUDA": "cooda", "B2B": "B 2 B",
    # numbers
    "10k": "10 thousand", "1.5B": "1.5 billion", "1e-3": "ten to the minus 3", "3e8": "3 times ten to the 8",
    "1e-03": "ten to the minus 3", "99.9%": "99.9 percent", "5–10%": "5 to 10 percent", "1/2": "1 half",
    "3/4": "3 quarters", "9/10": "9 over 10", "80/20": "80 20", "24/7": "24 7", "-3": "minus 3",
    "−0.5": "minus 0.5", "±2": "plus or minus 2", "10^6": "10 to the power of 6", "x²": "x squared",
    "1:100": "1 to 100", "50+": "50 plus", "#1": "number 1", "1_000": "1000", "$1.5M": "1.5 million dollars",
    "$5-10": "5 to 10 dollars", "€30": "30 euros", "top-5": "top-5", "2026": "2026", "1,000": "1,000",
    # units
    "100 ms": "100 milliseconds", "1 ms": "1 millisecond", "16GB": "16 gigabytes", "8 GiB": "8 gibibytes",
    "500 QPS": "500 queries a second", "1 QPS": "1 query a second", "50 tok/s": "50 tokens a second",
    "events/s": "events a second", "2.4GHz": "2.4 gigahertz", "60 fps": "60 frames a second", "10x": "10 times",
    "10×": "10 times", "2x2": "2 by 2", "50°C": "50 degrees C", "24h": "24 hours", "5 Mbps": "5 megabits a second",
    # code and formulas
    "get_dcg": "get dcg", "getUserFeatures": "get user features", "HTTPServer": "H T T P server",
    "my_func()": "my func", "np.array": "np dot array", "model.fit(X, y)": "model dot fit(X, y)", "x[0]": "x 0",
    "__init__": "init", "x_i": "x i", "O(n log n)": "O of (n log n)", "O(n^2)": "O of (n squared)",
    "y = mx + b": "y equals mx plus b", "p<0.05": "p less than 0.05", "x != y": "x is not y", "a -> b": "a to b",
    "β = 0.9": "beta equals 0.9", "≤ 3": "at most 3", "`code`": "code", "<b>hi</b>": "hi",
    # words
    "vs.": "versus", "e.g.": "for example,", "i.e.,": "that is,", "etc.": "et cetera", "w/o": "without",
    "and/or": "and or", "i.i.d.": "I I D", "Q&A": "Q and A", "it’s “new”": "it's \"new\"",
    "train/test": "train or test", "https://a.example/x?y=1": "the link", "naïve": "naïve",
}  # fmt: skip


@pytest.mark.parametrize(("written", "said"), SAID.items())
def test_a_term_is_said_as_engineers_say_it(written: str, said: str) -> None:
    assert speakable(written) == said
    assert speakable(f"Why {written} here?") == f"Why {said} here?"


@pytest.mark.parametrize("said", SAID.values())
def test_what_is_said_stays_as_it_is(said: str) -> None:
    assert speakable(said) == said


def test_the_voices_front_end_finds_sounds_in_every_term() -> None:
    phonemizer = EspeakPhonemizer()
    sounds = {written: "".join(chain(*phonemizer.phonemize("en-us", said))) for written, said in SAID.items()}
    assert [written for written, found in sounds.items() if not any(map(str.isalpha, found))] == []


@given(st.text(max_size=80) | st.text(st.characters(codec="latin-1"), max_size=80))
def test_nothing_is_left_that_cannot_be_said(written: str) -> None:
    odd = [sign for sign in speakable(written) if not _sayable(sign)]
    assert odd == []


@given(st.lists(st.sampled_from(sorted(SAID)), min_size=1, max_size=6))
def test_terms_in_any_company_stay_sayable_and_are_not_lost(terms: list[str]) -> None:
    said = speakable(" ".join(terms))
    assert all(map(_sayable, said))
    assert len(said.split()) >= len(terms)


def _sayable(sign: str) -> bool:
    return sign in PUNCTUATION or sign.isspace() or sign.isdecimal() or unicodedata.category(sign)[0] in "LM"

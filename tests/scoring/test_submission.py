"""A program is turned away only when it cannot be one."""

import pytest

from scoring.code.submission import unfit

JAVASCRIPT = "function dcg(relevances) {\n\treturn 0;\n}\n"


@pytest.mark.parametrize("source", ["", " \n\t\r\n", "\u00a0\u2003"])
def test_nothing_but_white_space_is_empty(source: str) -> None:
    assert unfit(source) == "The submitted code is empty, so there was nothing to run."


@pytest.mark.parametrize("char", ["\u00a0", "\ufeff", "\u200b", "\u200d", "\u2028", "\u3000", "\t", "\f", "\v", "\r\n"])
def test_what_comes_with_pasted_code_is_plain_text(char: str) -> None:
    assert unfit(char + JAVASCRIPT) == ""


@pytest.mark.parametrize("char", ["é", "中", "😀", "\ue000", "\U000e0001"])
def test_no_script_or_sign_is_refused(char: str) -> None:
    assert unfit(f"// {char}\n{JAVASCRIPT}") == ""


@pytest.mark.parametrize("code", [0x00, 0x01, 0x1B, 0x7F, 0x85, 0xD800, 0xDFFF, 0xFFFD])
def test_what_no_editor_writes_is_not_plain_text(code: int) -> None:
    assert unfit(JAVASCRIPT + chr(code)) == "The submitted code is not plain text, so it was not run."

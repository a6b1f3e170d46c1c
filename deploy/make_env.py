"""Writes .env for `docker compose`: the sample with every key and password made afresh. Needs nothing but Python.

python3 deploy/make_env.py
"""

import os
import re
import secrets
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = re.compile(r"^(VIVA_\w+)=change-me$", re.MULTILINE)


def filled(sample: str) -> str:
    """The sample's text with random values where it has 'change-me'; 32 bytes each, fit for a URL or a shell."""
    return SAMPLE.sub(lambda line: f"{line[1]}={secrets.token_hex(32)}", sample)


def main() -> None:
    """Writes the file, readable by its owner alone; one that is there already stays as it is."""
    target = ROOT / ".env"
    try:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        sys.exit(f"{target} is there already and stays as it is; move it away to have a new one written.")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(filled((ROOT / ".env.example").read_text(encoding="utf-8")))
    print(f"{target} is written; VIVA_REVIEW_PASSWORD in it opens the review page.")


if __name__ == "__main__":
    main()

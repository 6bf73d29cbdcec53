"""Parses and verifies the first sessions of a table with pyocmf and says how many failed."""

import json
import sys

from pyocmf import OCMF

failed = 0
with open(sys.argv[1], encoding="utf-8") as table:
    for _, line in zip(range(int(sys.argv[2])), table):
        row = json.loads(line)
        try:
            failed += not OCMF.from_string(row["ocmf"]).verify_signature(row["public_key"])
        except Exception:
            failed += 1
print(failed)

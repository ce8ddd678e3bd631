"""The measures once more, by Polars from the same text: `count.py FACTS.parquet ASKED.json`, in its own environment.

What its SQL cannot read is named, not left out in silence. The last line is one JSON object.
"""

import json
import sys
import time

import polars as pl


def main(file: str, asked: str) -> None:
    began, found, unread = time.monotonic(), {}, {}
    facts = pl.read_parquet(file)
    context = pl.SQLContext(fact=facts.lazy())
    with open(asked, encoding="utf-8") as texts:
        for name, text in json.load(texts).items():
            try:
                rows = context.execute(text).collect().rows()
                found[name] = {row[0]: [int(one or 0) for one in row[1:]] for row in rows}
            except Exception as wrong:  # noqa: BLE001 — whatever it cannot do is told
                unread[name] = str(wrong).splitlines()[0][:120]
    with open(
        "/proc/self/status", encoding="ascii"
    ) as status:  # getrusage would hold the memory of whoever started it, too
        gb = next(int(line.split()[1]) for line in status if line.startswith("VmHWM:")) / 1024 / 1024
    seconds = time.monotonic() - began
    print(
        json.dumps({"seconds": seconds, "gb": round(gb, 2), "measures": len(found), "unread": unread, "shares": found})
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Sets the first five columns of a list as a table: typst_rows.py LIST OUT."""
import os
import sys

import typst

folder = os.path.dirname(os.path.abspath(sys.argv[1]))
source = os.path.join(folder, "rows.typ")
with open(source, "w", encoding="utf-8") as out:
    out.write(
        '#set text(size: 7pt)\n#let rows = csv("%s")\n'
        "#table(columns: (3fr, 2fr, 2fr, 1.5fr, 0.8fr), stroke: none, table.header(..rows.first().slice(0, 5)), "
        "..rows.slice(1).map(row => row.slice(0, 5)).flatten())\n" % os.path.basename(sys.argv[1])
    )
typst.compile(source, output=sys.argv[2])

"""Sets the first five columns of a list as a table: reportlab_rows.py LIST OUT."""
import csv
import sys

from reportlab.lib.pagesizes import A4
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

with open(sys.argv[1], newline="", encoding="utf-8") as source:
    rows = [row[:5] for row in csv.reader(source)]
# Parts of 500 rows: one table of all of them takes ReportLab far longer.
style = TableStyle([("FONTSIZE", (0, 0), (-1, -1), 7), ("LINEBELOW", (0, 0), (-1, 0), 0.5, "#000000")])
widths = [190, 110, 90, 80, 40]
parts = [
    LongTable([rows[0]] + rows[at : at + 500], colWidths=widths, repeatRows=1, style=style)
    for at in range(1, len(rows), 500)
]
SimpleDocTemplate(sys.argv[2], pagesize=A4, leftMargin=40, rightMargin=40).build(parts)

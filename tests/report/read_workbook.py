"""Prints a workbook as JSON, as somebody else's reader understands it: read_workbook.py FILE"""

import datetime
import json
import re
import sys

import openpyxl


def cell(one):
    value = one.value
    kind = {"s": "text", "n": "number", "d": "date", "f": "formula"}.get(one.data_type, one.data_type)
    if isinstance(value, str):
        # How a workbook writes what XML has no place for (ECMA-376, ST_Xstring); openpyxl leaves it.
        value = re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        value = value.date().isoformat() if midnight else value.isoformat(timespec="minutes")
    return {"kind": kind, "value": value, "format": one.number_format}


def sheet(one):
    columns = [openpyxl.utils.get_column_letter(i + 1) for i in range(one.max_column)]
    return {
        "frozen": one.freeze_panes,
        "filter": one.auto_filter.ref,
        "printed": one.print_area,
        "tab": one.sheet_properties.tabColor.rgb if one.sheet_properties.tabColor else None,
        "hidden": [i for i, letter in enumerate(columns) if one.column_dimensions[letter].hidden],
        "rows": [[cell(each) for each in row] for row in one.iter_rows()],
    }


book = openpyxl.load_workbook(sys.argv[1])
print(
    json.dumps(
        {
            "title": book.properties.title,
            "author": book.properties.creator,
            "names": book.sheetnames,
            "sheets": {one.title: sheet(one) for one in book.worksheets},
        }
    )
)

#!/usr/bin/python3
"""Writes the text files and workbooks of this folder as account teams keep them: `./make.py`, with python3-openpyxl."""
import datetime
import os

from openpyxl import Workbook
from openpyxl.styles import Font

os.chdir(os.path.dirname(os.path.abspath(__file__)))
day = datetime.date


def text(name, encoding, lines, newline="\r\n"):
    with open(name, "w", encoding=encoding, newline="") as file:
        file.write("".join(line + newline for line in lines))


def book(name, sheet, rows, merged=(), formats=()):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    workbook = Workbook()
    page = workbook.active
    page.title = sheet
    for row in rows:
        page.append(row)
    for cells in merged:
        page.merge_cells(cells)
    for area, number_format in formats:
        for row in page[area]:
            for cell in row:
                if isinstance(cell.value, (int, float)):
                    cell.number_format = number_format
    page["A1"].font = Font(bold=True, size=14)
    notes = workbook.create_sheet("Hinweise")
    notes.append(["Nur für den internen Gebrauch"])
    workbook.save(name)


# 1 A list of white spaces: thousands with commas, American dates, a comma within quotes, a sum.
text("white-space.csv", "utf-8-sig", [
    "Teutonia – white space analysis,,,,,,,",
    "as of 11/24/2026,,,,,,,",
    ",,,,,,,",
    "Year,Offering,Spend,With,Competitor,Contract end date,Comments,Customer",
    '2025,a Antriebe,"€1,250,000",Competitor,Nordmotor,12/31/2027,"Framework, renewed in autumn",Teutonia',
    '2025,b Steuerungen,"840,000.50",Executes internally,,,own plant in Lehrte,Teutonia',
    '2025,c Sensorik,"310,000",Us,-,03/31/2027,,Teutonia',
    '2025,d Kabelbäume,"720,000",Unknown,-,-,ask purchasing,Teutonia',
    ",,,,,,,",
    'Total,,"3,120,000.50",,,,,',
])

# 2 A matrix of sites and areas: percent cells, one of them a text, the period in the title, merged heads, a sum.
book("share-matrix.xlsx", "Anteile", [
    ["Brandt Antriebstechnik GmbH", None, None, None, None, None],
    ["Lieferanteile Teutonia, Q3 2025", None, None, None, None, "Stand: 24.11.26"],
    [],
    ["Werk", "Produktbereich", None, None, None, "Gesamt"],
    [None, "a Antriebe", "b Steuerungen", "c Sensorik", "d Kabelbäume", None],
    ["Gütersloh", 0.62, 0.485, 0.3, "–", 0.44],
    ["Bielefeld", 0.4, 0.333, "–", "–", 0.31],
    ["Oelde", 0.275, 0, "12,5 %", None, 0.2],
    [],
    ["Lehrte", 0.35, "–", "–", "–", 0.35],
    ["Gesamt", 0.41, 0.32, 0.2, "–", 0.36],
    ["Quelle: Außendienst, eigene Schätzung"],
], merged=["A1:F1", "A4:A5", "B4:E4", "F4:F5"], formats=[("B6:F11", "0.0%")])

# 3 Share of wallet by month, as Excel writes "Unicode text": what competitors sell and what adds up stands beside.
wallet = [("Jan 2025", 41200, 22000, 30800, 18000), ("Feb 2025", 39850.5, 21500, 32149.5, 18500),
          ("Mar 2025", 44000, 0, 31000, 41000), ("Apr 2025", "-", "-", "-", "-")]
lines = ["Share of wallet Teutonia\t\t\t\t\t\t\t\t\t\t\t\t", "\t" * 12,
         "Customer\tMonth\tOur Revenue a Antriebe\tOur Revenue b Steuerungen\tCompetitor a Antriebe\t"
         "Competitor b Steuerungen\tTotal Spend a Antriebe\tTotal Spend b Steuerungen\tSegment\tOur Spend\t"
         "Competitor Spend\tTotal Spend\tSoW"]


def english(number):
    shown = f"{number:,.2f}".rstrip("0").rstrip(".") if number != "-" else "-"
    return f'"{shown}"' if "," in shown else shown


for month, a, b, theirs_a, theirs_b in wallet:
    if a == "-":
        lines.append(f"Teutonia\t{month}" + "\t-" * 6 + "\tA\t-\t-\t-\t-")
        continue
    ours, theirs = a + b, theirs_a + theirs_b
    lines.append("\t".join(["Teutonia", month, *map(english, (a, b, theirs_a, theirs_b, a + theirs_a, b + theirs_b)),
                            "A", *map(english, (ours, theirs, ours + theirs)), f"{ours / (ours + theirs):.0%}"]))
text("share-of-wallet.txt", "utf-16", lines)

# 4 Eight quarters of shares side by side, their years above them, sites merged over their areas: the interface offers
# this one as a sample, in both languages.
for language, title, note, total in (
        ("de", "Lieferanteile Teutonia Hausgeräte SE", "Stand 24.11.26, vertraulich", "Summe"),
        ("en", "Share of supply, Teutonia Hausgeräte SE", "As of 24 November 2026, confidential", "Total")):
    site, area = ("Werk", "PB") if language == "de" else ("Plant", "Product area")
    book(f"../../web/public/samples/shares-{language}.xlsx", "Quartale" if language == "de" else "Quarters", [
        [title],
        [note],
        [],
        [site, area, 2023, None, None, None, 2024, None, None, None],
        [None, None, *["Q1", "Q2", "Q3", "Q4"] * 2],
        ["Gütersloh", "a Antriebe", .52, .53, .55, .56, .58, .6, .61, .62],
        [None, "b Steuerungen", .4, .4, .41, .43, .44, .45, .47, .485],
        [None, "d Kabelbäume", "–", "–", "–", "–", "–", "–", "–", "–"],
        [],
        ["Bielefeld", "a Antriebe", .35, .34, .33, .36, .37, .38, .4, .4],
        [None, "b Steuerungen", None, None, .28, .3, .3, .31, .32, .333],
        [total, None, .42, .42, .43, .45, .46, .47, .48, .49],
    ], merged=["A4:A5", "B4:B5", "C4:F4", "G4:J4", "A6:A8", "A10:A11"], formats=[("C6:J12", "0%")])

# 5 A German buying centre, as Excel of some years ago saves it: several roles, words for degrees, a line break.
text("buying-center.csv", "cp1252", [
    "Buying Center Teutonia;;;;;;;;",
    "Stand 24.11.26;;;;;;;;",
    ";;;;;;;;",
    "Name;Funktion/Abteilung;Standort;Rolle;Einfluss;Einstellung;Beziehung/zuständig;letzter Kontakt;Telefon",
    "Dr. Anke Feldmann;Leiterin strategischer Einkauf;Gütersloh;Entscheiderin / Einkäuferin;hoch;positiv;"
    "Katrin Vogt;12.11.26;05241 1234-0",
    'Jürgen Weiß;"Instandhaltung;\nWerk 2";Oelde;Anwender;gering;neutral;Jonas Albers;3.9.26;-',
    "Sabine Hoppe;Werkleiterin;Gütersloh;Beeinflusserin, Fürsprecherin;hoch;sehr positiv;Katrin Vogt;24.11.26;",
    "Beate Wrobel;Bestellerin;Oelde;Einkäuferin;gering;skeptisch;–;–;",
    "Iris Lamm;Vorzimmer;Gütersloh;Gatekeeper und Beeinflusserin;mittel;neutral;Katrin Vogt;;",
])

# 6 An action plan: goals merged over their actions, days as cells, as text and as bare numbers.
book("action-plan.xlsx", "Actions", [
    ["Action plan Teutonia"],
    ["Status per 2026-11-24"],
    [],
    ["Goal", "Objective", "Action", "Owner", "Due", "Status", "Done on", "Shown to customer?"],
    ["Grow share", "Main supplier for a and b", "Send cost model to purchasing", "Katrin Vogt", day(2026, 11, 10),
     "done", day(2026, 11, 9), "yes"],
    [None, None, "Visit the five plants", "Jonas Albers", "15.12.26", "open", None, "yes"],
    [None, "Platform 2028", "Concept sketch no. 2", "Meike Oltmann", 46400, "open", "–", "no"],
    ["Keep quality", None, "Audit of the\ncable line", "Deniz Aydın", day(2027, 1, 29), "open", None, "no"],
    [],
    ["Total: 4 actions"],
], merged=["A5:A7", "B5:B6", "A1:H1"])

# 7 Sites: Excel's first line, a head in two lines, a sum.
text("sites.csv", "utf-8-sig", [
    "sep=;",
    "Werke Teutonia;;;;",
    "Name;Ort;Land;Art;Anzahl",
    ";;;;Besteller",
    "Rheda;Rheda-Wiedenbrück;Deutschland;Fertigung;12",
    "Logistik Süd;Kassel;Deutschland;Lager;2",
    ";;;;",
    "Büro Wien;Wien;Österreich;Büro;–",
    "Summe;;;;14",
])

# 8 Signals: signs of quotation, line breaks and semicolons in texts, the scale in the head.
text("signals.csv", "cp1252", [
    "Datum;Signal;Bemerkung;Quelle;Thema;Chance/Gefahr;Auswirkung (1–5);Wahrscheinlichkeit (1–5);bis wann;Schlagworte",
    '02.09.26;"Einkauf fragt nach ""Plattform 2028""";"Frau Feldmann; am Telefon\nzweite Zeile";Telefonat;'
    "Ausschreibung;Chance;4;3;31.01.27;Plattform, Einkauf",
    "14.09.26;– 8 % bei Nordmotor in Oelde;;Besuch;Preisdruck;Gefahr;4;4;–;",
    "28.10.26;Kurzarbeit in Lehrte läuft aus;;Presse;Kurzarbeit;beides;2;5;;Lehrte",
])

# 9 Values of KPIs: percent cells beside plain numbers, names merged, a month that is not over, an average.
book("kpi-values.xlsx", "Kennzahlen", [
    ["KENNZAHLEN TEUTONIA", None, None, None, None],
    [None, None, None, "Stand", day(2026, 11, 24)],
    ["Kennzahl", "Stichtag", "Ist", "Soll", "Quelle"],
    ["Liefertreue", day(2025, 8, 31), 0.962, 0.96, "SAP"],
    [None, day(2025, 9, 30), 0.975, 0.96, "SAP"],
    [None, "31.10.25", "97,1 %", 0.96, "SAP"],
    [None, day(2026, 12, 31), "–", 0.96, None],
    ["Durchschnitt", None, 0.969, None, None],
    ["Reklamationen je Million Teile", day(2025, 9, 30), 120, 100, "QS"],
    ["Umsatz Rahmenvertrag", 45930, 1355.9, 1400, "Controlling"],
], merged=["A4:A7"], formats=[("C4:D8", "0.0%"), ("C9:D10", "#,##0.0")])

# 10 OKRs, flat: the objective in its first row only, scores of their own.
book("okr.xlsx", "OKR Q4", [
    ["OKR Teutonia, Q4 2026"],
    [],
    ["Objective", "Key Result", "Owner", "Start Value", "Target Value", "Current Value", "Score", "Quarter"],
    ["Teutonia plans with us", "Concept sketches agreed", "Meike Oltmann", 0, 3, 1, 0.33, "Q4 2026"],
    [None, "Plants that order a and b", "Jonas Albers", 1, 6, 3, 0.5, "Q4 2026"],
    ["Quality is no topic any more", "Complaints per million", "Deniz Aydın", 180, 90, 120, 0.75, "Q4 2026"],
    [None, "Delivery on time", "Katrin Vogt", 0.94, 0.98, 0.971, 0.99, "Q4 2026"],
], merged=["A4:A5", "A6:A7"], formats=[("G4:G7", "0%"), ("D7:F7", "0.0%")])

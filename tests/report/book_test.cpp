// Workbooks as somebody else's reader opens them: every kind of cell, and texts meant to do harm.

#include "report/book.hpp"

#include "report/reader.hpp"
#include "report/workbook.hpp"

namespace takt::tests {
namespace {

using domain::Language;
using report::Amount;
using report::Book;
using report::Cell;
using report::Percent;

const report::About kAboutBook{"Müller & Söhne <AG>", "Katrin \"KV\" Vogt", "Stand heute", {}};

/// What arrives of a cell, as `kind value`.
std::string arrived_cell(const Cell& cell) {
  Book book(Language::de, kAboutBook);
  book.sheet("S", {{"H"}, {"Last"}}).add({cell, "x"});
  return Opened(book.file()).at("S", 1, "H");
}

TEST(Book, KeepsHostileTextsAsTheTextsTheyAre) {
  for (const std::string text : {"=HYPERLINK(\"http://x\",\"Klick\")",
                                 "- zweite Zeile",
                                 "+49 Werk",
                                 "@SUM(A1)",
                                 "\tgeführt",
                                 "=1+1",
                                 "{=1}",
                                 "'Anführung",
                                 "&<>\"]]>",
                                 "😀 Ø ß",
                                 "eins\vzwei",
                                 "eins\rzwei\nzwei",
                                 "_x000B_",
                                 "_x41_",
                                 "__x005F_",
                                 "\x01\x1F",
                                 " vorn und hinten ",
                                 "-0,02",
                                 "https://x.example",
                                 "1e5",
                                 "0123",
                                 "\xEF\xBF\xBE"})
    EXPECT_EQ("text " + text, arrived_cell(text));
}

TEST(Book, KeepsNumbersAsNumbersBelowZeroToo) {
  EXPECT_EQ("number -0.02", arrived_cell(-0.02));
  EXPECT_EQ("number -1234.5", arrived_cell(-1234.5));
  EXPECT_EQ("number 123456789012345", arrived_cell(123456789012345));
  EXPECT_EQ("number 0", arrived_cell(0));
  EXPECT_EQ("number 0.4", arrived_cell(Percent{0.4}));
  EXPECT_EQ("number 1500000", arrived_cell(Amount{1.5e6}));
}

TEST(Book, KeepsDaysAsDaysAndMomentsToTheMinute) {
  for (const std::string day :
       {"1900-01-31", "1900-03-01", "2024-02-29", "2026-11-24", "2200-12-31"})
    EXPECT_EQ("date " + day, arrived_cell(*domain::parse_date(day)));
  EXPECT_EQ("date 2026-11-24T10:05",
            arrived_cell(report::Moment{*domain::parse_instant("2026-11-24T10:05:59.999Z")}));
}

TEST(Book, LeavesACellEmptyWhereNothingIsKnown) {
  EXPECT_EQ("", arrived_cell({}));
  EXPECT_EQ("", arrived_cell(std::optional<double>{}));
  EXPECT_EQ("", arrived_cell(std::string()));
}

TEST(Book, CutsWhatIsLongerThanACellHolds) {
  EXPECT_EQ("text " + std::string(32'767, 'x'), arrived_cell(std::string(40'000, 'x')));
}

TEST(Book, ShowsDaysAndSharesAsItsReaderWritesThem) {
  for (const auto& [language, day] :
       {std::pair(Language::de, "dd.mm.yyyy"), std::pair(Language::en, "yyyy-mm-dd")}) {
    Book book(language, kAboutBook);
    book.sheet("S", {{"D"}, {"P"}, {"A"}, {"B"}})
        .add({*domain::parse_date("2026-11-24"), Percent{0.4}, Amount{1200}, Amount{0.5}});
    const Opened opened(book.file());
    EXPECT_EQ(day, opened.format("S", 1, "D"));
    EXPECT_EQ("0 %", opened.format("S", 1, "P"));
    EXPECT_EQ("#,##0", opened.format("S", 1, "A"));
    EXPECT_EQ("#,##0.00", opened.format("S", 1, "B"));
  }
}

TEST(Book, ListHasOneHeaderRowThatStandsFiltersAndHidesItsIds) {
  Book book(Language::en, kAboutBook);
  auto& sheet = book.sheet("List", report::list_columns(Language::en, {{{"Ziel", "Goal"}}}));
  sheet.add({"a", "1"});
  sheet.add({"b", "2"});
  const Opened opened(book.file());
  const auto& read = opened.sheet("List");
  EXPECT_EQ("A2", read.at("frozen").as_string());
  EXPECT_EQ("A1:B3", read.at("filter").as_string());
  EXPECT_EQ("[1]", json::serialize(read.at("hidden")));
  EXPECT_EQ("text 2", opened.at("List", 2, "Id"));
  EXPECT_EQ("text b", opened.at("List", 2, "Goal"));
}

TEST(Book, TellsItsTitleAndWhoMadeIt) {
  Book book(Language::de, kAboutBook);
  book.sheet("S", {{"H"}});
  const Opened opened(book.file());
  EXPECT_EQ(kAboutBook.title, opened.title());
  EXPECT_EQ(kAboutBook.author, opened.author());
}

TEST(Book, LeavesNoFileBehindWrittenOrNot) {
  const auto folder =
      std::filesystem::temp_directory_path() / ("takt_book_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const char* before = std::getenv("TMPDIR");
  const std::string kept = before ? before : "";
  setenv("TMPDIR", folder.c_str(), 1);
  Book(Language::de, kAboutBook).sheet("S", {{"H"}}).add({"x"});
  {
    Book written(Language::de, kAboutBook);
    written.sheet("S", {{"H"}}).add({"x"});
    EXPECT_LT(1000u, written.file().size());
  }
  EXPECT_TRUE(std::filesystem::is_empty(folder));
  if (before)
    setenv("TMPDIR", kept.c_str(), 1);
  else
    unsetenv("TMPDIR");
  std::filesystem::remove_all(folder);
}

TEST(FileName, IsOneThatEverySystemTakes) {
  EXPECT_EQ("Plan Müller-Söhne GJ 26-27.xlsx",
            report::file_name({"Plan", "Müller/Söhne", "", "GJ 26\\27"}, ".xlsx"));
}

}  // namespace
}  // namespace takt::tests

// Documents that flow over pages, as somebody else's reader opens them.

#include "report/document.hpp"

#include <stdexcept>

#include "report/pdf.hpp"

namespace takt::tests {
namespace {

using report::About;
using report::Document;
using Rows = std::vector<std::vector<std::string>>;

const About kOfDocument{"Plan", "Katrin Vogt", "Stand heute",
                        *domain::parse_instant("2026-11-24T09:00:00.000Z")};

OpenedPdf written(const std::function<void(Document&)>& write) {
  return OpenedPdf(report::drawn(report::Format::portrait, domain::Language::de, kOfDocument,
                                 [&](report::Paper& paper, int pages) {
                                   Document document(paper, pages, kOfDocument, "Brandt", "");
                                   write(document);
                                   document.end();
                                 }));
}

std::size_t times(const std::string& text, const std::string& part) {
  std::size_t out = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++out;
  return out;
}

TEST(Documents, TellATableOfManyRowsOnceAndItsHeaderOnEachPage) {
  Rows rows;
  for (int row = 1; row <= 80; ++row)
    rows.push_back({"Reihe-" + std::to_string(row) + ".", std::string(row % 7 * 40, 'x')});
  const auto opened = written([&](Document& document) {
    document.table({{"Kopfzeile", 1}, {"Text", 2}}, rows);
  });
  const auto text = opened.text();
  EXPECT_LT(2, opened.pages());
  EXPECT_EQ(opened.pages(), times(text, "Kopfzeile"));
  for (int row = 1; row <= 80; ++row)
    EXPECT_EQ(1, times(text, "Reihe-" + std::to_string(row) + ".")) << row;
  for (int page = 1; page <= opened.pages(); ++page)
    EXPECT_EQ(1, times(text, std::to_string(page) + " / " + std::to_string(opened.pages())));
}

TEST(Documents, RefuseARowOfOtherCellsThanTheirTable) {
  for (const Rows& rows : {Rows{{"a"}}, Rows{{"a", "b"}, {"a", "b", "c"}}})
    EXPECT_THROW(written([&](Document& document) {
                   document.table({{"Eins"}, {"Zwei"}}, rows);
                 }),
                 std::logic_error);
}

TEST(Documents, GoOnOnTheNextPageInALongText) {
  std::string text;
  for (int word = 0; word < 3000; ++word) text += "wort" + std::to_string(word) + " ";
  const auto opened = written([&](Document& document) { document.paragraph(text); });
  EXPECT_LT(1, opened.pages());
  for (const int word : {0, 1500, 2999})
    EXPECT_EQ(1, times(opened.text() + " ", "wort" + std::to_string(word) + " "));
}

}  // namespace
}  // namespace takt::tests

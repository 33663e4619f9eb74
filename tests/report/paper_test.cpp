// Printed pages as somebody else's reader opens them: every kind of sign, and texts meant to do
// harm.

#include "report/paper.hpp"

#include <atomic>
#include <thread>

#include "report/pdf.hpp"

namespace takt::tests {
namespace {

using domain::Language;
using report::About;
using report::Format;
using report::Paper;
using report::Tag;
using report::Type;
using report::Weight;

const About kAbout{"Müller & Söhne <AG>", "Katrin \"KV\" Vogt", "Stand heute",
                   *domain::parse_instant("2026-11-24T09:00:00.000Z")};

std::string page_with(const std::string& text, const Type& type = {}, Language language = {},
                      const About& about = kAbout) {
  return report::drawn(Format::landscape, language, about, [&](Paper& paper, int) {
    paper.write(Tag::p, text, type, 40, 40, 300);
    paper.write(Tag::p, "Ende", {}, 40, 400, 300);
  });
}
/// What arrives of a text.
std::string arrived(const std::string& text) {
  const auto read = OpenedPdf(page_with(text)).text();
  return read.substr(0, read.find(" Ende"));
}

TEST(Paper, KeepsLettersAndSignsOfEveryNeighbour) {
  for (const std::string text :
       {"ÄÖÜäöüß€–„“", "Škoda Łódź", "ÁÉÍÓŐÚŰ çğış Žižkov", "a → b", "≈44 % · −3 ≥ ×",
        "“quoted” ‘so’ …", "Ελλάδα Київ", "✓ ✔ ✗ ☑ ★ ⚠ ↗ ↘ ➜ ⇒ ∑ √", "😀 😉"})
    EXPECT_EQ(text, arrived(text));
}

TEST(Paper, WritesWhatItsFontsLackInSignsThatTheyHave) {
  EXPECT_EQ("Start (rocket) (party popper)", arrived("Start 🚀 🎉"));
  EXPECT_EQ("(thumbs up sign) DE", arrived("👍🏽 🇩🇪"));
  EXPECT_EQ("shàng hǎi Werk", arrived("上海 Werk"));
  EXPECT_EQ("hangug", arrived("한국"));
  EXPECT_EQ("?", arrived("\U0010FFFD"));
}

TEST(Paper, TakesSignsThatItsFontLacksWithoutFailing) {
  for (const std::string text :
       {"👩‍🏭", "上海 工場", "한국", "שלום", "مرحبا", "\U0010FFFD", "e\u0301\u0302\u0303"}) {
    const auto read = OpenedPdf(page_with("vor " + text + " nach")).text();
    for (const auto* beside : {"vor ", " nach", "Ende"})
      EXPECT_NE(read.npos, read.find(beside)) << text << ": " << read;
  }
}

TEST(Paper, KeepsHostileTextsAsTextsOnOnePage) {
  EXPECT_EQ("<b>&amp; & %s ' \\ ) (", arrived("<b>&amp; & %s ' \\ ) ("));
  for (const std::string& sign :
       {std::string(1, '\0'), std::string("\x01"), std::string("\x1F"), std::string("\x7F"),
        std::string("\r"), std::string("\f"), std::string("\xEF\xBF\xBE"),
        std::string("\xEF\xBF\xBF"), std::string("\xEF\xB7\x90"), std::string("\xF0\x9F\xBF\xBE"),
        std::string("\xED\xA0\x80"), std::string("\xED\xBF\xBF"), std::string("\xC3"),
        std::string("\xFF\xFE"), std::string("\xC0\xAF"), std::string("\xF4\x90\x80\x80"),
        std::string("\u202E"), std::string("\u2028"), std::string("\uFEFF")}) {
    const auto hostile = "vor" + sign + "nach";
    const OpenedPdf opened(page_with(hostile, {}, {}, {hostile, hostile, hostile, kAbout.made}));
    const auto read = opened.text();
    EXPECT_TRUE(read.starts_with("vor")) << read;
    EXPECT_NE(read.npos, read.find("nach")) << read;
    EXPECT_NE(read.npos, read.find("Ende")) << read;
    EXPECT_EQ(1, opened.pages());
    EXPECT_TRUE(opened.info("Title").starts_with("vor")) << opened.info("Title");
    EXPECT_TRUE(opened.info("Title").ends_with("nach")) << opened.info("Title");
  }
  EXPECT_EQ(1, OpenedPdf(page_with("")).pages());
}

TEST(Paper, KeepsParagraphsOfALongText) {
  const auto words = OpenedPdf(page_with("eins\nzwei\n\ndrei")).words();
  ASSERT_LE(4u, words.size());
  EXPECT_LT(words[0].bottom, words[1].bottom);
  EXPECT_LT(words[1].bottom, words[2].bottom);
}

TEST(Paper, BreaksALongWordWithinItsWidth) {
  const OpenedPdf opened(page_with(std::string(200, 'W')));
  const auto words = opened.words();
  EXPECT_LT(3u, words.size());
  for (const auto& word : words) {
    EXPECT_LE(30 - 0.5, word.left) << word.text;
    EXPECT_GE(255 + 0.5, word.right) << word.text;
  }
}

TEST(Paper, MakesAFigureAsSmallAsItTakesAndNoSmaller) {
  report::drawn(Format::portrait, {}, kAbout, [&](Paper& paper, int) {
    const Type type{.size = 12};
    EXPECT_EQ(12, paper.fitted("≈41", type, 100).size);
    const auto small = paper.fitted("≈100", type, 15);
    EXPECT_LT(4, small.size);
    EXPECT_GE(15.1, paper.width_of({{"≈100"}}, small));
  });
}

TEST(Paper, TakesNoMoreLinesThanItIsAllowed) {
  for (const auto& text : {std::string(2000, 'w'), std::string("a\nb\nc\nd\ne\nf\ng"),
                           std::string("a\u2028b\u2029c\u2028d\u2028e")}) {
    const Type type{.most_lines = 2};
    report::drawn(Format::portrait, {}, kAbout, [&](Paper& paper, int) {
      EXPECT_GE(2 * type.line, paper.height_of({{text}}, type, 300));
      EXPECT_EQ(paper.height_of({{text}}, type, 300), paper.write(Tag::p, text, type, 40, 40, 300));
    });
  }
}

TEST(Paper, TellsItsTitleWhoMadeItWhenAndInWhichLanguage) {
  const OpenedPdf german(page_with("x"));
  EXPECT_EQ(kAbout.title, german.info("Title"));
  EXPECT_EQ(kAbout.author, german.info("Author"));
  EXPECT_EQ(kAbout.stand, german.info("Subject"));
  EXPECT_NE(std::string::npos, german.info("CreationDate").find("Nov 24"))
      << german.info("CreationDate");
  EXPECT_NE(std::string::npos, german.info("Page size").find("A4"));
  EXPECT_TRUE(german.is_in("de-DE"));
  EXPECT_TRUE(OpenedPdf(page_with("x", {}, Language::en)).is_in("en-GB"));
}

TEST(Paper, HasItsFontsInItAndTellsWhatATextIs) {
  const OpenedPdf opened(
      report::drawn(Format::portrait, Language::de, kAbout, [](Paper& paper, int) {
        paper.write(Tag::h1, "Überschrift", {.weight = report::Weight::bold}, 40, 40, 300);
        paper.write(Tag::p, "Text 上海", {.weight = report::Weight::medium}, 40, 80, 300);
        paper.group("Table", [&] {
          paper.group("TR", [&] { paper.write(Tag::td, "Zelle", {}, 40, 120, 100); });
        });
      }));
  EXPECT_EQ("yes", opened.info("Tagged"));
  const auto fonts = opened.fonts();
  EXPECT_LE(2u, fonts.size());
  for (const auto& font : fonts) {
    EXPECT_NE(font.npos, font.find("+Inter")) << font;
    // embedded, a part of it, and with what copied text reads
    EXPECT_TRUE(std::regex_search(font, std::regex("yes +yes +yes"))) << font;
  }
  const auto structure = opened.structure();
  std::size_t at = 0;
  for (const auto* told : {"H1", "Überschrift", "P", "Text", "Table", "TR", "TD", "Zelle"}) {
    at = structure.find(told, at);
    ASSERT_NE(structure.npos, at) << told << '\n' << structure;
  }
}

TEST(Paper, LeadsToTheAddressWhateverItHolds) {
  const std::string address = "https://takt.example/a?b='c'&d=(\\)";
  const OpenedPdf opened(
      report::drawn(Format::portrait, Language::de, kAbout, [&](Paper& paper, int) {
        paper.qr(address, {40, 40, 60, 60});
        paper.link(address, {40, 40, 60, 60});
        paper.qr(std::string(5000, 'x'), {40, 140, 60, 60});
      }));
  EXPECT_NE(std::string::npos, opened.links().find("https://takt.example/a?b=%27c%27&d=%28%5C%29"))
      << opened.links();
}

TEST(Paper, CountsItsPagesBeforeItDrawsThem) {
  const OpenedPdf opened(report::drawn(Format::portrait, {}, kAbout, [](Paper& paper, int pages) {
    for (int page = 1; page <= 3; ++page) {
      if (page > 1) paper.next_page();
      paper.write(Tag::p, std::to_string(page) + " / " + std::to_string(pages), {}, 40, 40, 300);
    }
  }));
  ASSERT_EQ(3, opened.pages());
  for (int page = 1; page <= 3; ++page)
    EXPECT_EQ(std::to_string(page) + " / 3 ", opened.text(page));
}

TEST(Paper, DrawsForManyAtOnce) {
  std::vector<std::jthread> threads;
  const std::string texts[] = {"Ä", "Škoda ✓ ≈44 %", "上海 🚀 مرحبا", std::string(900, 'W')};
  std::vector<std::string> pages;
  for (const auto& text : texts) pages.push_back(page_with(text));
  std::atomic<int> alike = 0;
  for (std::size_t i = 0; i < 8; ++i)
    threads.emplace_back([&, i] {
      for (std::size_t turn = i; turn < i + 8; ++turn)
        alike += page_with(texts[turn % 4], {.weight = Weight::bold}) ==
                 page_with(texts[turn % 4], {.weight = Weight::bold});
      for (std::size_t turn = i; turn < i + 8; ++turn)
        alike += page_with(texts[turn % 4]) == pages[turn % 4];
    });
  threads.clear();
  EXPECT_EQ(128, alike);
}

}  // namespace
}  // namespace takt::tests

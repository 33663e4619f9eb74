#include "domain/text.hpp"

#include <gtest/gtest.h>

namespace takt::domain {
namespace {

TEST(Text, ShortestFormsOfAllCharactersAreUtf8AndNothingElseIs) {
  for (const char* text : {"", "a", "ä", "€", "🚀", "\xEF\xBF\xBD", "\xF4\x8F\xBF\xBD"})
    EXPECT_TRUE(is_utf8(text)) << text;
  for (const char* broken :
       {"\xff", "\xc3", "a\xc3", "\x80", "\xc0\xaf", "\xe0\x80\xaf", "\xed\xa0\x80",
        "\xf0\x80\x80\xaf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xe2\x82"})
    EXPECT_FALSE(is_utf8(broken)) << broken;
}

TEST(Text, OneLineStaysOneLineWhateverItHolds) {
  EXPECT_EQ("a?b?c?d", in_one_line("a\nb\rc\x1b"
                                   "d"));
  EXPECT_EQ("Zürich 🚀", in_one_line("Zürich 🚀"));
  EXPECT_EQ("?|?|?|?", in_one_line("\xff|\xC2\x85|\xE2\x80\xA8|\xE2\x80\xAE"));
}

TEST(Text, SpacesAndCharactersWithoutWidthShowNothing) {
  for (const char* nothing : {"", " \t\n", "\xC2\xA0", "\xE2\x80\x8B\xE2\x80\x8D", "\xEF\xBB\xBF",
                              "\xE3\x80\x80", "\xE3\x85\xA4", "\xE2\xA0\x80"})
    EXPECT_FALSE(shows_something(nothing)) << nothing;
  for (const char* something : {"a", " - ", "\xE2\x80\x8B.", "👩‍👩‍👧", "ا"})
    EXPECT_TRUE(shows_something(something)) << something;
}

TEST(Text, EmailIsOneAddressAndNothingMore) {
  for (const char* good :
       {"katrin.vogt@brandt.example", "a@b", "o'neill+takt@a-b.de", "jörg@müller.de"})
    EXPECT_TRUE(is_email(good)) << good;
  for (const std::string bad : {"",
                                "a",
                                "@",
                                "a@",
                                "@b",
                                "a@b@c",
                                "a@b.de,evil@evil.de",
                                "a@b.de;c@d.de",
                                "a @b",
                                "a@b.de\rbcc:x",
                                "a@b.de\n",
                                "a@b.de>",
                                "<a@b.de",
                                "\"a\"@b.de",
                                "a@b..de",
                                ".a@b.de",
                                "a@b.de.",
                                "a@[1.2.3.4]",
                                "a@b\xE2\x80\x8B.de",
                                "a@b\xC2\xA0"
                                "de"})
    EXPECT_FALSE(is_email(bad)) << bad;
  EXPECT_FALSE(is_email(std::string(65, 'a') + "@b.de"));
  EXPECT_FALSE(is_email("a@" + std::string(250, 'b') + ".de"));
}

}  // namespace
}  // namespace takt::domain

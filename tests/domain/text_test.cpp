#include "domain/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

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

TEST(Text, FromEveryKeyboardIsTheSame) {
  EXPECT_EQ("M\u00fcnster", composed("Mu\u0308nster"));
  EXPECT_EQ("M\u00fcnster", composed("M\u00fcnster"));
  EXPECT_EQ("", composed(""));
}

TEST(Text, IsFoundWhateverItsCaseDiacriticsAndWidth) {
  const auto key = search_key("Österreichische Gießwerke");
  for (const char* term : {"österreich", "ÖSTERREICH", "O\u0308sterreich", "osterreich",
                           "gießwerke", "GIESSWERKE", "GIE\u1e9eWERKE", "Ｇｉｅｓｓ"})
    EXPECT_NE(std::string::npos, key.find(search_key(term))) << term;
  for (const char* other : {"oesterreich", "%", "_", "giesz"})
    EXPECT_EQ(std::string::npos, key.find(search_key(other))) << other;
  EXPECT_EQ("100%_\\", search_key("１００％＿＼"));
}

TEST(Text, IsFoundByThePlainLettersOfItsNeighbours) {
  EXPECT_EQ("lodz", search_key("Łódź"));
  EXPECT_EQ("kobenhavn", search_key("København"));
  EXPECT_EQ("dordevic", search_key("Đorđević"));
  EXPECT_EQ("isik", search_key("Işık"));
  EXPECT_EQ("istanbul", search_key("İstanbul"));
  EXPECT_EQ("aeroskobing", search_key("Ærøskøbing"));
}

TEST(Text, HasWordsThatEndInASignAndNoneThatAreParted) {
  EXPECT_EQ("c c++ c#", search_words("C, C++, C#"));
  EXPECT_EQ("muller sohne", search_words("Müller+Söhne"));
  EXPECT_EQ("nr 1", search_words("Nr. #1 ++"));
  EXPECT_EQ("c 11", search_words("C++11"));
}

TEST(Text, IsInTheOrderOfAGermanDictionary) {
  std::vector<std::string> names{"Zürich", "apfel",      "Ärzte",    "Ost", "Österreich", "Oz",
                                 "Arzt",   "Übersee AG", "straße A", "Ulm", "Strasse B"};
  std::ranges::sort(names, {}, [](const std::string& name) { return sort_key(name); });
  EXPECT_EQ((std::vector<std::string>{"apfel", "Arzt", "Ärzte", "Ost", "Österreich", "Oz",
                                      "straße A", "Strasse B", "Übersee AG", "Ulm", "Zürich"}),
            names);
  EXPECT_EQ(std::string::npos, sort_key("Übersee AG").find_first_not_of("0123456789abcdef"));
}

TEST(Text, AnEmailIsOneInEverySpelling) {
  const auto key = email_key("j\u00f6rg@brandt.example");
  for (const char* same :
       {"jo\u0308rg@brandt.example", "J\u00d6RG@Brandt.Example", "JO\u0308RG@brandt.example"})
    EXPECT_EQ(key, email_key(same)) << same;
  EXPECT_EQ("stra\u00dfe@brandt.example", email_key("STRA\u1e9eE@brandt.example"))
      << "another mailbox than strasse@";
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

TEST(Text, EmailsAreComparedByFoldedLettersOfPlainWidthAndKeptAsTheyAre) {
  EXPECT_EQ(email_key("\u03c3\u03b1\u03c3@x.example"), email_key("\u03c3\u03b1\u03c2@x.example"));
  EXPECT_EQ(email_key("\u03c3\u03b1\u03c3@x.example"), email_key("\u03a3\u0391\u03a3@x.example"));
  EXPECT_EQ("jonas@x.example", email_key("\uff2aonas@x.example"));
  EXPECT_NE(email_key("strasse@x.example"), email_key("stra\u00dfe@x.example"));
  EXPECT_EQ("\u03c3\u03b1\u03c2@x.example", kept_email("\u03a3\u0391\u03a3@X.example"));
  for (const char* text : {"\u03c3\u03b1\u03c2@x", "\u1e9e@x", "\u0130@x", "\uff2a\u0308@x"})
    EXPECT_EQ(email_key(text), email_key(email_key(text))) << text;
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

#include "access/password.hpp"

#include <unicode/unistr.h>

#include <algorithm>
#include <set>
#include <vector>

#include "domain/problem.hpp"
#include "domain/text.hpp"

namespace takt::access {

using namespace domain;

namespace {

constexpr std::size_t kFewest = 10;
constexpr std::size_t kFewestLeft = 4;

/// What nobody has to guess is crossed out.
constexpr char32_t kOut = 0;

// Sorted by nothing: there are few, and a password is chosen seldom.
constexpr std::u32string_view kCommon[] = {
    U"password", U"passwort", U"kennwort", U"geheim",   U"secret",   U"willkommen",    U"welcome",
    U"hallo",    U"hello",    U"admin",    U"letmein",  U"iloveyou", U"ichliebedich",  U"schatz",
    U"sommer",   U"summer",   U"winter",   U"herbst",   U"autumn",   U"fr\u00fchling", U"fruehling",
    U"spring",   U"fussball", U"football", U"sunshine", U"princess", U"dragon",        U"monkey",
    U"master",   U"login",    U"start",    U"test",     U"changeme", U"default",       U"hase",
    U"baseball", U"superman", U"batman",   U"computer", U"internet", U"takt"};

constexpr std::u32string_view kRows[] = {U"01234567890",
                                         U"abcdefghijklmnopqrstuvwxyz",
                                         U"qwertzuiop\u00fc",
                                         U"asdfghjkl\u00f6\u00e4",
                                         U"yxcvbnm",
                                         U"qwertyuiop",
                                         U"zxcvbnm",
                                         U"1q2w3e4r5t6z7u8i9o0p",
                                         U"1q2w3e4r5t6y7u8i9o0p",
                                         U"1qay2wsx3edc4rfv5tgb6zhn7ujm"};

std::u32string characters(const icu::UnicodeString& text) {
  std::u32string out;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    out += static_cast<char32_t>(text.char32At(i));
  return out;
}

std::u32string folded(const std::string& text) {
  return characters(icu::UnicodeString::fromUTF8(text).foldCase());
}

/// Figures and signs as the letters that they often stand for.
char32_t letter(char32_t c) {
  switch (c) {
    case U'0':
      return U'o';
    case U'1':
    case U'!':
      return U'i';
    case U'3':
      return U'e';
    case U'4':
    case U'@':
      return U'a';
    case U'5':
    case U'$':
      return U's';
    case U'7':
      return U't';
    default:
      return c;
  }
}

void cross_out(std::u32string& text, const std::u32string& read_as, std::u32string_view word) {
  for (auto at = read_as.find(word); at != read_as.npos; at = read_as.find(word, at + 1))
    std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), word.size(), kOut);
}

/// Whether `b` is `a` again or its neighbour in the row, up or down by `step`.
bool follows(std::u32string_view row, char32_t a, char32_t b, int step) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto next = static_cast<std::ptrdiff_t>(i) + step;
    if (row[i] == a && next >= 0 && next < static_cast<std::ptrdiff_t>(row.size()) &&
        row[static_cast<std::size_t>(next)] == b)
      return true;
  }
  return false;
}

/// Crosses out where three or more characters go on as `goes_on(a, b)` says.
template <class GoesOn>
void cross_out_runs(std::u32string& text, const std::u32string& read, GoesOn goes_on) {
  for (std::size_t from = 0; from < read.size();) {
    auto to = from + 1;
    while (to < read.size() && goes_on(read[to - 1], read[to])) ++to;
    if (to - from >= 3)
      std::fill(text.begin() + static_cast<std::ptrdiff_t>(from),
                text.begin() + static_cast<std::ptrdiff_t>(to), kOut);
    from = to - from >= 3 ? to : from + 1;
  }
}

/// The words of a text, those of at least three characters.
std::vector<std::u32string> words_of(const std::string& text) {
  std::vector<std::u32string> out(1);
  for (const char32_t c : folded(text)) {
    if (std::u32string_view(U" .-_@+").find(c) == std::u32string_view::npos)
      out.back() += c;
    else
      out.emplace_back();
  }
  std::erase_if(out, [](const auto& word) { return word.size() < 3; });
  return out;
}

std::size_t left_to_guess(const std::string& password, const User& user) {
  const auto read = folded(password);
  auto as_letters = read;
  std::ranges::transform(as_letters, as_letters.begin(), letter);
  auto text = read;
  for (const auto& own : {user.name + " ", user.email + " "})
    for (const auto& word : words_of(own)) {
      cross_out(text, read, word);
      cross_out(text, as_letters, word);
    }
  for (const auto word : kCommon) cross_out(text, as_letters, word);
  for (int year = 1930; year < 2060; ++year) {
    const auto digits = std::to_string(year);
    cross_out(text, read, std::u32string(digits.begin(), digits.end()));
  }
  cross_out_runs(text, read, [](char32_t a, char32_t b) { return a == b; });
  for (const auto row : kRows)
    for (const int step : {1, -1})
      cross_out_runs(text, read, [&](char32_t a, char32_t b) { return follows(row, a, b, step); });
  std::set<char32_t> left(text.begin(), text.end());
  left.erase(kOut);
  return left.size();
}

}  // namespace

void must_be_strong(const std::string& password, const User& user, const std::string& pointer) {
  const auto one_form = composed(password);
  const auto length = characters(icu::UnicodeString::fromUTF8(one_form)).size();
  if (length < kFewest)
    throw Problem::invalid(pointer, "too_short",
                           "must have at least " + std::to_string(kFewest) + " characters");
  if (length > Password::kMax)
    throw Problem::invalid(pointer, "too_long",
                           "must have at most " + std::to_string(Password::kMax) + " characters");
  if (left_to_guess(one_form, user) < kFewestLeft)
    throw Problem::invalid(pointer, "easily_guessed",
                           "is too easily guessed: name, common words, years and rows don't count");
}

}  // namespace takt::access

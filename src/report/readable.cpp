#include "report/readable.hpp"

#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <cctype>
#include <memory>

#include "domain/text.hpp"

namespace takt::report {

namespace {

std::string in_latin(const std::string& text) {
  // Costs time to make and memory to keep: there where somebody needs it.
  thread_local const auto latin = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::Transliterator>(
        icu::Transliterator::createInstance("Any-Latin; NFC", UTRANS_FORWARD, error));
  }();
  if (!latin) return text;
  auto unicode = icu::UnicodeString::fromUTF8(text);
  latin->transliterate(unicode);
  std::string out;
  return unicode.toUTF8String(out);
}

std::string name_of(char32_t symbol) {
  constexpr char32_t kFlagA = 0x1F1E6, kFlagZ = 0x1F1FF;  // letters whose pairs are flags
  if (symbol >= kFlagA && symbol <= kFlagZ)
    return {static_cast<char>('A' + static_cast<int>(symbol - kFlagA))};
  char name[128];
  UErrorCode error = U_ZERO_ERROR;
  const auto length =
      u_charName(static_cast<UChar32>(symbol), U_UNICODE_CHAR_NAME, name, sizeof name, &error);
  if (U_FAILURE(error) || length == 0) return "?";
  std::string out = "(";
  for (const char* letter = name; *letter; ++letter)
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(*letter)));
  return out + ")";
}

/// What only changes how its neighbour looks: joiners, variants, colours of skin.
bool changes_its_neighbour(char32_t character) {
  const auto point = static_cast<UChar32>(character);
  return u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_hasBinaryProperty(point, UCHAR_EMOJI_MODIFIER);
}

bool is_letter(char32_t character) {
  constexpr auto kLetters = U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK;
  return (U_GET_GC_MASK(static_cast<UChar32>(character)) & kLetters) != 0;
}

}  // namespace

std::string readable(std::string_view text, const std::function<bool(char32_t)>& drawn) {
  std::string out;
  std::string strange;
  const auto put_strange = [&] {
    if (strange.empty()) return;
    const auto latin = in_latin(strange);
    strange.clear();
    for (std::size_t at = 0; at < latin.size();) {
      const auto from = at;
      const auto character = domain::next_character(latin, at);
      out += character && drawn(*character) ? latin.substr(from, at - from) : "?";
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto character = domain::next_character(text, at).value_or(U'?');
    if (!drawn(character) && is_letter(character)) {
      strange += text.substr(from, at - from);
      continue;
    }
    put_strange();
    if (drawn(character))
      out += text.substr(from, at - from);
    else if (!changes_its_neighbour(character))
      out += name_of(character);
  }
  put_strange();
  return out;
}

}  // namespace takt::report

#include "domain/text.hpp"

#include <unicode/coll.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <stdexcept>

namespace takt::domain {
namespace {

struct Range {
  char32_t from, to;
};

template <std::size_t N>
bool lies_in(const std::array<Range, N>& ranges, char32_t c) {
  return std::ranges::any_of(ranges, [c](Range range) { return c >= range.from && c <= range.to; });
}

/// White space (Unicode's property), and what takes no room: joiners, marks of direction, fillers,
/// selectors of a variant, tags.
constexpr std::array kUnseen{
    Range{0x00, 0x20},     Range{0x7F, 0xA0},     Range{0xAD, 0xAD},      Range{0x34F, 0x34F},
    Range{0x61C, 0x61C},   Range{0x115F, 0x1160}, Range{0x1680, 0x1680},  Range{0x17B4, 0x17B5},
    Range{0x180B, 0x180F}, Range{0x2000, 0x200F}, Range{0x2028, 0x202F},  Range{0x205F, 0x206F},
    Range{0x2800, 0x2800}, Range{0x3000, 0x3000}, Range{0x3164, 0x3164},  Range{0xFE00, 0xFE0F},
    Range{0xFEFF, 0xFEFF}, Range{0xFFA0, 0xFFA0}, Range{0xE0000, 0xE0FFF}};

constexpr std::array kForbidden{Range{0x00, 0x08},     Range{0x0B, 0x1F},
                                Range{0x7F, 0x9F},     Range{0x202A, 0x202E},
                                Range{0x2066, 0x2069}, Range{0xFDD0, 0xFDEF}};

/// How many bytes follow the first one of a character; no value where none begins so.
std::optional<int> bytes_after(unsigned char first) {
  if (first < 0x80) return 0;
  if (first >= 0xC2 && first < 0xE0) return 1;
  if (first >= 0xE0 && first < 0xF0) return 2;
  if (first >= 0xF0 && first < 0xF5) return 3;
  return {};
}

const icu::Normalizer2& normalizer(const char* form, UNormalization2Mode mode) {
  UErrorCode error = U_ZERO_ERROR;
  const auto* out = icu::Normalizer2::getInstance(nullptr, form, mode, error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU lacks its data");
  return *out;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode error = U_ZERO_ERROR;
  auto out = form.normalize(text, error);
  if (U_FAILURE(error)) throw std::runtime_error("ICU can't normalise a text");
  return out;
}

icu::UnicodeString utf16(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8({utf8.data(), static_cast<int32_t>(utf8.size())});
}

std::unique_ptr<icu::Collator> german_order() {
  UErrorCode error = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> out(
      icu::Collator::createInstance(icu::Locale::getGerman(), error));
  if (U_FAILURE(error)) throw std::runtime_error("ICU lacks its data");
  return out;
}

}  // namespace

std::optional<char32_t> next_character(std::string_view utf8, std::size_t& at) {
  const auto start = at++;
  const auto first = static_cast<unsigned char>(utf8[start]);
  const auto more = bytes_after(first);
  if (!more || start + static_cast<std::size_t>(*more) >= utf8.size()) return {};
  char32_t code = *more == 0 ? first : first & (0x3Fu >> *more);
  for (int i = 1; i <= *more; ++i) {
    const auto next = static_cast<unsigned char>(utf8[start + static_cast<std::size_t>(i)]);
    if ((next & 0xC0) != 0x80) return {};
    code = code << 6 | (next & 0x3F);
  }
  const bool overlong = (*more == 2 && code < 0x800) || (*more == 3 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (overlong || surrogate || code > 0x10FFFF) return {};
  at = start + static_cast<std::size_t>(*more) + 1;
  return code;
}

bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();)
    if (!next_character(text, at)) return false;
  return true;
}

bool is_forbidden(char32_t character) {
  // The last two of each plane are no characters.
  return lies_in(kForbidden, character) || (character & 0xFFFE) == 0xFFFE;
}

bool shows_something(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto character = next_character(utf8, at);
    if (character && !lies_in(kUnseen, *character)) return true;
  }
  return false;
}

std::string without_breaks(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

std::string in_one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto start = at;
    const auto character = next_character(text, at);
    const bool breaks = character && (*character == '\n' || *character == '\t' ||
                                      *character == 0x2028 || *character == 0x2029);
    if (!character || breaks || is_forbidden(*character))
      out += '?';
    else
      out += text.substr(start, at - start);
  }
  return out;
}

std::string composed(std::string_view utf8) {
  static const auto& nfc = normalizer("nfc", UNORM2_COMPOSE);
  std::string out;
  return normalized(nfc, utf16(utf8)).toUTF8String(out);
}

namespace {

/// Letters with a stroke, without a dot or of two in one, which no decomposition takes apart.
std::u16string_view plain_letter(UChar32 c) {
  switch (c) {
    case 0x142:
      return u"l";  // ł
    case 0xF8:
      return u"o";  // ø
    case 0x111:
    case 0xF0:
      return u"d";  // đ, ð
    case 0x131:
      return u"i";  // ı
    case 0x127:
      return u"h";  // ħ
    case 0x167:
      return u"t";  // ŧ
    case 0xE6:
      return u"ae";  // æ
    case 0x153:
      return u"oe";  // œ
    case 0xFE:
      return u"th";  // þ
    default:
      return {};
  }
}

}  // namespace

std::string search_key(std::string_view utf8) {
  static const auto& one_case = normalizer("nfkc_cf", UNORM2_COMPOSE);
  static const auto& apart = normalizer("nfkc", UNORM2_DECOMPOSE);
  const auto text = normalized(apart, normalized(one_case, utf16(utf8)));
  icu::UnicodeString bare;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (const auto plain = plain_letter(c); !plain.empty())
      bare.append(plain.data(), static_cast<int32_t>(plain.size()));
    else
      bare.append(c);
  }
  std::string out;
  return bare.toUTF8String(out);
}

std::string search_words(std::string_view utf8) {
  const auto text = utf16(search_key(utf8));
  icu::UnicodeString words;
  bool between = false;
  const auto is_letter = [&](int32_t i) {
    return i < text.length() &&
           (U_GET_GC_MASK(text.char32At(i)) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
  };
  // Behind a word, "C++" and "C#" are others than "C"; between two, a sign parts them.
  const auto is_ending = [&](int32_t i) {
    if (between || words.isEmpty()) return false;
    while (i < text.length() && (text[i] == u'+' || text[i] == u'#')) ++i;
    return !is_letter(i);
  };
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    const bool of_word = is_letter(i) || ((c == U'+' || c == U'#') && is_ending(i));
    if (of_word && between && !words.isEmpty()) words.append(UChar32{' '});
    if (of_word) words.append(c);
    between = !of_word;
  }
  std::string out;
  return words.toUTF8String(out);
}

std::string name_key(std::string_view utf8) {
  static const auto& one_case = normalizer("nfkc_cf", UNORM2_COMPOSE);
  const auto text = normalized(one_case, utf16(utf8));
  icu::UnicodeString words;
  bool between = false;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const auto c = text.char32At(i);
    const bool space = u_isUWhiteSpace(c);
    if (!space && between && !words.isEmpty()) words.append(UChar32{' '});
    if (!space) words.append(c);
    between = space;
  }
  std::string out;
  return words.toUTF8String(out);
}

std::string search_edition() {
  UVersionInfo unicode;
  u_getUnicodeVersion(unicode);
  std::string out = "2";
  for (const auto part : unicode) out += '.' + std::to_string(part);
  return out;
}

std::string sort_key(std::string_view utf8) {
  // Shared by all threads: nothing about it changes.
  static const std::unique_ptr<const icu::Collator> order = german_order();
  const auto text = utf16(utf8);
  std::string bytes(static_cast<std::size_t>(order->getSortKey(text, nullptr, 0)), '\0');
  order->getSortKey(text, reinterpret_cast<uint8_t*>(bytes.data()),
                    static_cast<int32_t>(bytes.size()));
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char byte : bytes) {
    out += kDigits[static_cast<unsigned char>(byte) >> 4];
    out += kDigits[static_cast<unsigned char>(byte) & 15];
  }
  return out;
}

std::string kept_email(std::string_view utf8) {
  std::string lower;
  utf16(utf8).toLower(icu::Locale::getRoot()).toUTF8String(lower);
  return composed(lower);
}

std::string email_key(std::string_view utf8) {
  static const auto& compatible = normalizer("nfkc", UNORM2_COMPOSE);
  const auto compared = [](const icu::UnicodeString& text) {
    // Folding would make ss of ß (and of ẞ, which is ß in capitals), which is another address.
    icu::UnicodeString out;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
      const auto c = text.char32At(i);
      if (c == 0xDF || c == 0x1E9E)
        out.append(UChar32{0xDF});
      else
        out.append(icu::UnicodeString(c).foldCase());
    }
    return normalized(compatible, out);
  };
  // Twice: what is composed at last may fold once more.
  std::string out;
  return compared(compared(normalized(compatible, utf16(utf8)))).toUTF8String(out);
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  if (at == text.npos || text.find('@', at + 1) != text.npos) return false;
  const auto name = text.substr(0, at);
  const auto host = text.substr(at + 1);
  // By RFC 5321, 4.5.3.1. Quoted names, comments and address literals are nobody's address here.
  if (name.empty() || name.size() > 64 || host.empty() || text.size() > 254) return false;
  if (text.find_first_of(" ,;:<>()[]\\\"") != text.npos) return false;
  for (const auto part : {name, host})
    if (part.starts_with('.') || part.ends_with('.') || part.find("..") != part.npos) return false;
  for (std::size_t i = 0; i < text.size();) {
    const auto character = next_character(text, i);
    if (!character || is_forbidden(*character) || lies_in(kUnseen, *character)) return false;
  }
  return true;
}

}  // namespace takt::domain

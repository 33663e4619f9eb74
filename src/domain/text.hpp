#pragma once
// Texts in UTF-8: what people may write, and what others may send instead.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace takt::domain {

/// The character that begins at `at`, which then stands behind it. No value where there is no UTF-8
/// (RFC 3629); `at` then stands one byte further.
std::optional<char32_t> next_character(std::string_view utf8, std::size_t& at);

bool is_utf8(std::string_view text);

/// Has no place in what people write: control characters but tab and line feed, characters that
/// turn the writing direction of what follows (a name that reads otherwise than it is), code points
/// that never stand for a character.
bool is_forbidden(char32_t character);

/// Whether there is anything to see: not only spaces and characters without a width.
bool shows_something(std::string_view utf8);

/// The text with a question mark for each forbidden character, line break, tab and byte that is no
/// UTF-8: one line, whatever somebody sent.
std::string in_one_line(std::string_view text);

/// The text with a space for each line break: what somebody wrote must not look like an entry or a
/// section of its own.
std::string without_breaks(std::string text);

/// The same text in the one form (NFC) in which letters from every keyboard are equal: `ä` is one
/// character on Windows and two on a Mac.
std::string composed(std::string_view utf8);

/// What a text is found by: a term is in a text where its key is in the text's. Case, diacritics
/// (`ö` = `o`, `ł` = `l`, `ø` = `o`), `ß` or `ss`, full or half width make no difference; all other
/// signs do.
std::string search_key(std::string_view utf8);

/// The words of a text as search_key has them, one space between two: letters, digits and what is
/// put to them, `+` and `#` at their end (`C++`); all other signs end a word.
std::string search_words(std::string_view utf8);

/// What a name in a list is matched by: case, forms of the same letter, width, and how wide or many
/// the spaces in and around it are make no difference; diacritics do.
std::string name_key(std::string_view utf8);

/// By which edition of these keys texts are found: another one makes others.
std::string search_edition();

/// Keys in the order of their bytes are texts in the order of a German dictionary (DIN 5007-1: `Ö`
/// beside `O`). Hexadecimal digits, so that every database compares them alike. Other releases of
/// ICU may make other ones.
std::string sort_key(std::string_view utf8);

/// An e-mail address as it is kept: composed, in lower case. Mail goes to it, so that no letter
/// becomes another one.
std::string kept_email(std::string_view utf8);

/// What e-mail addresses are compared by: case folded (`ς` = `σ`), full or half width alike (NFKC).
/// Only `ß` stays another letter than `ss`: those are two mailboxes.
std::string email_key(std::string_view utf8);

/// One e-mail address as people have them, and nothing that a mail server could take for more.
bool is_email(std::string_view text);

}  // namespace takt::domain

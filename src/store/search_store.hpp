#pragma once
// What is searched: a folded text for each present entry (domain/text.hpp), kept within the write
// of its row, read through from front to back. Why no index of words: docs/decisions/0017.

#include <span>

#include "domain/values.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

BOOST_DEFINE_ENUM_CLASS(FoundKind, account, site, contact, objective, key_result, signal, tag,
                        meeting, lesson, question)

/// More words than these narrow nothing any more.
inline constexpr std::size_t kMostSearchWords = 6;

/// Keeps what the account is found by; put_keys() does for all others.
void put_search_text(Session& session, const domain::Account& account);

/// Makes all texts anew where another edition of this program or of ICU made them; how many.
int refresh_search_texts(Session& session);

/// What is wanted, in which accounts.
struct Search {
  std::vector<std::string> words;  ///< of domain::search_words, one at least
  Id reader;                       ///< whose accounts come first
  bool only_own = true;            ///< accounts whose team the reader is on, else all
  int most = 20;                   ///< of each kind
};

/// A hit. `tier`: 0 a name begins with what is wanted, 1 each word begins a word of the text,
/// 2 one is found inside of a word.
struct FoundEntry {
  FoundKind kind = FoundKind::account;
  Id id;
  Id account;
  std::string tag;  ///< as it is written; only of a tag, which then has no id
  int signals = 0;  ///< that carry the tag
  int tier = 0;
};
BOOST_DESCRIBE_STRUCT(FoundEntry, (), (kind, id, account, tag, signals, tier))

/// The best hits of each kind but tags, the best first: by tier, the reader's accounts first, then
/// what is of no closed or coming cycle, then the newest. Each word of `words` is in the text:
/// where it has three bytes anywhere, else at the beginning of a word. Nothing that is archived,
/// hangs on something archived or was merged away; no question that is answered.
std::vector<FoundEntry> search(Session& session, const Search& wanted);

/// The same of tags, each once an account, the more usual first.
std::vector<FoundEntry> search_tags(Session& session, const Search& wanted);

}  // namespace takt::store

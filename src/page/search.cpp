#include "page/search.hpp"

#include <algorithm>
#include <array>
#include <sstream>

#include "domain/access.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/open_question.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/text.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;

namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& wanted) {
  Words out;
  std::istringstream words(search_words(wanted));
  for (std::string word; words >> word && out.size() < store::kMostSearchWords;)
    out.push_back(word);
  return out;
}

/// How many of the words are in `text`, by the rule of store::search().
std::size_t count_in(std::string_view text, const Words& words) {
  const auto found = ' ' + search_words(text);
  return static_cast<std::size_t>(std::ranges::count_if(words, [&](const std::string& word) {
    return found.find(word.size() < 3 ? ' ' + word : word) != found.npos;
  }));
}

/// A line of `text` around the first of the words that it has; empty where it has none.
std::string passage(const std::string& text, const Words& words) {
  constexpr std::ptrdiff_t kBefore = 4;
  constexpr std::ptrdiff_t kShown = 16;
  // Whatever stands there without a space, e.g. an address.
  constexpr std::size_t kLongest = 40;
  Words pieces;
  std::istringstream parts(text);
  for (std::string part; parts >> part;) pieces.push_back(part);
  const auto at = std::ranges::find_if(
      pieces, [&](const std::string& piece) { return count_in(piece, words) > 0; });
  if (at == pieces.end()) return {};
  const auto from = at - std::min(kBefore, at - pieces.begin());
  const auto to = from + std::min(kShown, pieces.end() - from);
  std::string out = from == pieces.begin() ? "" : "…";
  for (auto piece = from; piece != to; ++piece)
    out.append(out.empty() ? "" : " ").append(first_characters(*piece, kLongest));
  return to == pieces.end() ? out : out + " …";
}

/// Reads hits as their readers see them.
class Reader {
 public:
  Reader(store::Session& session, const Caller& caller, const Words& words)
      : session_(session), caller_(caller), words_(words) {}

  Found found(const store::FoundEntry& entry) {
    Found out;
    out.kind = entry.kind;
    if (entry.kind != FoundKind::tag) out.id = entry.id;
    out.account = entry.account;
    const auto account = store::must_find<Account>(session_, entry.account);
    out.account_name = account.name;
    out.account_code = account.code;
    out.signals = entry.signals;
    tell(entry, account, out);
    return out;
  }

 private:
  template <class T>
  T read(const store::FoundEntry& entry) {
    return store::must_find<T>(session_, entry.id);
  }

  void tell(const store::FoundEntry& entry, const Account& account, Found& out) {
    switch (entry.kind) {
      case FoundKind::account:
        out.title = account.name;
        out.detail = account.industry;
        break;
      case FoundKind::tag:
        out.title = entry.tag;
        break;
      case FoundKind::site: {
        const auto site = read<Site>(entry);
        out.title = site.name;
        if (site.city != site.name) out.detail = site.city;
        break;
      }
      case FoundKind::contact: {
        const auto contact = read<Contact>(entry);
        out.title = contact.name;
        out.detail = contact.function;
        break;
      }
      case FoundKind::objective:
        tell(read<Objective>(entry), out);
        break;
      case FoundKind::key_result:
        tell(read<KeyResult>(entry), out);
        break;
      case FoundKind::signal: {
        const auto signal = read<Signal>(entry);
        out.title = signal.title;
        if (count_in(signal.title, words_) < words_.size())
          out.detail = passage(signal.detail, words_);
        break;
      }
      case FoundKind::meeting: {
        const auto meeting = read<Meeting>(entry);
        out.at = moment_of(meeting);
        out.held = meeting.kind;
        out.detail = count_in(meeting.place, words_) > 0 ? std::string(meeting.place)
                                                         : passage(meeting.minutes, words_);
        break;
      }
      case FoundKind::lesson: {
        const auto review = read<Review>(entry);
        const auto objective = store::must_find<Objective>(session_, review.objective);
        out.title = first_characters(review.lesson, 300);
        out.detail = objective.title;
        out.objective = objective.id;
        out.cycle = objective.cycle;
        break;
      }
      case FoundKind::question:
        out.title = read<OpenQuestion>(entry).text;
        break;
    }
  }

  void tell(const Objective& objective, Found& out) {
    out.title = objective.title;
    out.cycle = objective.cycle;
    out.detail = store::must_find<Cycle>(session_, objective.cycle).name;
  }

  void tell(const KeyResult& key_result, Found& out) {
    const auto objective = store::must_find<Objective>(session_, key_result.objective);
    const auto cycle = store::must_find<Cycle>(session_, objective.cycle);
    out.title = key_result.title;
    out.detail = objective.title;
    out.cycle = cycle.id;
    const auto owner = key_result.owner ? key_result.owner : objective.owner;
    out.checks_in = owner == caller_.user && cycle.state == CycleState::active &&
                    key_result.state == KeyResultState::active &&
                    objective.state != ObjectiveState::dropped;
  }

  store::Session& session_;
  const Caller& caller_;
  const Words& words_;
};

/// The best `most`; where others have something, too, no kind takes more than a quarter of them.
std::vector<store::FoundEntry> shared_out(std::vector<store::FoundEntry> all, std::size_t most) {
  if (all.size() <= most) return all;
  constexpr auto kKinds = static_cast<std::size_t>(FoundKind::question) + 1;
  std::array<std::size_t, kKinds> taken{};
  const auto share = std::max<std::size_t>(most / 4, 1);
  std::vector<bool> chosen(all.size());
  std::size_t left = most;
  for (const bool sharing : {true, false})
    for (std::size_t i = 0; i < all.size() && left > 0; ++i) {
      auto& of_kind = taken[static_cast<std::size_t>(all[i].kind)];
      if (chosen[i] || (sharing && of_kind == share)) continue;
      chosen[i] = true;
      ++of_kind;
      --left;
    }
  std::vector<store::FoundEntry> out;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (chosen[i]) out.push_back(std::move(all[i]));
  return out;
}

}  // namespace

SearchPage search(Context& context, const Caller& caller, const std::string& wanted, int most) {
  require(context, caller, Permission::signed_in);
  SearchPage page;
  const auto words = words_of(wanted);
  if (words.empty()) return page;
  const store::Search what{words, caller.user, sees_accounts_of(caller).has_value(), most + 1};
  context.database.read([&](store::Session& session) {
    page = {};
    auto all = store::search(session, what);
    for (auto& tag : store::search_tags(session, what)) all.push_back(std::move(tag));
    std::ranges::stable_sort(all, {}, &store::FoundEntry::tier);
    const auto count = all.size();
    const auto best = shared_out(std::move(all), static_cast<std::size_t>(most));
    page.more = best.size() < count;
    Reader reader(session, caller, words);
    for (const auto& entry : best) {
      auto group = std::ranges::find(page.groups, entry.kind, &FoundGroup::kind);
      if (group == page.groups.end()) group = page.groups.insert(group, FoundGroup{entry.kind, {}});
      group->found.push_back(reader.found(entry));
    }
  });
  return page;
}

}  // namespace takt::page

#include "domain/hints.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace takt::domain {
namespace {

/// Lower case for ASCII and the German umlauts; everything but letters and digits splits words.
std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool umlaut = c == 0xC3 && i + 1 < text.size();
    if (umlaut) {
      auto second = static_cast<unsigned char>(text[++i]);
      if (second >= 0x80 && second < 0x9F) second += 0x20;
      out.back() += {static_cast<char>(c), static_cast<char>(second)};
    } else if (std::isalnum(c) || c >= 0x80) {
      out.back() += static_cast<char>(std::tolower(c));
    } else if (!out.back().empty()) {
      out.emplace_back();
    }
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

bool any_begins(const std::vector<std::string>& text,
                std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(text, [&](const std::string& word) {
    return std::ranges::any_of(beginnings,
                               [&](std::string_view start) { return word.starts_with(start); });
  });
}

constexpr std::array<std::string_view, 9> kRevenue{"umsatz",    "erlös",   "deckungsbeitr",
                                                   "rohertrag", "revenue", "turnover",
                                                   "profit",    "gewinn",  "marge"};

// German names what is done at the end of a sentence, English at its beginning.
constexpr std::array<std::string_view, 18> kGermanActivity{
    "durchführen", "erstellen",    "besuchen",    "präsentieren", "vorbereiten",  "organisieren",
    "schreiben",   "anrufen",      "abhalten",    "teilnehmen",   "vereinbaren",  "planen",
    "erarbeiten",  "kontaktieren", "informieren", "versenden",    "veranstalten", "führen"};
constexpr std::array<std::string_view, 16> kEnglishActivity{
    "hold",   "conduct", "visit",    "present",  "prepare", "write",   "call", "organise",
    "attend", "create",  "organize", "schedule", "contact", "arrange", "send", "run"};

bool is_activity(const std::vector<std::string>& text) {
  if (text.empty()) return false;
  return std::ranges::find(kGermanActivity, text.back()) != kGermanActivity.end() ||
         std::ranges::find(kEnglishActivity, text.front()) != kEnglishActivity.end();
}

}  // namespace

std::vector<Hint> hints(const Objective& objective, int others) {
  std::vector<Hint> out;
  const auto title = words(objective.title);
  if (any_begins(title, kRevenue)) out.push_back({"revenue", "/title"});
  if (is_activity(title)) out.push_back({"activity", "/title"});
  if (objective.outcome_kind == OutcomeKind::none) {
    out.push_back({"no_outcome", "/outcomeKind"});
  } else {
    if (!objective.outcome_target) out.push_back({"no_target", "/outcomeTarget"});
    if (objective.outcome_kind == OutcomeKind::own && !objective.outcome_baseline)
      out.push_back({"no_baseline", "/outcomeBaseline"});
  }
  if (objective.goals.empty()) out.push_back({"no_goal", "/goals"});
  if (others >= kMostObjectives) out.push_back({"many_objectives", ""});
  return out;
}

std::vector<Hint> hints(const KeyResult& key_result, int others) {
  std::vector<Hint> out;
  const auto title = words(key_result.title);
  if (any_begins(title, kRevenue)) out.push_back({"revenue", "/title"});
  if (is_activity(title)) out.push_back({"activity", "/title"});
  if (key_result.kind == KeyResultKind::metric) {
    if (!key_result.start) out.push_back({"no_baseline", "/start"});
    if (key_result.start && key_result.start == key_result.target)
      out.push_back({"no_way", "/target"});
    if (key_result.unit.empty()) out.push_back({"no_unit", "/unit"});
  }
  if (!key_result.owner) out.push_back({"no_owner", "/owner"});
  if (others >= kMostKeyResults) out.push_back({"many_key_results", ""});
  return out;
}

namespace {

/// The beginnings of the longer words, each once, in order.
std::vector<std::string> stems(std::string_view text) {
  constexpr std::size_t kStem = 5;
  std::vector<std::string> out;
  for (auto& word : words(text))
    if (word.size() >= 4) out.push_back(word.substr(0, kStem));
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

double likeness(std::size_t both, std::size_t left, std::size_t right) {
  if (left == 0 || right == 0) return 0;
  return static_cast<double>(both) / static_cast<double>(std::min(left, right));
}

}  // namespace

double likeness(std::string_view left, std::string_view right) {
  const auto a = stems(left);
  const auto b = stems(right);
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return likeness(both.size(), a.size(), b.size());
}

std::vector<std::vector<std::size_t>> alike(const std::vector<std::string_view>& texts,
                                            double least, std::size_t most) {
  std::unordered_map<std::string, std::size_t> numbers;
  std::vector<std::vector<std::size_t>> with_stem;       // by stem: the texts that have it
  std::vector<std::vector<std::size_t>> stems_of_texts;  // by text: its stems
  for (std::size_t i = 0; i < texts.size(); ++i) {
    auto& own = stems_of_texts.emplace_back();
    for (auto& stem : stems(texts[i])) {
      const auto number = numbers.emplace(std::move(stem), numbers.size()).first->second;
      if (number == with_stem.size()) with_stem.emplace_back();
      with_stem[number].push_back(i);
      own.push_back(number);
    }
  }
  std::vector<std::vector<std::size_t>> out(texts.size());
  std::vector<std::size_t> both(texts.size());
  std::vector<std::pair<double, std::size_t>> found;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    std::ranges::fill(both, 0);
    for (const auto stem : stems_of_texts[i])
      for (const auto other : with_stem[stem]) ++both[other];
    found.clear();
    for (std::size_t j = 0; j < texts.size(); ++j) {
      const double how = likeness(both[j], stems_of_texts[i].size(), stems_of_texts[j].size());
      if (j != i && how >= least) found.emplace_back(-how, j);
    }
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), end, found.end());
    for (auto one = found.begin(); one != end; ++one) out[i].push_back(one->second);
  }
  return out;
}

}  // namespace takt::domain

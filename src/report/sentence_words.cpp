#include "report/sentence_words.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cmath>
#include <map>

#include "mapping/words.hpp"

namespace takt::report {

using namespace domain;

namespace {

using Values = std::map<std::string, std::string, std::less<>>;

/// `text` with its `{{name}}` filled.
std::string filled(std::string_view text, const Values& values) {
  std::string out;
  while (true) {
    const auto open = text.find("{{");
    out += text.substr(0, open);
    if (open == std::string_view::npos) return out;
    const auto close = text.find("}}", open);
    const auto found = values.find(text.substr(open + 2, close - open - 2));
    if (found != values.end()) out += found->second;
    text.remove_prefix(close + 2);
  }
}

bool is_share(ClauseKind kind) { return mapping::enum_text(kind).starts_with("share"); }
bool of_accounts(ClauseKind kind) { return mapping::enum_text(kind).starts_with("accounts_"); }

std::string capital(const std::string& text) {
  auto unicode = icu::UnicodeString::fromUTF8(text);
  const auto first = unicode.moveIndex32(0, 1);
  auto start = unicode.tempSubString(0, first);
  std::string out;
  start.toUpper(icu::Locale::getRoot()).append(unicode.tempSubString(first)).toUTF8String(out);
  return out;
}

/// What a clause says around its figure.
struct Worded {
  std::string before, figure, after;
};

class Wording {
 public:
  Wording(Language language, Date today) : language_(language), today_(today), figures_(language) {}

  /// The clause around its figure. The words are taken apart before names are filled in.
  Worded of(const Clause& clause) const {
    const auto counted = count_of(clause);
    // What a buying centre lacks is all that its clause says.
    const auto key = clause.kind == ClauseKind::buying_centre_lacks
                         ? "lacks." + clause.name
                         : "clause." + std::string(mapping::enum_text(clause.kind));
    const auto words = template_of(key, counted);
    const Values values{
        {"count", figures_.number(counted)},
        {"number", in_words(clause.count)},
        {"total", in_words(clause.total)},
        {"overdue", say("overdueOf", clause.total, {{"number", in_words(clause.total)}})},
        {"name", clause.kind == ClauseKind::agility_lacks ? figure_name(clause.name) : clause.name},
        {"who", clause.name.empty() ? say("oneOfThem", {}, {}) : clause.name},
        {"value", (clause.estimated ? "≈" : "") + value(clause.kind, clause.value)},
        {"before", bare(value(clause.kind, clause.before))},
        {"target", value(clause.kind, clause.target)},
        {"more", more(clause)}};
    const auto open = std::min(words.find("<b>"), words.size());
    const auto figure = std::min(open + 3, words.size());
    const auto close = std::min(words.find("</b>"), words.size());
    return {filled(words.substr(0, open), values),
            close > figure ? filled(words.substr(figure, close - figure), values) : std::string(),
            filled(words.substr(std::min(close + 4, words.size())), values)};
  }
  std::string say(std::string_view key, std::optional<double> count, Values values) const {
    if (count) values.emplace("count", figures_.number(count));
    return filled(template_of(key, count), values);
  }

 private:
  /// By what the words are chosen: one of it, or several.
  static double count_of(const Clause& clause) {
    if (clause.kind == ClauseKind::response_time) return days_of(clause.value);
    return clause.count ? clause.count : clause.days;
  }
  /// As the agility check rounds them.
  static double days_of(std::optional<double> value) {
    return std::round(value.value_or(0) * 10) / 10;
  }
  std::string_view template_of(std::string_view key, std::optional<double> count) const {
    const auto path = "sentence." + std::string(key);
    auto words = mapping::interface_words(language_, path);
    if (!words && count)
      words = mapping::interface_words(language_, path + (*count == 1 ? "_one" : "_other"));
    return words.value_or("");
  }
  /// "zwei", "drei" … up to twelve; figures from there on.
  std::string in_words(int count) const {
    std::string_view words = mapping::interface_words(language_, "sentence.numbers").value_or("");
    for (int number = 2; !words.empty(); ++number) {
      const auto end = words.find(' ');
      if (number == count) return std::string(words.substr(0, end));
      if (end == std::string_view::npos) break;
      words.remove_prefix(end + 1);
    }
    return std::to_string(count);
  }
  std::string value(ClauseKind kind, std::optional<double> value) const {
    if (is_share(kind)) return figures_.share(value);
    if (kind == ClauseKind::agility)
      return figures_.number(value ? std::optional(std::floor(*value + 0.5)) : value);
    return figures_.percent(value);
  }
  static std::string bare(std::string text) {
    for (const std::string_view end : {"%", "\u00a0"})
      if (text.ends_with(end)) text.resize(text.size() - end.size());
    return text;
  }
  std::string figure_name(const std::string& code) const {
    return std::string(
        mapping::interface_words(language_, "agility.figure." + code + ".name").value_or(code));
  }
  std::string more(const Clause& clause) const {
    if (is_share(clause.kind) && clause.target)
      return say("target", {}, {{"target", figures_.share(clause.target)}});
    if (clause.kind == ClauseKind::progress && clause.total > 0)
      return say(
          "measured", {},
          {{"measured", std::to_string(clause.count)}, {"total", std::to_string(clause.total)}});
    if (clause.kind == ClauseKind::key_results_outdated && clause.days > 0)
      return say("longest", clause.days, {});
    if (clause.kind == ClauseKind::own_fresh && clause.day)
      return *clause.day == today_ ? say("nextToday", {}, {})
                                   : say("next", {}, {{"day", figures_.near_weekday(*clause.day)}});
    if (clause.kind == ClauseKind::agility && clause.before)
      return say("beforeThat", {},
                 {{"name", clause.name}, {"before", value(clause.kind, clause.before)}});
    if (clause.kind == ClauseKind::goals && clause.day)
      return say("until", {}, {{"month", figures_.month(*clause.day)}});
    if (!clause.name.empty() && clause.count > 1 && of_accounts(clause.kind))
      return say("farthest", {}, {{"name", clause.name}});
    return {};
  }

  Language language_;
  Date today_;
  Figures figures_;
};

}  // namespace

std::vector<SentencePiece> sentence_words(const Sentence& sentence, Language language, Date today) {
  const Wording wording(language, today);
  std::vector<SentencePiece> out;
  const auto add = [&](std::string text) {
    if (!text.empty()) out.push_back({std::move(text)});
  };
  const auto grave = [&](std::size_t at) { return sentence[at].severity != Severity::plain; };
  const auto count = sentence.size();
  // The two worst are told in one breath.
  const bool joined = count > 1 && grave(count - 2) && grave(count - 1);
  for (std::size_t at = 0; at < count; ++at) {
    auto [before, figure, after] = wording.of(sentence[at]);
    auto& first = before.empty() ? figure : before;
    if (at + 1 < count || !joined) first = capital(first);
    add(std::move(before));
    if (!figure.empty()) out.push_back({std::move(figure), true, sentence[at].severity});
    const bool ends = at + 1 == count || !(joined && at + 2 == count);
    add(after + (ends ? "." : wording.say("and", {}, {})) + (at + 1 < count && ends ? " " : ""));
  }
  return out;
}

std::string sentence_text(const Sentence& sentence, Language language, Date today) {
  std::string out;
  for (const auto& piece : sentence_words(sentence, language, today)) out += piece.text;
  return out;
}

}  // namespace takt::report

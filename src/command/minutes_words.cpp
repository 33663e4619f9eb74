// What minutes say in the language of their reader.

#include <algorithm>
#include <boost/json/value.hpp>
#include <cctype>
#include <cmath>
#include <iomanip>
#include <sstream>

#include "command/draft.hpp"
#include "command/minutes.hpp"
#include "domain/check_in.hpp"
#include "domain/cycle.hpp"
#include "domain/goal.hpp"
#include "domain/key_result.hpp"
#include "domain/objective.hpp"
#include "domain/product_area.hpp"
#include "domain/progress.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "domain/supply.hpp"
#include "domain/text.hpp"
#include "mapping/stored.hpp"
#include "mapping/words.hpp"

namespace takt::command {

using namespace domain;

namespace {

/// The words of the minutes, which leave the program as text and so are the server's own.
struct Words {
  std::string_view attended, topics, votes, decisions, actions, changes, nobody, until, next,
      answered, open, ask, asks, overdue, and_, more, afterwards, vote, signal, results, into,
      parked, effect, unmeasured, lesson, fresh, opens, closes, yes, no;
};

const Words& words(Language language) {
  static constexpr Words kGerman{"Anwesend",
                                 "Themen",
                                 "Stimmen",
                                 "Entscheidungen",
                                 "Maßnahmen",
                                 "Änderungen während des Meetings",
                                 "niemand zuständig",
                                 "bis",
                                 "Notizen",
                                 "Beantwortete Fragen",
                                 "Offene Fragen",
                                 "zu fragen",
                                 "fragt",
                                 "überfällig",
                                 "und",
                                 "weitere",
                                 "Nachgetragen",
                                 "Stimme",
                                 "Signal",
                                 "Ergebnisse von",
                                 "für",
                                 "Geparkt bis zum nächsten Zyklus-Meeting",
                                 "Wirkung",
                                 "nicht gemessen",
                                 "Erkenntnis",
                                 "Neu: ",
                                 "„",
                                 "“",
                                 "ja",
                                 "nein"};
  static constexpr Words kEnglish{"Present",
                                  "Topics",
                                  "votes",
                                  "Decisions",
                                  "Actions",
                                  "Changes during the meeting",
                                  "nobody assigned",
                                  "by",
                                  "Notes",
                                  "Questions answered",
                                  "Open questions",
                                  "ask",
                                  "asked by",
                                  "overdue",
                                  "and",
                                  "more",
                                  "Added afterwards",
                                  "vote",
                                  "Signal",
                                  "Results of",
                                  "for",
                                  "Parked until the next cycle meeting",
                                  "effect",
                                  "not measured",
                                  "Lesson",
                                  "New: ",
                                  "“",
                                  "”",
                                  "yes",
                                  "no"};
  return language == Language::de ? kGerman : kEnglish;
}

void heading(std::string& out, std::string_view text) { out += "\n" + std::string(text) + "\n"; }

/// As it is shown: to a tenth, 100 % only where it is reached, 0 % only where nothing moved.
std::string percent(double value, Language language) {
  auto tenths = std::lround(value * 1000);
  if (tenths == 1000 && value < 1 - kRounding) tenths = 999;
  if (tenths == 0 && value > kRounding) tenths = 1;
  const auto size = std::abs(tenths);
  std::string out = (tenths < 0 ? "−" : "") + std::to_string(size / 10);
  if (size % 10 != 0) out += (language == Language::de ? "," : ".") + std::to_string(size % 10);
  return out + " %";
}

std::string worded(const MinutesResult& one, const Words& say, Language language) {
  std::string out = one.title + ": " +
                    (one.result ? percent(*one.result, language) : std::string(say.unmeasured));
  if (one.effect) out += ", " + std::string(say.effect) + " " + percent(*one.effect, language);
  if (one.result) out += ", " + std::string(mapping::choice(language, one.quadrant));
  if (one.decision) out += "; " + std::string(mapping::choice(language, *one.decision));
  if (!one.lesson.empty()) out += "; " + std::string(say.lesson) + ": " + one.lesson;
  return out;
}

std::string worded(const MinutesQuestion& question, const Words& say, Language language) {
  std::string more;
  const auto add = [&](const std::string& text) { more += (more.empty() ? "" : ", ") + text; };
  if (!question.contact.empty()) add(std::string(say.ask) + ": " + question.contact);
  if (!question.asked_by.empty()) add(std::string(say.asks) + ": " + question.asked_by);
  if (question.ask_by)
    add(std::string(say.until) + " " + mapping::day_words(language, *question.ask_by) +
        (question.overdue ? ", " + std::string(say.overdue) : ""));
  return question.text + (more.empty() ? "" : " (" + more + ")");
}

std::string worded(const MinutesAction& action, const Words& say, Language language) {
  std::string out =
      action.title + ": " + (action.assignee.empty() ? std::string(say.nobody) : action.assignee);
  if (action.due)
    out += ", " + std::string(say.until) + " " + mapping::day_words(language, *action.due);
  return out;
}

std::string worded(const MinutesTopic& topic, const Words& say) {
  std::string out = topic.title;
  if (topic.votes && *topic.votes > 0)
    out += " (" + std::to_string(*topic.votes) + " " +
           std::string(*topic.votes == 1 ? say.vote : say.votes) + ")";
  for (const auto& one : topic.grouped) out += "\n  - " + one;
  return out;
}

/// The words of a choice, where the field of one of these is one.
template <class... Entity>
std::optional<std::string_view> choice_of(std::string_view term, std::string_view field,
                                          std::string_view code, Language language) {
  std::optional<std::string_view> out;
  const auto look_into = [&]<class T>(std::type_identity<T>) {
    if (T::kTerm != term) return;
    mapping::for_each_member<T>([&](std::string_view name, auto pointer) {
      using Member = std::decay_t<decltype(std::declval<T>().*pointer)>;
      if constexpr (mapping::Enum<Member>)
        if (mapping::json_name(name) == field)
          if (const auto value = mapping::enum_of<Member>(code))
            out = mapping::choice(language, *value);
    });
  };
  (look_into(std::type_identity<Entity>{}), ...);
  return out;
}

/// A value in words; no value where it takes more than a few.
std::optional<std::string> worded(const MinutesChange& change, const std::string& field,
                                  const std::string& json, Language language) {
  const auto& say = words(language);
  const auto value = mapping::parse_stored_json(json);
  if (value.is_null()) return "–";
  if (value.is_bool()) return std::string(value.get_bool() ? say.yes : say.no);
  if (value.is_number()) {
    if (field == "share" || field == "score" || field == "scoreOverride")
      return percent(value.to_number<double>(), language);
    std::ostringstream number;
    number << std::setprecision(15) << value.to_number<double>();
    auto out = number.str();
    if (language == Language::de) std::ranges::replace(out, '.', ',');
    return out.starts_with('-') ? "−" + out.substr(1) : out;
  }
  if (!value.is_string()) return {};
  const std::string text(value.get_string());
  if (text.empty()) return "–";
  if (const auto day = parse_date(text)) return mapping::day_words(language, *day);
  if (const auto choice =
          choice_of<Cycle, Objective, KeyResult, LongTermGoal, Signal, Response, Review,
                    SupplyRecord, ProductArea>(change.term, field, text, language))
    return std::string(*choice);
  // An id of what has no name here says nothing, and a long text too much.
  constexpr std::size_t kMost = 60, kId = 36, kDash = 8;
  if (text.size() > kMost || (text.size() == kId && text[kDash] == '-')) return {};
  return without_breaks(text);
}

/// ": 4,5 Bestellungen, Lehrte · Das Werk hat umgestellt"
std::string measured(const MinutesChange& check_in, Language language) {
  std::string out, note;
  for (const auto& [name, before, after] : check_in.fields) {
    const auto value = mapping::parse_stored_json(after);
    if (name == "note")
      note = value.as_string();
    else if (const auto is = worded(check_in, name, after, language))
      out += (out.empty() ? ": " : name == "unit" ? " " : ", ") + *is;
  }
  if (!note.empty()) out += (out.empty() ? ": " : " · ") + note;
  return out;
}

/// "Key Result „10 Bestellungen“: Zielwert 10 → 12 (Reason)"
std::string worded(const MinutesChange& change, const Words& say, Language language) {
  constexpr std::size_t kMostFields = 3;
  const auto called = [&](const std::string& path, const std::string& otherwise) {
    return std::string(mapping::interface_words(language, path).value_or(otherwise));
  };
  auto out = called("term." + change.term, change.term);
  out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  out += " " + std::string(say.opens) + change.title + std::string(say.closes);
  if (change.action == "created") out = std::string(say.fresh) + out;
  auto became = called("activity.was." + change.action, "{{term}}");
  out = became.replace(became.find("{{term}}"), 8, out);
  if (change.term == CheckIn::kTerm && change.action == "created")
    return out + measured(change, language);
  std::size_t told = 0;
  for (const auto& [name, before, after] : change.fields) {
    out += told == 0 ? ": " : ", ";
    if (++told > kMostFields) {
      out += std::string(say.and_) + " " + std::to_string(change.fields.size() - kMostFields) +
             " " + std::string(say.more);
      break;
    }
    const auto was = worded(change, name, before, language);
    const auto is = worded(change, name, after, language);
    out += called("field." + name, name);
    if (was && is) out += " " + (change.action == "created" ? *is : *was + " → " + *is);
  }
  return out + (change.reason.empty() ? "" : " (" + change.reason + ")");
}

/// A section with a line each, unless there are none.
void section(std::string& out, const std::string& title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  heading(out, title);
  for (const auto& line : lines) out += "- " + line + "\n";
}

}  // namespace

std::string minutes_title(std::string_view account, MeetingKind kind, Date day, Language language) {
  return std::string(account) + " · " + std::string(mapping::choice(language, kind)) + " · " +
         mapping::day_words(language, day);
}

std::string word_minutes(const Minutes& minutes, Language language) {
  const auto& say = words(language);
  const auto each = [](const auto& entries, auto word) {
    std::vector<std::string> lines;
    lines.reserve(entries.size());
    for (const auto& entry : entries) lines.push_back(word(entry));
    return lines;
  };
  const auto text = [](std::string_view word) { return std::string(word); };
  std::string out = minutes_title(minutes.account, minutes.kind, minutes.day, language) + "\n";
  heading(out, say.attended);
  for (const auto& name : minutes.attended) out += "- " + name + "\n";
  if (!minutes.signal.empty()) section(out, text(say.signal), {minutes.signal});
  section(out, text(say.results) + " " + minutes.ended_cycle,
          each(minutes.results, [&](const auto& one) { return worded(one, say, language); }));
  section(out,
          text(say.topics) +
              (minutes.next_cycle.empty() ? "" : " " + text(say.into) + " " + minutes.next_cycle),
          each(minutes.topics, [&](const auto& one) { return worded(one, say); }));
  section(out, text(say.parked), minutes.parked);
  section(out, text(say.decisions), minutes.decisions);
  section(out, text(say.next), minutes.notes);
  section(out, text(say.actions),
          each(minutes.actions, [&](const auto& one) { return worded(one, say, language); }));
  section(out, text(say.answered),
          each(minutes.answered, [](const auto& one) { return one.text + ": " + one.answer; }));
  auto open = each(minutes.open, [&](const auto& one) { return worded(one, say, language); });
  if (minutes.more_open > 0)
    open.push_back(text(say.and_) + " " + std::to_string(minutes.more_open) + " " + text(say.more));
  section(out, text(say.open), open);
  section(out, text(say.changes),
          minutes.changed.empty() ? minutes.changes : each(minutes.changed, [&](const auto& one) {
            return worded(one, say, language);
          }));
  section(out, text(say.afterwards), minutes.afterwards);
  // As a form would send them: what nobody edited stays the same text.
  out.pop_back();
  return std::string(first_characters(out, decltype(Meeting::minutes)::kMax));
}

std::string add_afterwards(const std::string& minutes, const MeetingNote& note, Language language) {
  std::string title;
  heading(title, words(language).afterwards);
  std::string out = minutes + "\n";
  if (minutes.find(title) == minutes.npos) out += title;
  out += "- " + std::string(note.title);
  if (first_characters(out, decltype(Meeting::minutes)::kMax) != out)
    conflict("minutes_full", "The minutes are full; shorten them first.");
  return out;
}

}  // namespace takt::command

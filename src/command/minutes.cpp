#include "command/minutes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>

#include "command/entity.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/progress.hpp"
#include "domain/signal.hpp"
#include "domain/user.hpp"
#include "figure/effect.hpp"
#include "figure/meeting.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "mapping/words.hpp"
#include "store/meeting_store.hpp"
#include "store/question_store.hpp"
#include "store/review_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

/// The words of the minutes, which leave the program as text and so are the server's own.
struct Words {
  std::string_view attended, topics, votes, decisions, actions, changes, nobody, until, next,
      answered, open, ask, asks, overdue, and_, more, afterwards, vote, signal, results, into,
      parked, effect, unmeasured, lesson;
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
                                 "Ergebnisse",
                                 "für",
                                 "Geparkt bis zum nächsten Zyklus-Meeting",
                                 "Wirkung",
                                 "nicht gemessen",
                                 "Erkenntnis"};
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
                                  "Results",
                                  "for",
                                  "Parked until the next cycle meeting",
                                  "effect",
                                  "not measured",
                                  "Lesson"};
  return language == Language::de ? kGerman : kEnglish;
}

void heading(std::string& out, std::string_view text) { out += "\n" + std::string(text) + "\n"; }

/// In one line: what somebody wrote must not look like a section of the minutes.
std::string in_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

/// What was changed while the meeting ran, oldest first.
std::vector<store::Change> changes_during(store::Session& session, const Meeting& meeting) {
  auto changes = store::changes(session, meeting.account, {.limit = 200});
  std::ranges::reverse(changes);
  std::erase_if(changes, [&](const store::Change& change) {
    return !meeting.started_at || change.at < *meeting.started_at;
  });
  return changes;
}

/// What else was changed than that for which the minutes have a section; what changed often is
/// named once.
std::vector<std::string> other_changes(const std::vector<store::Change>& changes,
                                       const Meeting& meeting) {
  std::vector<std::string> out;
  for (const auto& change : changes) {
    if (change.entity == Meeting::kTerm || change.entity == MeetingNote::kTerm ||
        change.entity == Proposal::kTerm || change.entity == Action::kTerm ||
        (change.entity == OpenQuestion::kTerm && asks_questions(meeting.kind)))
      continue;
    // The server's own reasons are codes, which tell a reader of the minutes nothing.
    static const std::set<std::string_view> kCodes{"carried_over", "merged", "left_team"};
    const bool told = !change.reason.empty() && !kCodes.contains(change.reason);
    auto line = in_line(change.title + (told ? " (" + change.reason + ")" : ""));
    if (std::ranges::find(out, line) == out.end()) out.push_back(std::move(line));
  }
  return out;
}

/// What answers a question, in words: its own, else those of the signal or check-in.
std::string answer_of(store::Session& session, const OpenQuestion& question) {
  if (!question.answer.empty()) return question.answer;
  if (question.answered_by_signal) return name_of<Signal>(session, *question.answered_by_signal);
  return question.answered_by_check_in ? name_of<CheckIn>(session, *question.answered_by_check_in)
                                       : "";
}

/// So many open questions are written down, the most urgent; the others are counted.
constexpr std::size_t kMostOpen = 20;

/// The questions that were answered in the meeting, and the open ones, most urgent first.
void add_questions(Minutes& out, store::Session& session, const Meeting& meeting,
                   const std::vector<store::Change>& changes) {
  std::vector<Id> answered;
  for (const auto& change : changes) {
    if (change.entity != OpenQuestion::kTerm) continue;
    const auto after = mapping::parse_json(change.after.text);
    const auto* state = after.if_object();
    const auto* day = state ? state->if_contains("answeredOn") : nullptr;
    if (day && !day->is_null() && std::ranges::find(answered, change.entity_id) == answered.end())
      answered.push_back(change.entity_id);
  }
  for (const auto& id : answered) {
    const auto question = store::find<OpenQuestion>(session, id);
    if (!question || question->archived_at || !question->answered_on) continue;
    out.answered.push_back(
        {.text = question->text, .answer = in_line(answer_of(session, *question))});
  }
  auto open = store::open_questions(session, meeting.account);
  std::ranges::stable_sort(open, more_urgent);
  const auto today = store::day_of(session, meeting.closed_at.value_or(meeting.planned_at));
  const auto shown = std::min(open.size(), kMostOpen);
  for (const auto& question : std::span(open).first(shown))
    out.open.push_back(
        {.text = question.text,
         .contact = question.contact ? name_of<Contact>(session, *question.contact) : "",
         .asked_by = question.asked_by ? name_of<User>(session, *question.asked_by) : "",
         .ask_by = question.ask_by,
         .overdue = overdue(question, today)});
  out.more_open = static_cast<int>(open.size() - shown);
}

/// How the ended cycle came out, and which one takes the topics.
void add_cycles(Minutes& out, store::Session& session, const Account& account,
                const Meeting& meeting) {
  const auto cycles =
      meeting_cycles(store::present_of<Cycle>(session, account.id), meeting.cycle, out.day);
  if (cycles.next && store::room_state(session, meeting.id).focus_kept)
    out.next_cycle = cycles.next->name;
  if (!has_topics(meeting.kind) || !cycles.ended) return;
  out.ended_cycle = cycles.ended->name;
  const auto today = store::day_of(session, meeting.closed_at.value_or(meeting.planned_at));
  const auto views =
      plan_of(session, account, *cycles.ended, {}, series_of(session, account, today), today);
  for (const auto& row : effect_rows(*cycles.ended, views, store::reviews_of(session, account.id)))
    out.results.push_back(
        {row.title, row.result, row.effect, row.quadrant, row.decision, in_line(row.lesson)});
}

/// The topics that were revealed, each with what was put to it, and those that were parked.
void add_topics(Minutes& out, store::Session& session, const Meeting& meeting) {
  auto topics = store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id);
  std::erase_if(topics, [](const Proposal& topic) { return !topic.revealed; });
  std::map<Id, int> dots;
  for (const auto& vote : store::votes_of(session, meeting.id)) dots[vote.proposal] += vote.dots;
  const auto group_of = [&](const Proposal& topic) {
    return topic.group ? std::ranges::find(topics, *topic.group, &Proposal::id) : topics.end();
  };
  for (const auto& topic : topics) {
    // A topic whose group is gone stands by itself.
    if (group_of(topic) != topics.end()) continue;
    MinutesTopic one{.title = topic.title};
    int votes = dots[topic.id];
    for (const auto& other : topics)
      if (other.group == topic.id) {
        one.grouped.push_back(other.title);
        votes += dots[other.id];
      }
    if (meeting.votes_revealed) one.votes = votes;
    if (topic.parked_at)
      out.parked.push_back(topic.title);
    else
      out.topics.push_back(std::move(one));
  }
}

/// As it is shown: 100 % only where it is reached, 0 % only where nothing moved.
std::string percent(double value) {
  auto shown = std::lround(value * 100);
  if (shown == 100 && value < 1 - kRounding) shown = 99;
  if (shown == 0 && value > kRounding) shown = 1;
  return (shown < 0 ? "−" : "") + std::to_string(std::abs(shown)) + " %";
}

std::string worded(const MinutesResult& one, const Words& say, Language language) {
  std::string out =
      one.title + ": " + (one.result ? percent(*one.result) : std::string(say.unmeasured));
  if (one.effect) out += ", " + std::string(say.effect) + " " + percent(*one.effect);
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

Minutes gather_minutes(store::Session& session, const Meeting& meeting) {
  std::map<Id, std::string> names;
  for (const auto& person : people_of(session, meeting.account)) names[person.id] = person.name;
  const auto account = store::must_find<Account>(session, meeting.account);
  Minutes out;
  out.kind = meeting.kind;
  out.account = account.name;
  out.day = store::day_of(session, meeting.started_at.value_or(meeting.planned_at));
  for (const auto& one : store::attendance_of(session, meeting.id))
    out.attended.push_back(one.name);
  if (const auto signal =
          meeting.signal ? store::find<Signal>(session, *meeting.signal) : std::nullopt;
      signal && signal->account == meeting.account)
    out.signal = in_line(store::title_of(session, *signal));
  add_cycles(out, session, account, meeting);
  add_topics(out, session, meeting);
  for (const auto& note :
       store::present_where<MeetingNote>(session, meeting.account, "meeting", meeting.id))
    (note.kind == NoteKind::decision ? out.decisions : out.notes).push_back(note.title);
  for (const auto& action :
       store::present_where<Action>(session, meeting.account, "meeting", meeting.id))
    out.actions.push_back(
        {action.title, action.assignee ? names[*action.assignee] : "", action.due});
  const auto changes = changes_during(session, meeting);
  if (asks_questions(meeting.kind)) add_questions(out, session, meeting, changes);
  out.changes = other_changes(changes, meeting);
  return out;
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
  section(out, text(say.changes), minutes.changes);
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

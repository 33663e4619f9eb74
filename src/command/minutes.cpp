#include "command/minutes.hpp"

#include <algorithm>
#include <map>
#include <span>

#include "command/entity.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/user.hpp"
#include "figure/people.hpp"
#include "store/meeting_store.hpp"
#include "store/question_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

/// The words of the minutes, which leave the program as text and so are the server's own.
struct Words {
  std::string_view kinds[3], attended, topics, votes, decisions, actions, changes, nobody, until,
      next, answered, open, ask, asks, overdue, and_, more, afterwards;
};

const Words& words(Language language) {
  static constexpr Words kGerman{{"Zyklus-Meeting", "Check-in-Meeting", "Blitz-Meeting"},
                                 "Anwesend",
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
                                 "Nachgetragen"};
  static constexpr Words kEnglish{{"Cycle meeting", "Check-in meeting", "Flash meeting"},
                                  "Present",
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
                                  "Added afterwards"};
  return language == Language::de ? kGerman : kEnglish;
}

std::string local_date(Date date, Language language) {
  const auto iso = to_string(date);
  if (language == Language::en) return iso;
  return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
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
    auto line = in_line(change.title + (change.reason.empty() ? "" : " (" + change.reason + ")"));
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
void add_questions(std::string& out, store::Session& session, const Meeting& meeting,
                   const std::vector<store::Change>& changes, Language language) {
  const auto& say = words(language);
  std::vector<Id> answered;
  for (const auto& change : changes) {
    if (change.entity != OpenQuestion::kTerm) continue;
    const auto after = mapping::parse_json(change.after.text);
    const auto* state = after.if_object();
    const auto* day = state ? state->if_contains("answeredOn") : nullptr;
    if (day && !day->is_null() && std::ranges::find(answered, change.entity_id) == answered.end())
      answered.push_back(change.entity_id);
  }
  std::string lines;
  for (const auto& id : answered) {
    const auto question = store::find<OpenQuestion>(session, id);
    if (!question || question->archived_at || !question->answered_on) continue;
    lines += "- " + in_line(question->text + ": " + answer_of(session, *question)) + "\n";
  }
  if (!lines.empty()) heading(out, say.answered);
  out += lines;
  auto open = store::open_questions(session, meeting.account);
  if (open.empty()) return;
  std::ranges::stable_sort(open, more_urgent);
  heading(out, say.open);
  const auto today = store::day_of(session, meeting.closed_at.value_or(meeting.planned_at));
  const auto shown = std::min(open.size(), kMostOpen);
  for (const auto& question : std::span(open).first(shown)) {
    out += "- " + question.text;
    std::string more;
    const auto add = [&](const std::string& text) { more += (more.empty() ? "" : ", ") + text; };
    if (question.contact)
      add(std::string(say.ask) + ": " + name_of<Contact>(session, *question.contact));
    if (question.asked_by)
      add(std::string(say.asks) + ": " + name_of<User>(session, *question.asked_by));
    if (question.ask_by)
      add(std::string(say.until) + " " + local_date(*question.ask_by, language) +
          (overdue(question, today) ? ", " + std::string(say.overdue) : ""));
    if (!more.empty()) out += " (" + more + ")";
    out += "\n";
  }
  if (open.size() > shown)
    out += "- " + std::string(say.and_) + " " + std::to_string(open.size() - shown) + " " +
           std::string(say.more) + "\n";
}

}  // namespace

std::string minutes_title(std::string_view account, MeetingKind kind, Date day, Language language) {
  return std::string(account) + " · " +
         std::string(words(language).kinds[static_cast<std::size_t>(kind)]) + " · " +
         local_date(day, language);
}

std::string write_minutes(store::Session& session, const Meeting& meeting, Language language) {
  const auto& say = words(language);
  std::map<Id, std::string> names;
  for (const auto& person : people_of(session, meeting.account)) names[person.id] = person.name;
  const auto account = store::must_find<Account>(session, meeting.account);
  const auto day = store::day_of(session, meeting.started_at.value_or(meeting.planned_at));
  std::string out = minutes_title(account.name, meeting.kind, day, language) + "\n";
  heading(out, say.attended);
  for (const auto& one : store::attendance_of(session, meeting.id)) out += "- " + one.name + "\n";
  const auto proposals =
      store::present_where<Proposal>(session, meeting.account, "meeting", meeting.id);
  if (meeting.topics_revealed && !proposals.empty()) {
    std::map<Id, int> dots;
    if (meeting.votes_revealed)
      for (const auto& vote : store::votes_of(session, meeting.id))
        dots[vote.proposal] += vote.dots;
    heading(out, say.topics);
    for (const auto& proposal : proposals) {
      out += (proposal.group ? "  - " : "- ") + proposal.title;
      if (dots[proposal.id] > 0)
        out += " (" + std::to_string(dots[proposal.id]) + " " + std::string(say.votes) + ")";
      out += "\n";
    }
  }
  const auto notes =
      store::present_where<MeetingNote>(session, meeting.account, "meeting", meeting.id);
  for (const auto kind : {NoteKind::decision, NoteKind::note}) {
    bool any = false;
    for (const auto& note : notes) {
      if (note.kind != kind) continue;
      if (!any) heading(out, kind == NoteKind::decision ? say.decisions : say.next);
      any = true;
      out += "- " + note.title + "\n";
    }
  }
  const auto actions =
      store::present_where<Action>(session, meeting.account, "meeting", meeting.id);
  if (!actions.empty()) heading(out, say.actions);
  for (const auto& action : actions) {
    out += "- " + action.title + ": " +
           (action.assignee ? names[*action.assignee] : std::string(say.nobody));
    if (action.due) out += ", " + std::string(say.until) + " " + local_date(*action.due, language);
    out += "\n";
  }
  const auto changes = changes_during(session, meeting);
  if (asks_questions(meeting.kind)) add_questions(out, session, meeting, changes, language);
  const auto others = other_changes(changes, meeting);
  if (!others.empty()) heading(out, say.changes);
  for (const auto& change : others) out += "- " + change + "\n";
  // As a form would send them: what nobody edited stays the same text.
  out.pop_back();
  return std::string(first_characters(out, decltype(meeting.minutes)::kMax));
}

std::string add_afterwards(const std::string& minutes, const MeetingNote& note, Language language) {
  std::string title;
  heading(title, words(language).afterwards);
  std::string out = minutes + "\n";
  if (minutes.find(title) == minutes.npos) out += title;
  out += "- " + std::string(note.title);
  return std::string(first_characters(out, decltype(Meeting::minutes)::kMax));
}

}  // namespace takt::command

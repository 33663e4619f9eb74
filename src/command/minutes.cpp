#include "command/minutes.hpp"

#include <algorithm>
#include <map>

#include "command/entity.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/cycle.hpp"
#include "domain/meeting.hpp"
#include "domain/user.hpp"
#include "figure/people.hpp"
#include "store/meeting_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

/// The words of the minutes, which leave the program as text and so are the server's own.
struct Words {
  std::string_view kinds[3], attended, topics, votes, decisions, actions, changes, nobody, until,
      next;
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
                                 "Notizen"};
  static constexpr Words kEnglish{{"Cycle meeting", "Check-in meeting", "Flash meeting"},
                                  "Present",
                                  "Topics",
                                  "votes",
                                  "Decisions",
                                  "Actions",
                                  "Changes during the meeting",
                                  "nobody assigned",
                                  "by",
                                  "Notes"};
  return language == Language::de ? kGerman : kEnglish;
}

std::string local_date(Date date, Language language) {
  const auto iso = to_string(date);
  if (language == Language::en) return iso;
  return iso.substr(8, 2) + "." + iso.substr(5, 2) + "." + iso.substr(0, 4);
}

void heading(std::string& out, std::string_view text) { out += "\n" + std::string(text) + "\n"; }

/// What else was changed while the meeting ran, oldest first; what changed often is named once.
std::vector<std::string> changes_during(store::Session& session, const Meeting& meeting) {
  std::vector<std::string> out;
  auto changes = store::changes(session, meeting.account, {.limit = 200});
  std::ranges::reverse(changes);
  for (const auto& change : changes) {
    if (!meeting.started_at || change.at < *meeting.started_at) continue;
    if (change.entity == Meeting::kTerm || change.entity == MeetingNote::kTerm ||
        change.entity == Proposal::kTerm || change.entity == Action::kTerm)
      continue;
    auto line = change.title + (change.reason.empty() ? "" : " (" + change.reason + ")");
    // In one line: what somebody wrote must not look like a section of the minutes.
    std::ranges::replace(line, '\n', ' ');
    if (std::ranges::find(out, line) == out.end()) out.push_back(std::move(line));
  }
  return out;
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
  if (!changes.empty()) heading(out, say.changes);
  for (const auto& change : changes) out += "- " + change + "\n";
  // As a form would send them: what nobody edited stays the same text.
  out.pop_back();
  return std::string(first_characters(out, decltype(meeting.minutes)::kMax));
}

}  // namespace takt::command

#include "command/minutes.hpp"

#include <algorithm>
#include <boost/json/serialize.hpp>
#include <map>
#include <set>
#include <span>

#include "command/entity.hpp"
#include "domain/account.hpp"
#include "domain/action.hpp"
#include "domain/check_in.hpp"
#include "domain/contact.hpp"
#include "domain/cycle.hpp"
#include "domain/key_result.hpp"
#include "domain/meeting.hpp"
#include "domain/objective.hpp"
#include "domain/review.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "figure/effect.hpp"
#include "figure/meeting.hpp"
#include "figure/people.hpp"
#include "figure/plan.hpp"
#include "figure/series.hpp"
#include "mapping/stored.hpp"
#include "store/meeting_store.hpp"
#include "store/question_store.hpp"
#include "store/review_store.hpp"
#include "store/zone.hpp"

namespace takt::command {

using namespace domain;
using namespace figure;

namespace {

/// What was changed while the meeting ran, oldest first.
std::vector<store::Change> changes_during(store::Session& session, const Meeting& meeting) {
  auto changes = store::changes(session, meeting.account, {.limit = 200});
  std::ranges::reverse(changes);
  std::erase_if(changes, [&](const store::Change& change) {
    return !meeting.started_at || change.at < *meeting.started_at;
  });
  return changes;
}

/// Whether the minutes have a section for it.
bool told_elsewhere(const store::Change& change, const Meeting& meeting) {
  return change.entity == Meeting::kTerm || change.entity == MeetingNote::kTerm ||
         change.entity == Proposal::kTerm || change.entity == Action::kTerm ||
         (change.entity == OpenQuestion::kTerm && asks_questions(meeting.kind));
}

/// The fields of a change that tell a reader something: none that only go along with others, and
/// none of people at the customer, whose data do not go into minutes that are mailed.
std::vector<MinutesField> fields_of(const store::Change& change,
                                    const std::map<Id, std::string>& names) {
  static const std::set<std::string_view> kQuiet{"position", "archivedAt", "activatedOn",
                                                 "closedOn"};
  std::vector<MinutesField> out;
  const auto before = mapping::parse_stored_json(change.before.text);
  const auto after = mapping::parse_stored_json(change.after.text);
  if (change.entity == Contact::kTerm || !after.is_object()) return out;
  const auto text = [&](const boost::json::value& value) {
    const auto* id = value.if_string();
    const auto found = id ? names.find(Id{std::string(*id)}) : names.end();
    return boost::json::serialize(found == names.end() ? value : boost::json::value(found->second));
  };
  for (const auto& [name, value] : after.get_object()) {
    if (kQuiet.contains(std::string_view(name))) continue;
    // Of what is new only what somebody measured.
    if (change.action == store::ChangeAction::created && name != "value") continue;
    const auto* was = before.is_object() ? before.get_object().if_contains(name) : nullptr;
    out.push_back({std::string(name), was ? text(*was) : "null", text(value)});
  }
  return out;
}

bool is_check_in(const store::Change& change) {
  return change.entity == CheckIn::kTerm && change.action == store::ChangeAction::created;
}

/// What somebody measured, with its unit, where, and what they said of it.
std::vector<MinutesField> fields_of_check_in(store::Session& session, const Id& id) {
  std::vector<MinutesField> out;
  const auto check_in = store::find<CheckIn>(session, id);
  const auto key_result =
      check_in ? store::find<KeyResult>(session, check_in->key_result) : std::nullopt;
  if (!key_result) return out;
  const auto put = [&](const char* name, const boost::json::value& value) {
    out.push_back({name, "null", boost::json::serialize(value)});
  };
  const auto& stages = key_result->stages;
  if (check_in->value) {
    put("value", *check_in->value);
    if (!key_result->unit.empty()) put("unit", boost::json::string(key_result->unit));
  } else if (check_in->stage && std::size_t(check_in->stage->value) < stages.size()) {
    put("value", boost::json::string(stages[std::size_t(check_in->stage->value)].title));
  }
  if (check_in->site) put("site", boost::json::string(name_of<Site>(session, *check_in->site)));
  if (!check_in->note.empty()) put("note", boost::json::string(without_breaks(check_in->note)));
  return out;
}

/// Puts a later change of the same entry to what is told of it: from what a field was first to what
/// it became last. A field that is as it was is told no more.
void put_to(MinutesChange& told, MinutesChange later) {
  told.title = std::move(later.title);
  if (!later.reason.empty() && told.reason.find(later.reason) == told.reason.npos)
    told.reason += (told.reason.empty() ? "" : "; ") + later.reason;
  for (auto& field : later.fields) {
    const auto known = std::ranges::find(told.fields, field.name, &MinutesField::name);
    if (known == told.fields.end())
      told.fields.push_back(std::move(field));
    else
      known->after = std::move(field.after);
  }
  std::erase_if(told.fields, [](const MinutesField& field) { return field.before == field.after; });
}

/// What else was changed than that for which the minutes have a section; what changed often is
/// named once.
void add_changes(Minutes& out, store::Session& session, const std::vector<store::Change>& changes,
                 const Meeting& meeting, const std::map<Id, std::string>& names) {
  const auto changed = mapping::enum_text(store::ChangeAction::changed);
  std::map<Id, std::size_t> told;  // where an entry's changes stand
  for (const auto& change : changes) {
    if (told_elsewhere(change, meeting)) continue;
    // The server's own reasons are codes, which tell a reader of the minutes nothing.
    static const std::set<std::string_view> kCodes{"carried_over", "merged", "left_team", "import",
                                                   "import_undone"};
    const auto reason = kCodes.contains(change.reason) ? std::string() : change.reason;
    const auto line = without_breaks(change.title + (reason.empty() ? "" : " (" + reason + ")"));
    if (std::ranges::find(out.changes, line) == out.changes.end()) out.changes.push_back(line);
    MinutesChange one{change.entity, std::string(mapping::enum_text(change.action)),
                      without_breaks(change.title), without_breaks(reason),
                      is_check_in(change) ? fields_of_check_in(session, change.entity_id)
                                          : fields_of(change, names)};
    const auto before = one.action == changed ? told.find(change.entity_id) : told.end();
    if (before != told.end()) {
      put_to(out.changed[before->second], std::move(one));
      continue;
    }
    if (one.action == changed) told[change.entity_id] = out.changed.size();
    out.changed.push_back(std::move(one));
  }
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
    const auto after = mapping::parse_stored_json(change.after.text);
    const auto* state = after.if_object();
    const auto* day = state ? state->if_contains("answeredOn") : nullptr;
    if (day && !day->is_null() && std::ranges::find(answered, change.entity_id) == answered.end())
      answered.push_back(change.entity_id);
  }
  for (const auto& id : answered) {
    const auto question = store::find<OpenQuestion>(session, id);
    if (!question || question->archived_at || !question->answered_on) continue;
    out.answered.push_back(
        {.text = question->text, .answer = without_breaks(answer_of(session, *question))});
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
    out.results.push_back({row.title, row.result, row.effect, row.quadrant, row.decision,
                           without_breaks(row.lesson)});
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

}  // namespace

Minutes gather_minutes(store::Session& session, const Meeting& meeting) {
  std::map<Id, std::string> names;
  for (const auto& person : people_of(session, meeting.account)) names[person.id] = person.name;
  const auto account = store::must_find<Account>(session, meeting.account);
  Minutes out;
  out.kind = meeting.kind;
  out.account = account.name;
  out.day = store::day_of(session, moment_of(meeting));
  for (const auto& one : store::attendance_of(session, meeting.id))
    out.attended.push_back(one.name);
  if (const auto signal =
          meeting.signal ? store::find<Signal>(session, *meeting.signal) : std::nullopt;
      signal && signal->account == meeting.account)
    out.signal = without_breaks(store::title_of(session, *signal));
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
  add_changes(out, session, changes, meeting, names);
  return out;
}

}  // namespace takt::command

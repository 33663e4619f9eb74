#pragma once
// The minutes of a meeting as data, kept for ever and worded in the language of whoever reads them.

#include <optional>
#include <string>
#include <vector>

#include "domain/effect.hpp"
#include "domain/meeting.hpp"
#include "domain/progress.hpp"
#include "domain/review.hpp"
#include "domain/values.hpp"

namespace takt::domain {

/// How an objective of the ended cycle came out, as the meeting saw it.
struct MinutesResult {
  std::string title;
  std::optional<double> result;  ///< unit 1
  std::optional<double> effect;  ///< unit 1
  Quadrant quadrant = Quadrant::unknown;
  std::optional<Decision> decision;
  std::string lesson;
};
BOOST_DESCRIBE_STRUCT(MinutesResult, (), (title, result, effect, quadrant, decision, lesson))

/// A topic with those that were put to it; its votes are the sum over all of them.
struct MinutesTopic {
  std::string title;
  std::optional<int> votes;  ///< once they were revealed
  std::vector<std::string> grouped;
};
BOOST_DESCRIBE_STRUCT(MinutesTopic, (), (title, votes, grouped))

struct MinutesAction {
  std::string title;
  std::string assignee;  ///< empty: nobody
  std::optional<Date> due;
};
BOOST_DESCRIBE_STRUCT(MinutesAction, (), (title, assignee, due))

struct MinutesQuestion {
  std::string text;
  std::string answer;    ///< empty while it is open
  std::string contact;   ///< whom to ask
  std::string asked_by;  ///< who asks
  std::optional<Date> ask_by;
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(MinutesQuestion, (), (text, answer, contact, asked_by, ask_by, overdue))

/// What a field was and what it became, as JSON; people by their names.
struct MinutesField {
  std::string name;
  std::string before;
  std::string after;
};
BOOST_DESCRIBE_STRUCT(MinutesField, (), (name, before, after))

/// What was changed while the meeting ran, to be worded in the language of whoever reads it.
struct MinutesChange {
  std::string term;    ///< e.g. `key_result`
  std::string action;  ///< e.g. `changed`
  std::string title;
  std::string reason;
  std::vector<MinutesField> fields;  ///< those that tell something
};
BOOST_DESCRIBE_STRUCT(MinutesChange, (), (term, action, title, reason, fields))

struct Minutes {
  MeetingKind kind = MeetingKind::check_in;
  std::string account;
  Date day;
  std::vector<std::string> attended;
  std::string signal;       ///< what called a flash meeting
  std::string ended_cycle;  ///< its name; empty where the meeting looked back on none
  std::vector<MinutesResult> results;
  std::string next_cycle;  ///< that took the topics voted for
  std::vector<MinutesTopic> topics;
  std::vector<std::string> parked;  ///< topics that come back in the next cycle meeting
  std::vector<std::string> decisions;
  std::vector<std::string> notes;
  std::vector<MinutesAction> actions;
  std::vector<MinutesQuestion> answered;
  std::vector<MinutesQuestion> open;    ///< the most urgent
  int more_open = 0;                    ///< further open ones
  std::vector<std::string> changes;     ///< of what else, during the meeting, by its name
  std::vector<MinutesChange> changed;   ///< the same with what it was and became; none in old ones
  std::vector<std::string> afterwards;  ///< written down after the end
};
BOOST_DESCRIBE_STRUCT(Minutes, (),
                      (kind, account, day, attended, signal, ended_cycle, results, next_cycle,
                       topics, parked, decisions, notes, actions, answered, open, more_open,
                       changes, changed, afterwards))

}  // namespace takt::domain

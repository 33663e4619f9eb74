#pragma once
// What we do not know, but should. See docs/domain.md, section 2 and 3.17.

#include "domain/about.hpp"
#include "domain/record.hpp"
#include "domain/reference.hpp"

namespace takt::domain {

/// A question of the account's team: whom to ask, who asks, by when, and what came out. It is
/// answered on `answered_on`: in words, by a signal or by a check-in. To ask again is to take the
/// answers out; the change log keeps them.
struct OpenQuestion : Record {
  static constexpr std::string_view kTerm = "open_question", kCollection = "open-questions";
  Title text;
  std::optional<AboutKind> about_kind;  ///< with `about`, or neither
  std::optional<Id> about;
  std::optional<TeammateId> asked_by;  ///< left out at the creation: its author, if on the team
  std::optional<Reference<Contact>> contact;  ///< whom to ask
  std::optional<Date> ask_by;
  std::optional<Date> asked_on;  ///< last
  Prose answer;
  std::optional<Reference<Signal>> answered_by_signal;
  std::optional<Reference<CheckIn>> answered_by_check_in;
  std::optional<Date> answered_on;  ///< an answer without a day: its author's today
};
BOOST_DESCRIBE_STRUCT(OpenQuestion, (Record),
                      (text, about_kind, about, asked_by, contact, ask_by, asked_on, answer,
                       answered_by_signal, answered_by_check_in, answered_on))

/// Whether anything answers the question.
bool has_answer(const OpenQuestion& question);

/// Open, and to be asked by a day that is over.
bool overdue(const OpenQuestion& question, Date today);

/// The order in which open questions are told, most urgent first: by the day, those without one
/// last.
bool more_urgent(const OpenQuestion& left, const OpenQuestion& right);

/// What a plan says of itself.
struct PlanFacts {
  int objectives = 0;  ///< of its cycles that are planned, active or in review; dropped ones not
  int questions = 0;   ///< open ones
  int assumed = 0;     ///< assumptions that nobody has confirmed
};
BOOST_DESCRIBE_STRUCT(PlanFacts, (), (objectives, questions, assumed))

/// 3.17 A plan without a question mark is gently doubted: it has an objective, and nobody asks or
/// assumes anything.
bool doubted(const PlanFacts& plan);

}  // namespace takt::domain

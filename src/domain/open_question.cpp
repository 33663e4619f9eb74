#include "domain/open_question.hpp"

namespace takt::domain {

bool has_answer(const OpenQuestion& question) {
  return !question.answer.empty() || question.answered_by_signal || question.answered_by_check_in;
}

bool overdue(const OpenQuestion& question, Date today) {
  return !question.answered_on && question.ask_by && *question.ask_by < today;
}

bool more_urgent(const OpenQuestion& left, const OpenQuestion& right) {
  if (!left.ask_by || !right.ask_by) return left.ask_by.has_value() && !right.ask_by;
  return *left.ask_by < *right.ask_by;
}

bool doubted(const PlanFacts& plan) {
  return plan.objectives > 0 && plan.questions == 0 && plan.assumed == 0;
}

}  // namespace takt::domain

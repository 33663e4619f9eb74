#pragma once
// Open questions with what they are about.

#include "domain/open_question.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

struct QuestionView {
  domain::OpenQuestion question;
  std::string about_name;              ///< empty where it is about nothing
  bool about_archived = false;         ///< that, or something it hangs on
  std::optional<Id> about_key_result;  ///< of a check-in or an action
  bool overdue = false;
};
BOOST_DESCRIBE_STRUCT(QuestionView, (),
                      (question, about_name, about_archived, about_key_result, overdue))

QuestionView question_view(store::Session& session, domain::OpenQuestion question,
                           domain::Date today);

/// The open questions of an account, most urgent first.
std::vector<QuestionView> open_questions(store::Session& session, const Id& account,
                                         domain::Date today);

/// Whether the plan of the account is doubted: 3.17.
bool plan_doubted(store::Session& session, const Id& account);

}  // namespace takt::figure

#include "figure/question.hpp"

#include <algorithm>

#include "store/about.hpp"
#include "store/question_store.hpp"

namespace takt::figure {

using namespace domain;

QuestionView question_view(store::Session& session, OpenQuestion question, Date today) {
  QuestionView view;
  if (question.about_kind && question.about) {
    auto about = store::about_entry(session, *question.about_kind, *question.about);
    view.about_name = std::move(about.name);
    view.about_archived = about.archived;
    view.about_key_result = std::move(about.key_result);
  }
  view.overdue = overdue(question, today);
  view.question = std::move(question);
  return view;
}

std::vector<QuestionView> open_questions(store::Session& session, const Id& account, Date today) {
  auto questions = store::open_questions(session, account);
  std::ranges::stable_sort(questions, more_urgent);
  std::vector<QuestionView> out;
  out.reserve(questions.size());
  for (auto& question : questions)
    out.push_back(question_view(session, std::move(question), today));
  return out;
}

bool plan_doubted(store::Session& session, const Id& account) {
  return doubted(store::plan_facts(session, account));
}

}  // namespace takt::figure

#include "page/questions.hpp"

#include <algorithm>

#include "figure/people.hpp"
#include "figure/question.hpp"
#include "page/page.hpp"
#include "store/about.hpp"
#include "store/question_store.hpp"

namespace takt::page {

using namespace domain;
using namespace figure;

namespace {

constexpr int kDone = 50;

AssumptionView assumption_view(store::Session& session, Assumption assumption,
                               const std::vector<QuestionView>& open) {
  AssumptionView view;
  auto about = store::about_entry(session, assumption.about_kind, assumption.about);
  view.about_name = std::move(about.name);
  view.about_archived = about.archived;
  const auto asks = [&](const QuestionView& one) { return one.question.about == assumption.about; };
  if (const auto found = std::ranges::find_if(open, asks); found != open.end())
    view.asked = found->question.id;
  view.assumption = std::move(assumption);
  return view;
}

}  // namespace

QuestionsPage questions_page(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    QuestionsPage page;
    page.today = context.today();
    page.revision = store::revision(session, account);
    page.account = store::must_find<Account>(session, account);
    page.open = open_questions(session, account, page.today);
    for (auto& question : store::answered_questions(session, account, kDone))
      page.answered.push_back(question_view(session, std::move(question), page.today));
    for (auto& one : store::unconfirmed_assumptions(session, account))
      page.assumptions.push_back(assumption_view(session, std::move(one), page.open));
    for (auto& one : store::confirmed_assumptions(session, account, kDone))
      page.assumptions.push_back(assumption_view(session, std::move(one), page.open));
    for (auto& one : store::archived_assumptions(session, account, kDone))
      page.taken_off.push_back(assumption_view(session, std::move(one), page.open));
    page.contacts = store::present_of<Contact>(session, account);
    page.people = people_of(session, account);
    page.doubt = plan_doubted(session, account);
    return page;
  });
}

Assumed assumed(Context& context, const Id& account) {
  return context.database.read([&](store::Session& session) {
    return Assumed{store::revision(session, account), store::assumed_entries(session, account)};
  });
}

}  // namespace takt::page

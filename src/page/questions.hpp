#pragma once
// What the team of an account does not know, and what it assumes.

#include "domain/account.hpp"
#include "domain/assumption.hpp"
#include "domain/contact.hpp"
#include "domain/open_question.hpp"
#include "figure/people.hpp"
#include "figure/question.hpp"
#include "page/page.hpp"

namespace takt::page {

struct AssumptionView {
  domain::Assumption assumption;
  std::string about_name;
  bool about_archived = false;
  std::optional<Id> asked;  ///< an open question about the same
};
BOOST_DESCRIBE_STRUCT(AssumptionView, (), (assumption, about_name, about_archived, asked))

struct QuestionsPage {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  std::vector<figure::QuestionView> open;      ///< most urgent first
  std::vector<figure::QuestionView> answered;  ///< the newest fifty
  std::vector<AssumptionView> assumptions;     ///< unconfirmed ones, then the newest fifty others
  std::vector<AssumptionView> taken_off;       ///< the fifty archived last
  std::vector<domain::Contact> contacts;
  std::vector<figure::Person> people;
  bool doubt = false;  ///< a plan without a question mark
};
BOOST_DESCRIBE_STRUCT(QuestionsPage, (),
                      (revision, account, today, open, answered, assumptions, taken_off, contacts,
                       people, doubt))

QuestionsPage questions_page(Context& context, const Id& account);

/// What of the account's entries is assumed and not confirmed.
struct Assumed {
  long long revision = 0;
  std::vector<Id> entries;
};
BOOST_DESCRIBE_STRUCT(Assumed, (), (revision, entries))

Assumed assumed(Context& context, const Id& account);

}  // namespace takt::page

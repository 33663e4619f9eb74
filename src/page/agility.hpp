#pragma once
// The agility check, of the running cycle and of earlier ones.

#include "domain/account.hpp"
#include "domain/state_sentence.hpp"
#include "figure/agility.hpp"
#include "page/page.hpp"

namespace takt::page {

struct AgilityPage {
  long long revision = 0;
  domain::Account account;
  domain::Date today;
  figure::AgilityOfCycle now;  ///< of the running cycle, else of the last six months
  std::vector<figure::AgilityOfCycle> before;  ///< of earlier cycles, oldest first
  /// Those of `now`, the weakest first, with what would help.
  std::vector<figure::AgilityQuestion> questions;
  double good_from = domain::kGoodAgility;
  std::vector<store::NamedId> people;  ///< whom the steps name
  domain::Sentence sentence;
};
BOOST_DESCRIBE_STRUCT(AgilityPage, (),
                      (revision, account, today, now, before, questions, good_from, people,
                       sentence))

AgilityPage agility_page(Context& context, const Id& account);

}  // namespace takt::page

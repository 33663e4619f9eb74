#pragma once
// Reviews, and what teams learned in them.

#include "domain/review.hpp"
#include "store/entity_store.hpp"

namespace takt::store {

/// The present reviews of an account.
std::vector<domain::Review> reviews_of(Session& session, const Id& account);

/// Whether the objective has a present review other than `review`.
bool reviewed(Session& session, const Id& objective, const Id& review);

/// What a team has learned before, with where it was.
struct Lesson {
  Id account;
  std::string account_name;
  Id objective;
  Id cycle;
  std::string title;
  std::string cycle_name;
  std::string lesson;
  std::optional<domain::Decision> decision;
};
BOOST_DESCRIBE_STRUCT(Lesson, (),
                      (account, account_name, objective, cycle, title, cycle_name, lesson,
                       decision))

/// The newest `most`, the newest first, of the accounts whose team the user is on, of all where no
/// user is named.
std::vector<Lesson> lessons(Session& session, const std::optional<Id>& user, int most);

}  // namespace takt::store

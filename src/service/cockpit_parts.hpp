#pragma once
// Small things that many pages name.

#include "service/context.hpp"

namespace takt::service {

/// A person as the pages name them.
struct Person {
  Id id;
  std::string name;
  std::string initials;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, initials))

/// What an id in the change log is called.
struct NamedId {
  Id id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(NamedId, (), (id, name))

/// Everybody on the team now or before, and whoever wrote something in the account.
std::vector<Person> people_of(store::Session& session, const Id& account);

}  // namespace takt::service

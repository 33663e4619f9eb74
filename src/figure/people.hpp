#pragma once
// People as pages name them.

#include "domain/team_member.hpp"
#include "figure/figure.hpp"

namespace takt::figure {

/// A person as the pages name them.
struct Person {
  Id id;
  std::string name;
  std::string initials;
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, initials))

struct TeamView {
  Id member;
  int version = 0;
  Person person;
  domain::TeamRole role = domain::TeamRole::member;
};
BOOST_DESCRIBE_STRUCT(TeamView, (), (member, version, person, role))

/// Everybody on the team now or before, and whoever wrote something in the account.
std::vector<Person> people_of(store::Session& session, const Id& account);

/// Who works for the account now, by role; nobody who was archived.
std::vector<TeamView> team_of(store::Session& session, const Id& account);

}  // namespace takt::figure
